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

    private func drafts(
        in passage: Passage, _ resolver: ReferentResolver, _ groups: inout GroupFinder
    ) -> [DraftAgreement] {
        var found: [DraftAgreement] = []
        var next = 0
        while next < passage.tokens.count {
            guard let match = lexicon.match(at: next, in: passage) else {
                next += 1
                continue
            }
            next = match.tokens.upperBound
            // "(MOU)" behind the words that it is short for is not told once more.
            if match.tokens.lowerBound > 1, passage.tokens[match.tokens.lowerBound - 1].text == "(" { continue }
            if let draft = draft(match, in: passage, resolver, &groups) { found.append(draft) }
        }
        for token in passage.tokens.indices {
            if let draft = purchase(token, in: passage, resolver, &groups) { found.append(draft) }
        }
        return found
    }

    /// "agreed to purchase 50 trains from X": buyer and seller have a contract.
    private func purchase(
        _ token: Int, in passage: Passage, _ resolver: ReferentResolver, _ groups: inout GroupFinder
    ) -> DraftAgreement? {
        let word = passage.tokens[token]
        guard word.pos == "VERB", lexicon.buying.contains(word.lemma.lowercased()) else { return nil }
        let verb = PredicateReader(passage: passage, governors: governors).verb(token)
        guard verb.modality <= .planned, !verb.tokens(in: ["object"]).isEmpty else { return nil }
        let buyers = bodies(of: verb.tokens(in: ["subject"]), in: passage, resolver, &groups, isSigning: false).parties
        let source =
            verb.tokens(in: ["from"])
            + verb.tokens(in: ["object"]).flatMap { object in
                passage.children(of: object, ["prep"]).filter { passage.tokens[$0].lower == "from" }
                    .flatMap { passage.children(of: $0, ["pobj"]) }
            }
        let sellers = bodies(of: source, in: passage, resolver, &groups, isSigning: false).parties
        guard !buyers.isEmpty, !sellers.isEmpty, let subject = passage.subject(of: token), subject < token,
            let last = source.max()
        else { return nil }
        return DraftAgreement(
            type: .contract, parties: buyers + sellers.filter { !buyers.contains($0) }, isDefinite: false,
            isSigned: false,
            tellings: [.init(passage: passage.index, tokens: passage.leftEdge[subject]..<last + 1)])
    }

    /// A headline that calls the page a joint statement without naming whose: those whom the text begins with.
    private func jointStatement(in found: [DraftAgreement], _ groups: GroupFinder) -> [DraftAgreement] {
        guard !found.contains(where: { $0.type == .jointStatement && $0.parties.count > 1 }),
            let headline = passages.first(where: { $0.block.role == .headline }),
            let body = passages.first(where: { $0.block.role == .body }),
            headline.tokens.indices.contains(where: {
                lexicon.match(at: $0, in: headline)?.instrument.type == .jointStatement
            }),
            let run = coordination(in: body, groups)
        else { return [] }
        return [
            DraftAgreement(
                type: .jointStatement, name: headline.text(of: 0..<headline.tokens.count), parties: run.parties,
                isDefinite: true, isSigned: false,
                tellings: [
                    .init(passage: headline.index, tokens: 0..<headline.tokens.count),
                    .init(passage: body.index, tokens: run.tokens),
                ])
        ]
    }

    /// The first places of a passage that are named side by side: "Canada, Finland and the United States".
    private func coordination(in passage: Passage, _ groups: GroupFinder) -> (parties: [Int], tokens: Range<Int>)? {
        let names = groups.register.records.indices.flatMap { party in
            groups.register.records[party].mentions.filter {
                $0.passage == passage.index && [.city, .country].contains(groups.register.records[party].kind)
                    && $0.kind != .demonym
            }.map { (party: party, tokens: $0.tokens) }
        }.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
        var run: [(party: Int, tokens: Range<Int>)] = []
        for name in names {
            if let last = run.last {
                let between = passage.tokens[
                    last.tokens.upperBound..<max(last.tokens.upperBound, name.tokens.lowerBound)]
                if between.allSatisfy({ [",", "and", "the"].contains($0.lower) }) {
                    run.append(name)
                    continue
                }
                if run.count > 1 { break }
            }
            run = [name]
        }
        guard let first = run.first, let last = run.last, run.count > 1 else { return nil }
        return (run.map(\.party), first.tokens.lowerBound..<last.tokens.upperBound)
    }

    /// The noun phrase that an instrument's word heads, and what the sentence does with it.
    private struct Scene {
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
        var signing = bodies(of: scene.signers, in: passage, resolver, &groups, isSigning: scene.isSigning)
        let partners = bodies(of: scene.partners, in: passage, resolver, &groups, isSigning: scene.isSigning)
        if scene.isSigning, let act = scene.act, passage.tokens[act].isVerb, !scene.signers.isEmpty {
            let run = signers(before: act, in: passage, groups)
            if run.count > signing.parties.count, Set(signing.parties).isSubset(of: run) { signing.parties = run }
        }
        var parties = signing.parties + partners.parties.filter { !signing.parties.contains($0) }
        let isSigned = scene.isSigning && parties.count > 1
        if parties.count < 2 || !scene.isSigning && partners.parties.isEmpty {
            let told = told(of: scene, resolver, &groups)
            if told.count > 1 || parties.count < told.count {
                parties = told.count > 1 || parties.isEmpty ? told : parties
            }
        }
        if parties.count < 2, signing.offices.count > 1 { parties = signing.offices }
        // Whoever signs is named but not understood: better no agreement than one without its parties.
        if parties.isEmpty, signing.persons.isEmpty, !scene.signers.isEmpty { return nil }
        // "Eight memoranda were signed": without parties it takes a sentence, not a heading.
        if parties.isEmpty, signing.persons.isEmpty, let act = scene.act, passage.tokens[act].isVerb,
            passage.children(of: act, ["auxpass", "aux"]).isEmpty
        {
            return nil
        }
        let isWeak = match.instrument.alone == true
        if isWeak, !isInstrument(scene, match) { return nil }
        guard parties.count > 1 || scene.isSigning && scene.act != nil && !isWeak || mayJoin(scene, match) else {
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
            type: type(match.instrument.type, parties: parties, groups), name: scene.title?.name,
            acronym: acronym(of: scene),
            parties: parties, signatories: signing.persons,
            witnesses: people(scene.witnesses, in: passage, resolver, &groups),
            scope: scope(of: scene), status: status, date: span?.date, isDefinite: isDefinite(scene),
            isSigned: isSigned,
            tellings: [.init(passage: passage.index, tokens: telling)],
            purpose: scene.isSigning && status == .signed ? purpose(of: scene) : nil)
    }

    /// Whether a word that means other things too stands for an instrument here: by a name that it heads, by being
    /// signed, or, for agreements and deals, by the sides that it is between.
    private func isInstrument(_ scene: Scene, _ match: AgreementLexicon.Match) -> Bool {
        if scene.isSigning || scene.act != nil { return true }
        let last = match.tokens.upperBound - 1
        if let title = scene.title {
            let head = scene.passage.head(of: title.nameTokens)
            return match.tokens.contains(head) || title.nameTokens.upperBound - 1 == last
        }
        if match.tokens.count > 1 { return true }
        // "a deal between Oslo and Turku": the sides that it is between make it one.
        return [.treaty, .contract].contains(match.instrument.type)
            || match.instrument.type == .other
                && scene.passage.children(of: scene.head, ["prep"]).contains {
                    scene.passage.tokens[$0].lower == "between"
                }
    }

    /// A telling without parties may still be about an agreement told elsewhere: "The MOU was signed by …".
    private func mayJoin(_ scene: Scene, _ match: AgreementLexicon.Match) -> Bool {
        scene.isSigning && isDefinite(scene)
    }

    // MARK: The scene

    private func scene(_ match: AgreementLexicon.Match, in passage: Passage) -> Scene {
        // "memorandum of understanding" is headed by its first word, "sister city tie" by its last.
        var head =
            match.tokens.contains { passage.tokens[$0].lower == "of" }
            ? match.tokens.lowerBound : match.tokens.upperBound - 1
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
        if match.instrument.type == .jointStatement, passage.block.role == .headline {
            start = 0
            end = passage.tokens.count
        }
        return Scene(passage: passage, head: head, phrase: start..<end, title: title, type: match.instrument.type)
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
                    // "The signing will strengthen our ties" has taken place all the same.
                    let takesPlace = ["take", "happen", "occur"].contains(lemma)
                    if passage.tokens[current].dep != "nsubj" || takesPlace {
                        scene.modality = max(scene.modality, reader.modality(of: above))
                    }
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
        guard
            objects.isEmpty || objects.contains(where: { scene.phrase.contains($0) || $0 == scene.head })
                || !scene.isSigning
        else { return }
        scene.signers += verb.tokens(in: ["subject"]).filter { !scene.phrase.contains($0) }
        scene.partners += verb.tokens(in: ["with", "between"]).filter { !scene.phrase.contains($0) }
    }

    // MARK: Parties

    private func bodies(
        of tokens: [Int], in passage: Passage, _ resolver: ReferentResolver, _ groups: inout GroupFinder,
        isSigning: Bool = false
    ) -> (parties: [Int], persons: [Int], offices: [Int]) {
        var parties: [Int] = []
        var persons: [Int] = []
        var offices: [Int] = []
        for token in tokens {
            var named = groups.bearers(token, in: passage, resolver: resolver)
            if named.isEmpty, firstPerson.contains(passage.tokens[token].lower),
                !resolver.isQuoted(TokenPlace(passage: passage.index, token: token))
            {
                named = authors
            }
            if isSigning {
                for conjunct in passage.conjuncts(of: token) {
                    if let body = groups.unknownBody(at: conjunct, in: passage, signing: true),
                        !named.contains(body)
                    {
                        named.append(body)
                    }
                }
            }
            for party in named {
                let record = groups.register.records[party]
                switch record.kind {
                case .person:
                    if !persons.contains(party) { persons.append(party) }
                    for office in record.offices where !office.isPast {
                        if let body = office.of, !offices.contains(body) { offices.append(body) }
                    }
                // A garden that signs is a body; a place that is only named is none.
                case .place where !isSigning: break
                default: if !parties.contains(party) { parties.append(party) }
                }
            }
        }
        // Where bodies sign, the persons named beside them sign for them.
        return (parties, persons, persons.count > 1 ? offices : [])
    }

    /// The bodies and places that stand side by side right before a verb, where the parse parted them.
    private func signers(before verb: Int, in passage: Passage, _ groups: GroupFinder) -> [Int] {
        var found: [Int] = []
        var token = verb - 1
        while token >= 0, ["AUX", "ADV"].contains(passage.tokens[token].pos) { token -= 1 }
        var end = token
        while token >= 0 {
            let place = TokenPlace(passage: passage.index, token: token)
            if let party = groups.register.party(at: place),
                let mention = groups.register.records[party].mentions.first(where: {
                    $0.passage == passage.index && $0.tokens.contains(token)
                })
            {
                guard ![.person, .place].contains(groups.register.records[party].kind) else { return [] }
                if !found.contains(party) { found.insert(party, at: 0) }
                token = mention.tokens.lowerBound - 1
                end = token
            } else if [",", "and", "the", "both", "(", ")"].contains(passage.tokens[token].lower) {
                token -= 1
            } else {
                break
            }
        }
        // Behind a preposition the first of them belongs to something else: "in Oslo, Turku and Riga signed".
        if token >= 0, end == token || passage.tokens[token].tag == "IN", passage.tokens[token].tag == "IN",
            passage.tokens[token].lower != "including"
        {
            return []
        }
        return found
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
        // A sister city can be one that the gazetteer knows as a district only.
        let isTown = scene.type == .sisterCity
        var between = bodies(
            of: noun.tokens(in: ["between", "among"]), in: passage, resolver, &groups, isSigning: isTown
        ).parties
        if between.count > 1 { return between }
        let named = groups.knownPlaces(in: scene.phrase, of: passage)
        if named.count > 1 { return named }
        let with = bodies(
            of: noun.tokens(in: ["with"]), in: passage, resolver, &groups, isSigning: isTown
        ).parties
        if !with.isEmpty {
            var holders = bodies(of: noun.tokens(in: ["possessor"]), in: passage, resolver, &groups).parties
            if holders.isEmpty { holders = named }
            // "its tie with X": whoever the sentence is about.
            let isPronoun = noun.tokens(in: ["possessor"]).contains { passage.tokens[$0].pos == "PRON" }
            let verb =
                scene.act ?? (isPronoun ? passage.ancestors(of: scene.head).first { passage.tokens[$0].isVerb } : nil)
            if holders.isEmpty, let verb, let subject = passage.subject(of: verb) {
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

    private func acronym(of scene: Scene) -> String? {
        let end = scene.phrase.upperBound
        let tokens = scene.passage.tokens
        guard scene.title != nil, end + 2 < tokens.count, tokens[end].text == "(", tokens[end + 2].text == ")" else {
            return nil
        }
        return tokens[end + 1].text
    }

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
            if above.contains(anchor) || above.contains(scene.head) { return true }
            // "the establishment of relations in 1992": the date of the noun above.
            let nouns = passage.ancestors(of: scene.head).prefix { !passage.tokens[$0].isVerb }
            return above.prefix { !passage.tokens[$0].isVerb }.contains { nouns.contains($0) }
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
        if above.contains(where: { lexicon.coming.contains($0.lower) || lexicon.coming.contains($0.lemma.lowercased()) }
        ) {
            return .planned
        }
        if let act = scene.act, lexicon.ending.contains(passage.tokens[act].lemma.lowercased()) { return .ended }
        let after = passage.rightEdge[scene.head]
        if (scene.head...after).contains(where: {
            passage.tokens[$0].lower == "force" && ["into", "in"].contains(passage.tokens[max(0, $0 - 1)].lower)
        }) {
            return .inForce
        }
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
        // "a memorandum of understanding to …": the infinitive may hang on any word of the phrase.
        let hosts = [scene.head, scene.act].compactMap { $0 } + scene.phrase.filter { $0 > scene.head }
        for host in hosts {
            for child in passage.children(of: host, ["acl", "advcl", "xcomp", "relcl"])
            where child > scene.head {
                let isInfinitive = passage.children(of: child, ["aux"]).contains { passage.tokens[$0].tag == "TO" }
                let seeks = passage.tokens[child].tag == "VBG" && lexicon.seeking.contains(passage.tokens[child].lower)
                guard isInfinitive || seeks else { continue }
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
        if let scope = scope(of: scene), scope.tokens.lowerBound <= scene.phrase.upperBound + 1 {
            used.append(scope.tokens.upperBound - 1)
        }
        let start = max(sentence.lowerBound, used.min() ?? scene.head)
        var end = min(sentence.upperBound, (used.max() ?? scene.head) + 1)
        while end - start > 1, passage.tokens[end - 1].isPunctuation { end -= 1 }
        return start..<end
    }
}
