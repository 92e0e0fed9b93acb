// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

extension CommitmentReader {
    /// Whom "agreed with X" and "met X and agreed" bind besides the subject.
    func partners(of verb: Int, in passage: Passage) -> [Int] {
        let reader = PredicateReader(passage: passage, lexicon: governors)
        var found = passage.objects(of: verb, behind: passage.words.accompanying.contains)
        let above = passage.tokens[verb].head
        if passage.tokens[verb].dep == "conj", passage.tokens[above].isVerb,
            passage.children(of: verb, ["nsubj"]).isEmpty,
            lexicon.conferring.contains(passage.tokens[above].lemma.asLowercase)
        {
            let met = reader.verb(above)
            found += met.tokens(in: ["with"])
            if lexicon.meeting.contains(passage.tokens[above].lemma.asLowercase) { found += met.tokens(in: ["object"]) }
        }
        return found
    }

    func parties(
        _ token: Int, in passage: Passage, _ resolver: ReferentResolver, _ groups: inout GroupFinder, isOwner: Bool
    ) -> [Int] {
        let word = passage.tokens[token]
        let isQuoted = resolver.isQuoted(TokenPlace(passage: passage.index, token: token))
        if firstPerson.contains(word.lower) {
            let place = TokenPlace(passage: passage.index, token: token)
            if let speakers = resolver.referents[place] { return expanded(speakers, groups) }
            return isQuoted || word.lower.hasPrefix("i") || word.lower.hasPrefix("m") ? [] : authors
        }
        if let owner = passage.children(of: token, ["poss"]).first,
            firstPerson.contains(passage.tokens[owner].lower),
            lexicon.selves.contains(word.lemma.asLowercase) || lexicon.both.contains(word.lower),
            resolver.party(at: TokenPlace(passage: passage.index, token: token)) == nil
        {
            // "our city", "our governments": the speaker's side, or all who speak.
            return parties(owner, in: passage, resolver, &groups, isOwner: true)
        }
        var found = groups.bearers(
            token, in: passage, resolver: resolver, describes: !isOwner && isDescribed(token, in: passage))
        if found.isEmpty, isOwner {
            found = groups.register.place(at: TokenPlace(passage: passage.index, token: token)).map { [$0] } ?? []
        }
        if found.isEmpty, !isOwner, let body = groups.unknownBody(at: token, in: passage) { found = [body] }
        // "the two sides" whom nothing else tells are the two who have signed.
        if found.count == 1, lexicon.both.contains(word.lower), groups.register.records[found[0]].kind == .group,
            groups.register.records[found[0]].members.isEmpty
        {
            found = pairSigned(before: (passage.index, token)) ?? found
        }
        return found.filter {
            let record = groups.register.records[$0]
            // A province binds itself, a hall does not.
            return record.kind != .place || record.identifiers["iso3166"] != nil
        }
    }

    /// The two parties of the agreements told before a place, if they are always the same two.
    private func pairSigned(before place: (Int, Int)) -> [Int]? {
        let pairs = signed.filter { $0.parties.count > 1 && $0.order < place }.map(\.parties)
        guard let pair = pairs.first, pair.count == 2, pairs.allSatisfy({ Set($0) == Set(pair) }) else { return nil }
        return pair
    }

    /// Bodies and people without a name can bind themselves where the text says whose they are: "Korean companies".
    private func isDescribed(_ token: Int, in passage: Passage) -> Bool {
        let lower = passage.tokens[token].lower
        return lexicon.both.contains(lower)
            || passage.children(of: token, ["amod", "compound", "poss", "nmod"]).contains {
                passage.tokens[$0].isCapitalised
            }
    }

    func expanded(_ parties: [Int], _ groups: GroupFinder) -> [Int] {
        parties.flatMap { party in
            let members = groups.register.records[party].members
            return members.isEmpty ? [party] : members
        }
    }
}
