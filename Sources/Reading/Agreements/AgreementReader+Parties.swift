// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

extension AgreementReader {
    func bodies(
        of tokens: [Int], in passage: Passage, _ resolver: ReferentResolver, _ groups: inout GroupFinder,
        isSigning: Bool = false
    ) -> (parties: [Int], persons: [Int], offices: [Int]) {
        var parties: [Int] = []
        var persons: [Int] = []
        var offices: [Int] = []
        var owners: [Int] = []
        // "signed memoranda with two universities": how many they are is not which.
        for token in tokens where !isCounted(token, in: passage) {
            let holders = holders(at: token, in: passage, groups)
            if holders.bodies.count > 1 {
                owners += holders.bodies
                persons += holders.persons.filter { !persons.contains($0) }
                continue
            }
            var named = groups.bearers(token, in: passage, resolver: resolver)
            if named.isEmpty, passage.isPronoun(token, of: firstPerson),
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
            let conjuncts = passage.conjuncts(of: token)
            offices += conjuncts.flatMap { counterpart($0, in: passage, groups) }.filter { !offices.contains($0) }
            if named.isEmpty {
                owners += conjuncts.flatMap {
                    seat(ofOfficeAt: $0, in: passage, groups) + counterpart($0, in: passage, groups)
                }.filter { !owners.contains($0) }
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
        return (parties, persons, owners + (persons.count > 1 ? offices.filter { !owners.contains($0) } : []))
    }

    private func isCounted(_ token: Int, in passage: Passage) -> Bool {
        !passage.children(of: token, ["nummod"]).isEmpty && passage.children(of: token, ["appos"]).isEmpty
            && !passage.children(of: token, ["det"]).contains {
                passage.words.definite.contains(passage.tokens[$0].lower)
            }
    }

    /// The country or city of "her Colombian counterpart".
    private func counterpart(_ token: Int, in passage: Passage, _ groups: GroupFinder) -> [Int] {
        let nouns = [token] + passage.children(of: token, ["compound", "appos"])
        guard nouns.contains(where: { lexicon.counterparts.contains(passage.tokens[$0].lower) }) else { return [] }
        let owners = nouns.flatMap { passage.children(of: $0, ["amod", "compound", "nmod"]) }
            .compactMap { groups.register.place(at: TokenPlace(passage: passage.index, token: $0)) }
        return Set(owners).count == 1 ? [owners[0]] : []
    }

    /// Whether the text so far names two countries, or their officers, side by side: "Peru and Ghana", "the presidents of".
    func areToldTogether(_ pair: [Int], until passage: Passage, _ groups: GroupFinder) -> Bool {
        let register = groups.register
        func countries(_ token: Int, in passage: Passage) -> [Int] {
            let place = TokenPlace(passage: passage.index, token: token)
            return (register.place(at: place).map { [$0] } ?? [])
                + (register.party(at: place).map { register.homes(of: $0) } ?? [])
        }
        let mentions =
            register.records.filter { $0.offices.contains { $0.of == pair[0] } }.flatMap(\.mentions)
            + register.records[pair[0]].mentions
        return mentions.contains { mention in
            guard mention.passage <= passage.index else { return false }
            let told = passages[mention.passage]
            let first = told.firstListed(before: told.head(of: mention.nameTokens))
            return told.conjuncts(of: first).contains { countries($0, in: told).contains(pair[1]) }
        }
    }

    /// The country, city or body for which somebody without a name signs: "Turku's mayor", "the foreign minister of Peru".
    private func seat(ofOfficeAt token: Int, in passage: Passage, _ groups: GroupFinder) -> [Int] {
        let word = passage.tokens[token]
        guard word.isNoun, word.tag != "NNS", lexicon.heads.contains(word.lower) else { return [] }
        let before = passage.children(of: token, ["compound", "amod", "nmod", "poss"])
        let named = before.compactMap { groups.register.place(at: TokenPlace(passage: passage.index, token: $0)) }
        // "the Peruvian Central Bank governor" is no governor of Peru.
        guard before.count(where: { !lexicon.ranks.contains(passage.tokens[$0].lower) }) == named.count else {
            return []
        }
        let behind = passage.objects(of: token, behind: passage.words.owning.contains)
            .compactMap { groups.register.party(at: TokenPlace(passage: passage.index, token: $0)) }
        let seats = Set(named + behind)
        return seats.count == 1 ? Array(seats) : []
    }

    /// Whether a group only acts for others: "the Chilean delegation".
    func isEnvoys(_ party: Int, _ groups: GroupFinder) -> Bool {
        let record = groups.register.records[party]
        return record.kind == .group && record.members.isEmpty
            && !lexicon.envoys.isDisjoint(with: NameFolding.words(of: record.name))
    }

    /// "The presidents of Portugal and Ghana": whose offices they hold, and those who hold them as far as the page
    /// tells.
    private func holders(at token: Int, in passage: Passage, _ groups: GroupFinder) -> (bodies: [Int], persons: [Int]) {
        let word = passage.tokens[token]
        guard word.isNoun, groups.knowledge.isPluralTitle(word) else { return ([], []) }
        let title = String(word.lower.dropLast())
        var bodies = passage.objects(of: token, behind: passage.words.owning.contains)
            .flatMap { passage.conjuncts(of: $0) }
            .compactMap { groups.register.party(at: TokenPlace(passage: passage.index, token: $0)) }
        // "the mayors of Fano, Porto, and Riga": the parser may part the list.
        if let preposition = passage.children(of: token, ["prep"]).first(where: {
            passage.words.owning.contains(passage.tokens[$0].lower)
        }) {
            let run = signers(.behind, preposition, in: passage, groups)
            if run.count > bodies.count, Set(bodies).isSubset(of: run) { bodies = run }
        }
        let persons = groups.register.records.indices.filter { person in
            groups.register.records[person].offices.contains { office in
                !office.isPast && office.title.lowercased() == title && office.of.map(bodies.contains) == true
            }
        }
        return (bodies, persons)
    }

    /// The bodies and places that stand side by side right before a verb or right behind a preposition, where the parse
    /// parted them: "KfW, the Republic of Moldova and the municipality of Cahul".
    func signers(_ direction: ListDirection, _ token: Int, in passage: Passage, _ groups: GroupFinder) -> [Int] {
        let tokens = passage.tokens
        let step = direction == .before ? -1 : 1
        var found: [Int] = []
        var token = token + step
        while tokens.indices.contains(token), ["AUX", "ADV"].contains(tokens[token].pos) { token += step }
        while tokens.indices.contains(token) {
            let party = groups.register.party(at: TokenPlace(passage: passage.index, token: token))
            if let party,
                let mention = groups.register.records[party].mentions.first(where: {
                    $0.passage == passage.index && $0.tokens.contains(token)
                })
            {
                // "Peru's Ministry of Trade": the ministry signs.
                let isOwner =
                    mention.tokens.upperBound < tokens.count && tokens[mention.tokens.upperBound].tag == "POS"
                let isPart =
                    isOwner || groups.isAddress(token, in: passage) || groups.isField(token, in: passage)
                if !isPart {
                    guard groups.register.records[party].kind != .person else { return [] }
                    if !found.contains(party) { found.append(party) }
                }
                token = direction == .before ? mention.tokens.lowerBound - 1 : mention.tokens.upperBound
            } else if lexicon.listFillers.contains(tokens[token].lower) || tokens[token].tag == "POS" {
                token += step
            } else if let next = groups.endOfKind(at: token, step: step, in: passage) {
                token = next
            } else {
                break
            }
        }
        if direction == .behind { return found }
        // Behind a preposition the first of them belongs to something else: "in Oslo, Turku and Riga signed".
        if token >= 0, tokens[token].tag == "IN", !lexicon.including.contains(tokens[token].lower) { return [] }
        return found.reversed()
    }

    /// On which side of a word the list stands.
    enum ListDirection { case before, behind }

    func people(
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

    /// Whether whoever does what the verb says only approves of what others have agreed: "Parliament ratified the treaty".
    func isApproved(_ scene: Scene) -> Bool {
        scene.act.map { lexicon.approving.contains(scene.passage.tokens[$0].lemma.asLowercase) } ?? false
    }

    /// "signed a memorandum of understanding with X": the parser may tie "with" to the understanding.
    func strayPartners(of scene: Scene) -> [Int] {
        let passage = scene.passage
        return scene.phrase.filter { $0 > scene.head }
            .flatMap { passage.objects(of: $0, behind: passage.words.accompanying.contains) }
    }

    /// Who signs what the text tells of without a verb for them: "the ministry announced the signing of … with X",
    /// "Through the memorandum signed with X, the chamber seeks …", "Under the memorandum signed by the two ports, A and B …".
    func ownSigners(of scene: Scene, _ resolver: ReferentResolver, _ groups: inout GroupFinder) -> [Int] {
        let passage = scene.passage
        guard scene.isSigning else { return [] }
        var signers = scene.signers.isEmpty ? scene.announcers : []
        if signers.isEmpty, let act = scene.act, passage.tokens[act].dep == "acl",
            lexicon.bases.contains(passage.tokens[passage.tokens[scene.head].head].lower),
            let verb = passage.verb(above: scene.head), let subject = passage.subject(of: verb)
        {
            signers = [subject]
        }
        let found = bodies(of: signers, in: passage, resolver, &groups).parties
        // A speaker who tells of others' signing is no party; "the two" are two.
        let named = found.filter { groups.register.records[$0].kind != .group }
        return scene.signers.isEmpty || named.count > 1 ? named : []
    }

    /// "key trading partners": what the relation reader reads.
    func isTrade(_ match: AgreementLexicon.Match, in passage: Passage) -> Bool {
        passage.children(of: match.tokens.upperBound - 1, ["compound", "amod", "nmod"]).contains {
            lexicon.trades.contains(passage.tokens[$0].lower)
        }
    }

    /// Whether somebody quoted tells of it: "we are pleased to have signed a memorandum", the one that the page is about.
    func isSpokenOf(_ scene: Scene, _ resolver: ReferentResolver) -> Bool {
        scene.signers.contains { signer in
            scene.passage.isPronoun(signer, of: firstPerson)
                && resolver.isQuoted(TokenPlace(passage: scene.passage.index, token: signer))
        }
    }

    /// Whether only people without a name sign: "the ministers".
    func isOnlyGroups(_ parties: [Int], _ groups: GroupFinder) -> Bool {
        !parties.isEmpty && parties.allSatisfy { groups.register.records[$0].kind == .group }
    }

    /// The sides that the instrument's phrase says it is between.
    func boundBetween(_ scene: Scene, _ resolver: ReferentResolver, _ groups: inout GroupFinder) -> [Int] {
        let passage = scene.passage
        let tokens = scene.phrase.lowerBound..<passage.rightEdge[scene.head] + 1
        let inner = tokens.filter { lexicon.betweens.contains(passage.tokens[$0].lower) }
            .flatMap { passage.children(of: $0, ["pobj"]) }
        return bodies(of: inner, in: passage, resolver, &groups).parties
    }

    /// Whether the instrument's own phrase says between whom it is.
    func namesSides(_ scene: Scene) -> Bool {
        (scene.phrase.lowerBound...scene.passage.rightEdge[scene.head]).contains {
            lexicon.betweens.contains(scene.passage.tokens[$0].lower)
        }
    }

    /// The verb of "put pen to paper on …" above a preposition.
    func penning(above preposition: Int, in passage: Passage) -> Int? {
        passage.ancestors(of: preposition).prefix(4).first { verb in
            passage.tokens[verb].isVerb && lexicon.penning.contains(passage.tokens[verb].lemma.asLowercase)
                && passage.children(of: verb, ["dobj"]).contains { lexicon.pens.contains(passage.tokens[$0].lower) }
        }
    }

    /// The parties that the instrument's own phrase tells, most certain first.
    func told(of scene: Scene, _ resolver: ReferentResolver, _ groups: inout GroupFinder) -> [Int] {
        let passage = scene.passage
        let noun = PredicateReader(passage: passage, lexicon: governors).noun(scene.head)
        // A sister city can be one that the gazetteer knows as a district only.
        let isTown = scene.type == .sisterCity
        var between = bodies(
            of: noun.tokens(in: lexicon.betweens), in: passage, resolver, &groups, isSigning: isTown
        ).parties
        if between.count > 1 { return between }
        // "a memorandum of understanding between A and B": the parser ties the sides to the nearer noun.
        let inner = scene.phrase.filter { $0 > scene.head }
            .flatMap { passage.objects(of: $0, behind: lexicon.betweens.contains) }
        between = bodies(of: inner, in: passage, resolver, &groups, isSigning: true).parties
        if between.count > 1 { return between }
        between = pairInside(scene, resolver, &groups)
        if between.count > 1 { return between }
        // Who stands behind "with" in a name is told by that: "MOU with Five Japanese Cities".
        let partner = scene.phrase.first { passage.words.accompanying.contains(passage.tokens[$0].lower) }
        let named = groups.knownPlaces(
            in: scene.phrase.lowerBound..<(partner ?? scene.phrase.upperBound), of: passage)
        if named.count > 1 { return named }
        var withs = noun.tokens(in: ["with"])
        if withs.isEmpty, isTown, passage.tokens[scene.head].dep == "dobj" {
            withs = PredicateReader(passage: passage, lexicon: governors).verb(passage.tokens[scene.head].head)
                .tokens(in: ["with"])
        }
        let with = bodies(of: withs, in: passage, resolver, &groups, isSigning: isTown).parties
        if !with.isEmpty {
            var holders = bodies(of: noun.tokens(in: ["possessor"]), in: passage, resolver, &groups).parties
            if holders.isEmpty { holders = named }
            // "its tie with X": whoever the sentence is about.
            let isPronoun = noun.tokens(in: ["possessor"]).contains { passage.tokens[$0].pos == "PRON" }
            let verb =
                scene.act ?? (isPronoun ? passage.verb(above: scene.head) : nil)
            if holders.isEmpty, let verb, let subject = passage.subject(of: verb) {
                holders = bodies(of: [subject], in: passage, resolver, &groups).parties
            }
            // "shares twin-city status with A and B": whoever shares it, not A with B.
            if holders.isEmpty, passage.tokens[scene.head].dep == "dobj",
                let subject = passage.subject(of: passage.tokens[scene.head].head)
            {
                holders = bodies(of: [subject], in: passage, resolver, &groups, isSigning: isTown).parties
            }
            let both = holders + with.filter { !holders.contains($0) }
            if both.count > 1, !holders.isEmpty { return both }
        }
        // "Joint Statement of Estonia and Rwanda".
        let of = bodies(of: noun.tokens(in: ["of"]), in: passage, resolver, &groups).parties
        if of.count > 1 { return of }
        between = pairBehind(scene, resolver, &groups)
        return between.count > 1 ? between : []
    }

    /// "an MOU … to strengthen cooperation between A and B", "since the establishment of relations, … between A and B":
    /// the one pair of bodies or countries that the rest of the sentence says work together.
    func pairBehind(_ scene: Scene, _ resolver: ReferentResolver, _ groups: inout GroupFinder) -> [Int] {
        let passage = scene.passage
        let sentence = passage.doc.sentences[passage.sentence[scene.head]]
        // Of "the agreement" the parties were told; what its sentence says of others is not about them.
        guard passage.block.role != .headline, scene.type == .diplomaticRelations || !isDefinite(scene) else {
            return []
        }
        let pairs = pairs(
            in: scene.phrase.upperBound..<max(scene.phrase.upperBound, sentence.upperBound), of: passage, resolver,
            &groups)
        return pairs.count == 1 ? pairs[0] : []
    }

    /// "a memorandum on cooperation between A and B": those whose cooperation it is about.
    private func pairInside(_ scene: Scene, _ resolver: ReferentResolver, _ groups: inout GroupFinder) -> [Int] {
        let end = scene.passage.rightEdge[scene.head] + 1
        return pairs(in: min(scene.phrase.upperBound, end)..<end, of: scene.passage, resolver, &groups).first ?? []
    }

    /// Those between whom some words say that there is cooperation.
    private func pairs(
        in tokens: Range<Int>, of passage: Passage, _ resolver: ReferentResolver, _ groups: inout GroupFinder
    ) -> [[Int]] {
        var pairs: [[Int]] = []
        for token in tokens where lexicon.betweens.contains(passage.tokens[token].lower) {
            // "cooperation in tourism between A and B": whatever field it is in.
            let nouns = passage.ancestors(of: token).prefix(3).prefix {
                passage.tokens[$0].isNoun || passage.tokens[$0].pos == "ADP"
            }
            guard nouns.contains(where: { lexicon.purposes.contains(passage.tokens[$0].lower) }) else { continue }
            let objects = passage.children(of: token, ["pobj"])
            let parties = bodies(of: objects, in: passage, resolver, &groups).parties
            if parties.count > 1 { pairs.append(parties) }
        }
        return pairs
    }

    func type(_ type: Agreement.Form, of scene: Scene, parties: [Int], _ groups: GroupFinder) -> Agreement.Form {
        guard type == .treaty else { return type }
        let passage = scene.passage
        // "the 'sister cities' pact"
        if scene.phrase.contains(where: { lexicon.match(at: $0, in: passage)?.instrument.type == .sisterCity }) {
            return .sisterCity
        }
        // "an agreement on twinning"
        let isTwinning = passage.children(of: scene.head, ["prep"]).contains { preposition in
            passage.children(of: preposition, ["pobj", "pcomp"]).contains {
                lexicon.twinnings.contains(passage.tokens[$0].lower)
            }
        }
        if isTwinning { return .sisterCity }
        let states = parties.allSatisfy {
            [.country, .organisation].contains(groups.register.records[$0].kind)
        }
        let hasCountry = parties.contains { groups.register.records[$0].kind == .country }
        return parties.isEmpty || states && hasCountry ? .treaty : .other
    }
}
