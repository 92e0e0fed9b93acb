// SPDX-License-Identifier: Apache-2.0

extension Passage {
    /// How a name is spelt where it comes from, in brackets right behind it: `Seo Min-jae (서민재)`.
    ///
    /// Either in letters other than Latin ones, or the same name with its accents, as in `Do Quang Huy (Đỗ Quang Huy)`.
    func ownSpelling(behind name: Range<Int>) -> String? {
        let tokens = doc.tokens
        let first = name.upperBound + 1
        guard first < tokens.count, tokens[name.upperBound].text == "(",
            let end = tokens[first...].prefix(Self.longestSpelling).firstIndex(where: {
                [")", ",", ";", ":", "/"].contains($0.text)
            }), end > first
        else { return nil }
        let spelling = text(of: first..<end)
        let letters = spelling.unicodeScalars.filter(\.properties.isAlphabetic)
        guard letters.count > 1, !spelling.unicodeScalars.contains(where: { $0.properties.numericType != nil }) else {
            return nil
        }
        let written = text(of: name)
        // More words than the name has are something else, such as a headline in another language.
        guard spelling.split(separator: " ").count <= written.split(separator: " ").count else { return nil }
        if !letters.contains(where: \.isLatin) { return spelling }
        return spelling != written && NameFolding.fold(spelling) == NameFolding.fold(written) ? spelling : nil
    }

    /// The most tokens that a spelling takes, with the bracket behind it.
    private static let longestSpelling = 9
}

extension Unicode.Scalar {
    /// Whether it is a letter of the Latin script, with or without accents.
    fileprivate var isLatin: Bool {
        switch value {
        case 0x41...0x24F, 0x1E00...0x1EFF, 0xFF21...0xFF5A: properties.isAlphabetic
        default: false
        }
    }
}
