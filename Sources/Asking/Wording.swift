// SPDX-License-Identifier: Apache-2.0

import Gazetteer
import Ledger

/// Texts as the folded words that they are compared by.
enum Wording {
    /// The words of `text` without case, accents and punctuation.
    static func tokens(_ text: String) -> [String] { SearchWords.tokens(FoldedText(text).value) }

    /// Whether a folded word is another one in the singular or plural.
    static func isNumber(_ word: String, of singular: String) -> Bool {
        word == singular || Words.plurals(of: Substring(singular)).contains { $0 == word }
    }

    /// The places in `words` where `wanted` stands together.
    static func places(of wanted: [String], in words: [String]) -> [Range<Int>] {
        guard !wanted.isEmpty, wanted.count <= words.count else { return [] }
        return (0...words.count - wanted.count).compactMap { start in
            let range = start..<start + wanted.count
            return words[range].elementsEqual(wanted, by: Self.reads) ? range : nil
        }
    }

    /// Whether `wanted` stands together in `words`.
    static func stands(_ wanted: [String], in words: [String]) -> Bool { !places(of: wanted, in: words).isEmpty }

    /// Particles cling to a word in Hangul, so it may go on.
    private static func reads(_ word: String, _ wanted: String) -> Bool {
        if word == wanted { return true }
        guard let first = wanted.unicodeScalars.first, isUnspaced(first) else { return false }
        return word.hasPrefix(wanted)
    }

    /// Whether a letter is of a script whose words are not parted by spaces, or take particles.
    static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x11FF, 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7AF: true
        default: false
        }
    }
}
