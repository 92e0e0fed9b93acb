// SPDX-License-Identifier: Apache-2.0

extension Passage {
    /// Whether brackets behind the words give letters of theirs, as they do for bodies:
    /// "Mancomunitat de la Ribera (MANR)".
    func isAbbreviated(_ words: Range<Int>) -> Bool {
        let open = words.upperBound
        guard words.count > 1, open + 2 < tokens.count, tokens[open].text == "(", tokens[open + 2].text == ")" else {
            return false
        }
        let letters = tokens[open + 1].text.unicodeScalars
        guard letters.count > 2, letters.allSatisfy(\.properties.isUppercase) else { return false }
        var rest = text(of: words).uppercased().unicodeScalars[...]
        guard rest.first == letters.first else { return false }
        return letters.allSatisfy { letter in
            guard let place = rest.firstIndex(of: letter) else { return false }
            rest = rest[rest.index(after: place)...]
            return true
        }
    }
}
