// SPDX-License-Identifier: Apache-2.0

import Language

/// The phrases that introduce groups of people, "a delegation from Porto", "twelve teachers", and what later ones such as
/// "the delegation", "the visitors", "the teachers" go back to.
struct GroupIntroductions: Sendable {
    private struct Introduction {
        let place: TokenPlace
        let noun: String
        /// Whether these people came from somewhere, or are called guests.
        let isOfGuests: Bool
    }

    private let all: [Introduction]
    let lexicon: ReferentLexicon

    /// Looks for the groups that the passages introduce by `people`, nouns for them.
    init(passages: [Passage], people: WordList, lexicon: ReferentLexicon) {
        self.lexicon = lexicon
        all = passages.filter { $0.block.role != .headline }.flatMap { passage in
            passage.tokens.indices.compactMap { token -> Introduction? in
                guard passage.tokens[token].isNoun, people.contains(passage.tokens[token].lower),
                    !Self.isBare(token, in: passage, lexicon)
                else { return nil }
                let noun = passage.tokens[token].lower
                let comes = passage.children(of: token, ["prep"]).contains {
                    lexicon.sourceWords.contains(passage.tokens[$0].lower)
                }
                return Introduction(
                    place: TokenPlace(passage: passage.index, token: token), noun: noun,
                    isOfGuests: comes || lexicon.guestNouns.contains(noun))
            }
        }
    }

    /// Whether the definite noun at `place` goes back to a phrase before it.
    func isToldOf(_ place: TokenPlace, in passage: Passage) -> Bool { antecedent(of: place, in: passage) != nil }

    /// The phrase that the definite noun at `place` goes back to: the last one with the same noun, else, for "the
    /// visitors" and the like, the only group that came from somewhere; `nil` where there is none or there are several.
    func antecedent(of place: TokenPlace, in passage: Passage) -> TokenPlace? {
        let noun = passage.tokens[place.token].lower
        guard Self.isBare(place.token, in: passage, lexicon), isDefinite(place.token, in: passage) else { return nil }
        let before = all.filter { $0.place < place }
        if let same = before.last(where: { $0.noun == noun }) { return same.place }
        guard lexicon.guestNouns.contains(noun) else { return nil }
        let guests = before.filter(\.isOfGuests)
        return guests.count == 1 ? guests[0].place : nil
    }

    /// Whether the noun stands without words that say which people they are.
    private static func isBare(_ token: Int, in passage: Passage, _ lexicon: ReferentLexicon) -> Bool {
        passage.children[token].allSatisfy {
            ["det", "punct", "relcl", "appos", "acl", "cc", "conj", "case"].contains(passage.tokens[$0].dep)
                || passage.tokens[$0].dep == "prep" && lexicon.isStray($0, behind: token, in: passage)
        }
    }

    private func isDefinite(_ token: Int, in passage: Passage) -> Bool {
        passage.children(of: token, ["det"]).contains { lexicon.groupDefinites.contains(passage.tokens[$0].lower) }
    }
}

extension ReferentLexicon {
    /// Whether a preposition behind a noun for people belongs to the verb, and so is no part of what they are called.
    func isStray(_ preposition: Int, behind noun: Int, in passage: Passage) -> Bool {
        let word = passage.tokens[preposition].lower
        if strayWords.contains(word) { return true }
        return guestStrayWords.contains(word) && guestNouns.contains(passage.tokens[noun].lower)
            && passage.children(of: noun, ["det"]).contains { groupDefinites.contains(passage.tokens[$0].lower) }
    }
}
