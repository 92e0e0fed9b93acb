// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The form of a name that names are compared by.
///
/// Case, diacritics, hyphens, spaces, apostrophes and full stops do not count: `Đà Nẵng`, `Da Nang` and `Danang` have
/// one key. `scripts/gazetteer/names.py` folds the names of the table by the same rules; change both together.
package enum NameFolding {
    /// Letters that differ from a plain one by more than a mark, so that no decomposition leads there.
    private static let plainLetters: [Unicode.Scalar: String] = [
        "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ĸ": "k", "ł": "l", "ŋ": "n", "ø": "o", "ŧ": "t", "ß": "ss", "æ": "ae",
        "œ": "oe", "þ": "th", "ə": "a", "ǝ": "a", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ʻ": "", "ʼ": "", "ʹ": "", "ʺ": "",
    ]

    /// The key of `name`; empty where it holds neither letter nor digit.
    package static func key(of name: String) -> String {
        if let key = asciiKey(of: name) { return key }
        var key = String.UnicodeScalarView()
        for scalar in name.decomposedStringWithCompatibilityMapping.unicodeScalars where counts(scalar) {
            for lower in scalar.properties.lowercaseMapping.unicodeScalars where counts(lower) {
                if let plain = plainLetters[lower] {
                    key.append(contentsOf: plain.unicodeScalars)
                } else {
                    key.append(lower)
                }
            }
        }
        return String(key)
    }

    /// The key of a name in ASCII, which most are, without the way through Unicode's tables.
    private static func asciiKey(of name: String) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(name.utf8.count)
        for byte in name.utf8 {
            switch byte {
            case 0x41...0x5A: bytes.append(byte + 0x20)
            case 0x30...0x39, 0x61...0x7A: bytes.append(byte)
            case 0x80...: return nil
            default: break
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func counts(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            true
        default: false
        }
    }
}
