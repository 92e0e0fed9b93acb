// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Tells a copy with light edits from a release made by the same template, such as the same announcement about another
/// city and another year.
///
/// Sentences of the two texts are aligned by their small words. What stands at the same place and is a number, a date
/// or a name is a fact. A copy keeps nearly all facts, an outlet that spells a name its own way changes one; a template
/// changes most of them.
struct FactsOfCopies {
    /// So many facts, and this share of them, have to differ before two texts are about different things.
    private static let least = 3
    private static let share = 0.4
    /// The share of small words from which on two sentences are at one place.
    private static let alignment = 0.6

    private struct Sentence {
        let words: Set<String>
        let facts: Set<String>
    }

    private let sentences: [Sentence]

    /// Takes a text apart.
    init(_ text: String) {
        sentences = Self.pieces(of: text).map { piece in
            let words = piece.split(whereSeparator: \.isWhitespace).map { String($0) }
            var facts: Set<String> = []
            var small: Set<String> = []
            for (index, word) in words.enumerated() {
                let folded = NameTokens.joined(word)
                guard !folded.isEmpty else { continue }
                let isNumber = folded.unicodeScalars.contains { $0.properties.numericType != nil }
                let isName =
                    index > 0
                    && word.unicodeScalars.first { $0.properties.isAlphabetic }?.properties.isUppercase == true
                if isNumber || isName { facts.insert(folded) } else { small.insert(folded) }
            }
            return Sentence(words: small, facts: facts)
        }
    }

    /// Whether most facts at aligned places differ.
    func areOthers(than other: FactsOfCopies) -> Bool {
        var mine: Set<String> = []
        var theirs: Set<String> = []
        for sentence in sentences where sentence.words.count > 1 && !sentence.facts.isEmpty {
            let best = other.sentences.map { (sentence: $0, likeness: $0.words.likeness(to: sentence.words)) }
                .max { $0.likeness < $1.likeness }
            guard let best, best.likeness >= Self.alignment else { continue }
            mine.formUnion(sentence.facts)
            theirs.formUnion(best.sentence.facts)
        }
        let changed = min(
            mine.subtracting(other.all).count, theirs.subtracting(all).count)
        return changed >= Self.least && Double(changed) >= Self.share * Double(min(mine.count, theirs.count))
    }

    private var all: Set<String> { sentences.reduce(into: []) { $0.formUnion($1.facts) } }

    /// Sentences, as far as stops and line ends tell them; what is cut in two is cut so in both texts.
    private static func pieces(of text: String) -> [Substring] {
        var pieces: [Substring] = []
        var start = text.startIndex
        var index = text.startIndex
        while index < text.endIndex {
            let next = text.index(after: index)
            let isStop =
                ".!?。".contains(text[index]) && (next == text.endIndex || text[next].isWhitespace || text[next] == "”")
            if text[index].isNewline || isStop {
                pieces.append(text[start..<next])
                start = next
            }
            index = next
        }
        return pieces + [text[start...]]
    }
}
