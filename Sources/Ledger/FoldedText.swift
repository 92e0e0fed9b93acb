// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A text made comparable for search: letters without case, accents and width, so that `da nang` finds `Đà Nẵng`.
///
/// Hangul stays as whole syllables, so that a syllable never matches the beginning of another.
package struct FoldedText: Hashable, Sendable {
    /// The comparable form.
    package let value: String

    /// Letters that differ from a plain one by more than a mark, so that no decomposition leads there.
    private static let plainLetters: [Unicode.Scalar: String] = [
        "đ": "d", "ð": "d", "ı": "i", "ł": "l", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th",
    ]

    /// Folds `text`.
    package init(_ text: String) {
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            // Most text is plain, and the way through Unicode's tables is long.
            value = text.lowercased()
            return
        }
        var folded = String.UnicodeScalarView()
        // Vowel signs of other scripts are letters, not accents: only the Latin, Greek and Cyrillic marks go.
        for scalar in text.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars
        where !(0x0300...0x036F).contains(scalar.value) {
            if let plain = Self.plainLetters[scalar] {
                folded.append(contentsOf: plain.unicodeScalars)
            } else {
                folded.append(scalar)
            }
        }
        value = String(folded).precomposedStringWithCanonicalMapping
    }
}
