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
        "ħ": "h",
    ]

    /// Folds `text`.
    package init(_ text: String) {
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            // Most text is plain, and the way through Unicode's tables is long.
            value = text.lowercased()
            return
        }
        var folded = ""
        var foreign = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            guard scalar.isASCII || Self.isUnchanged(scalar) else {
                foreign.append(scalar)
                continue
            }
            if !foreign.isEmpty {
                folded.append(Self.folded(foreign))
                foreign = String.UnicodeScalarView()
            }
            folded.unicodeScalars.append((0x41...0x5A).contains(scalar.value) ? Self.lowercased(scalar) : scalar)
        }
        value = folded + Self.folded(foreign)
    }

    /// Folds a run of anything but plain letters; what is dropped are marks, so nothing joins a plain letter before it.
    private static func folded(_ run: String.UnicodeScalarView) -> String {
        guard !run.isEmpty else { return "" }
        var folded = String.UnicodeScalarView()
        // Vowel signs of other scripts are letters, not accents: only the Latin, Greek and Cyrillic marks go.
        for scalar in String(run).decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars
        where !(0x0300...0x036F).contains(scalar.value) {
            if let plain = plainLetters[scalar] {
                folded.append(contentsOf: plain.unicodeScalars)
            } else {
                folded.append(scalar)
            }
        }
        return String(folded).precomposedStringWithCanonicalMapping
    }

    /// Quotation marks and dashes, which stand in every text.
    private static func isUnchanged(_ scalar: Unicode.Scalar) -> Bool {
        (0x2018...0x201F).contains(scalar.value) || scalar.value == 0x2013 || scalar.value == 0x2014
    }

    private static func lowercased(_ letter: Unicode.Scalar) -> Unicode.Scalar {
        Unicode.Scalar(UInt8(truncatingIfNeeded: letter.value) | 0x20)
    }
}
