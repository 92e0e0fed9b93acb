// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

extension AgreementReader {
    func acronym(of scene: Scene) -> String? {
        let end = scene.phrase.upperBound
        let tokens = scene.passage.tokens
        guard scene.title != nil, end + 2 < tokens.count, tokens[end].text == "(", tokens[end + 2].text == ")" else {
            return nil
        }
        return tokens[end + 1].text
    }

    func isDefinite(_ scene: Scene) -> Bool {
        scene.passage.words.definite.contains(scene.passage.tokens[scene.phrase.lowerBound].lower)
            || scene.passage.children(of: scene.head, ["det"]).contains {
                lexicon.pointing.contains(scene.passage.tokens[$0].lower)
            }
    }

    func date(of scene: Scene) -> DatedSpan? {
        let passage = scene.passage
        let anchor = scene.act ?? scene.head
        // "The signing took place in Ottawa on 9 June": what the verb says of the signing, it says of what is signed.
        let verbOfSigning = scene.act.flatMap { happening(to: $0, in: passage) }
        let candidates = dates[passage.index].filter { span -> Bool in
            guard span.date != nil, passage.sentence[span.tokens.lowerBound] == passage.sentence[scene.head],
                span.isMoment || span.modifier == .since, !lexicon.isTerm(span, in: passage),
                !isPrefixed(span, in: passage)
            else { return false }
            let above = passage.ancestors(of: passage.head(of: span.tokens))
            if isTaken(span, from: [anchor, scene.head], in: passage) { return false }
            if above.contains(anchor) || above.contains(scene.head) { return true }
            if let verbOfSigning, let verb = above.first(where: { passage.tokens[$0].isVerb }), verb == verbOfSigning {
                return true
            }
            // "the establishment of relations in 1992": the date of the noun above.
            let nouns = passage.ancestors(of: scene.head).prefix { !passage.tokens[$0].isVerb }
            return above.prefix { !passage.tokens[$0].isVerb }.contains { nouns.contains($0) }
        }
        return candidates.min {
            abs($0.tokens.lowerBound - anchor) < abs($1.tokens.lowerBound - anchor)
        }
    }

    /// "a pre-2030 plan": it says when nothing took place.
    private func isPrefixed(_ span: DatedSpan, in passage: Passage) -> Bool {
        let start = span.tokens.lowerBound
        let word = passage.tokens[max(0, start - 2)...start].map(\.lower).joined()
        return lexicon.distancing.contains { word.contains($0 + "-") }
    }

    /// Whether a verb between the date and the act, or the instrument, has the date for itself: "signed an agreement to
    /// meet in 2030".
    private func isTaken(_ span: DatedSpan, from anchors: Set<Int>, in passage: Passage) -> Bool {
        for token in passage.ancestors(of: passage.head(of: span.tokens)) {
            if anchors.contains(token) { return false }
            guard passage.tokens[token].isVerb else { continue }
            if lexicon.linking.contains(passage.tokens[token].lemma.asLowercase) { continue }
            if passage.isInfinitive(token) || ["conj", "ccomp", "xcomp", "advcl"].contains(passage.tokens[token].dep) {
                return true
            }
        }
        return false
    }

    /// The verb that says of a noun for a signing that it takes place.
    private func happening(to act: Int, in passage: Passage) -> Int? {
        let word = passage.tokens[act]
        guard word.isNoun, ["nsubj", "nsubjpass"].contains(word.dep),
            PredicateReader(passage: passage, lexicon: governors).isOne((word.head, word.dep), of: governors.happening)
        else { return nil }
        return word.head
    }

    func status(_ type: Agreement.Form) -> Agreement.Status? {
        switch type {
        case .sisterCity, .diplomaticRelations, .partnership: .inForce
        default: nil
        }
    }

    func status(of scene: Scene, _ match: AgreementLexicon.Match, _ span: DatedSpan?) -> Agreement.Status? {
        let passage = scene.passage
        if scene.modality > .actual { return .planned }
        let above = passage.ancestors(of: scene.head).prefix(3).map { passage.tokens[$0] }
        if above.contains(where: { lexicon.coming.contains($0.lower) || lexicon.coming.contains($0.lemma.asLowercase) }
        ) {
            return .planned
        }
        if let act = scene.act, lexicon.ending.contains(passage.tokens[act].lemma.asLowercase) { return .ended }
        let after = passage.rightEdge[scene.head]
        if (scene.head...after).contains(where: {
            lexicon.forces.contains(passage.tokens[$0].lower)
                && lexicon.entering.contains(passage.tokens[max(0, $0 - 1)].lower)
        }) {
            return .inForce
        }
        if scene.isSigning { return .signed }
        if let first = above.first, lexicon.bases.contains(first.lower) { return .inForce }
        return status(match.instrument.type)
    }

    /// The name that the instrument is part of; of "the Green Ports MOU Signing Ceremony" what stands before the signing.
    func name(of scene: Scene, _ match: AgreementLexicon.Match) -> String? {
        guard let title = scene.title else { return nil }
        let behind = match.tokens.upperBound..<max(match.tokens.upperBound, title.nameTokens.upperBound)
        let isOfCeremony = behind.contains {
            lexicon.signings.contains(scene.passage.tokens[$0].lower)
                || lexicon.ceremonies.contains(scene.passage.tokens[$0].lower)
        }
        guard isOfCeremony, title.nameTokens.lowerBound < match.tokens.lowerBound else { return title.name }
        return scene.passage.text(of: title.nameTokens.lowerBound..<match.tokens.upperBound)
    }

    func scope(of scene: Scene, _ groups: GroupFinder) -> Telling? {
        let passage = scene.passage
        for child in passage.children(of: scene.head, ["prep"]) where child >= scene.head {
            guard lexicon.topical.contains(passage.tokens[child].lower),
                let object = passage.children(of: child, ["pobj"]).first,
                !lexicon.behalves.contains(passage.tokens[object].lower)
            else { continue }
            let tokens = passage.leftEdge[object]..<passage.rightEdge[object] + 1
            // "an agreement in Lisbon" tells where, "an agreement in trade" what about.
            let isNamed = groups.register.party(at: TokenPlace(passage: passage.index, token: object)) != nil
            if lexicon.towns.contains(passage.tokens[child].lower), isNamed || isSpot(object, in: passage) { continue }
            if tokens.count < 40, !dates[passage.index].contains(where: { $0.tokens.overlaps(tokens) }) {
                return .init(passage: passage.index, tokens: tokens)
            }
        }
        return purpose(of: scene)
    }

    private func isSpot(_ token: Int, in passage: Passage) -> Bool {
        ["GPE", "LOC", "FAC"].contains(passage.tokens[token].entityLabel)
    }

    /// Where it was or will be signed: what "at" names in the same clause, or failing that "in".
    func place(of scene: Scene, besides parties: [Int], _ groups: GroupFinder) -> Int? {
        let passage = scene.passage
        guard scene.isSigning, let act = scene.act else { return nil }
        let sentence = passage.doc.sentences[passage.sentence[act]]
        let isHouse = passage.words.housing.contains
        let acts = [act, happening(to: act, in: passage)].compactMap(\.self)
        // "the City of Praia in Cape Verde has signed": where a party lies, nothing need be signed.
        // Nor where what is said of it beside lies: "Khan Bank, one of the biggest in Mongolia", "2 more in Fano".
        let isOfParty = { (preposition: Int) in
            let above = passage.tokens[preposition].head
            let body = groups.register.party(at: TokenPlace(passage: passage.index, token: above))
            let isAside = [above, passage.tokens[above].head, passage.tokens[passage.tokens[above].head].head].contains
            {
                $0 != act && passage.tokens[$0].dep == "appos"
            }
            return isAside || passage.tokens[above].tag == "CD" || scene.witnesses.contains(above)
                || body.map(parties.contains) ?? false
        }
        let prepositions = sentence.filter { token -> Bool in
            let word = passage.tokens[token].lower
            guard passage.tokens[token].dep == "prep", isHouse(word) || lexicon.towns.contains(word),
                !isOfParty(token),
                let above = passage.ancestors(of: token).first(where: { passage.tokens[$0].isVerb || $0 == act })
            else { return false }
            return acts.contains(above)
        }
        let housesFirst =
            prepositions.filter { isHouse(passage.tokens[$0].lower) }
            + prepositions.filter { !isHouse(passage.tokens[$0].lower) }
        for preposition in housesFirst {
            let isAtHouse = isHouse(passage.tokens[preposition].lower)
            for object in passage.children(of: preposition, ["pobj"]) {
                guard let party = groups.register.party(at: TokenPlace(passage: passage.index, token: object)),
                    !parties.contains(party) || !isAtHouse
                else { continue }
                let record = groups.register.records[party]
                if [.place, .city, .country].contains(record.kind) || isAtHouse && record.kind == .organisation {
                    return party
                }
            }
        }
        return nil
    }

    /// The infinitive that says what the instrument is for.
    func purpose(of scene: Scene) -> Telling? {
        let passage = scene.passage
        // "a memorandum of understanding to …": the infinitive may hang on any word of the phrase.
        let hosts = [scene.head, scene.act].compactMap { $0 } + scene.phrase.filter { $0 > scene.head }
        for host in hosts {
            for child in passage.children(of: host, ["acl", "advcl", "xcomp", "relcl"])
            where child > scene.head {
                let isInfinitive = passage.isInfinitive(child)
                let seeks = passage.tokens[child].tag == "VBG" && lexicon.seeking.contains(passage.tokens[child].lower)
                guard isInfinitive || seeks else { continue }
                let start = passage.leftEdge[child]
                let end = passage.rightEdge[child] + 1
                if start > scene.head, start < end { return .init(passage: passage.index, tokens: start..<end) }
            }
        }
        return nil
    }

    func telling(of scene: Scene, _ span: DatedSpan?, parties: [Int], _ groups: GroupFinder) -> Range<Int> {
        let passage = scene.passage
        var used = [scene.phrase.lowerBound, scene.phrase.upperBound - 1]
        used += scene.signers.flatMap { [passage.leftEdge[$0], passage.rightEdge[$0]] }
        used += scene.partners.flatMap { [passage.leftEdge[$0], passage.rightEdge[$0]] }
        if scene.isMistagged { used.append(passage.doc.sentences[passage.sentence[scene.head]].lowerBound) }
        if let act = scene.act {
            used.append(act)
            if passage.tokens[act].isNoun { used.append(passage.leftEdge[act]) }
        }
        let sentence = passage.doc.sentences[passage.sentence[scene.head]]
        for party in parties {
            let near = groups.register.records[party].mentions.filter {
                $0.passage == passage.index && sentence.contains($0.tokens.lowerBound)
                    && $0.tokens.lowerBound >= scene.phrase.lowerBound
            }.min { $0.tokens.lowerBound < $1.tokens.lowerBound }
            if let near { used.append(near.tokens.upperBound - 1) }
        }
        if let span { used += [span.tokens.lowerBound, span.tokens.upperBound - 1] }
        if let scope = scope(of: scene, groups), scope.tokens.lowerBound <= scene.phrase.upperBound + 1 {
            used.append(scope.tokens.upperBound - 1)
        }
        let start = max(sentence.lowerBound, used.min() ?? scene.head)
        var end = min(sentence.upperBound, (used.max() ?? scene.head) + 1)
        while end - start > 1, passage.tokens[end - 1].isPunctuation { end -= 1 }
        return start..<end
    }
}
