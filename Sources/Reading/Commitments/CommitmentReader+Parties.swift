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
        if isFirstPerson(token, in: passage) {
            let place = TokenPlace(passage: passage.index, token: token)
            // "We resolved …," said the joint statement: those whose statement it is, if it is told.
            let speakers = (resolver.referents[place] ?? []).filter { !isPaper($0, groups) }
            if !speakers.isEmpty { return expanded(speakers, groups) }
            return isQuoted || word.lower.hasPrefix("i") || word.lower.hasPrefix("m") ? [] : authors
        }
        if let owner = passage.children(of: token, ["poss"]).first,
            isFirstPerson(owner, in: passage),
            lexicon.selves.contains(word.lemma.asLowercase) || lexicon.both.contains(word.lower),
            resolver.party(at: TokenPlace(passage: passage.index, token: token)) == nil
        {
            // "our city", "our governments": the speaker's side, or all who speak.
            return parties(owner, in: passage, resolver, &groups, isOwner: true)
        }
        let sides = sides(of: token, in: passage, resolver, &groups)
        if !sides.isEmpty { return sides }
        var found = groups.bearers(
            token, in: passage, resolver: resolver, describes: !isOwner && isDescribed(token, in: passage))
        if found.isEmpty, isOwner {
            found = groups.register.place(at: TokenPlace(passage: passage.index, token: token)).map { [$0] } ?? []
        }
        if found.isEmpty, !isOwner, let body = groups.unknownBody(at: token, in: passage) { found = [body] }
        if found.isEmpty, lexicon.both.contains(word.lower), !passage.children(of: token, ["nummod"]).isEmpty {
            found = number(of: token, in: passage).flatMap { signers(before: (passage.index, token), number: $0) } ?? []
        }
        // "the three nations" whom nothing else tells are the three who have signed.
        if found.count == 1, lexicon.both.contains(word.lower), groups.register.records[found[0]].kind == .group,
            groups.register.records[found[0]].members.isEmpty
        {
            found =
                number(of: token, in: passage).flatMap { signers(before: (passage.index, token), number: $0) } ?? found
        }
        return found.filter {
            let record = groups.register.records[$0]
            // A province binds itself, a hall does not.
            return (record.kind != .place || record.identifiers["iso3166"] != nil) && !isPaper($0, groups)
        }
    }

    /// "her country": the one for which whoever is meant holds an office, or else themselves.
    private func sides(
        of token: Int, in passage: Passage, _ resolver: ReferentResolver, _ groups: inout GroupFinder
    ) -> [Int] {
        let noun = passage.tokens[token].lemma.asLowercase
        guard lexicon.selves.contains(noun), let owner = passage.children(of: token, ["poss"]).first,
            isThirdPerson(owner, in: passage),
            resolver.party(at: TokenPlace(passage: passage.index, token: token)) == nil
        else { return [] }
        let people = parties(owner, in: passage, resolver, &groups, isOwner: true)
        let kind: Party.Kind = lexicon.towns.contains(noun) ? .city : .country
        let homes = people.flatMap { groups.register.records[$0].offices }
            .filter { !$0.isPast }.compactMap(\.of).filter { groups.register.records[$0].kind == kind }
        return homes.isEmpty ? people : Set(homes).sorted()
    }

    /// Whether what is described is a paper, which binds its authors: "the joint statement".
    private func isPaper(_ party: Int, _ groups: GroupFinder) -> Bool {
        let record = groups.register.records[party]
        return record.kind == .group && record.members.isEmpty
            && !lexicon.papers.isDisjoint(with: NameFolding.words(of: record.name))
    }

    /// The parties of the agreements told before a place, if they are always the same and as many as `number`.
    private func signers(before place: (Int, Int), number: Int) -> [Int]? {
        let told = signed.filter { $0.parties.count > 1 && $0.order < place }.map(\.parties)
        guard let first = told.first, first.count == number, told.allSatisfy({ Set($0) == Set(first) }) else {
            return nil
        }
        return first
    }

    /// How many sides there are: three in "the three nations", two where no number says otherwise; `nil` where the number is
    /// none of the lexicon's.
    private func number(of sides: Int, in passage: Passage) -> Int? {
        guard let count = passage.children(of: sides, ["nummod"]).first else { return 2 }
        return lexicon.counts.firstIndex(of: passage.tokens[count].lower).map { $0 + 2 }
    }

    /// Bodies and people without a name can bind themselves where the text says whose they are: "Korean companies",
    /// "officials from Peru and Ghana".
    private func isDescribed(_ token: Int, in passage: Passage) -> Bool {
        let lower = passage.tokens[token].lower
        return lexicon.both.contains(lower)
            || (passage.children(of: token, ["amod", "compound", "poss", "nmod"])
                + passage.objects(of: token, behind: lexicon.hailing.contains))
                .contains { passage.tokens[$0].isCapitalised }
    }

    func expanded(_ parties: [Int], _ groups: GroupFinder) -> [Int] {
        parties.flatMap { party in
            let members = groups.register.records[party].members
            return members.isEmpty ? [party] : members
        }
    }
}
