// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Whether two tellings are of one occasion.
extension EngagementMerger {
    func isSame(_ known: DraftEngagement, _ draft: DraftEngagement) -> Bool {
        guard known.family == draft.family else { return isNamedAnew(known, draft) }
        // Headlines tell in the present what is past or still to come, so their tense says nothing.
        let isHeadline = rank(draft) == 1
        guard
            (known.modality == .actual) == (draft.modality == .actual) || isHeadline || isOngoingStay(known, draft)
                || draft.type == .visit && draft.isTimeless
        else { return false }
        // A speaker who tells of a day long ago does not tell of the event that the report is about.
        if known.isQuoted != draft.isQuoted, (known.isQuoted ? known : draft).date != nil,
            (known.isQuoted ? draft : known).date == nil
        {
            return false
        }
        if let left = known.name, let right = draft.name, left != right { return false }
        if let left = known.place, let right = draft.place, !isCompatible(left, right, for: draft.family),
            !(isHeadline && isVenue(right))
        {
            return false
        }
        if let left = known.date?.value, let right = draft.date?.value, !Self.isCompatible(left, right) { return false }
        if known.name != nil || draft.name != nil {
            // A named occasion is the same if the name is; "the summit" alone joins the one before it.
            return known.name == draft.name
                || draft.isDefinite && draft.name == nil
                    && (draft.participants.allSatisfy { known.has($0.party) || isGroup($0) }
                        || !draft.noun.isEmpty && known.noun == draft.noun && known.order < draft.order)
        }
        let common = shared(known, draft)
        switch known.family {
        case .visit:
            if known.site != draft.site, !isHeadline { return false }
            let visitors = draft.participants.filter { $0.role == .visitor }
            if visitors.contains(where: { visitor in known.participants.contains { $0.party == visitor.party } }) {
                return true
            }
            if visitors.isEmpty {
                // "Her top diplomat will visit Peru": a goal that was told before, of whoever goes there.
                let isToldAgain = draft.place != nil && draft.place == known.place && draft.site == nil
                return draft.isDefinite || isHeadline && draft.participants.isEmpty || isToldAgain
            }
            // "Deputy minister concludes visit": a headline that names nobody tells of what the text tells first.
            if isHeadline, draft.place == nil, visitors.allSatisfy(isGroup) { return true }
            // "Ulsan Delegation Visits Turku": a headline names in short whom the text introduces.
            guard isHeadline, let goal = draft.place, let place = known.place else { return false }
            return (goal == place || isCompatible(place, goal, for: .visit)) && visitors.allSatisfy(isGroup)
        case .meeting:
            if isLead(known, of: draft) || isLead(draft, of: known) { return true }
            if tellsOfSides(draft), !tellsOfSides(known) {
                return known.participants.count > 1 && abs(known.order.0 - draft.order.0) <= 3
            }
            // "During the meeting, the presidents agreed …": those who were told to meet.
            let isOfThoseKnown = draft.isDefinite && draft.place == nil && draft.participants.allSatisfy(isGroup)
            if draft.participants.isEmpty || isOfThoseKnown {
                // "An official meeting was held that day": the meeting told right before, if nothing speaks against it.
                return known.participants.count > 1 && abs(known.order.0 - draft.order.0) <= 3
            }
            // "Mayor Okafor welcomes councillors": beside the one whom it names, a headline tells of the others in short.
            if isHeadline, common > 0, draft.participants.allSatisfy({ known.has($0.party) || isGroup($0) }) {
                return true
            }
            if draft.isAttendance, isToldOn(by: draft, of: known) { return true }
            // "gave a lunch for the envoy after the meeting": a second one, with whomever it is.
            if draft.isRightAfter, !draft.noun.isEmpty, !draft.isDefinite, draft.noun != known.noun, !isHeadline {
                return false
            }
            // "Consul calls on council head": nor does one that names only offices.
            let isOfOffices = isHeadline && draft.participants.allSatisfy(isGroup)
            if known.participants.count > 1, draft.participants.count > 1, !isOfOffices {
                return common > 1 || common == 1 && onlyOtherIsAlike(known, draft)
            }
            if isToldOn(by: draft, of: known) { return true }
            // "Minister meets counterparts": a headline that names nobody tells of what the text tells first.
            if isHeadline, draft.participants.allSatisfy(isGroup) { return true }
            // With one participant told, it takes "the meeting" or a headline to mean the one told before.
            return common > 0
                && (draft.isDefinite || rank(draft) > 0
                    || known.participants.count > 1 && draft.participants.count == 1 && draft.date != nil)
        default:
            // "The centre was inaugurated. The minister attended the ceremony."
            if known.isWeak, known.type == .opening, [.ceremony, .opening].contains(draft.type),
                abs(known.order.0 - draft.order.0) <= 2
            {
                return true
            }
            // "X and Y signed the document": the signing told right before or behind.
            if known.isWeak || draft.isWeak, known.type == .ceremony, draft.type == .ceremony,
                abs(known.order.0 - draft.order.0) <= 1, !isOfOtherSort(known), !isOfOtherSort(draft)
            {
                return true
            }
            // A headline tells in short of what the text introduces: "Ministers End Quito Summit".
            if rank(draft) == 1, known.type == draft.type, known.noun == draft.noun,
                draft.participants.allSatisfy({ known.has($0.party) || isGroup($0) })
            {
                return true
            }
            // The signing in the morning is not the banquet of the evening, whoever is at both.
            if known.type != draft.type, !known.noun.isEmpty || !draft.noun.isEmpty, !draft.isDefinite, rank(draft) == 0
            {
                return false
            }
            // Nor is the opening ceremony the signing at which both look on.
            if isSigning(known) && isOtherCeremony(draft) || isSigning(draft) && isOtherCeremony(known) { return false }
            if isOneScene(known, draft) { return true }
            // "The ceremony was attended by …" goes on with the ceremony told before.
            let isNext = known.order.0 <= draft.order.0 && draft.order.0 - known.order.0 <= 2
            return common > 0 || draft.isDefinite && (draft.participants.isEmpty || isNext)
        }
    }

    /// Whether nouns before "ceremony" make it another one than a signing: "the opening ceremony".
    private func isOfOtherSort(_ draft: DraftEngagement) -> Bool {
        guard !draft.noun.isEmpty, draft.name == nil, let telling = draft.tellings.first else { return false }
        return passages[telling.passage].tokens[telling.heading].dropLast().contains {
            $0.isNoun && !signing.contains($0.lower)
        }
    }

    private func isSigning(_ draft: DraftEngagement) -> Bool { signing.contains(draft.noun) }

    private func isOtherCeremony(_ draft: DraftEngagement) -> Bool { isOfOtherSort(draft) && !isSigning(draft) }

    /// Whether one tells without names of the two whom the other one names: "The leaders of A and B met. President X held
    /// talks with President Y."
    func isLead(_ lead: DraftEngagement, of named: DraftEngagement) -> Bool {
        guard lead.participants.count == 1, let group = lead.participants.first, isGroup(group),
            named.participants.count == 2, abs(lead.order.0 - named.order.0) <= 2, !lead.isRightAfter,
            !named.isRightAfter,
            named.participants.allSatisfy({ register.records[$0.party].kind == .person })
        else { return false }
        let words = NameFolding.words(of: register.records[group.party].name)
        return !peers.isDisjoint(with: words) && register.records[group.party].members.isEmpty
    }

    /// Whether "the meeting" goes on with the one told right before, as in "the meeting was also attended by the envoy".
    func isToldOn(by draft: DraftEngagement, of known: DraftEngagement) -> Bool {
        if draft.isAttendance, draft.isDefinite, known.order < draft.order, draft.order.0 - known.order.0 <= 8,
            draft.date == nil, known.participants.count > 1
        {
            return true
        }
        // "She held talks on trade": with whom, the sentences before it in the paragraph tell.
        if !draft.noun.isEmpty, draft.participants.count == 1, shared(known, draft) == 1, draft.date == nil,
            draft.place == nil, known.order < draft.order, draft.order.0 == known.order.0, known.participants.count == 2
        {
            return true
        }
        return draft.isDefinite && !draft.noun.isEmpty && known.order < draft.order
            && draft.order.0 - known.order.0 <= 1
            && (known.participants.allSatisfy(isBody) || known.participants.count == 1 && isGroup(known.participants[0])
                || draft.participants.count == 1)
            && draft.date == nil
    }

    /// Whether one sentence tells of it twice, once without those who were there: "marked the day with a concert".
    func isOneScene(_ known: DraftEngagement, _ draft: DraftEngagement) -> Bool {
        guard let left = known.tellings.last, let right = draft.tellings.first, left.passage == right.passage,
            known.participants.isEmpty != draft.participants.isEmpty
        else { return false }
        let sentence = passages[left.passage].sentence
        return sentence[left.tokens.lowerBound] == sentence[right.tokens.lowerBound]
    }

    /// Whether one of them tells in the present tense of a stay that the other one says is to come.
    func isOngoingStay(_ known: DraftEngagement, _ draft: DraftEngagement) -> Bool {
        guard known.isOngoing || draft.isOngoing, known.modality <= .planned, draft.modality <= .planned,
            let place = known.place, let goal = draft.place
        else { return false }
        return isCompatible(place, goal, for: .visit)
    }

    /// Whether "the meeting" is where somebody received a delegation, as told right before.
    func isReception(_ known: DraftEngagement, goingOnIn draft: DraftEngagement) -> Bool {
        known.isReception && [.meeting, .celebration].contains(draft.type) && !draft.noun.isEmpty && draft.isDefinite
            && known.order < draft.order && draft.order.0 - known.order.0 <= 2 && draft.date == nil
            && draft.participants.count { !known.has($0.party) && !isGroup($0) } <= 1
            && (known.modality == .actual) == (draft.modality == .actual)
    }

    /// Whether "the meeting" goes on with a summit or forum told right before.
    func isNamedAnew(_ known: DraftEngagement, _ draft: DraftEngagement) -> Bool {
        if isReception(known, goingOnIn: draft) { return true }
        // "had a courtesy reception for the envoy. At the reception, …"
        if draft.isDefinite, !draft.noun.isEmpty, draft.noun == known.noun, draft.name == nil,
            known.order < draft.order,
            draft.order.0 - known.order.0 <= 1, draft.date == nil, draft.place == nil,
            draft.participants.allSatisfy({ known.has($0.party) || isGroup($0) })
        {
            return true
        }
        guard draft.isGeneral, [.summit, .forum].contains(known.type), known.order < draft.order,
            draft.order.0 - known.order.0 <= 1, draft.participants.count <= 1, draft.place == nil,
            (known.modality == .actual) == (draft.modality == .actual)
        else { return false }
        guard let left = known.date?.value, let right = draft.date?.value else { return true }
        return abs(left.start.year - right.start.year) == 0 && left.start.month == right.start.month
    }

    /// Whether both can be where one occasion is: the same place, a city in the country, a house in the city.
    func isCompatible(_ left: Int, _ right: Int, for family: Engagement.Form) -> Bool {
        guard left != right else { return true }
        let places = [left, right].map { party in register.records[party].mentions.lazy.compactMap(\.place).first }
        guard let first = places[0], let second = places[1] else {
            return family != .visit && (places[0] == nil) != (places[1] == nil)
        }
        return first.country == second.country && (first.kind == .country) != (second.kind == .country)
    }

    /// Whether the place is a house or the like, of which a headline may name one and the text another: "City Hall".
    func isVenue(_ place: Int) -> Bool { ![.city, .country].contains(register.records[place].kind) }

    /// Whether only countries or cities are said to meet, as in "both sides had a good discussion".
    func tellsOfSides(_ draft: DraftEngagement) -> Bool {
        !draft.participants.isEmpty
            && draft.participants.allSatisfy { [.country, .city].contains(register.records[$0.party].kind) }
    }

    /// Whether what the two do not share is of one kind only on one side, as when a second telling leaves somebody out.
    func onlyOtherIsAlike(_ known: DraftEngagement, _ draft: DraftEngagement) -> Bool {
        let left = known.participants.filter { !draft.has($0.party) }
        let right = draft.participants.filter { !known.has($0.party) }
        return left.isEmpty || right.isEmpty
    }
}
