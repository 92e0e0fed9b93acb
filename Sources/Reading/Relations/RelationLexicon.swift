// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Gazetteer

/// Words that say what one party is to another; see `Resources/frames/relations.yaml`.
struct RelationLexicon: Sendable, Decodable {
    /// One type of relation with the words for it.
    struct Way: Sendable, Decodable {
        let type: Relation.Form
        let heads: [String]?
        let links: Set<String>
        let mutual: Bool?
        let participles: Set<String>?
        let verbs: Set<String>?
        let subjects: Set<Party.Kind>
        let objects: Set<Party.Kind>
    }

    /// The ways to say it, found by their words.
    struct Ways: Sendable, Decodable {
        private let heads: PhraseIndex<Way>
        private let ties: [String: Way]
        private let sieve: WordSieve

        init(from decoder: any Decoder) throws {
            let ways = try [Way](from: decoder)
            heads = PhraseIndex(ways.flatMap { way in (way.heads ?? []).map { ($0.words, way) } })
            var ties: [String: Way] = [:]
            for way in ways {
                for word in (way.participles ?? []).union(way.verbs ?? []) { ties[word] = way }
            }
            self.ties = ties
            sieve = WordSieve(ties.keys)
        }

        /// The way whose longest head begins at a token, and the tokens of that head.
        func head(at start: Int, in passage: Passage) -> (way: Way, tokens: Range<Int>)? {
            var best: (way: Way, tokens: Range<Int>)?
            for (words, way) in heads.phrases(beginningWith: passage.tokens[start].lemma.asLowercase) {
                let end = start + words.count
                guard end <= passage.tokens.count, words.count > best?.tokens.count ?? 0,
                    zip(words, passage.tokens[start..<end]).allSatisfy({ word, token in
                        token.lemma.asLowercase == word || token.lower == word
                    })
                else { continue }
                best = (way, start..<end)
            }
            return best
        }

        /// The way of a participle or verb that ties its subject to a place.
        func tie(at token: Int, in passage: Passage) -> Way? {
            let word = passage.tokens[token]
            guard word.isVerb || word.pos == "ADJ" else { return nil }
            for form in [word.lower, word.lemma.asLowercase] where sieve.mayHold(form) {
                if let way = ties[form], way.participles?.contains(form) == true || word.isVerb { return way }
            }
            return nil
        }
    }

    let being: Set<String>
    let ranking: Set<String>
    let overtaking: Set<String>
    let `as`: Set<String>
    let among: Set<String>
    let some: Set<String>
    let part: Set<String>
    let scopes: Set<String>
    let unreal: Set<String>
    let joints: Set<String>
    let relations: Ways
}
