// SPDX-License-Identifier: Apache-2.0

/// A set of the signs that a piece can be to a grammar: a word of the vocabulary, or one of the kinds behind them.
struct PieceSet: Hashable, Sendable {
    /// Kinds of pieces that are no words of the vocabulary; they follow the words' numbers.
    enum Other: Int, CaseIterable { case digits, letters, sign, none }

    private(set) var bits: [UInt64]

    init(words: Int) { bits = Array(repeating: 0, count: (words + Other.allCases.count + 63) / 64) }

    mutating func insert(_ number: Int) { bits[number / 64] |= 1 << UInt64(number % 64) }
    mutating func formUnion(_ other: PieceSet) { for index in bits.indices { bits[index] |= other.bits[index] } }
    mutating func fill() { for index in bits.indices { bits[index] = ~0 } }
    func contains(_ number: Int) -> Bool { bits[number / 64] & (1 << UInt64(number % 64)) != 0 }
}

/// A set of pieces for each rule of a grammar, in one table.
struct PieceTable: Sendable {
    private let bits: [UInt64]
    private let width: Int

    /// Makes the table whose rows are `sets`, all of one size.
    init(_ sets: [PieceSet]) {
        width = sets.first?.bits.count ?? 0
        bits = sets.flatMap(\.bits)
    }

    /// Whether the set of a rule holds a piece.
    @inline(__always)
    func holds(_ piece: Int, of rule: Int) -> Bool {
        bits[rule * width + piece / 64] & (1 << UInt64(piece % 64)) != 0
    }
}

/// What a pattern can begin with, and what can stand second: enough to pass over most rules at most places.
struct TimeOpening: Hashable, Sendable {
    var first: PieceSet
    var second: PieceSet
    /// Whether the pattern can take nothing, or one piece alone.
    var canBeEmpty = false
    var canBeSingle = false

    init(words: Int) {
        first = PieceSet(words: words)
        second = first
    }

    /// The opening of this pattern followed by another.
    func followed(by next: TimeOpening) -> TimeOpening {
        var all = self
        if canBeSingle { all.second.formUnion(next.first) }
        if canBeEmpty {
            all.first.formUnion(next.first)
            all.second.formUnion(next.second)
        }
        all.canBeEmpty = canBeEmpty && next.canBeEmpty
        all.canBeSingle = canBeSingle && next.canBeEmpty || canBeEmpty && next.canBeSingle
        return all
    }

    mutating func formUnion(_ other: TimeOpening) {
        first.formUnion(other.first)
        second.formUnion(other.second)
        canBeEmpty = canBeEmpty || other.canBeEmpty
        canBeSingle = canBeSingle || other.canBeSingle
    }
}
