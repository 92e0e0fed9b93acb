// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// Counts that are told with a list of what is counted: "three agreements: a fisheries accord and a trade protocol".
struct ListCounts: Sendable {
    /// A count and the list behind it.
    struct Count: Sendable {
        let told: Int
        /// How many items the list has at least and at most: "trade and industry" may be one or two.
        let listed: ClosedRange<Int>
        /// The words for the count, and those of the list.
        let whole: TextRange
        let rest: TextRange
    }

    /// The counts in the order of the text.
    let counts: [Count]

    /// No list in a sentence is longer; larger numbers are told with examples.
    private static let longest = 12

    /// Looks for them among the `quantities` of each passage.
    init(passages: [Passage], quantities: [[QuantityExpression]], words: FigureLexicon) {
        counts = passages.flatMap { passage in
            quantities[passage.index].compactMap { quantity -> Count? in
                guard quantity.kind == .cardinal, quantity.unit == nil, quantity.upper == nil,
                    quantity.relation == .equal, let told = Int(exactly: quantity.value),
                    (2...Self.longest).contains(told),
                    let number = passage.tokens(in: quantity.range.shifted(by: passage.block.range.start)),
                    let colon = Self.colon(behind: number, in: passage)
                else { return nil }
                let whole = passage.range(of: number)
                if passage.tokens[(colon + 1)...].allSatisfy({ $0.pos == "SPACE" }) {
                    return Self.paragraphs(behind: passage, in: passages).map { items, rest in
                        Count(told: told, listed: items...items, whole: whole, rest: rest)
                    }
                }
                return Self.items(behind: colon, in: passage, words).map { listed, rest in
                    Count(told: told, listed: listed, whole: whole, rest: rest)
                }
            }
        }
    }

    /// The colon right behind the phrase of the plural noun that a number counts.
    private static func colon(behind number: Range<Int>, in passage: Passage) -> Int? {
        let noun = passage.tokens[passage.head(of: number)].head
        guard number.upperBound <= noun, noun - number.upperBound < 5, passage.tokens[noun].tag.hasSuffix("S"),
            passage.tokens[noun].isNoun,
            let mark = passage.tokens[noun...].firstIndex(where: { $0.isPunctuation || $0.isVerb }),
            passage.tokens[mark].text == ":", mark - noun < 8
        else { return nil }
        return mark
    }

    /// The items of a list of names or nouns in the sentence; none where it is left open or counts itself.
    private static func items(
        behind colon: Int, in passage: Passage, _ words: FigureLexicon
    ) -> (ClosedRange<Int>, TextRange)? {
        // The parser may take the colon for the end of a sentence.
        let rest = passage.tokens[(colon + 1)...]
        let end = rest.firstIndex { [".", "!", "?"].contains($0.text) } ?? passage.tokens.count
        let list = colon + 1..<end
        // Clauses are items only between semicolons.
        let isParted = passage.tokens[list].contains { $0.text == ";" }
        guard list.count > 2, passage.tokens[end...].allSatisfy({ $0.isPunctuation || $0.pos == "SPACE" }),
            !passage.tokens[list].contains(where: { token in
                token.isVerb && !isParted || token.tag == "CD" || words.openWords.contains(token.lower)
                    || token.text == "("
            })
        else { return nil }
        let mark = isParted ? ";" : ","
        var items = 1
        var pairs = 0
        for token in list {
            if passage.tokens[token].text == mark {
                items += 1
            } else if passage.tokens[token].pos == "CCONJ", passage.tokens[token - 1].text != mark {
                pairs += 1
            }
        }
        // "12 members: officials of the council and the chamber" describes what it does not count.
        guard isParted || !passage.tokens[list].contains(where: { $0.tag == "NNS" && $0.dep != "compound" }) else {
            return nil
        }
        // Of commas nobody knows whether they part items or what is told of one: "Turku, Finland".
        let most = items + pairs
        return (isParted ? items...most : 1...most, passage.range(of: list))
    }

    /// The paragraphs of a list behind the one that brings it in.
    private static func paragraphs(behind passage: Passage, in passages: [Passage]) -> (Int, TextRange)? {
        let items = passages.dropFirst(passage.index + 1).prefix { $0.listItemStart != nil }
        guard items.count > 1, let first = items.first, let last = items.last else { return nil }
        let start = first.range(of: 0..<1).start
        return (
            items.count, TextRange(start: start, end: last.range(of: last.tokens.count - 1..<last.tokens.count).end)
        )
    }
}
