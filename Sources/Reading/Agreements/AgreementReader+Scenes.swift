// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// What a sentence does with an instrument that it names.
extension AgreementReader {
    func scene(_ match: AgreementLexicon.Match, in passage: Passage) -> Scene {
        // "memorandum of understanding" is headed by its first word, "sister city tie" by its last.
        var head =
            match.tokens.contains { passage.words.owning.contains(passage.tokens[$0].lower) }
            ? match.tokens.lowerBound : match.tokens.upperBound - 1
        while ["compound", "amod", "nmod"].contains(passage.tokens[head].dep), passage.tokens[head].head > head,
            passage.tokens[passage.tokens[head].head].isNoun,
            !lexicon.signings.contains(passage.tokens[passage.tokens[head].head].lower),
            !lexicon.ceremonies.contains(passage.tokens[passage.tokens[head].head].lower)
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
        // "the Peru-Finland Comprehensive and Enhanced Partnership": the parser may part the name at its "and".
        while start > 1, passage.tokens[start].isCapitalised, passage.tokens[start - 2].isCapitalised,
            passage.words.additive.contains(passage.tokens[start - 1].lower), passage.tokens[start - 2].dep != "nsubj"
        {
            start = passage.leftEdge[start - 2]
        }
        if match.instrument.type == .jointStatement, passage.block.role == .headline {
            start = 0
            end = passage.tokens.count
        }
        return Scene(passage: passage, head: head, phrase: start..<end, title: title, type: match.instrument.type)
    }

    /// Looks above and below the instrument for whoever signs it, has it, or only looks on.
    func findAct(of scene: inout Scene) {
        let passage = scene.passage
        let reader = PredicateReader(passage: passage, lexicon: governors)
        // "the MOU signed by A", "the MOU that A and B signed".
        let words = [scene.head] + scene.phrase.filter { $0 > scene.head }
        for child in words.flatMap({ passage.children(of: $0, ["acl", "relcl"]) })
        where lexicon.signing.contains(passage.tokens[child].lemma.asLowercase)
            || passage.tokens[child].tag == "VBN" && lexicon.reached.contains(passage.tokens[child].lemma.asLowercase)
        {
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
        // "Under the deal, inked by A and B, …": the parser ties the participle to the main verb.
        let next = scene.phrase.upperBound + 1
        if next < passage.tokens.count, passage.tokens[next - 1].text == ",", passage.tokens[next].tag == "VBN",
            lexicon.signing.contains(passage.tokens[next].lemma.asLowercase),
            let agent = passage.children(of: next, ["agent"]).first
        {
            scene.act = next
            scene.isSigning = true
            scene.signers = passage.children(of: agent, ["pobj"])
            return
        }
        if findState(of: &scene) { return }
        if passage.block.role == .headline,
            let act = (scene.phrase.lowerBound..<scene.head).first(where: {
                passage.tokens[$0].dep == "compound" && lexicon.signing.contains(passage.tokens[$0].text)
            }), act > 0
        {
            scene.act = act
            scene.isSigning = true
            scene.isMistagged = true
            scene.signers = [act - 1]
            return
        }
        var current = scene.head
        while passage.tokens[current].dep == "conj", passage.tokens[passage.tokens[current].head].isNoun {
            current = passage.tokens[current].head
        }
        if let announced = announcement(before: scene.head, in: passage) { current = announced }
        for _ in 0..<4 {
            let above = passage.tokens[current].head
            guard above != current else { return }
            let word = passage.tokens[above]
            let lemma = word.lemma.asLowercase
            if word.tag == "IN" || word.dep == "prep" || word.dep == "agent" {
                let role = word.lower
                // "elevated their ties to a partnership": the parser may hang the preposition on the object.
                let object = passage.tokens[above].head
                let lifted = passage.tokens[object].dep == "dobj" ? passage.tokens[object].head : object
                let isLifted = lexicon.elevating.contains(passage.tokens[lifted].lemma.asLowercase)
                let verb = isLifted ? lifted : object
                if let penned = penning(above: above, in: passage) {
                    take(reader.verb(penned), in: &scene)
                    scene.isSigning = true
                    return
                }
                if lexicon.reaching.contains(role), passage.tokens[verb].isVerb, !scene.isSigning {
                    let base = passage.tokens[verb].lemma.asLowercase
                    if lexicon.elevating.contains(base) {
                        take(reader.verb(verb), in: &scene)
                        // "its relations with Finland", "relations between Peru and Finland"
                        for object in passage.children(of: verb, ["dobj"]) {
                            scene.partners += reader.noun(object).tokens(in: lexicon.betweens.union(["with"]))
                        }
                        return
                    }
                    let isEntered = lexicon.concluding.contains(base) && lexicon.entered.contains(role)
                    if isEntered || lexicon.agreeing.contains(base) {
                        take(reader.verb(verb), in: &scene)
                    }
                    return
                }
                // "a signing ceremony for the memorandum"
                let isCelebrated = lexicon.ceremonies.contains(passage.tokens[object].lower)
                guard lexicon.hanging.contains(role) || isCelebrated else { return }
                current = above
                continue
            }
            if word.isVerb {
                if lexicon.signing.contains(lemma) || lexicon.signing.contains(word.lower) {
                    scene.isSigning = true
                    take(reader.verb(above), in: &scene)
                } else if scene.type == .jointStatement, lexicon.issuing.contains(lemma), current == scene.head {
                    scene.isSigning = true
                    take(reader.verb(above), in: &scene)
                } else if scene.isSigning, lexicon.announcing.contains(lemma) {
                    let verb = reader.verb(above)
                    scene.announcers = verb.tokens(in: ["subject"])
                    scene.partners += verb.tokens(in: ["with"]).filter { !scene.partners.contains($0) }
                    scene.modality = max(scene.modality, verb.modality)
                } else if scene.isSigning, lexicon.witnessing.contains(lemma) {
                    let verb = reader.verb(above)
                    scene.witnesses = verb.tokens(in: ["subject"])
                    scene.modality = max(scene.modality, verb.modality)
                } else if scene.isSigning {
                    // "The signing will strengthen our ties" has taken place all the same.
                    let takesPlace = lexicon.happening.contains(lemma)
                    if passage.tokens[current].dep != "nsubj" || takesPlace {
                        scene.modality = max(scene.modality, reader.modality(of: above))
                    }
                } else if lexicon.concluding.contains(lemma) || lexicon.ending.contains(lemma)
                    || lexicon.negotiating.contains(lemma)
                {
                    take(reader.verb(above), in: &scene)
                } else if scene.type == .contract, lexicon.winning.contains(lemma) {
                    take(reader.verb(above), in: &scene)
                    scene.partners +=
                        reader.verb(above).tokens(in: ["from", "to"])
                        + reader.noun(scene.head).tokens(in: ["from"])
                }
                return
            }
            if word.isNoun || word.tag == "VBG" {
                // "exchanged signed copies of their agreement"
                if lexicon.copies.contains(word.lower) {
                    current = above
                    continue
                }
                // "the sister city exchange" is one of people.
                if scene.type == .sisterCity, lexicon.swaps.contains(word.lower) { return }
                if lexicon.signings.contains(word.lower) || lexicon.ceremonies.contains(word.lower) {
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

    /// The plural that brings in the list on which an instrument stands: "signed three agreements: a treaty on …".
    func announcement(before head: Int, in passage: Passage) -> Int? {
        guard
            let first = passage.ancestors(of: head).prefix(while: { passage.tokens[$0].isNoun }).last(where: {
                lexicon.plurals.contains(passage.tokens[$0].lower)
            }),
            first < head, passage.tokens[first..<head].contains(where: { $0.text == ":" }),
            passage.listed(from: first).contains(head)
        else { return nil }
        return first
    }

    /// Whether a plural only brings in a list of instruments, each of which is told behind it.
    func announcesList(_ scene: Scene) -> Bool {
        scene.passage.listed(from: scene.head).contains { item in
            item > scene.head && announcement(before: item, in: scene.passage) == scene.head
                && lexicon.match(at: item, in: scene.passage) != nil
        }
    }

    func take(_ verb: Predicate, in scene: inout Scene) {
        scene.act = verb.trigger
        scene.modality = verb.modality
        let objects = verb.tokens(in: ["object"])
        let announced = announcement(before: scene.head, in: scene.passage)
        guard
            objects.isEmpty
                || objects.contains(where: {
                    scene.phrase.contains($0) || $0 == scene.head || $0 == announced
                        || lexicon.copies.contains(scene.passage.tokens[$0].lower)
                })
                || !scene.isSigning
        else { return }
        scene.signers += verb.tokens(in: ["subject"]).filter { !scene.phrase.contains($0) }
        let others = verb.tokens(in: ["with", "between"]).filter { !scene.phrase.contains($0) }
        let onlookers = others.filter { isOnlooker($0, in: scene.passage) }
        scene.witnesses += onlookers
        scene.partners += others.filter { !onlookers.contains($0) }
        // "A memorandum was signed linking A with B".
        for child in scene.passage.children(of: verb.trigger, ["advcl", "xcomp", "ccomp"])
        where scene.passage.tokens[child].tag == "VBG"
            && lexicon.linking.contains(scene.passage.tokens[child].lemma.asLowercase)
        {
            scene.partners += PredicateReader(passage: scene.passage, lexicon: governors).verb(child)
                .tokens(in: ["object", "with", "to"])
        }
    }

    /// Whether the word only stands in the name of a body: "the Rouen and Gdansk Twinning Association".
    func isPartOfBody(_ match: AgreementLexicon.Match, in passage: Passage, _ groups: GroupFinder) -> Bool {
        guard let body = groups.register.party(at: TokenPlace(passage: passage.index, token: match.tokens.lowerBound)),
            groups.register.records[body].kind.isBody
        else { return false }
        return groups.register.records[body].mentions.contains {
            $0.passage == passage.index && $0.nameTokens.contains(match.tokens.lowerBound)
                && $0.nameTokens.upperBound > match.tokens.upperBound
        }
    }

    /// Whether somebody is only there to see it: "with the consul as a witness".
    private func isOnlooker(_ token: Int, in passage: Passage) -> Bool {
        let next = passage.rightEdge[token] + 1
        let behind =
            next < passage.tokens.count && lexicon.capacities.contains(passage.tokens[next].lower)
            ? passage.children(of: next, ["pobj"]) : []
        return (behind + passage.objects(of: token, behind: lexicon.capacities.contains)).contains {
            lexicon.onlookers.contains(passage.tokens[$0].lower)
        }
    }
}
