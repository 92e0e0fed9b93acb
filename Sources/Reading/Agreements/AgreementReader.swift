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
    let firstPerson: Set<String>
    /// Who says "we" where nobody is quoted.
    private(set) var authors: [Int] = []

    init(
        passages: [Passage], lexicon: AgreementLexicon, governors: GovernorLexicon, dates: [[DatedSpan]],
        titles: [Mention], firstPerson: Set<String>
    ) {
        self.passages = passages
        self.lexicon = lexicon
        self.governors = governors
        self.dates = dates
        self.titles = titles
        self.firstPerson = firstPerson
    }

    /// The tellings in text order, not yet merged.
    func drafts(resolver: ReferentResolver, groups: inout GroupFinder) -> [DraftAgreement] {
        var found: [DraftAgreement] = []
        var reader = self
        // Headlines first: whose joint statement it is says who "we" are.
        for passage in passages where passage.block.role == .headline {
            found += reader.drafts(in: passage, resolver, &groups)
        }
        found += jointStatement(in: found, groups)
        reader.authors = found.first { $0.type == .jointStatement }?.parties ?? []
        for passage in passages where passage.block.role != .headline {
            found += reader.drafts(in: passage, resolver, &groups)
        }
        return found
    }

    func drafts(
        in passage: Passage, _ resolver: ReferentResolver, _ groups: inout GroupFinder
    ) -> [DraftAgreement] {
        var found: [DraftAgreement] = []
        var next = 0
        var lastHead: Int?
        while next < passage.tokens.count {
            guard let match = lexicon.match(at: next, in: passage) else {
                next += 1
                continue
            }
            next = match.tokens.upperBound
            // "(MOU)" behind the words that it is short for is not told once more.
            if match.tokens.lowerBound > 1, passage.tokens[match.tokens.lowerBound - 1].text == "(" { continue }
            // "their sister city pact" is one instrument, whatever its two words are.
            let scene = scene(match, in: passage)
            guard scene.head != lastHead else { continue }
            if let draft = draft(match, scene, in: passage, resolver, &groups) {
                found.append(draft)
                lastHead = scene.head
            }
        }
        for token in passage.tokens.indices where passage.tokens[token].isVerb {
            let told =
                purchase(token, in: passage, resolver, &groups) ?? twinning(token, in: passage, resolver, &groups)
            if let told { found.append(told) }
        }
        return found
    }

    /// "agreed to purchase 50 trains from X": buyer and seller have a contract.
    func purchase(
        _ token: Int, in passage: Passage, _ resolver: ReferentResolver, _ groups: inout GroupFinder
    ) -> DraftAgreement? {
        guard passage.tokens[token].pos == "VERB", lexicon.buying.contains(passage.tokens[token].lemma.asLowercase)
        else { return nil }
        let verb = PredicateReader(passage: passage, lexicon: governors).verb(token)
        guard verb.modality <= .planned, !verb.tokens(in: ["object"]).isEmpty else { return nil }
        let buyers = bodies(of: verb.tokens(in: ["subject"]), in: passage, resolver, &groups, isSigning: false).parties
        let source =
            verb.tokens(in: lexicon.sources)
            + verb.tokens(in: ["object"]).flatMap { passage.objects(of: $0, behind: lexicon.sources.contains) }
        let sellers = bodies(of: source, in: passage, resolver, &groups, isSigning: false).parties
        guard !buyers.isEmpty, !sellers.isEmpty, let subject = passage.subject(of: token), subject < token,
            let last = source.max(), subject < last
        else { return nil }
        return DraftAgreement(
            type: .contract, parties: buyers + sellers.filter { !buyers.contains($0) }, isDefinite: false,
            isSigned: false,
            tellings: [.init(passage: passage.index, tokens: passage.leftEdge[subject]..<last + 1)])
    }

    /// The noun phrase that an instrument's word heads, and what the sentence does with it.
    struct Scene {
        let passage: Passage
        /// The head of the noun phrase.
        let head: Int
        /// The noun phrase from its first word to the head, with the name that it is part of.
        let phrase: Range<Int>
        let title: Mention?
        let type: Agreement.Form
        /// The verb, or the noun for a signing, that governs it.
        var act: Int?
        var signers: [Int] = []
        var partners: [Int] = []
        var witnesses: [Int] = []
        /// Who gives out that it was signed.
        var announcers: [Int] = []
        var isSigning = false
        /// Whether the sentence says that its subject is or has what the word names: "are sister cities".
        var isState = false
        var modality = Modality.actual
    }

    func draft(
        _ match: AgreementLexicon.Match, _ phrase: Scene, in passage: Passage, _ resolver: ReferentResolver,
        _ groups: inout GroupFinder
    ) -> DraftAgreement? {
        var scene = phrase
        // "in partnership with", "in agreement": manners of doing, not instruments.
        if match.instrument.alone == true, scene.title == nil, passage.tokens[scene.head].dep == "pobj",
            lexicon.manners.contains(passage.tokens[passage.tokens[scene.head].head].lower), scene.phrase.count == 1
        {
            return nil
        }
        findAct(of: &scene)
        if match.instrument.beings == true, !scene.isState || isTrade(match, in: passage) { return nil }
        // "have not yet signed": it is still to come.
        if scene.modality == .denied, let act = scene.act,
            passage.children(of: act, ["advmod"]).contains(where: {
                lexicon.pending.contains(passage.tokens[$0].lower)
            })
        {
            scene.modality = .planned
        }
        guard scene.modality < .denied, scene.modality != .possible else { return nil }
        if scene.partners.isEmpty { scene.partners = strayPartners(of: scene) }
        var signing = bodies(of: scene.signers, in: passage, resolver, &groups, isSigning: scene.isSigning)
        let partners = bodies(of: scene.partners, in: passage, resolver, &groups, isSigning: scene.isSigning)
        if scene.isSigning, let act = scene.act, passage.tokens[act].isVerb, !scene.signers.isEmpty {
            let run = signers(before: act, in: passage, groups)
            if run.count > signing.parties.count, Set(signing.parties).isSubset(of: run) { signing.parties = run }
        }
        if signing.parties.isEmpty || isOnlyGroups(signing.parties, groups), signing.persons.isEmpty,
            signing.offices.isEmpty
        {
            let own = ownSigners(of: scene, resolver, &groups)
            if !own.isEmpty { signing.parties = own }
        }
        // "The delegation will formalise the sister-city tie": it is one of two cities.
        if scene.type == .sisterCity, isOnlyGroups(signing.parties, groups) { signing.parties = [] }
        let between = boundBetween(scene, resolver, &groups)
        let isOnlyBetween = isApproved(scene) || isOnlyGroups(signing.parties, groups)
        if between.count > 1, isOnlyBetween { signing.parties = [] }
        var parties = signing.parties + partners.parties.filter { !signing.parties.contains($0) }
        if parties.count == 1 { parties = ownerOfState(scene, besides: parties[0], groups) + parties }
        let isSigned = scene.isSigning && parties.count > 1
        if parties.count < 2 || !scene.isSigning && partners.parties.isEmpty {
            let told = told(of: scene, resolver, &groups)
            if told.count > 1 || parties.count < told.count {
                parties = told.count > 1 || parties.isEmpty ? told : parties
            }
        }
        if between.count > 1, isOnlyBetween { parties = between }
        if parties.count < 2, signing.offices.count > 1 { parties = signing.offices }
        // "Governor X signed the pact with Mayor Y": both sign for the bodies whose offices they hold.
        if parties.count < 2, scene.isSigning, !scene.partners.isEmpty {
            let sides = [signing.persons, partners.persons].map { persons in
                Set(persons.flatMap { groups.register.records[$0].offices }.filter { !$0.isPast }.compactMap(\.of))
            }
            if sides.allSatisfy({ $0.count == 1 }), let mine = sides[0].first, let theirs = sides[1].first,
                mine != theirs
            {
                parties = [mine, theirs]
                signing.persons += partners.persons.filter { !signing.persons.contains($0) }
            }
        }
        // "The two presidents witnessed the signing of …", in a statement of both: what nobody else signs, they do.
        if parties.isEmpty, scene.isSigning, scene.signers.isEmpty, scene.partners.isEmpty {
            let watching = bodies(of: scene.witnesses, in: passage, resolver, &groups)
            let states = watching.offices.filter { groups.register.records[$0].kind == .country }
            parties = authors.count == 2 ? authors : states.count == 2 ? states : []
        }
        // "exchanged by representatives of the universities": people without a name are no party.
        if parties.count == 1, isOnlyGroups(parties, groups) { parties = [] }
        // Whoever signs is named but not understood: better no agreement than one without its parties.
        if parties.isEmpty, signing.persons.isEmpty, !scene.signers.isEmpty, !isDefinite(scene) { return nil }
        // "Eight memoranda were signed": without parties it takes a sentence, not a heading.
        if parties.isEmpty, signing.persons.isEmpty, let act = scene.act, passage.tokens[act].isVerb,
            passage.children(of: act, ["auxpass", "aux"]).isEmpty
        {
            return nil
        }
        let isWeak = match.instrument.alone == true
        if isWeak, !isInstrument(scene, match) { return nil }
        guard parties.count > 1 || scene.isSigning && scene.act != nil && !isWeak || mayJoin(scene) else {
            return nil
        }
        if match.instrument.type == .diplomaticRelations,
            !parties.allSatisfy({ groups.register.records[$0].kind == .country })
        {
            return nil
        }
        let span = date(of: scene)
        let status = status(of: scene, match, span)
        let telling = telling(of: scene, span, parties: parties, groups)
        return DraftAgreement(
            type: type(match.instrument.type, of: scene, parties: parties, groups), name: scene.title?.name,
            acronym: acronym(of: scene),
            parties: parties, signatories: signing.persons,
            witnesses: people(scene.witnesses, in: passage, resolver, &groups),
            place: place(of: scene, besides: parties, groups), scope: scope(of: scene), status: status,
            date: span?.date, isDefinite: isDefinite(scene) || parties.isEmpty && isSpokenOf(scene, resolver),
            isSigning: scene.isSigning, isSigned: isSigned,
            tellings: [.init(passage: passage.index, tokens: telling)],
            purpose: scene.isSigning && status == .signed ? purpose(of: scene) : nil)
    }

    // MARK: The scene

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
        where lexicon.signing.contains(passage.tokens[child].lemma.asLowercase) {
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
        var current = scene.head
        while passage.tokens[current].dep == "conj", passage.tokens[passage.tokens[current].head].isNoun {
            current = passage.tokens[current].head
        }
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
                guard lexicon.hanging.contains(role) else { return }
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

    func take(_ verb: Predicate, in scene: inout Scene) {
        scene.act = verb.trigger
        scene.modality = verb.modality
        let objects = verb.tokens(in: ["object"])
        guard
            objects.isEmpty
                || objects.contains(where: {
                    scene.phrase.contains($0) || $0 == scene.head
                        || lexicon.copies.contains(scene.passage.tokens[$0].lower)
                })
                || !scene.isSigning
        else { return }
        scene.signers += verb.tokens(in: ["subject"]).filter { !scene.phrase.contains($0) }
        scene.partners += verb.tokens(in: ["with", "between"]).filter { !scene.phrase.contains($0) }
    }
}
