// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

extension EngagementReader {
    /// What a frame's slots hold, and the tokens that say so.
    struct Filling {
        var participants: [DraftEngagement.Participant] = []
        var place: Int?
        var used: [Int]
        /// The items of a list behind the sentence that name further participants.
        var lists: [(passage: Int, tokens: Range<Int>)] = []
        /// Those of the participants that are persons with a name.
        var persons: Set<Int> = []
        /// The argument that each participant comes from.
        var sources: [Int: Int] = [:]
        /// The words that prove each participant.
        var proofs: [Int: [Int]] = [:]

        /// Whether both sides of a verb are filled: who receives and who is received.
        func isMutual(for predicate: Predicate) -> Bool {
            let objects = Set(predicate.tokens(in: ["object", "with", "to", "of", "on", "upon"]))
            return !predicate.isVerb || participants.contains { objects.contains(sources[$0.party] ?? -1) }
        }
    }

    /// Fills the slots of a frame from the arguments of a predicate.
    func filling(
        _ frame: Frame, _ predicate: Predicate, in passage: Passage, _ resolver: ReferentResolver,
        _ groups: inout GroupFinder
    ) -> Filling {
        var filled = Filling(used: [predicate.trigger])
        for slot in frame.slots {
            let roles = (predicate.isVerb ? slot.verb : slot.noun) ?? []
            // "In London, she will visit the Asia House": the object is where she goes.
            let isGoal = frame.type == .visit && predicate.isVerb && slot.role == "place"
            let tokens = isGoal ? roles.flatMap { predicate.tokens(in: [$0]) } : predicate.tokens(in: roles)
            for token in tokens where token != predicate.trigger {
                if let role = Engagement.Role(rawValue: slot.role), announcesList(token, in: passage) {
                    for item in listItems(behind: passage, accepting: slot.accepts, groups.register)
                    where !filled.participants.contains(where: { $0.party == item.party }) {
                        filled.participants.append(.init(party: item.party, role: role))
                        filled.lists.append((item.passage, item.tokens))
                    }
                    if !filled.lists.isEmpty { continue }
                }
                if slot.role == "host", isFurtherPlace(token, of: predicate, in: passage, groups.register) { continue }
                for party in parties(at: token, filling: slot, of: predicate, in: passage, resolver, &groups) {
                    if slot.role == "place" {
                        if filled.place == nil {
                            filled.place = party
                            filled.used.append(token)
                        }
                    } else if let role = Engagement.Role(rawValue: slot.role),
                        !filled.participants.contains(where: { $0.party == party })
                    {
                        filled.participants.append(.init(party: party, role: role))
                        filled.sources[party] = token
                        if groups.register.records[party].kind == .person { filled.persons.insert(party) }
                        let proof = [token] + namePlaces(of: party, behind: token, in: passage, groups.register)
                        filled.proofs[party] = proof
                        filled.used += proof
                    }
                }
            }
        }
        if frame.sides == true, !predicate.isVerb, let sides = groups.sides(before: predicate.trigger, in: passage) {
            filled.used.append(sides.start)
            for party in sides.parties where !filled.participants.contains(where: { $0.party == party }) {
                filled.participants.append(.init(party: party, role: .participant))
            }
        }
        // A venue says more than its city, wherever the parser hangs it: "posters at the Friendship Hall in Brisbane".
        if frame.slots.contains(where: { $0.role == "place" }), frame.type != .visit,
            let venue = venue(of: predicate, in: passage, groups.register)
        {
            filled.place = venue.party
            filled.used.append(venue.token)
        }
        return withoutAffiliations(filled, in: passage, groups.register)
    }

    /// The parties that the phrase headed by `token` brings into a slot: by name, as a group, in apposition, as the
    /// leaders of a delegation, by their office alone.
    private func parties(
        at token: Int, filling slot: Frame.Slot, of predicate: Predicate, in passage: Passage,
        _ resolver: ReferentResolver, _ groups: inout GroupFinder
    ) -> [Int] {
        if groups.isSides(at: token, in: passage, resolver: resolver) || passage.isDeniedNoun(token) { return [] }
        let token = arrivalItself(
            possessorItself(token, of: predicate, in: passage, resolver), of: predicate, in: passage)
        if isOfficeOfOther(token, in: passage, groups.register) { return [] }
        let place = TokenPlace(passage: passage.index, token: token)
        var found = groups.members(at: place, resolver: resolver)
        if found.isEmpty, passage.isPronoun(token, of: firstPerson), !resolver.isQuoted(place) {
            found = authors
        }
        // "the Ministry of Law, the Trade Council and the Bar": the parser takes the second for an apposition.
        let isBody = found.first.map { groups.register.records[$0].kind.isBody } ?? false
        for other in passage.listed(from: token) where other != token {
            let member = groups.register.party(at: TokenPlace(passage: passage.index, token: other))
            if member == nil, found.first.map({ groups.register.records[$0].kind }) == .group {
                found += groups.members(at: TokenPlace(passage: passage.index, token: other), resolver: resolver)
                continue
            }
            if let member {
                let kind = groups.register.records[member].kind
                if kind == .person || isBody && kind.isBody { found.append(member) }
            } else if let referred = resolver.referents[TokenPlace(passage: passage.index, token: other)],
                referred.count == 1, groups.register.records[referred[0]].kind == .person
            {
                // "… and the Norwegian ambassador, Silje Moen"
                found += referred
            } else if isBody, passage.tokens[other].dep == "appos",
                let body = groups.unknownBody(at: other, in: passage)
            {
                found.append(body)
            }
        }
        if slot.accepts.contains(.person), slot.role != "place" {
            if found.isEmpty, let bearer = bearer(ofOfficeAt: token, in: passage, groups.register) { found = [bearer] }
            found += personsListed(beside: token, of: predicate, in: passage, groups.register)
        }
        found = membersNamed(behind: token, of: found, in: passage, groups.register)
        if found.isEmpty, slot.role == "place" { found = groups.placesCalled(at: token, in: passage) }
        if found.isEmpty { found = several(of: token, in: passage, resolver, &groups) }
        found += included(behind: token, in: passage, groups.register)
        for leader in leaders(of: token, in: passage) {
            if let bearer = bearer(ofOfficeAt: leader, in: passage, groups.register) {
                found.append(bearer)
            } else {
                found += groups.members(at: TokenPlace(passage: passage.index, token: leader), resolver: resolver)
            }
        }
        found = found.filter { party in
            let record = groups.register.records[party]
            // A place that the gazetteer knows is where somebody is, and no host.
            return slot.accepts.contains(record.kind)
                && (slot.role == "place" || record.kind != .place || !record.mentions.contains { $0.place != nil })
        }
        if found.isEmpty, slot.accepts.contains(.group),
            let holder = groups.officeHolder(at: place, resolver: resolver, nouns: officeNouns)
        {
            found = [holder]
        }
        if found.isEmpty, slot.accepts.contains(.group), slot.role == "participant",
            isCounterpart(token, of: predicate, in: passage)
        {
            found = [groups.crowd(at: place)]
        }
        // "The joint committee met": a body without a name, told to come together.
        if found.isEmpty, slot.role == "participant", slot.accepts.contains(.organisation), predicate.isVerb,
            governors.assemblies.contains(passage.tokens[token].lower),
            predicate.tokens(in: ["subject"]).contains(token)
        {
            found = [groups.crowd(at: place)]
        }
        if found.isEmpty, ["host", "organiser"].contains(slot.role), slot.accepts.contains(.organisation),
            let body = groups.unknownBody(at: token, in: passage, signing: true)
        {
            found = [body]
        }
        var seen: Set<Int> = []
        return found.filter { seen.insert($0).inserted }
    }

    /// "He met the consul on his visit to Porto": the visit is that of whoever did so.
    private func possessorItself(
        _ token: Int, of predicate: Predicate, in passage: Passage, _ resolver: ReferentResolver
    ) -> Int {
        guard passage.tokens[token].tag == "PRP$", let verb = predicate.governor,
            let subject = passage.subject(of: verb)
        else { return token }
        // "During their visit to Porto, the delegation met the mayor."
        let place = TokenPlace(passage: passage.index, token: token)
        let isOpen = resolver.referents[place] == nil && resolver.antecedents[place] == nil
        return subject < token ? (passage.tokens[subject].tag == "PRP" ? subject : token) : isOpen ? subject : token
    }

    /// "The mayor received Governor Berg, as she arrived on a visit": whoever arrives is received.
    private func arrivalItself(_ token: Int, of predicate: Predicate, in passage: Passage) -> Int {
        guard passage.tokens[token].tag == "PRP", let verb = predicate.isVerb ? predicate.trigger : predicate.governor,
            governors.going.contains(passage.tokens[verb].lemma.asLowercase), passage.tokens[verb].dep == "advcl",
            token == passage.subject(of: verb)
        else { return token }
        let above = passage.tokens[verb].head
        guard governors.receiving.contains(passage.tokens[above].lemma.asLowercase),
            let guest = passage.children(of: above, ["dobj"]).first, guest < token
        else { return token }
        return guest
    }

    /// Whether the token is an office in apposition to the name before it, and nobody else: "Rui Sena, Dean of Law, and".
    private func isOfficeOfOther(_ token: Int, in passage: Passage, _ register: PartyRegister) -> Bool {
        let word = passage.tokens[token]
        let start = passage.leftEdge[token]
        guard word.isNoun, ["conj", "appos"].contains(word.dep), start >= 2, passage.tokens[start - 1].text == ",",
            register.party(at: TokenPlace(passage: passage.index, token: token)) == nil,
            officeNouns.contains(word.lower) || officeNouns.contains(word.lemma.asLowercase),
            passage.children(of: token, ["det", "poss"]).isEmpty, !word.has(feature: "Number=Plur"),
            let other = register.party(at: TokenPlace(passage: passage.index, token: start - 2))
        else { return false }
        return register.records[other].kind == .person
    }

    /// Whether the token goes on with a city or country that is visited, and so is one itself: "visited Turku and Oulu".
    private func isFurtherPlace(
        _ token: Int, of predicate: Predicate, in passage: Passage, _ register: PartyRegister
    ) -> Bool {
        let objects = predicate.tokens(in: ["object"])
        let isBesidePlace = objects.contains { object in
            register.party(at: TokenPlace(passage: passage.index, token: object)).map {
                [.city, .country].contains(register.records[$0].kind)
            } == true
        }
        guard predicate.isVerb, isBesidePlace, objects.contains(token),
            let party = register.party(at: TokenPlace(passage: passage.index, token: token))
        else { return false }
        return register.records[party].kind == .organisation
            && NameFolding.words(of: register.records[party].name).count == 1
    }

    /// The last word of a name that stands behind the office that brings it in.
    private func namePlaces(of party: Int, behind token: Int, in passage: Passage, _ register: PartyRegister) -> [Int] {
        guard register.records[party].kind == .person,
            register.party(at: TokenPlace(passage: passage.index, token: token)) == nil
        else { return [] }
        let end = passage.sentence[token]
        return register.records[party].mentions.filter { mention in
            mention.passage == passage.index && mention.tokens.lowerBound > token
                && passage.sentence[mention.tokens.lowerBound] == end
                && !passage.tokens[token..<mention.tokens.lowerBound].contains {
                    $0.isVerb || ["PRP", "PRP$", "POS"].contains($0.tag)
                }
        }.prefix(1).map { $0.tokens.upperBound - 1 }
    }

    /// Who else is on the list of persons on which the one at `token` stands.
    private func personsListed(
        beside token: Int, of predicate: Predicate, in passage: Passage, _ register: PartyRegister
    ) -> [Int] {
        let verb = predicate.isVerb ? predicate.trigger : predicate.governor ?? predicate.trigger
        // "A met B and C met D": where the parser's first subject is none, the list before the verb is not one.
        let own = predicate.tokens(in: ["subject", "object"])
        if predicate.isVerb, token < verb, own.contains(token),
            passage.children(of: verb, ["nsubj"]).contains(where: { $0 < token && !own.contains($0) })
        {
            return []
        }
        return token < verb
            ? persons(listedAround: token, before: verb, in: passage, register)
            : persons(listedBehind: token, in: passage, register)
    }

    /// "the two ministers, Anna Berg and Carl Lund": those named are the ministers.
    private func membersNamed(
        behind token: Int, of found: [Int], in passage: Passage, _ register: PartyRegister
    ) -> [Int] {
        guard let group = found.first, register.records[group].kind == .group,
            passage.tokens[token].has(feature: "Number=Plur")
        else { return found }
        let named = passage.children(of: token, ["appos"]).flatMap { passage.conjuncts(of: $0) }.compactMap {
            register.party(at: TokenPlace(passage: passage.index, token: $0))
        }
        return named.count > 1 ? found.filter { $0 != group } : found
    }

    /// "a range of leaders": the leaders.
    private func several(
        of token: Int, in passage: Passage, _ resolver: ReferentResolver, _ groups: inout GroupFinder
    ) -> [Int] {
        guard governors.quantities.contains(passage.tokens[token].lower) else { return [] }
        var found: [Int] = []
        for object in passage.objects(of: token, behind: passage.words.owning.contains) {
            found += groups.members(at: TokenPlace(passage: passage.index, token: object), resolver: resolver)
        }
        return found
    }

    /// Whether a plural behind a verb of meeting stands for people or bodies: "will meet with startups".
    private func isCounterpart(_ token: Int, of predicate: Predicate, in passage: Passage) -> Bool {
        let word = passage.tokens[token]
        guard word.tag == "NNS", word.entityLabel.isEmpty, !governors.unpeopled.contains(word.lower) else {
            return false
        }
        let above = word.head
        if word.dep == "dobj" { return passage.tokens[above].isVerb }
        return word.dep == "pobj" && passage.words.accompanying.contains(passage.tokens[above].lower)
            && (passage.tokens[passage.tokens[above].head].isVerb
                || passage.tokens[above].head == predicate.trigger)
    }

    /// Who is named as one of those whom the phrase describes: "80 guests, among them the consul, Nino Abashvili".
    private func included(behind token: Int, in passage: Passage, _ register: PartyRegister) -> [Int] {
        let phrase = passage.subtree(of: token)
        guard passage.tokens[token].isNoun,
            let marker = phrase.first(where: { $0 > token && governors.including.contains(passage.tokens[$0].lower) }),
            let first = phrase.first(where: { name in
                name > marker
                    && register.party(at: TokenPlace(passage: passage.index, token: name)).map {
                        register.records[$0].kind == .person || register.records[$0].kind.isBody
                    } == true
            }),
            // "including members of the council": its members, not itself.
            !passage.ancestors(of: first).prefix(while: { $0 > marker }).contains(where: {
                passage.words.owning.contains(passage.tokens[$0].lower)
                    && passage.children(of: $0, ["pobj"]).contains { $0 <= first }
                    && ["NOUN", "PRON", "DET"].contains(passage.tokens[passage.tokens[$0].head].pos)
            })
        else { return [] }
        let heads = passage.tokens[first].dep == "compound" ? [passage.tokens[first].head] : [first]
        let above = heads + passage.ancestors(of: heads[0]).prefix { $0 > marker && passage.tokens[$0].isNoun }
        return above.flatMap { passage.listed(from: $0) }.filter { $0 > marker }.sorted().compactMap {
            register.party(at: TokenPlace(passage: passage.index, token: $0))
        } + persons(listedBehind: first, in: passage, register)
    }

    /// How firm the occasion is; what has a day still to come is planned, however it is told: "a concert on 17 May".
    func modality(of predicate: Predicate, on date: DatedValue?, in passage: Passage) -> Modality {
        if !predicate.isVerb, predicate.modality == .planned, let day = (date?.value.start).flatMap({ CivilDay($0) }),
            let today = (published?.value.start).flatMap({ CivilDay($0) }), day < today
        {
            return .actual
        }
        guard predicate.modality == .actual, let date = date?.value.start, let published = published?.value.start,
            date.isSurelyAfter(published)
        else { return predicate.modality }
        return isPast(predicate, in: passage) ? .actual : .planned
    }

    /// Whether the verb is in the past tense.
    private func isPast(_ predicate: Predicate, in passage: Passage) -> Bool {
        guard let verb = predicate.isVerb ? predicate.trigger : predicate.governor else { return false }
        return ([verb] + passage.children(of: verb, ["aux", "auxpass"])).contains { passage.tokens[$0].tag == "VBD" }
    }

    /// Whether talks that somebody has had cannot be on a day still to come: "invited him, in the talks, to come next year".
    func isToldAsPast(_ predicate: Predicate, before date: DatedValue, in passage: Passage) -> Bool {
        guard !predicate.isVerb, predicate.modality == .actual, let published = published?.value.start else {
            return false
        }
        return date.value.start.isSurelyAfter(published) && isPast(predicate, in: passage)
            && !predicate.tokens(in: ["attendee"]).isEmpty
    }

    /// Whether the phrase says that a list follows: "by the following representatives".
    private func announcesList(_ token: Int, in passage: Passage) -> Bool {
        passage.children(of: token, ["amod"]).contains { governors.listing.contains(passage.tokens[$0].lower) }
    }

    /// The parties that the items of the list behind a passage begin with.
    private func listItems(
        behind passage: Passage, accepting kinds: Set<Party.Kind>, _ register: PartyRegister
    ) -> [(party: Int, passage: Int, tokens: Range<Int>)] {
        passages.dropFirst(passage.index + 1).prefix { $0.listItemStart != nil }.compactMap { item in
            guard let start = item.listItemStart else { return nil }
            for token in start..<item.tokens.count {
                guard let party = register.party(at: TokenPlace(passage: item.index, token: token)),
                    kinds.contains(register.records[party].kind)
                else { continue }
                var end = item.tokens.count
                while end > start + 1, item.tokens[end - 1].isPunctuation || item.tokens[end - 1].tag == "CC" {
                    end -= 1
                }
                return (party, item.index, start..<end)
            }
            return nil
        }
    }

    /// A building or body named with "at" in the predicate's clause.
    private func venue(of predicate: Predicate, in passage: Passage, _ register: PartyRegister) -> (
        party: Int, token: Int
    )? {
        for token in predicate.clause
        where token > predicate.trigger && passage.words.housing.contains(passage.tokens[token].lower) {
            for object in passage.children(of: token, ["pobj"]) {
                let party = register.party(at: TokenPlace(passage: passage.index, token: object))
                if let party, [.place, .organisation].contains(register.records[party].kind) { return (party, object) }
            }
        }
        return nil
    }
}
