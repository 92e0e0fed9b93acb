// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Tellings that go with an occasion told before, though they tell of it as of something else: who came along, who received
/// the guests, whom a guest met, what a headline calls it.
extension EngagementMerger {
    /// The occasion to which an addition adds: the stay of somebody who takes part in both, else the one told last.
    func joined(
        by draft: DraftEngagement, _ forms: Set<Engagement.Form>, among found: [DraftEngagement]
    ) -> Int? {
        var candidates = found.indices.filter { index in
            forms.contains(found[index].type)
                && (draft.isTimeless || (found[index].modality == .actual) == (draft.modality == .actual))
        }
        if draft.joinsByName {
            return candidates.last { found[$0].name.map { isWritten($0, besides: draft) } ?? false }
        }
        if let leader = draft.leadsEscort {
            // Whoever is accompanied elsewhere was at none of the meetings.
            let isKnown = candidates.contains { found[$0].has(leader) }
            candidates.removeAll { isKnown ? !found[$0].has(leader) : found[$0].type != .visit }
        } else if draft.isOfMembers, candidates.contains(where: { found[$0].participants.contains(where: isGroup) }) {
            candidates.removeAll { !found[$0].participants.contains(where: isGroup) }
        }
        let common = candidates.filter { shared(found[$0], draft) > 0 }
        // Whoever accompanies somebody comes along on the visit, wherever the text says so.
        if draft.leadsEscort != nil, let visit = common.first(where: { found[$0].type == .visit }) { return visit }
        if let stay = common.first(where: { found[$0].type == .visit && found[$0].isStay }) { return stay }
        if let event = common.last(where: { found[$0].order < draft.order }) ?? common.first { return event }
        return candidates.filter { found[$0].order < draft.order && draft.order.0 - found[$0].order.0 <= 2 }
            .max { found[$0].order < found[$1].order }
    }

    /// Whether the sentence of a telling writes the name of an occasion.
    private func isWritten(_ name: String, besides draft: DraftEngagement) -> Bool {
        draft.tellings.contains { telling in
            let passage = passages[telling.passage]
            let sentence = passage.doc.sentences[passage.sentence[telling.tokens.lowerBound]]
            return NameFolding.fold(passage.text(of: sentence)).contains(name)
        }
    }

    /// The visit told right before in whose course somebody receives the visitor: "She was received by the mayor".
    func visit(before draft: DraftEngagement, among found: [DraftEngagement]) -> Int? {
        guard let forms = draft.follows, draft.date == nil, draft.place == nil, rank(draft) == 0 else { return nil }
        return found.indices.last { index in
            let visit = found[index]
            guard forms.contains(visit.type), visit.order < draft.order,
                (visit.modality == .actual) == (draft.modality == .actual)
            else { return false }
            // "Welcoming the delegation, the mayor …": whoever received it before does so still.
            if visit.isReception, draft.order.0 - visit.order.0 <= 2, hosts(of: draft).allSatisfy(visit.has),
                !hosts(of: draft).isEmpty
            {
                return draft.participants.contains { visit.participants.contains($0) && $0.role == .visitor }
            }
            return draft.order.0 == visit.order.0
                && draft.participants.contains { guest in
                    guest.role == .visitor && (visit.participants.contains { $0 == guest } || isAnyGuest(guest))
                }
        }
    }

    func hosts(of draft: DraftEngagement) -> [Int] {
        draft.participants.filter { $0.role == .host }.map(\.party)
    }

    /// The meeting told before to which somebody is welcomed who came to it: "The envoy paid a call on the council. The
    /// registrar welcomed her."
    func meeting(before draft: DraftEngagement, among found: [DraftEngagement]) -> Int? {
        let guests = draft.participants.filter { $0.role == .visitor }
        guard draft.isReception || draft.follows != nil, draft.date == nil, draft.place == nil, rank(draft) == 0,
            guests.contains(where: { !isGroup($0) })
        else { return nil }
        return found.indices.last { index in
            let meeting = found[index]
            return meeting.type == .meeting && meeting.order < draft.order && draft.order.0 - meeting.order.0 <= 2
                && (meeting.modality == .actual) == (draft.modality == .actual)
                && guests.contains { meeting.has($0.party) }
                && meeting.participants.allSatisfy { known in
                    draft.has(known.party) || isGroup(known) || isBody(known)
                }
        }
    }

    /// Adds the visitors of the visit told before to a meeting of which only is told with whom it was: "The visit included
    /// a meeting with the governor".
    func completes(_ draft: inout DraftEngagement, among found: [DraftEngagement]) -> Bool {
        let isActual = draft.modality == .actual
        let visit = found.last { visit in
            visit.type == .visit && visit.order <= draft.order && draft.order.0 - visit.order.0 <= 4
                && ((visit.modality == .actual) == isActual || draft.isTimeless) && visit.isQuoted == draft.isQuoted
                && visit.participants.contains { $0.role == .visitor }
        }
        guard let visit, !draft.participants.contains(where: { visit.has($0.party) }) else { return false }
        if draft.isTimeless { draft.modality = visit.modality }
        for visitor in visit.participants where visitor.role == .visitor {
            draft.add(.init(party: visitor.party, role: .participant))
        }
        return true
    }

    /// What the text tells first of those whom a headline names, in short or under another kind of occasion: "Mayor meets
    /// consul" over "The mayor gave a reception for Consul Vega".
    func news(toldBy draft: DraftEngagement, among found: [DraftEngagement]) -> Int? {
        guard rank(draft) == 1, passages[draft.tellings[0].passage].block.role != .body,
            draft.name == nil || draft.type == .visit
        else {
            return nil
        }
        let social: Set<Engagement.Form> = [.visit, .meeting, .call, .celebration]
        let named = draft.participants.filter { !isGroup($0) && !isBody($0) }.map(\.party)
        let candidates = found.indices.filter { index in
            let known = found[index]
            let isOfKind =
                known.family == draft.family || social.contains(known.type) && social.contains(draft.type)
            guard isOfKind, !isJourney(draft) || known.type == .visit, known.name == nil || known.name == draft.name,
                !known.isQuoted,
                named.allSatisfy({ known.has($0) || isNamed($0, in: known) })
            else { return false }
            if let left = known.date?.value, let right = draft.date?.value, !Self.isCompatible(left, right) {
                return false
            }
            return !named.isEmpty || draft.participants.isEmpty
                || draft.participants.contains { known.has($0.party) || isAlike($0, to: known) }
        }
        return candidates.min { left, right in
            let leftFits = found[left].family == draft.family, rightFits = found[right].family == draft.family
            return leftFits == rightFits ? found[left].order < found[right].order : leftFits
        }
    }

    /// Whether a headline tells of a person's visit to a city or country, which is more than what is done there.
    private func isJourney(_ draft: DraftEngagement) -> Bool {
        guard draft.type == .visit, !draft.noun.isEmpty, let place = draft.place,
            [.city, .country].contains(register.records[place].kind)
        else { return false }
        return draft.participants.contains { $0.role == .visitor && register.records[$0.party].kind == .person }
    }

    /// Whether somebody whom a headline calls by a part of the name is in what is known: "Okafor", "Ada Okafor Mensah".
    func isNamed(_ party: Int, in known: DraftEngagement) -> Bool {
        let words = Set(NameFolding.words(of: register.records[party].name))
        return known.participants.contains { other in
            register.records[other.party].kind == .person
                && words.isSubset(of: NameFolding.words(of: register.records[other.party].name))
        }
    }

    /// Whether a group or body shares a word of its name with one that is known: "Porto delegation", "twelve from Porto".
    func isAlike(_ participant: DraftEngagement.Participant, to known: DraftEngagement) -> Bool {
        let words = Set(NameFolding.words(of: register.records[participant.party].name)).subtracting(guests)
        return known.participants.contains { other in
            isGroup(other)
                && !words.isDisjoint(with: NameFolding.words(of: register.records[other.party].name))
        }
    }
}
