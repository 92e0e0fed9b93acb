// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// Finds agreements by the nouns that name them, and whom they bind by who signs, by "between", and by names.
///
/// Persons sign for the bodies whose offices they hold; whoever attends a signing, its place and its host bind nobody.
struct AgreementReader {
    let passages: [Passage]
    let lexicon: AgreementLexicon
    let governors: GovernorLexicon
    let dates: [[DatedSpan]]
    let titles: [Mention]

    /// The tellings in text order, not yet merged.
    func drafts(resolver: ReferentResolver, groups: inout GroupFinder) -> [DraftAgreement] {
        var found: [DraftAgreement] = []
        for passage in passages {
            var next = 0
            while next < passage.tokens.count {
                guard let match = lexicon.match(at: next, in: passage) else {
                    next += 1
                    continue
                }
                next = match.tokens.upperBound
                if let draft = draft(match, in: passage, resolver, &groups) { found.append(draft) }
            }
        }
        return found
    }

    /// The noun phrase that an instrument's word heads, and what the sentence does with it.
    private struct Scene {
        let passage: Passage
        /// The head of the noun phrase.
        let head: Int
        /// The noun phrase from its first word to the head, with the name that it is part of.
        let phrase: Range<Int>
        let title: Mention?
        /// The verb, or the noun for a signing, that governs it.
        var act: Int?
        var signers: [Int] = []
        var partners: [Int] = []
        var witnesses: [Int] = []
        var isSigning = false
        var modality = Modality.actual
    }

    private func draft(
        _ match: AgreementLexicon.Match, in passage: Passage, _ resolver: ReferentResolver, _ groups: inout GroupFinder
    ) -> DraftAgreement? {
        var scene = scene(match, in: passage)
        // "in partnership with", "in agreement": manners of doing, not instruments.
        if match.instrument.alone == true, scene.title == nil, passage.tokens[scene.head].dep == "pobj",
            passage.tokens[passage.tokens[scene.head].head].lower == "in", scene.phrase.count == 1
        {
            return nil
        }
        findAct(of: &scene)
        guard scene.modality < .denied, scene.modality != .possible else { return nil }
        let signing = bodies(of: scene.signers, in: passage, resolver, &groups)
        let partners = bodies(of: scene.partners, in: passage, resolver, &groups)
        var parties = signing.parties + partners.parties.filter { !signing.parties.contains($0) }
        let isSigned = scene.isSigning && parties.count > 1
        if parties.count < 2 || !scene.isSigning && partners.parties.isEmpty {
            let told = told(of: scene, resolver, &groups)
            if told.count > 1 || parties.count < told.count {
                parties = told.count > 1 || parties.isEmpty ? told : parties
            }
        }
        if parties.count < 2, signing.offices.count > 1 { parties = signing.offices }
        let isWeak = match.instrument.alone == true
        guard parties.count > 1 || scene.isSigning && scene.act != nil && !isWeak || mayJoin(scene, match) else {
            return nil
        }
        if match.instrument.type == .diplomaticRelations || match.instrument.type == .treaty,
            match.instrument.type == .diplomaticRelations,
            !parties.allSatisfy({ groups.register.records[$0].kind == .country })
        {
            return nil
        }
        let span = date(of: scene)
        let status = status(of: scene, match, span)
        let telling = telling(of: scene, span, parties: parties, groups)
        return DraftAgreement(
            type: type(match.instrument.type, parties: parties, groups), name: scene.title?.name, parties: parties,
            signatories: signing.persons, witnesses: people(scene.witnesses, in: passage, resolver, &groups),
            scope: scope(of: scene), status: status, date: span?.date, isDefinite: isDefinite(scene),
            isSigned: isSigned,
            tellings: [.init(passage: passage.index, tokens: telling)],
            purpose: scene.isSigning && status == .signed ? purpose(of: scene) : nil)
    }

    /// A telling without parties may still be about an agreement told elsewhere: "The MOU was signed by …".
    private func mayJoin(_ scene: Scene, _ match: AgreementLexicon.Match) -> Bool {
        scene.isSigning && isDefinite(scene)
    }

    // MARK: The scene

    private func scene(_ match: AgreementLexicon.Match, in passage: Passage) -> Scene {
        var head = passage.head(of: match.tokens)
        while ["compound", "amod", "nmod"].contains(passage.tokens[head].dep), passage.tokens[head].head > head,
            passage.tokens[passage.tokens[head].head].isNoun,
            !lexicon.signings.contains(passage.tokens[passage.tokens[head].head].lower),
            passage.tokens[passage.tokens[head].head].lower != "ceremony"
        {
            head = passage.tokens[head].head
        }
        let title = titles.first {
            $0.passage == passage.index && $0.tokens.overlaps(match.tokens)
        }
        var start = passage.leftEdge[head]
        var end = max(head + 1, match.tokens.upperBound)
        if let title {
            start = min(start, title.tokens.lowerBound)
            end = max(end, title.tokens.upperBound)
        }
        start = min(start, match.tokens.lowerBound)
        return Scene(passage: passage, head: head, phrase: start..<end, title: title)
    }

    /// Looks above and below the instrument for whoever signs it, has it, or only looks on.
    private func findAct(of scene: inout Scene) {
        let passage = scene.passage
        let reader = PredicateReader(passage: passage, governors: governors)
        // "the MOU signed by A", "the MOU that A and B signed".
        for child in passage.children(of: scene.head, ["acl", "relcl"])
        where lexicon.signing.contains(passage.tokens[child].lemma.lowercased()) {
            let verb = reader.verb(child)
            scene.act = child
            scene.isSigning = true
            scene.modality = verb.modality
            scene.signers += verb.tokens(in: ["subject", "by"]).filter { $0 != scene.head }
            for agent in passage.children(of: child, ["agent"]) {
                scene.signers += passage.children(of: agent, ["pobj"]).filter { !scene.signers.contains($0) }
            }
            scene.partners += verb.tokens(in: ["with", "between"])
            return
        }
        var current = scene.head
        while passage.tokens[current].dep == "conj", passage.tokens[passage.tokens[current].head].isNoun {
            current = passage.tokens[current].head
        }
        for _ in 0..<4 {
            let above = passage.tokens[current].head
            guard above != current else { return }
            let word = passage.tokens[above]
            let lemma = word.lemma.lowercased()
            if word.tag == "IN" || word.dep == "prep" || word.dep == "agent" {
                let role = word.lower
                let verb = passage.tokens[above].head
                if ["to", "on", "into"].contains(role), passage.tokens[verb].isVerb, !scene.isSigning {
                    let base = passage.tokens[verb].lemma.lowercased()
                    if lexicon.agreeing.contains(base) || lexicon.concluding.contains(base) && role == "into" {
                        take(reader.verb(verb), in: &scene)
                    }
                    return
                }
                guard ["of", "at"].contains(role) else { return }
                current = above
                continue
            }
            if word.isVerb {
                if lexicon.signing.contains(lemma) || lexicon.signing.contains(word.lower) {
                    scene.isSigning = true
                    take(reader.verb(above), in: &scene)
                } else if scene.isSigning, lexicon.witnessing.contains(lemma) {
                    let verb = reader.verb(above)
                    scene.witnesses = verb.tokens(in: ["subject"])
                    scene.modality = max(scene.modality, verb.modality)
                } else if scene.isSigning {
                    scene.modality = max(scene.modality, reader.modality(of: above))
                } else if lexicon.concluding.contains(lemma) || lexicon.ending.contains(lemma) {
                    take(reader.verb(above), in: &scene)
                }
                return
            }
            if word.isNoun || word.tag == "VBG" {
                if lexicon.signings.contains(word.lower) || word.lower == "ceremony" {
                    scene.isSigning = true
                    scene.act = scene.act ?? above
                    let noun = reader.noun(above)
                    scene.partners += noun.tokens(in: ["between"])
                    scene.signers += noun.tokens(in: ["by"])
                    current = above
                    continue
                }
            }
            return
        }
    }

    private func take(_ verb: Predicate, in scene: inout Scene) {
        scene.act = verb.trigger
        scene.modality = verb.modality
        let objects = verb.tokens(in: ["object"])
        guard objects.isEmpty || objects.contains(where: { scene.phrase.contains($0) || $0 == scene.head })
            || !scene.isSigning
        else { return }
        scene.signers += verb.tokens(in: ["subject"]).filter { !scene.phrase.contains($0) }
        scene.partners += verb.tokens(in: ["with", "between"]).filter { !scene.phrase.contains($0) }
    }

    // MARK: Parties

    private func bodies(
        of tokens: [Int], in passage: Passage, _ resolver: ReferentResolver, _ groups: inout GroupFinder
    ) -> (parties: [Int], persons: [Int], offices: [Int]) {
        var parties: [Int] = []
        var persons: [Int] = []
        var offices: [Int] = []
        for token in tokens {
            for party in groups.bearers(token, in: passage, resolver: resolver) {
                let record = groups.register.records[party]
                switch record.kind {
                case .person:
                    if !persons.contains(party) { persons.append(party) }
                    for office in record.offices where !office.isPast {
                        if let body = office.of, !offices.contains(body) { offices.append(body) }
                    }
                case .place: break
                default: if !parties.contains(party) { parties.append(party) }
                }
            }
        }
        // Where bodies sign, the persons named beside them sign for them.
        return (parties, persons, persons.count > 1 ? offices : [])
    }

    private func people(
        _ tokens: [Int], in passage: Passage, _ resolver: ReferentResolver, _ groups: inout GroupFinder
    ) -> [Int] {
        var found: [Int] = []
        for token in tokens {
            for party in groups.bearers(token, in: passage, resolver: resolver) where !found.contains(party) {
                found.append(party)
            }
        }
        return found
    }

    /// The parties that the instrument's own phrase tells, most certain first.
    private func told(of scene: Scene, _ resolver: ReferentResolver, _ groups: inout GroupFinder) -> [Int] {
        let passage = scene.passage
        let noun = PredicateReader(passage: passage, governors: governors).noun(scene.head)
        var between = bodies(of: noun.tokens(in: ["between", "among"]), in: passage, resolver, &groups).parties
        if between.count > 1 { return between }
        let own = groups.knownPlaces(in: scene.phrase, of: passage)
        let demonyms = groups.places(inFrontOf: scene.head, in: passage, from: scene.phrase.lowerBound)
        let named = own + demonyms.filter { !own.contains($0) }
        if named.count > 1 { return named }
        let with = bodies(of: noun.tokens(in: ["with"]), in: passage, resolver, &groups).parties
        if !with.isEmpty {
            var holders = bodies(of: noun.tokens(in: ["possessor"]), in: passage, resolver, &groups).parties
            if holders.isEmpty { holders = named }
            if holders.isEmpty, let act = scene.act, let subject = passage.subject(of: act) {
                holders = bodies(of: [subject], in: passage, resolver, &groups).parties
            }
            let both = holders + with.filter { !holders.contains($0) }
            if both.count > 1 { return both }
        }
        // "Joint Statement of Estonia and Rwanda".
        let of = bodies(of: noun.tokens(in: ["of"]), in: passage, resolver, &groups).parties
        if of.count > 1 { return of }
        between = pairBehind(scene, resolver, &groups)
        return between.count > 1 ? between : []
    }

    /// "an MOU … to strengthen cooperation between A and B", "since the establishment of relations, … between A and B":
    /// the one pair of bodies or countries that the rest of the sentence says work together.
    private func pairBehind(_ scene: Scene, _ resolver: ReferentResolver, _ groups: inout GroupFinder) -> [Int] {
        let passage = scene.passage
        let sentence = passage.doc.sentences[passage.sentence[scene.head]]
        guard passage.block.role != .headline else { return [] }
        var pairs: [[Int]] = []
        for token in scene.phrase.upperBound..<max(scene.phrase.upperBound, sentence.upperBound)
        where passage.tokens[token].lower == "between" {
            let noun = passage.tokens[token].head
            guard passage.tokens[noun].isNoun else { continue }
            let lower = passage.tokens[noun].lower
            guard lexicon.purposes.contains(lower) else { continue }
            let objects = passage.children(of: token, ["pobj"])
            let parties = bodies(of: objects, in: passage, resolver, &groups).parties
            if parties.count > 1 { pairs.append(parties) }
        }
        return pairs.count == 1 ? pairs[0] : []
    }

    private func type(_ type: Agreement.Form, parties: [Int], _ groups: GroupFinder) -> Agreement.Form {
        guard type == .treaty else { return type }
        let states = parties.allSatisfy {
            [.country, .organisation].contains(groups.register.records[$0].kind)
        }
        let hasCountry = parties.contains { groups.register.records[$0].kind == .country }
        return parties.isEmpty || states && hasCountry ? .treaty : .other
    }

    // MARK: Slots

    private func isDefinite(_ scene: Scene) -> Bool {
        scene.passage.tokens[scene.phrase.lowerBound].lower == "the"
            || scene.passage.children(of: scene.head, ["det"]).contains {
                ["the", "this"].contains(scene.passage.tokens[$0].lower)
            }
    }

    private func date(of scene: Scene) -> DatedSpan? {
        let passage = scene.passage
        let anchor = scene.act ?? scene.head
        let candidates = dates[passage.index].filter { span in
            guard span.date != nil, passage.sentence[span.tokens.lowerBound] == passage.sentence[scene.head],
                span.isMoment || span.modifier == .since
            else { return false }
            let above = passage.ancestors(of: passage.head(of: span.tokens))
            return above.contains(anchor) || above.contains(scene.head)
                || above.contains(passage.tokens[anchor].head) && !passage.tokens[passage.tokens[anchor].head].isVerb
        }
        return candidates.min {
            abs($0.tokens.lowerBound - anchor) < abs($1.tokens.lowerBound - anchor)
        }
    }

    private func status(_ type: Agreement.Form) -> Agreement.Status? {
        switch type {
        case .sisterCity, .diplomaticRelations, .partnership: .inForce
        default: nil
        }
    }

    private func status(of scene: Scene, _ match: AgreementLexicon.Match, _ span: DatedSpan?) -> Agreement.Status? {
        let passage = scene.passage
        if scene.modality > .actual { return .planned }
        let above = passage.ancestors(of: scene.head).prefix(3).map { passage.tokens[$0] }
        if above.contains(where: { lexicon.coming.contains($0.lower) || lexicon.coming.contains($0.lemma.lowercased()) })
        {
            return .planned
        }
        if let act = scene.act, lexicon.ending.contains(passage.tokens[act].lemma.lowercased()) { return .ended }
        if scene.isSigning { return .signed }
        if let first = above.first, lexicon.bases.contains(first.lower) { return .inForce }
        return status(match.instrument.type)
    }

    private func scope(of scene: Scene) -> DraftAgreement.Telling? {
        let passage = scene.passage
        for child in passage.children(of: scene.head, ["prep"]) where child >= scene.head {
            guard ["on", "in", "for", "concerning", "regarding"].contains(passage.tokens[child].lower),
                let object = passage.children(of: child, ["pobj"]).first
            else { continue }
            let tokens = passage.leftEdge[object]..<passage.rightEdge[object] + 1
            if tokens.count < 40, !dates[passage.index].contains(where: { $0.tokens.overlaps(tokens) }) {
                return .init(passage: passage.index, tokens: tokens)
            }
        }
        return purpose(of: scene)
    }

    /// The infinitive that says what the instrument is for.
    private func purpose(of scene: Scene) -> DraftAgreement.Telling? {
        let passage = scene.passage
        let hosts = [scene.head, scene.act].compactMap { $0 }
        for host in hosts {
            for child in passage.children(of: host, ["acl", "advcl", "xcomp", "relcl"])
            where child > scene.head
                && passage.children(of: child, ["aux"]).contains(where: { passage.tokens[$0].tag == "TO" })
            {
                let start = passage.leftEdge[child]
                let end = passage.rightEdge[child] + 1
                if start > scene.head, start < end { return .init(passage: passage.index, tokens: start..<end) }
            }
        }
        return nil
    }

    private func telling(of scene: Scene, _ span: DatedSpan?, parties: [Int], _ groups: GroupFinder) -> Range<Int> {
        let passage = scene.passage
        var used = [scene.phrase.lowerBound, scene.phrase.upperBound - 1]
        used += scene.signers.flatMap { [passage.leftEdge[$0], passage.rightEdge[$0]] }
        used += scene.partners.flatMap { [passage.leftEdge[$0], passage.rightEdge[$0]] }
        if let act = scene.act { used.append(act) }
        let sentence = passage.doc.sentences[passage.sentence[scene.head]]
        for party in parties {
            let near = groups.register.records[party].mentions.filter {
                $0.passage == passage.index && sentence.contains($0.tokens.lowerBound)
                    && $0.tokens.lowerBound >= scene.phrase.lowerBound
            }.min { $0.tokens.lowerBound < $1.tokens.lowerBound }
            if let near { used.append(near.tokens.upperBound - 1) }
        }
        if let span { used += [span.tokens.lowerBound, span.tokens.upperBound - 1] }
        let start = max(sentence.lowerBound, used.min() ?? scene.head)
        var end = min(sentence.upperBound, (used.max() ?? scene.head) + 1)
        while end - start > 1, passage.tokens[end - 1].isPunctuation { end -= 1 }
        return start..<end
    }
}
