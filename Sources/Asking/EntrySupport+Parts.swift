// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Who did it to whom: whether those whom a question names have the part in an entry that it asks about.
extension EntrySupport {
    /// How many tokens in front of the proof a word such as "proposed" counts.
    private static let unrealReach = 6

    /// Whether the entry is of a kind that tells what is asked; others are only near it.
    func isOfKind(_ entry: Entry) -> Bool {
        switch (question.aim, entry.content) {
        case (.whether, .statement): question.kinds.contains(.statement)
        case (.whether, .figure): question.kinds.contains(.figure)
        case (.thing, _) where question.kinds == [.figure]: entry.kind == .figure
        case (.thing, .statement): question.kinds.isEmpty || question.kinds.contains(.statement)
        case (.date, .engagement(let engagement)):
            // An agreement that is asked for by its type is dated by itself or by its ceremony.
            question.types[.agreement] == nil || question.kinds.first == .engagement || engagement.type == .ceremony
        case (.whether, .agreement), (.whether, .relation): true
        case (.whether, _): question.types[.agreement] == nil
        default: true
        }
    }

    /// Whether the proof tells what is so, and not what somebody proposed, asked for or hoped.
    func isReal(_ entry: Entry, _ evidence: Evidence) -> Bool {
        guard entry.kind == .agreement || entry.kind == .engagement, !question.isFuture else { return true }
        let start = evidence.range.start.byte
        guard let sentence = page.sentences.first(where: { $0.bytes.contains(start) }) else { return true }
        let before = sentence.tokens.filter { $0.bytes.upperBound <= start }.suffix(Self.unrealReach)
        return !before.contains { lexicon.unreal.contains($0.lemma) }
    }

    /// Whether both sides of a meeting come together in the entry.
    func isMeeting(_ entry: Entry) -> Bool {
        guard case .engagement(let engagement) = entry.content, engagement.status == .past else { return false }
        let parting: Set<Engagement.Form> = [.announcement, .exhibition, .opening]
        return !parting.contains(engagement.type) && names.count > 1
    }

    /// Who does what the entry tells, or is bound by it.
    func actors(in entry: Entry) -> [String] {
        switch entry.content {
        case .agreement(let agreement): agreement.parties + agreement.signatories + agreement.witnesses
        case .engagement(let engagement): engagement.participants.map(\.party)
        case .commitment(let commitment): commitment.by
        case .figure, .institution, .programme, .relation, .statement: []
        }
    }

    /// The words of the offices of all who take part: whoever says "the mayor" may mean one who is told of by name.
    func titles(in entry: Entry) -> Set<String> {
        let offices = actors(in: entry).compactMap(page.party).flatMap(\.offices)
        return Set(offices.flatMap { Wording.tokens($0.title) })
    }

    /// Whether everybody whom the question names has a part in the entry, and not only stands nearby.
    func takePart(_ entry: Entry, _ sentences: Range<Int>) -> Bool {
        let sides = Sides(page: page, lexicon: lexicon)
        let actors = actors(in: entry)
        switch entry.content {
        case .agreement(let agreement): return takePart(actors, place: agreement.place, entry, sentences, sides)
        case .engagement(let engagement):
            // Where two meet is no party to it, but somebody who is there is on a visit.
            let isStay = ![.meeting, .call].contains(engagement.type) || question.isVisit
            return takePart(actors, place: isStay ? engagement.place : nil, entry, sentences, sides)
                && !isHouseOfOthers(sides)
        case .commitment(let commitment): return isBySubject(commitment, sides)
        case .figure(let figure):
            return isInScope(figure, sentences) && isGiven(sentences) && !isOfAnother(figure, sentences)
        case .programme, .statement: return isGiven(sentences)
        case .institution: return !isHouseOfOthers(sides)
        case .relation: return true
        }
    }

    /// Whether what the page tells to be opened or set up belongs to others than the country or body that the question says to
    /// have done so: its minister may be at the opening.
    private func isHouseOfOthers(_ sides: Sides) -> Bool {
        guard question.kinds.contains(.institution) else { return false }
        let owners = page.reading.entries.flatMap { entry -> [String] in
            if case .institution(let house) = entry.content { house.of } else { [] }
        }
        let openers = names.filter { name in
            name.name.isSubject
                && name.parties.contains { page.party($0).map { $0.kind != .person && $0.kind != .group } ?? false }
        }
        return !owners.isEmpty && !openers.allSatisfy { opener in owners.contains { sides.isParty($0, of: opener) } }
    }

    private func takePart(
        _ actors: [String], place: String?, _ entry: Entry, _ sentences: Range<Int>, _ sides: Sides
    ) -> Bool {
        let quoted = entry.evidence.flatMap { Wording.tokens($0.quote) + [""] }
        let words = actors.isEmpty ? sentences.flatMap { page.sentences[$0].words } : quoted
        return names.allSatisfy { name in
            if name.name.isPlace { return !isElsewhere(entry, than: name, sides) }
            if let place, sides.isParty(place, of: name), !name.name.isSubject || question.isHost { return true }
            // To meet somebody from a place is not to visit it, nor does a place visit those who come.
            if question.isVisit, name.isPlace, case .engagement(let engagement) = entry.content {
                return name.name.isSubject
                    ? isParty(name, of: engagement, as: { $0 != .host }, sides)
                    : isVisited(name, in: engagement, sentences, sides)
            }
            if actors.contains(where: { sides.isParty($0, of: name) }) { return true }
            if !isActor(name) {
                return name.support(sentences, own: []) == NamedParties.Support.direct
            }
            if isComplete(entry) { return false }
            // "Kazakhstan opened a consulate in China's Xi'an": the country around a place does nothing there.
            if !actors.isEmpty, let inner = self.place(of: entry).flatMap(page.party), sides.lies(inner, in: name) {
                return false
            }
            // The proof itself names it, as in "a forum of Oslo and Lima".
            return name.name.wordings.contains { Wording.stands($0, in: words) } && !sides.isOnlyPlace(name, in: words)
                || isJoined(name, to: entry)
        }
    }

    private func isParty(
        _ name: NamedParties, of engagement: Engagement, as isMeant: (Engagement.Role) -> Bool, _ sides: Sides
    ) -> Bool {
        engagement.participants.contains { isMeant($0.role) && sides.isParty($0.party, of: name) }
    }

    private func isVisited(
        _ name: NamedParties, in engagement: Engagement, _ sentences: Range<Int>, _ sides: Sides
    ) -> Bool {
        guard engagement.type == .visit || engagement.participants.contains(where: { $0.role == .visitor }) else {
            return false
        }
        if isParty(name, of: engagement, as: { $0 != .visitor }, sides) { return true }
        var words = sentences.flatMap { page.sentences[$0].words }
        // "Minister Visits Rwanda" says above it where somebody was received.
        words += page.sentences.filter { $0.role == .headline }.flatMap { [""] + $0.words }
        return engagement.place == nil && name.name.wordings.contains { Wording.stands($0, in: words) }
            && sides.isOnlyPlace(name, in: words)
    }

    /// Whether the entry has a city or country of its own that is another than that of the question.
    private func isElsewhere(_ entry: Entry, than name: NamedParties, _ sides: Sides) -> Bool {
        guard name.isPlace, case .engagement(let engagement) = entry.content, let place = engagement.place,
            let party = page.party(place), party.kind == .city || party.kind == .country
        else { return false }
        let isWithin = name.parties.contains { page.party($0).map { sides.isIn($0, party) } ?? false }
        return !sides.isParty(place, of: name) && !isWithin
    }

    /// Whether the entry itself knows both sides, so that whoever else is named is none of them.
    private func isComplete(_ entry: Entry) -> Bool {
        switch entry.content {
        case .agreement(let agreement): agreement.parties.count > 1
        // Who visits has met those who are said to have been there.
        case .engagement(let engagement): question.isMeeting && engagement.type == .visit
        default: false
        }
    }

    /// Whether the name stands in front of the proof with only a comma or "and" between.
    private func isJoined(_ name: NamedParties, to entry: Entry) -> Bool {
        entry.evidence.contains { proof in
            let start = proof.range.start.byte
            guard let sentence = page.sentences.first(where: { $0.bytes.contains(start) }) else { return false }
            let before = sentence.tokens.prefix { $0.bytes.upperBound <= start }
            let last = before.lastIndex { $0.pos != "PUNCT" && $0.pos != "CCONJ" }
            return name.places(in: sentence).contains { $0.upperBound - 1 == last }
        }
    }

    /// Whether the name is that of somebody who can act.
    private func isActor(_ name: NamedParties) -> Bool {
        name.parties.contains { page.party($0).map { $0.kind != .group } ?? false }
    }

    /// What somebody promised is what they or their people bound themselves to, as firmly as is asked.
    private func isBySubject(_ commitment: Commitment, _ sides: Sides) -> Bool {
        let isAsked = question.kinds.first == .commitment || !question.forces.isEmpty
        guard isAsked, [.thing, .person, .whether].contains(question.aim) else { return true }
        guard !question.asksForTarget || commitment.target != nil else { return false }
        guard question.forces.isEmpty || question.forces.contains(commitment.force) else { return false }
        func isBy(_ name: NamedParties) -> Bool { commitment.by.contains { sides.isParty($0, of: name) } }
        let subjects = names.filter(\.name.isSubject)
        guard !subjects.isEmpty else { return true }
        return subjects.allSatisfy(isBy) && (commitment.force >= .agreed || !isJoint(commitment, sides))
    }

    /// Whether those to whom it would be promised promise it themselves: then it is no promise of one to the other.
    func isJoint(_ commitment: Commitment, _ sides: Sides) -> Bool {
        let others = names.filter { !$0.name.isSubject && !$0.name.isPlace && !$0.name.isNear }
        return others.contains { other in commitment.by.contains { sides.isParty($0, of: other) } }
    }

    /// Whether the sentences give another number for a word of the question, and this one not: of "exports of 20 and imports of
    /// 30 million" one is no answer for the other.
    private func isOfAnother(_ figure: Figure, _ sentences: Range<Int>) -> Bool {
        func counts(_ figure: Figure, _ word: Question.Word) -> Bool {
            Wording.tokens(figure.indicator).contains { counted in
                word.wordings.contains { Wording.isNumber(counted, of: $0) }
            }
        }
        let others = page.reading.entries.compactMap { other -> Figure? in
            guard case .figure(let one) = other.content,
                other.evidence.contains(where: { page.sentences(of: $0).overlaps(sentences) })
            else { return nil }
            return one
        }
        return question.words.contains { word in
            !counts(figure, word) && others.contains { counts($0, word) }
        }
    }

    /// A number of one place is none of another.
    private func isInScope(_ figure: Figure, _ sentences: Range<Int>) -> Bool {
        let places = names.filter { !$0.name.isNear && $0.isPlace }
        guard !places.isEmpty else { return true }
        if let scope = figure.scope, let party = page.party(scope), [.city, .country, .place].contains(party.kind) {
            return places.contains { $0.parties.contains(scope) }
        }
        // Of two cities in one sentence a number that does not say of which it is may be of either.
        if question.noun.map(lexicon.populations.contains) ?? false, question.aim == .count,
            isAmongOthers(places, sentences)
        {
            return false
        }
        // "In the city" is the city that was named last.
        let isHere = places.contains { $0.support(sentences, own: []) == NamedParties.Support.direct }
        guard !isHere, question.aim == .count else { return true }
        let start = page.sentences[sentences.lowerBound].bytes.lowerBound
        let before = page.reading.parties.filter { $0.kind == .city || $0.kind == .country }.flatMap { party in
            party.mentions.filter { $0.bytes.upperBound <= start }.map { ($0.bytes.lowerBound, party) }
        }
        let cities = before.filter { $0.1.kind == .city }
        let last = (cities.isEmpty ? before : cities).max { $0.0 < $1.0 }?.1.id
        return last.map { last in places.contains { $0.parties.contains(last) } } ?? true
    }

    /// Whether the sentences name cities besides those that are asked about.
    private func isAmongOthers(_ places: [NamedParties], _ sentences: Range<Int>) -> Bool {
        page.reading.parties.contains { party in
            party.kind == .city && !places.contains { $0.parties.contains(party.id) }
                && party.mentions.contains { mention in
                    sentences.contains { page.sentences[$0].bytes.overlaps(mention.bytes) }
                }
        }
    }
}
