// SPDX-License-Identifier: Apache-2.0

import Gazetteer
import Language

/// Phrases of one or more words with what they stand for, found in tokens regardless of case.
struct TokenPhraseTable<Value: Sendable>: Sendable {
    /// The phrases that begin with one word.
    private struct Row: Sendable {
        /// What the word alone stands for.
        var alone: Value?
        /// Longer phrases by their second word, longest first.
        var longer: [String: [(words: [String], value: Value)]] = [:]
    }

    /// The phrases by their first word.
    private let rows: [String: Row]
    private let firstWords: WordSieve

    /// Builds the table; where a phrase is given twice, the first one counts.
    init(_ phrases: [(phrase: String, value: Value)]) {
        var rows: [String: Row] = [:]
        for (phrase, value) in phrases {
            let words = Self.words(of: phrase)
            // "Director-General" and "Director General" are one title.
            for variant in words.contains("-") ? [words, words.filter { $0 != "-" }] : [words] {
                guard let first = variant.first else { continue }
                if variant.count > 1 {
                    let others = rows[first]?.longer[variant[1]] ?? []
                    let place = others.firstIndex { $0.words.count < variant.count } ?? others.count
                    rows[first, default: Row()].longer[variant[1], default: []].insert((variant, value), at: place)
                } else if rows[first]?.alone == nil {
                    rows[first, default: Row()].alone = value
                }
            }
        }
        self.rows = rows
        firstWords = WordSieve(rows.keys)
    }

    /// The longest phrase that begins at token `start`, with the number of tokens it takes.
    func longestMatch(in tokens: [Token], at start: Int) -> (length: Int, value: Value)? {
        guard start < tokens.count, firstWords.mayHold(tokens[start].lower), let row = rows[tokens[start].lower]
        else { return nil }
        if start + 1 < tokens.count, !row.longer.isEmpty,
            let longer = row.longer[Self.word(tokens[start + 1].lower)]?
                .first(where: { goesOn($0.words, in: tokens, at: start) })
        {
            return (longer.words.count, longer.value)
        }
        return row.alone.map { (1, $0) }
    }

    /// Whether the words behind the second one of a phrase stand in the tokens.
    private func goesOn(_ words: [String], in tokens: [Token], at start: Int) -> Bool {
        start + words.count <= tokens.count
            && words.indices.dropFirst(2).allSatisfy { Self.word(tokens[start + $0].lower) == words[$0] }
    }

    /// A token in lower case as the phrases have it: with a straight apostrophe.
    private static func word(_ lower: String) -> String { lower == "\u{2019}s" ? "'s" : lower }

    /// The value of a whole phrase.
    subscript(phrase: String) -> Value? {
        // A phrase of one plain word is its own first word; all others pass.
        guard firstWords.mayHold(phrase) else { return nil }
        let words = Self.words(of: phrase)
        guard let first = words.first, let row = rows[first] else { return nil }
        return words.count == 1 ? row.alone : row.longer[words[1]]?.first { $0.words == words }?.value
    }

    /// Splits a phrase the way the tokenizer does: at spaces, hyphens and before a possessive mark.
    static func words(of phrase: String) -> [String] {
        let isPlainWord = phrase.utf8.allSatisfy { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20 }
        if isPlainWord, !phrase.isEmpty { return [phrase.lowercased()] }
        var words: [String] = []
        var word = ""
        for scalar in phrase.lowercased().unicodeScalars {
            switch scalar {
            case " ", "\u{A0}":
                if !word.isEmpty { words.append(word) }
                word = ""
            case "-", "\u{2013}":
                if !word.isEmpty { words.append(word) }
                words.append("-")
                word = ""
            default:
                word.unicodeScalars.append(scalar)
            }
        }
        if !word.isEmpty { words.append(word) }
        return words.flatMap { word in
            let isPossessive = word.count > 2 && (word.hasSuffix("'s") || word.hasSuffix("\u{2019}s"))
            return isPossessive ? [String(word.dropLast(2)), "'s"] : [word]
        }
    }
}
