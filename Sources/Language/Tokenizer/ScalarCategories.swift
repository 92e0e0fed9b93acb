// SPDX-License-Identifier: Apache-2.0

/// The classes with a letter of their own in Python's regular expressions, in their Unicode meaning.
struct ScalarCategories: OptionSet, Sendable {
    let rawValue: UInt8

    /// `\w`: letters, everything with a numeric value, and the underscore.
    static let word = ScalarCategories(rawValue: 1)
    static let notWord = ScalarCategories(rawValue: 2)
    /// `\d`: decimal digits.
    static let digit = ScalarCategories(rawValue: 4)
    static let notDigit = ScalarCategories(rawValue: 8)
    /// `\s`: white space.
    static let space = ScalarCategories(rawValue: 16)
    static let notSpace = ScalarCategories(rawValue: 32)

    /// Whether `scalar` is of one of the categories; a surrogate is of the negative ones only.
    func holds(_ scalar: UInt32) -> Bool {
        guard rawValue != 0 else { return false }
        let scalar = Unicode.Scalar(scalar)
        return holds(.word, .notWord, if: scalar?.isWord)
            || holds(.digit, .notDigit, if: scalar.map { $0.properties.numericType == .decimal })
            || holds(.space, .notSpace, if: scalar?.isPythonWhiteSpace)
    }

    private func holds(
        _ positive: ScalarCategories, _ negative: ScalarCategories, if condition: @autoclosure () -> Bool?
    ) -> Bool {
        guard !isDisjoint(with: [positive, negative]) else { return false }
        return contains(condition() ?? false ? positive : negative)
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
    fileprivate var isWord: Bool { isLetter || self == "_" || properties.numericType != nil }
}
