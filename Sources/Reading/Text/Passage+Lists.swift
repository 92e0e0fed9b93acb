// SPDX-License-Identifier: Apache-2.0

extension Passage {
    /// Where the words of a list's item begin behind its mark: "i) ", "(a) ", "- ", "3) "; `nil` for other paragraphs.
    var listItemStart: Int? {
        let marks: Set<String> = ["-", "\u{2013}", "\u{2022}", "*", "\u{25E6}", "\u{25AA}"]
        guard let first = tokens.first, tokens.count > 2 else { return nil }
        if marks.contains(first.text) { return 1 }
        if first.text == "(", tokens[2].text == ")" { return 3 }
        if first.text.unicodeScalars.count <= 4, tokens[1].text == ")" { return 2 }
        if first.text.hasSuffix(")"), first.text.unicodeScalars.count <= 5 { return 1 }
        return nil
    }

    /// Whether the paragraph is marked as an item of a list, or begins with what is to be done: "Open a port".
    var isItem: Bool { listItemStart != nil || tokens.first?.tag == "VB" }

    /// The auxiliary with which the paragraph leaves off before a list of what follows it: "The minister will also:".
    func openAuxiliary(among auxiliaries: Set<String>) -> Int? {
        guard let colon = tokens.lastIndex(where: { $0.pos != "SPACE" }), tokens[colon].text == ":",
            let last = tokens[..<colon].lastIndex(where: { $0.pos != "ADV" && !$0.isPunctuation })
        else { return nil }
        return auxiliaries.contains(tokens[last].lower) ? last : nil
    }

    /// Whether the mark of the possessive stands behind the word.
    func isPossessive(_ token: Int) -> Bool { token + 1 < tokens.count && tokens[token + 1].tag == "POS" }

    /// Whether the word is one of the pronouns: "us", not "US".
    func isPronoun(_ token: Int, of pronouns: Set<String>) -> Bool {
        tokens[token].pos == "PRON" && pronouns.contains(tokens[token].lower)
    }

    /// Whether an article stands with the noun by which it is told of for the first time: "a visit".
    func isIndefinite(_ noun: Int) -> Bool {
        children(of: noun, ["det"]).contains {
            words.articles.contains(tokens[$0].lower) && !words.definite.contains(tokens[$0].lower)
        }
    }

    /// The first of those that `token` is coordinated with.
    func firstListed(before token: Int) -> Int {
        ([token] + ancestors(of: token)).first { tokens[$0].dep != "conj" } ?? token
    }

    /// `token` and what is coordinated or in apposition with it, however the parser nests the two, in text order.
    func listed(from token: Int) -> [Int] {
        var found = [token]
        var next = 0
        while next < found.count {
            found += children(of: found[next], ["conj", "appos"]).filter { !found.contains($0) }
            next += 1
        }
        return found.sorted()
    }
}
