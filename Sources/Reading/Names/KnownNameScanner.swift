// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// Finds further mentions of names that the article has introduced: a surname alone, an acronym spelt out elsewhere.
struct KnownNameScanner {
    private let surnames: [String: Mention]
    private let acronyms: [String: Mention]

    /// Words with which names of organisations begin, so that they may stand for those.
    private let bodies: Set<String>

    /// Learns from the names found so far; `bodies` are the words with which those of organisations begin.
    init(mentions: [Mention], bodies: Set<String>, knowledge: NameKnowledge) {
        self.bodies = bodies
        var surnames: [String: Mention] = [:]
        var acronyms: [String: Mention] = [:]
        for mention in mentions {
            if mention.kind == .party(.person), mention.nameTokens.count > 1,
                !mention.offices.isEmpty || mention.gender != nil
            {
                let words = mention.name.split(separator: " ").map(String.init)
                // Spanish and Vietnamese usage takes a middle word for short.
                for word in words where word.unicodeScalars.count > 2 && surnames[word] == nil {
                    surnames[word] = mention
                }
                // Vietnamese usage takes the last one, however short: "Le" of "Nguyen Thi Le".
                if let last = words.last, words.count > 2, knowledge.isEasternFamilyName(words[0]),
                    surnames[last] == nil
                {
                    surnames[last] = mention
                }
            }
            if let acronym = mention.acronym, acronyms[acronym] == nil { acronyms[acronym] = mention }
        }
        self.surnames = surnames
        self.acronyms = acronyms
    }

    /// Whether the word is part of the name of somebody introduced by an office or form of address.
    func isPartOfPersonalName(_ word: String) -> Bool { surnames[word] != nil && !bodies.contains(word) }

    /// The mentions of `passage` that `known`, all of that passage, misses.
    func mentions(in passage: Passage, besides known: [Mention]) -> [Mention] {
        var covered = TokenSet(of: passage)
        for mention in known { covered.formUnion(mention.nameTokens) }
        let free = passage.tokens.indices.filter { passage.tokens[$0].isCapitalised && !covered.contains($0) }
        return free.compactMap { token in
            let word = passage.tokens[token]
            let kind: Mention.Kind
            if let owner = acronyms[word.text] {
                kind = owner.kind
            } else if surnames[word.text] != nil, word.tag.hasPrefix("NNP"),
                word.entityLabel != "ORG" || !bodies.contains(word.text)
            {
                kind = .party(.person)
            } else {
                return nil
            }
            return Mention(
                passage: passage.index, tokens: token..<token + 1, nameTokens: token..<token + 1, name: word.text,
                kind: kind, place: nil)
        }
    }
}
