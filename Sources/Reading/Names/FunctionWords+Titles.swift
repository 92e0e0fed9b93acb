// SPDX-License-Identifier: Apache-2.0

/// Makes titles of office comparable.
extension FunctionWords {
    /// Whether two titles turn on one noun, or one is the initials of the other: "PM".
    func isSameTitle(_ left: String, _ right: String) -> Bool {
        headWord(ofTitle: left) == headWord(ofTitle: right) || isShort(left, for: right) || isShort(right, for: left)
    }

    /// Whether a title is made of the first letters of another, or of the beginning of its noun: "PM" of "Prime Minister",
    /// "Gov." of "Governor".
    func isShort(_ short: String, for title: String) -> Bool {
        if short.hasSuffix("."), short.count > 3 {
            return headWord(ofTitle: title).hasPrefix(headWord(ofTitle: short))
        }
        let initials = NameFolding.words(of: title).prefix { !titling.contains($0) }.compactMap(\.first)
        return short.count > 1 && short == short.uppercased() && short.lowercased() == String(initials)
    }

    /// Whether letters alone are the initials of all the words of a title: "SHA" of "Secretary for Home Affairs".
    func areInitials(_ letters: String, ofTitle title: String) -> Bool {
        guard letters.count > 1, letters.unicodeScalars.allSatisfy(\.properties.isUppercase) else { return false }
        let initials = NameFolding.words(of: title).filter {
            !titling.contains($0) && !joining.contains($0) && !definite.contains($0)
        }
        .compactMap(\.first)
        return letters.lowercased() == String(initials) || isShort(letters, for: title)
    }

    /// The noun that a title turns on: `minister` of `Senior Minister of State for Law`.
    func headWord(ofTitle title: String) -> String {
        let words = NameFolding.words(of: title)
        let end = words.firstIndex(where: titling.contains) ?? words.count
        return end > 0 ? words[end - 1] : words.first ?? ""
    }
}
