// SPDX-License-Identifier: Apache-2.0

/// How titles and honorifics are cut into words to be compared.
package enum Words {
    /// The words of `text` folded: no case, no full stops, curly and straight apostrophes alike.
    static func split(_ text: String) -> [Substring] {
        splitKeepingCase(text).map { folded($0) }
    }

    /// The words of `text` as written; white space and hyphens part them, and a comma goes with the word before it.
    static func splitKeepingCase(_ text: String) -> [Substring] {
        // Characters are costly to tell apart, and most texts have none but ASCII.
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            return text.utf8.split { $0 == 0x20 || (0x09...0x0D).contains($0) || $0 == UInt8(ascii: "-") }
                .map(Substring.init)
        }
        return text.split { character in
            character.isWhitespace || character == "-" || character == "‐" || character == "‑"
        }
    }

    /// One word in the form that words are compared by.
    static func folded(_ word: Substring) -> Substring {
        var folded = ""
        for scalar in word.lowercased().unicodeScalars {
            switch scalar {
            case ".", ",": continue
            case "\u{2019}", "\u{02BC}": folded.unicodeScalars.append("'")
            default: folded.unicodeScalars.append(scalar)
            }
        }
        return Substring(folded)
    }

    /// Every word that a folded word is a singular of, by ``singulars(of:)``.
    package static func plurals(of word: Substring) -> [Substring] {
        var plurals = [word + "s", word + "es"]
        if word.hasSuffix("man") { plurals.append(word.dropLast(2) + "en") }
        if word.hasSuffix("person") { plurals.append(word.dropLast(6) + "people") }
        if word.hasSuffix("y") { plurals.append(word.dropLast() + "ies") }
        return plurals
    }

    /// What a folded word may be the plural of.
    static func singulars(of word: Substring) -> [Substring] {
        var singulars: [Substring] = []
        if word.hasSuffix("men") { singulars.append(word.dropLast(2) + "an") }
        if word.hasSuffix("people") { singulars.append(word.dropLast(6) + "person") }
        if word.hasSuffix("ies") { singulars.append(word.dropLast(3) + "y") }
        if word.hasSuffix("es") { singulars.append(word.dropLast(2)) }
        if word.hasSuffix("s"), !word.hasSuffix("ss") { singulars.append(word.dropLast()) }
        return singulars
    }
}
