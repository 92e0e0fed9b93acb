// SPDX-License-Identifier: Apache-2.0

import Gazetteer

/// Phrases in lower case with what they stand for, found by their first word.
struct PhraseIndex<Value: Sendable>: Sendable {
    private let phrases: [String: [(words: [String], value: Value)]]
    private let firstWords: WordSieve

    /// Indexes phrases, given by their words; those with the same first word keep their order.
    init(_ list: [(words: [String], value: Value)]) {
        phrases = Dictionary(grouping: list.filter { !$0.words.isEmpty }) { $0.words[0] }
        firstWords = WordSieve(phrases.keys)
    }

    /// The phrases that begin with a word in lower case.
    func phrases(beginningWith word: String) -> [(words: [String], value: Value)] {
        firstWords.mayHold(word) ? phrases[word] ?? [] : []
    }
}

extension String {
    /// The words of a phrase that a lexicon writes with single spaces.
    var words: [String] { split(separator: " ").map(String.init) }
}
