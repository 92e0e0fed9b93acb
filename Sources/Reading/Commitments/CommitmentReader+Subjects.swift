// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// Who binds themselves.
extension CommitmentReader {
    /// Whoever binds themselves; `nil` where nobody who can is named.
    func committed(
        _ signalled: Signalled, in passage: Passage, _ resolver: ReferentResolver, _ groups: inout GroupFinder
    ) -> [Int]? {
        let tokens = passage.tokens
        if signalled.isAsked {
            return statements.speaker(of: signalled.token, in: passage).map { expanded([$0], groups) }
        }
        var subject: Int?
        if tokens[signalled.token].isNoun {
            let noun = PredicateReader(passage: passage, lexicon: governors).noun(signalled.token)
            var holders = noun.tokens(in: ["possessor", "by", "of", "from", "modifier"])
            // "the interest and commitment of Peru": the parser hangs the owner on one of the two.
            if tokens[signalled.token].dep == "conj", tokens[tokens[signalled.token].head].isNoun {
                holders += PredicateReader(passage: passage, lexicon: governors).noun(tokens[signalled.token].head)
                    .tokens(in: ["possessor", "of"]).filter { !holders.contains($0) }
            }
            // "expressed her willingness": whoever expresses it, before anybody else whom "her" may stand for.
            let voiced =
                tokens[signalled.token].dep == "dobj" ? governingSubject(of: signalled.token, in: passage) : nil
            for holder in holders where holder != signalled.content {
                if let voiced, isThirdPerson(holder, in: passage) {
                    return parties(voiced, in: passage, resolver, &groups, isOwner: false)
                }
                let found = parties(holder, in: passage, resolver, &groups, isOwner: true)
                if !found.isEmpty { return found }
            }
            // "her intent to request help and commitment to reforms": whose the first is, the second is too.
            if holders.isEmpty, let first = promiseBefore(signalled.token, in: passage) {
                return committed(first, in: passage, resolver, &groups)
            }
            // "their commitment": whoever does what is told with it, unless somebody else is named.
            let isOpen = noun.tokens(in: ["possessor", "by"]).allSatisfy { isThirdPerson($0, in: passage) }
            if isOpen {
                subject = governingSubject(of: signalled.token, in: passage)
            }
        } else {
            subject =
                signalled.bound ?? passage.subject(of: signalled.token)
                ?? adjectiveSubject(signalled.token, in: passage)
        }
        guard let subject else { return nil }
        // "Work towards shared goals: Minister Berg …" is a heading.
        if tokens[signalled.token].isVerb, signalled.content != signalled.token, subject > signalled.token,
            signalled.bound == nil
        {
            return nil
        }
        if let givers = givers(of: signalled, in: passage, resolver, &groups) { return givers.isEmpty ? nil : givers }
        if signalled.content == signalled.token, let bound = boundParties(signalled.token, in: passage) {
            // "Under the agreement Peru will train nurses": Peru alone of its parties.
            let own = parties(subject, in: passage, resolver, &groups, isOwner: false)
            return !own.isEmpty && Set(own).isSubset(of: bound) ? own : bound
        }
        if !passage.children(of: signalled.token, ["nsubjpass"]).isEmpty, signalled.content == signalled.token {
            // "a hub will be set up": by whom only "by" can say, and it may be left open.
            let agents = passage.children(of: signalled.token, ["agent"])
                .flatMap { passage.children(of: $0, ["pobj"]) }
            return agents.flatMap { parties($0, in: passage, resolver, &groups, isOwner: false) }
        }
        var found = parties(subject, in: passage, resolver, &groups, isOwner: false)
        if found.isEmpty { return nil }
        if signalled.isMutual {
            for partner in partners(of: signalled.token, in: passage) {
                found += parties(partner, in: passage, resolver, &groups, isOwner: false).filter { !found.contains($0) }
            }
        }
        return found
    }

    /// "announced a loan from the bank", "an investment of 5 million euros by Nordhus": whoever the sum comes from gives it;
    /// empty where they have a name that nobody understands.
    private func givers(
        of signalled: Signalled, in passage: Passage, _ resolver: ReferentResolver, _ groups: inout GroupFinder
    ) -> [Int]? {
        guard passage.tokens[signalled.token].isVerb, passage.tokens[signalled.content].dep == "dobj" else {
            return nil
        }
        let sums = passage.objects(of: signalled.content, behind: passage.words.owning.contains)
        let named = ([signalled.content] + sums).flatMap { passage.objects(of: $0, behind: lexicon.giving.contains) }
            .filter { passage.tokens[$0].pos == "PROPN" && passage.tokens[$0].entityLabel != "DATE" }
        guard !named.isEmpty else { return nil }
        return named.flatMap { parties($0, in: passage, resolver, &groups, isOwner: false) }
            .filter { groups.register.records[$0].kind != .person }
    }

    /// The promise told by a noun with which the one at `noun` is coordinated, though the parser hangs it in what that is of.
    private func promiseBefore(_ noun: Int, in passage: Passage) -> Signalled? {
        guard isFurtherPromise(noun, in: passage) else { return nil }
        let start = passage.doc.sentences[passage.sentence[noun]].lowerBound
        return (start..<noun).lazy.filter { passage.tokens[$0].isNoun && passage.tokens[$0].dep != "conj" }
            .compactMap { signal(at: $0, in: passage) }
            .first { passage.subtree(of: $0.content).contains(noun) }
    }

    /// Whether a noun for a promise goes on with what is named before "and": "… and commitment to reforms".
    func isFurtherPromise(_ noun: Int, in passage: Passage) -> Bool {
        let start = passage.leftEdge[noun]
        return start > 0 && passage.tokens[noun].isNoun && passage.tokens[noun].dep == "conj"
            && passage.tokens[start - 1].dep == "cc" && signal(at: noun, in: passage) != nil
    }

    func isThirdPerson(_ token: Int, in passage: Passage) -> Bool {
        passage.tokens[token].pos == "PRON" && !isFirstPerson(token, in: passage)
    }

    func isFirstPerson(_ token: Int, in passage: Passage) -> Bool { passage.isPronoun(token, of: firstPerson) }

    /// "announced plans to", "expressed a desire to": the subject of the verb above the noun.
    private func governingSubject(of noun: Int, in passage: Passage) -> Int? {
        guard ["dobj", "conj", "attr", "pobj"].contains(passage.tokens[noun].dep) else { return nil }
        for ancestor in passage.ancestors(of: noun).prefix(3) {
            let lemma = passage.tokens[ancestor].lemma.asLowercase
            // "voiced support for the plan to …": the plan of others.
            if lexicon.answering.contains(lemma) { return nil }
            guard passage.tokens[ancestor].isVerb else { continue }
            // "It includes goals of …": a paper has them, whose parties are told elsewhere.
            return agreements.providing.contains(lemma) ? nil : passage.subject(of: ancestor)
        }
        return nil
    }

    /// "is committed to", "remains ready to".
    private func adjectiveSubject(_ token: Int, in passage: Passage) -> Int? {
        guard ["acomp", "attr", "oprd", "conj"].contains(passage.tokens[token].dep) else { return nil }
        for ancestor in passage.ancestors(of: token).prefix(3) where passage.tokens[ancestor].isVerb {
            return passage.subject(of: ancestor)
        }
        return nil
    }
}
