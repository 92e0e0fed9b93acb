// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Tells pages that may be about cooperation from those without any word that tells of it, at next to no cost.
///
/// What the others would have given is lost; `Benchmarks/gate` measures it. Names of countries are not asked for, since
/// two cities seldom name theirs.
public struct CooperationSigns: Sendable {
    private struct Lists: Decodable {
        /// How the words begin that tell of cooperation.
        let beginnings: [String]
        /// Words that tell of it as they stand.
        let words: [String]
    }

    /// A word or the beginning of one.
    private struct Sign {
        let letters: [UInt8]
        let isWhole: Bool

        func stands(in text: [UInt8], at place: Int) -> Bool {
            let end = place + letters.count
            return text[place...].starts(with: letters)
                && !(isWhole && end < text.count && CooperationSigns.isLetter(text[end]))
        }
    }

    /// The signs by their first byte.
    private let signs: [[Sign]]

    /// Loads the list that belongs to this target.
    public init() throws(ReadingError) {
        let lists: Lists = try ReadingLexicons.decode("signs.json")
        var signs = [[Sign]](repeating: [], count: 256)
        for (list, isWhole) in [(lists.beginnings, false), (lists.words, true)] {
            for letters in list.map({ Array($0.utf8) }) {
                if let first = letters.first { signs[Int(first)].append(Sign(letters: letters, isWhole: isWhole)) }
            }
        }
        self.signs = signs
    }

    /// Whether the article shows signs of cooperation.
    public func areIn(_ article: Article) -> Bool { areIn(article.text) }

    /// Whether a text shows signs of cooperation.
    package func areIn(_ text: String) -> Bool {
        // What lies beyond ASCII is part of a word or parts words; which letter it is does not count.
        let bytes = text.lowercased().unicodeScalars.map { scalar in
            scalar.isASCII ? UInt8(scalar.value) : scalar.isLetter ? Self.otherLetter : UInt8(ascii: " ")
        }
        var isInside = false
        for place in bytes.indices {
            if !isInside, signs[Int(bytes[place])].contains(where: { $0.stands(in: bytes, at: place) }) { return true }
            isInside = Self.isLetter(bytes[place])
        }
        return false
    }

    private static let otherLetter: UInt8 = 0xFF

    private static func isLetter(_ byte: UInt8) -> Bool {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || byte == otherLetter
    }
}
