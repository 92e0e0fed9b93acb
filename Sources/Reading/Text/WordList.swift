// SPDX-License-Identifier: Apache-2.0

/// Words of a lexicon in small letters, which tell of most other words at once that they are not among them.
struct WordList: Sendable, Decodable, Sequence {
    private let words: Set<String>
    /// For the first and last byte and the length of each word a bit.
    private var sieve: UInt64 = 0

    init(_ words: some Sequence<String>) {
        self.words = Set(words)
        for word in self.words { sieve |= Self.bit(of: word) }
    }

    init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode([String].self))
    }

    /// Whether `word` is one of them.
    func contains(_ word: String) -> Bool { sieve & Self.bit(of: word) != 0 && words.contains(word) }

    /// These words and others.
    func union(_ others: some Sequence<String>) -> WordList { WordList(words.union(others)) }

    /// The words in no order.
    func makeIterator() -> Set<String>.Iterator { words.makeIterator() }

    private static func bit(of word: String) -> UInt64 {
        let place = word.utf8.withContiguousStorageIfAvailable { bytes in
            guard let first = bytes.first, let last = bytes.last else { return 0 }
            return Int(first) &* 7 &+ Int(last) &* 13 &+ bytes.count &* 3
        }
        // What is stored in pieces counts as every word.
        return place.map { 1 << UInt64($0 % 64) } ?? .max
    }
}
