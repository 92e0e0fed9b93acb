// SPDX-License-Identifier: Apache-2.0

/// The classes with a letter of their own in Python's regular expressions, in their Unicode meaning.
enum ScalarCategory: Sendable {
    /// `\w`: letters, everything with a numeric value, and the underscore.
    case word
    case notWord
    /// `\d`: decimal digits.
    case digit
    case notDigit
    /// `\s`: white space.
    case space
    case notSpace

    /// Whether `scalar` is of the category; a surrogate is of the negative ones only.
    func contains(_ scalar: UInt32) -> Bool {
        let unicodeScalar = Unicode.Scalar(scalar)
        return switch self {
        case .word: unicodeScalar?.isWord ?? false
        case .notWord: !(unicodeScalar?.isWord ?? false)
        case .digit: unicodeScalar?.properties.numericType == .decimal
        case .notDigit: unicodeScalar?.properties.numericType != .decimal
        case .space: unicodeScalar?.isPythonWhiteSpace ?? false
        case .notSpace: !(unicodeScalar?.isPythonWhiteSpace ?? false)
        }
    }
}

extension Unicode.Scalar {
    /// Whether Python calls the scalar white space: unlike the Unicode property this includes U+001C to U+001F.
    var isPythonWhiteSpace: Bool {
        switch value {
        case 0x09...0x0d, 0x1c...0x20, 0x85, 0xa0, 0x1680, 0x2000...0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000:
            true
        default:
            false
        }
    }

    /// Whether Python's `\w` matches the scalar.
    fileprivate var isWord: Bool {
        isLetter || self == "_" || properties.numericType != nil
    }
}
