// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// One block of an article together with its parse: the unit that the reader works on.
///
/// Token numbers count within the passage; sentences never cross its ends. It never changes, and is shared, not copied.
final class Passage: Sendable {
    /// The passage's place among the passages of the article.
    let index: Int
    /// The block that was parsed.
    let block: Block
    /// The parse of the block's text.
    let doc: Doc
    /// The words of grammar of the text's language.
    let words: FunctionWords
    /// The dependents of each token, in text order.
    let children: Dependents
    /// The first token of each token's subtree.
    let leftEdge: [Int]
    /// The last token of each token's subtree.
    let rightEdge: [Int]
    /// The sentence that each token belongs to.
    let sentence: [Int]
    /// Whether nearly every longer word has a capital letter, as in English headlines.
    let isTitleCase: Bool

    init(index: Int, block: Block, doc: Doc, words: FunctionWords) {
        self.index = index
        self.block = block
        self.doc = doc
        self.words = words
        let count = doc.tokens.count
        let heads = doc.tokens.map(\.head)
        var sentence = [Int](repeating: 0, count: count)
        for (number, tokens) in doc.sentences.enumerated() {
            for token in tokens { sentence[token] = number }
        }
        var left = Array(0..<count)
        var right = left
        for token in 0..<count {
            var ancestor = token
            var steps = 0
            // The walk is bounded, so a malformed tree cannot keep it going.
            while heads[ancestor] != ancestor, steps < count {
                ancestor = heads[ancestor]
                steps += 1
                left[ancestor] = min(left[ancestor], token)
                right[ancestor] = max(right[ancestor], token)
            }
        }
        children = Dependents(heads: heads)
        self.sentence = sentence
        leftEdge = left
        rightEdge = right
        let long = doc.tokens.indices.filter { number in
            let text = doc.tokens[number].text
            return text.utf8.count > 3 && text.unicodeScalars.count > 3 && text.unicodeScalars.allSatisfy(\.isLetter)
        }
        // A headline has no full stop; a short sentence that is full of names and titles has.
        let isSentence = doc.tokens.last { $0.tag != "_SP" }?.text == "."
        isTitleCase =
            !isSentence && long.count >= 4
            && long.count { doc.tokens[$0].isCapitalised } * 10 >= long.count * 8
    }

    var tokens: [Token] { doc.tokens }

    /// The tokens under `token`, itself included.
    func subtree(of token: Int) -> ClosedRange<Int> { leftEdge[token]...rightEdge[token] }

    /// Where the tokens stand in the article's canonical text.
    func range(of tokens: Range<Int>) -> TextRange {
        let first = doc.tokens[tokens.lowerBound]
        let last = doc.tokens[tokens.upperBound - 1]
        return TextRange(
            start: TextPosition(scalar: first.scalarRange.lowerBound, byte: first.utf8Range.lowerBound),
            end: TextPosition(scalar: last.scalarRange.upperBound, byte: last.utf8Range.upperBound)
        ).shifted(by: block.range.start)
    }

    /// The tokens as written.
    func text(of tokens: Range<Int>) -> String {
        guard !tokens.isEmpty else { return "" }
        let utf8 = doc.text.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: doc.tokens[tokens.lowerBound].utf8Range.lowerBound)
        let end = utf8.index(utf8.startIndex, offsetBy: doc.tokens[tokens.upperBound - 1].utf8Range.upperBound)
        return String(doc.text[start..<end])
    }

    /// The token of `tokens` whose head lies outside of them.
    func head(of tokens: Range<Int>) -> Int {
        tokens.first { !tokens.contains(doc.tokens[$0].head) || doc.tokens[$0].head == $0 } ?? tokens.upperBound - 1
    }

    /// A name with the article or possessor before it; `nil` where there is none.
    func possessedPhrase(of name: Range<Int>) -> Range<Int>? {
        guard let phrase = range(of: name, with: ["det", "poss"]) else { return nil }
        // "The American company Kozjak Cranes": the article is that of the description.
        let isOwn = children(of: head(of: name), ["det", "poss"]).contains { rightEdge[$0] == name.lowerBound - 1 }
        return isOwn ? phrase : nil
    }

    /// A name or noun with all the words before it that belong to it: "automaker Kozjak Cranes"; `nil` where there are
    /// none.
    func wholePhrase(of name: Range<Int>) -> Range<Int>? {
        range(of: name, with: ["det", "poss", "compound", "amod", "nmod", "nummod"])
    }

    private func range(of name: Range<Int>, with labels: [String]) -> Range<Int>? {
        let before = children(of: head(of: name), labels).filter { $0 < name.lowerBound }
        return before.map { leftEdge[$0] }.min().map { $0..<name.upperBound }
    }

    /// The noun phrase of `head` with what hangs on it by prepositions, without clauses.
    func nounPhrase(of head: Int) -> Range<Int> {
        let start = wholePhrase(of: head..<head + 1)?.lowerBound ?? head
        var end = head + 1
        for child in children(of: head, ["prep"]) where leftEdge[child] == end { end = rightEdge[child] + 1 }
        // Nothing of a relative clause inside.
        if let clause = (head..<end).first(where: { doc.tokens[$0].dep == "relcl" }) {
            end = max(head + 1, min(end, leftEdge[clause]))
        }
        while end > head + 1, doc.tokens[end - 1].isPunctuation || doc.tokens[end - 1].tag == "CC" { end -= 1 }
        return start..<end
    }

    /// The dependents of `token` with one of `labels`.
    func children(of token: Int, _ labels: [String]) -> [Int] {
        children[token].filter { labels.contains(doc.tokens[$0].dep) }
    }

    /// `token` and everything coordinated with it, in text order.
    func conjuncts(of token: Int) -> [Int] {
        var found = [token]
        var next = 0
        while next < found.count {
            found += children(of: found[next], ["conj"]).filter { !found.contains($0) }
            next += 1
        }
        return found.sorted()
    }

    /// The tokens above `token`, nearest first.
    func ancestors(of token: Int) -> [Int] {
        var found: [Int] = []
        var current = token
        while doc.tokens[current].head != current, found.count < doc.tokens.count {
            current = doc.tokens[current].head
            found.append(current)
        }
        return found
    }

    /// Whether the token is a mark that opens a quotation or bracket.
    func isOpeningMark(_ token: Int) -> Bool {
        ["\"", "\u{201C}", "\u{2018}", "(", "``", "\u{00AB}"].contains(doc.tokens[token].text)
    }

    /// The tokens that a run of the canonical text covers at least in part.
    func tokens(in range: TextRange) -> Range<Int>? {
        let start = range.start.byte - block.range.start.byte
        let end = range.end.byte - block.range.start.byte
        // Tokens are in order, so the first one that ends behind the start is found by halving.
        var first = 0
        var beyond = doc.tokens.count
        while first < beyond {
            let middle = (first + beyond) / 2
            if doc.tokens[middle].utf8Range.upperBound > start { beyond = middle } else { first = middle + 1 }
        }
        var last = first
        while last < doc.tokens.count, doc.tokens[last].utf8Range.lowerBound < end { last += 1 }
        return first < last ? first..<last : nil
    }
}

extension [Passage] {
    /// Whether `word` stands somewhere without a capital letter.
    func writeSmall(_ word: String) -> Bool {
        contains { $0.tokens.contains { $0.text == word && !$0.isCapitalised } }
    }
}

/// One token of one passage.
struct TokenPlace: Hashable, Sendable, Comparable {
    let passage: Int
    let token: Int

    static func < (left: TokenPlace, right: TokenPlace) -> Bool {
        (left.passage, left.token) < (right.passage, right.token)
    }
}

// Inlined, so that asking an array's token for one of these copies none of its strings.
extension Token {
    /// Whether the token begins with a capital letter.
    @inline(__always)
    var isCapitalised: Bool {
        guard let first = text.utf8.first else { return false }
        return first < 0x80 ? 0x41...0x5A ~= first : text.unicodeScalars.first?.isCapital ?? false
    }

    /// Whether it begins with neither a letter nor a digit of ASCII, as marks do: quick, before they are looked up.
    @inline(__always)
    var isNoLetter: Bool {
        text.utf8.first.map { !(0x61...0x7A ~= $0 | 0x20 || 0x30...0x39 ~= $0) } ?? true
    }

    @inline(__always) var isVerb: Bool { pos == "VERB" || pos == "AUX" }
    @inline(__always) var isNoun: Bool { pos == "NOUN" || pos == "PROPN" }
    @inline(__always) var isPunctuation: Bool { pos == "PUNCT" || pos == "SPACE" }
}

extension String {
    /// The text in lower case; quick where it is written so, as most words are.
    var asLowercase: String {
        let isSmall = utf8.withContiguousStorageIfAvailable { bytes in
            bytes.allSatisfy { $0 < 0x80 && !(0x41...0x5A ~= $0) }
        }
        return isSmall == true ? self : lowercased()
    }
}

extension Unicode.Scalar {
    /// Whether it is a capital letter; quick for ASCII, which most are.
    var isCapital: Bool { isASCII ? ("A"..."Z").contains(self) : properties.isUppercase }

    /// Whether it is a letter; quick for ASCII.
    var isLetter: Bool { isASCII ? ("A"..."Z").contains(self) || ("a"..."z").contains(self) : properties.isAlphabetic }
}
