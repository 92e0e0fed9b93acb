// SPDX-License-Identifier: Apache-2.0

import Gazetteer
import Language

/// Phrases of one or more words with what they stand for, found in tokens regardless of case.
struct TokenPhraseTable<Value: Sendable>: Sendable {
    private struct Entry: Sendable {
        let words: [String]
        let value: Value
    }

    /// The phrases by their first word, longest first.
    private let entries: [String: [Entry]]
    private let firstWords: WordSieve

    /// Builds the table; where a phrase is given twice, the first one counts.
    init(_ phrases: [(phrase: String, value: Value)]) {
        var entries: [String: [Entry]] = [:]
        for (phrase, value) in phrases {
            let words = Self.words(of: phrase)
            // "Director-General" and "Director General" are one title.
            for variant in words.contains("-") ? [words, words.filter { $0 != "-" }] : [words] {
                guard let first = variant.first else { continue }
                entries[first, default: []].append(Entry(words: variant, value: value))
            }
        }
        self.entries = entries.mapValues { list in
            list.enumerated().sorted {
                $0.element.words.count == $1.element.words.count
                    ? $0.offset < $1.offset : $0.element.words.count > $1.element.words.count
            }.map(\.element)
        }
        firstWords = WordSieve(entries.keys)
    }

    /// The longest phrase that begins at token `start`, with the number of tokens it takes.
    func longestMatch(in tokens: [Token], at start: Int) -> (length: Int, value: Value)? {
        guard start < tokens.count, firstWords.mayHold(tokens[start].text),
            let candidates = entries[tokens[start].lower]
        else { return nil }
        let longest = candidates.indices.first { begins(candidates[$0].words, in: tokens, at: start) }
        return longest.map { (candidates[$0].words.count, candidates[$0].value) }
    }

    /// Whether the words behind the first one of a phrase stand in the tokens.
    private func begins(_ words: [String], in tokens: [Token], at start: Int) -> Bool {
        start + words.count <= tokens.count
            && words.indices.dropFirst().allSatisfy { Self.word(tokens[start + $0].lower) == words[$0] }
    }

    /// A token in lower case as the phrases have it: with a straight apostrophe.
    private static func word(_ lower: String) -> String { lower == "\u{2019}s" ? "'s" : lower }

    /// The value of a whole phrase.
    subscript(phrase: String) -> Value? {
        // A phrase of one plain word is its own first word; all others pass.
        guard firstWords.mayHold(phrase) else { return nil }
        let words = Self.words(of: phrase)
        guard let first = words.first else { return nil }
        return entries[first]?.first { $0.words == words }?.value
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
