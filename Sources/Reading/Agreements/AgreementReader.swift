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
            if isPartOfBody(match, in: passage, groups) { continue }
            // "their sister city pact" is one instrument, whatever its two words are.
            let scene = scene(match, in: passage)
            guard scene.head != lastHead else { continue }
            if let draft = draft(match, scene, in: passage, resolver, &groups) {
                found += draft.ties
                lastHead = scene.head
            }
        }
        for token in passage.tokens.indices where passage.tokens[token].isVerb {
            let told =
                purchase(token, in: passage, resolver, &groups) ?? twinning(token, in: passage, resolver, &groups)
            if let told { found += told.ties }
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
        /// Whether the tagger takes the verb of a headline for a noun: "Turku, Lima sign agreement".
        var isMistagged = false
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
        if announcesList(scene) { return nil }
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
        if scene.isSigning, let act = scene.act, passage.tokens[act].isVerb || scene.isMistagged,
            !scene.signers.isEmpty
        {
            let agent = passage.children(of: act, ["agent"]).first
            let run = signers(agent == nil ? .before : .behind, agent ?? act, in: passage, groups)
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
        // "the bilateral Free Trade Agreement": it binds the two countries that the text is about, where it tells of both together.
        if parties.isEmpty, !passage.tokens[scene.head].has(feature: "Number=Plur"),
            scene.phrase.contains(where: { lexicon.bilateral.contains(passage.tokens[$0].lower) }),
            let pair = resolver.partners(of: .country, until: passage), areToldTogether(pair, until: passage, groups)
        {
            parties = pair
        }
        if parties.count < 2, signing.offices.count > 1 { parties = signing.offices }
        // "Turku's mayor signed a pact with Lima", "with the mayor of Lima"
        if parties.count < 2, scene.isSigning, signing.persons.isEmpty, partners.persons.isEmpty {
            let sides = signing.offices + parties + partners.offices
            let both = sides.indices.filter { sides.firstIndex(of: sides[$0]) == $0 }.map { sides[$0] }
            if both.count == 2 { parties = both }
        }
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
        // "the signing of an arrangement between the board and a company": nor one whose sides are not understood.
        if parties.isEmpty, signing.persons.isEmpty, namesSides(scene), !isDefinite(scene) { return nil }
        // "Eight memoranda were signed": without parties it takes a sentence, not a heading.
        if parties.isEmpty, signing.persons.isEmpty, let act = scene.act, passage.tokens[act].isVerb,
            passage.children(of: act, ["auxpass", "aux"]).isEmpty
        {
            return nil
        }
        // "The delegation signed a pact with Fano": those who act for somebody are no party.
        let envoys = parties.filter { isEnvoys($0, groups) }
        parties.removeAll(where: envoys.contains)
        // "its government … with the state": one side told twice.
        let governed = parties.filter { place in parties.contains { groups.register.isGovernment($0, of: place) } }
        parties.removeAll(where: governed.contains)
        if scene.type == .sisterCity {
            parties = cities(of: parties, groups)
            // "the oldest sister city tie between Peru and Chile" is one of cities that are not told.
            if parties.count > 1, parties.allSatisfy({ groups.register.records[$0].kind == .country }) { return nil }
        }
        let isWeak = match.instrument.alone == true
        if isWeak, !isInstrument(scene, match, groups) { return nil }
        guard parties.count > 1 || scene.isSigning && scene.act != nil && !isWeak || mayJoin(scene) else {
            return nil
        }
        if match.instrument.type == .diplomaticRelations,
            !parties.allSatisfy({ groups.register.records[$0].kind == .country })
        {
            return nil
        }
        // "has signed memoranda with A and B"
        let isOneEach =
            scene.isSigning && lexicon.plurals.contains(passage.tokens[scene.head].lower) && signing.parties.count == 1
            && partners.parties.count > 1 && signing.parties.allSatisfy(parties.contains)
        let span = date(of: scene)
        let status = status(of: scene, match, span)
        let telling = telling(of: scene, span, parties: parties, groups)
        return DraftAgreement(
            type: type(match.instrument.type, of: scene, parties: parties, groups), name: name(of: scene, match),
            acronym: acronym(of: scene),
            parties: parties, signatories: signing.persons,
            witnesses: people(scene.witnesses, in: passage, resolver, &groups),
            place: place(of: scene, besides: parties, groups), scope: scope(of: scene, groups), status: status,
            date: span?.date, isDefinite: isDefinite(scene) || parties.isEmpty && isSpokenOf(scene, resolver),
            isSigning: scene.isSigning, isSigned: isSigned,
            isPartial: parties.count == 1
                && (scene.type.isBilateral || !envoys.isEmpty || areSeveral(scene, groups)),
            owner: isOneEach
                ? signing.parties[0] : scene.isSigning ? nil : holder(of: scene, among: parties, resolver, &groups),
            isOneEach: isOneEach,
            announcement: announcement(before: scene.head, in: passage).map {
                TokenPlace(passage: passage.index, token: $0)
            },
            tellings: [.init(passage: passage.index, tokens: telling)],
            purpose: scene.isSigning && status == .signed ? purpose(of: scene) : nil)
    }
}
