// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Joins the tellings of one occasion inside an article: same kind, compatible participants, place and time.
///
/// Occasions of one series stay apart where place or date differ; those of different modality do so always.
struct EngagementMerger {
    let passages: [Passage]
    /// People whom a caption names in the place of another, with that other.
    let mistaken: [Int: Int]
    /// The date that the article speaks from.
    let published: DatedValue?
    /// The dates of each passage.
    let dates: [[DatedSpan]]
    let register: PartyRegister
    /// Nouns that stand alone for the visitors of a visit told before.
    let guests: Set<String>

    /// The occasions in the order of their first telling.
    func merged(_ drafts: [DraftEngagement]) -> [DraftEngagement] {
        var found: [DraftEngagement] = []
        var early: [DraftEngagement] = []
        var lastDay: DatedValue?
        var lastStay: DatedValue?
        // The body tells most, so the headline's and the captions' tellings are joined to it.
        let order = drafts.sorted { left, right in
            let leftRank = rank(left), rightRank = rank(right)
            return leftRank == rightRank ? left.order < right.order : leftRank < rightRank
        }
        for var draft in order {
            if let reference = draft.backReference {
                draft.date = reference.date(lastDay: lastDay, stay: lastStay)
            } else if draft.isRightAfter, draft.date == nil, let lastDay {
                draft.date = DatedValue(value: lastDay.value, basis: .inferred, premises: lastDay.premises)
            }
            // "That day" is a day, so it is not the month that an aside named last.
            if let date = draft.date, date.value.start.day != nil, date.value.end == nil, !draft.isQuoted {
                lastDay = date
            }
            if let date = draft.date, draft.type == .visit || date.value.end != nil, !draft.isQuoted {
                lastStay = date
            }
            if rank(draft) == 2 {
                draft.participants = draft.participants.map {
                    .init(party: mistaken[$0.party] ?? $0.party, role: $0.role)
                }
            }
            if draft.modality == .denied {
                found.removeAll { isTakenBack($0, by: draft) }
            } else if let known = match(draft, among: found) {
                found[known] = joined(found[known], draft)
            } else if draft.isAddition {
                early.append(draft)
            } else if stands(draft) {
                found.append(draft)
            }
        }
        // "Accompanied by the envoy, the minister visited Porto": some are told before what they add to.
        for draft in early {
            if let known = match(draft, among: found) { found[known] = joined(found[known], draft) }
        }
        found.removeAll { $0.isWeak && ($0.place == nil || $0.participants.isEmpty) }
        return dated(found.sorted { $0.order < $1.order })
    }

    private func rank(_ draft: DraftEngagement) -> Int {
        let passage = passages[draft.tellings[0].passage]
        switch passage.block.role {
        case .headline, .deck: return 1
        case .caption: return 2
        // A heading inside the article announces what the paragraph below it tells.
        default: return passage.tokens.contains(where: \.isVerb) ? 0 : 1
        }
    }

    /// Whether a telling that joins no other makes an occasion of its own.
    private func stands(_ draft: DraftEngagement) -> Bool {
        draft.modality <= .planned
            || draft.modality == .hoped && draft.name != nil && (draft.date != nil || draft.place != nil)
    }

    /// Whether a denial right behind it takes back what was planned.
    private func isTakenBack(_ known: DraftEngagement, by denial: DraftEngagement) -> Bool {
        known.modality == .planned && known.family == denial.family && denial.order.0 - known.order.0 <= 1
            && (denial.isDefinite && denial.participants.isEmpty || shared(known, denial) > 0)
    }

    private func match(_ draft: DraftEngagement, among found: [DraftEngagement]) -> Int? {
        if let forms = draft.joins { return joined(by: draft, forms, among: found) }
        if let visit = visit(before: draft, among: found) { return visit }
        let candidates = found.indices.filter { isSame(found[$0], draft) }
        // The closest before it: most participants in common, then the latest told; a headline tells the news, which the
        // text tells first.
        let isHeadline = rank(draft) == 1
        return candidates.max { left, right in
            let leftShared = shared(found[left], draft), rightShared = shared(found[right], draft)
            guard leftShared == rightShared else { return leftShared < rightShared }
            return (found[left].order < found[right].order) != isHeadline
        }
    }

    /// The occasion to which an addition adds: the stay of somebody who takes part in both, else the one told last.
    private func joined(
        by draft: DraftEngagement, _ forms: Set<Engagement.Form>, among found: [DraftEngagement]
    ) -> Int? {
        let candidates = found.indices.filter {
            forms.contains(found[$0].type)
                && (draft.isTimeless || (found[$0].modality == .actual) == (draft.modality == .actual))
        }
        let common = candidates.filter { shared(found[$0], draft) > 0 }
        if let stay = common.first(where: { found[$0].type == .visit && found[$0].isStay }) { return stay }
        if let event = common.last(where: { found[$0].order < draft.order }) ?? common.first { return event }
        return candidates.filter { found[$0].order < draft.order && draft.order.0 - found[$0].order.0 <= 2 }
            .max { found[$0].order < found[$1].order }
    }

    /// The visit told right before in whose course somebody receives the visitor: "She was received by the mayor".
    private func visit(before draft: DraftEngagement, among found: [DraftEngagement]) -> Int? {
        guard let forms = draft.follows, draft.date == nil, draft.place == nil, rank(draft) == 0 else { return nil }
        return found.indices.last { index in
            let visit = found[index]
            return forms.contains(visit.type) && visit.order < draft.order && draft.order.0 == visit.order.0
                && (visit.modality == .actual) == (draft.modality == .actual)
                && draft.participants.contains { guest in
                    guest.role == .visitor && (visit.participants.contains { $0 == guest } || isAnyGuest(guest))
                }
        }
    }

    /// Whether a group is one of the known ones in fewer or more words: "the officials", "53 officials from ten states".
    private func isToldInShort(_ participant: DraftEngagement.Participant, by known: DraftEngagement) -> Bool {
        guard isGroup(participant) else { return false }
        let words = Set(NameFolding.words(of: register.records[participant.party].name))
        return known.participants.contains { other in
            guard isGroup(other), other.party != participant.party else { return false }
            let others = Set(NameFolding.words(of: register.records[other.party].name))
            return words.isSubset(of: others) || others.isSubset(of: words)
        }
    }

    /// Whether somebody is only called a guest: "welcomed the guests".
    private func isAnyGuest(_ participant: DraftEngagement.Participant) -> Bool {
        guests.contains(NameFolding.fold(register.records[participant.party].name))
    }

    private func isSame(_ known: DraftEngagement, _ draft: DraftEngagement) -> Bool {
        guard known.family == draft.family else { return isNamedAnew(known, draft) }
        // Headlines tell in the present what is past or still to come, so their tense says nothing.
        let isHeadline = rank(draft) == 1
        guard (known.modality == .actual) == (draft.modality == .actual) || isHeadline else {
            return false
        }
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
            if visitors.isEmpty { return draft.isDefinite || isHeadline && draft.participants.isEmpty }
            // "Deputy minister concludes visit": a headline that names nobody tells of what the text tells first.
            if isHeadline, draft.place == nil, visitors.allSatisfy(isGroup) { return true }
            // "Ulsan Delegation Visits Turku": a headline names in short whom the text introduces.
            return isHeadline && draft.place != nil && draft.place == known.place && visitors.allSatisfy(isGroup)
        case .meeting:
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
            if known.participants.count > 1, draft.participants.count > 1 {
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
            // "X and Y signed the document": the signing told right before or behind.
            if known.isWeak || draft.isWeak, known.type == .ceremony, draft.type == .ceremony,
                abs(known.order.0 - draft.order.0) <= 1
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
            if isOneScene(known, draft) { return true }
            // "The ceremony was attended by …" goes on with the ceremony told before.
            let isNext = known.order.0 <= draft.order.0 && draft.order.0 - known.order.0 <= 2
            return common > 0 || draft.isDefinite && (draft.participants.isEmpty || isNext)
        }
    }

    /// Whether "the meeting" goes on with the one told right before, as in "the meeting was also attended by the envoy".
    private func isToldOn(by draft: DraftEngagement, of known: DraftEngagement) -> Bool {
        draft.isDefinite && !draft.noun.isEmpty && known.order < draft.order && draft.order.0 - known.order.0 <= 1
            && (known.participants.allSatisfy(isBody) || known.participants.count == 1 && isGroup(known.participants[0])
                || draft.participants.count == 1)
            && draft.date == nil
    }

    /// Whether one sentence tells of it twice, once without those who were there: "marked the day with a concert".
    private func isOneScene(_ known: DraftEngagement, _ draft: DraftEngagement) -> Bool {
        guard let left = known.tellings.last, let right = draft.tellings.first, left.passage == right.passage,
            known.participants.isEmpty != draft.participants.isEmpty
        else { return false }
        let sentence = passages[left.passage].sentence
        return sentence[left.tokens.lowerBound] == sentence[right.tokens.lowerBound]
    }

    /// Whether "the meeting" goes on with a summit or forum told right before.
    private func isNamedAnew(_ known: DraftEngagement, _ draft: DraftEngagement) -> Bool {
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
    private func isVenue(_ place: Int) -> Bool { ![.city, .country].contains(register.records[place].kind) }

    /// Whether only countries or cities are said to meet, as in "both sides had a good discussion".
    private func tellsOfSides(_ draft: DraftEngagement) -> Bool {
        !draft.participants.isEmpty
            && draft.participants.allSatisfy { [.country, .city].contains(register.records[$0.party].kind) }
    }

    /// Whether what the two do not share is of one kind only on one side, as when a second telling leaves somebody out.
    private func onlyOtherIsAlike(_ known: DraftEngagement, _ draft: DraftEngagement) -> Bool {
        let left = known.participants.filter { !draft.has($0.party) }
        let right = draft.participants.filter { !known.has($0.party) }
        return left.isEmpty || right.isEmpty
    }

    private func isBody(_ participant: DraftEngagement.Participant) -> Bool {
        register.records[participant.party].kind.isBody
    }

    private func isGroup(_ participant: DraftEngagement.Participant) -> Bool {
        register.records[participant.party].kind == .group
    }

    private func shared(_ left: DraftEngagement, _ right: DraftEngagement) -> Int {
        left.participants.count { right.has($0.party) }
    }

    private func joined(_ known: DraftEngagement, _ draft: DraftEngagement) -> DraftEngagement {
        var result = known
        // A caption that names somebody else is a conflict, not another participant.
        if rank(draft) < 2, !tellsOfSides(draft) || tellsOfSides(known) {
            // Nor does a headline add a group to those whom the text names.
            let isShort = rank(draft) == 1 && !known.participants.isEmpty
            for participant in draft.participants
            where !(isShort && (isGroup(participant) || known.type == .visit && isBody(participant)))
                && !(isAnyGuest(participant) && known.participants.contains { $0.role == .visitor })
                && !(draft.isGeneral && isGroup(participant) && known.participants.count > 1)
                && !isToldInShort(participant, by: known)
            { result.add(participant) }
        }
        result.place = known.place ?? draft.place
        if let left = known.date?.value, let right = draft.date?.value {
            if right.description.count > left.description.count { result.date = draft.date }
        } else {
            result.date = known.date ?? draft.date
        }
        result.name = known.name ?? draft.name
        result.isWeak = known.isWeak && draft.isWeak
        // What stands inside a telling that is known proves nothing more.
        result.tellings += draft.tellings.filter { telling in
            !known.tellings.contains {
                $0.passage == telling.passage && $0.tokens.lowerBound <= telling.tokens.lowerBound
                    && telling.tokens.upperBound <= $0.tokens.upperBound
            }
        }
        return result
    }

    /// Whether both can be the date of one day or stay: equal as far as both are known, or one inside the other.
    static func isCompatible(_ left: PartialDate, _ right: PartialDate) -> Bool {
        let (leftStart, leftEnd) = (left.start, left.end ?? left.start)
        let (rightStart, rightEnd) = (right.start, right.end ?? right.start)
        return agrees(leftStart, rightStart) || agrees(leftEnd, rightEnd)
            || leftStart <= rightStart && rightEnd <= leftEnd || rightStart <= leftStart && leftEnd <= rightEnd
    }

    private static func agrees(_ left: PartialDate.Moment, _ right: PartialDate.Moment) -> Bool {
        guard left.year == right.year else { return false }
        if let leftMonth = left.month, let rightMonth = right.month, leftMonth != rightMonth { return false }
        if let leftDay = left.day, let rightDay = right.day, leftDay != rightDay { return false }
        return true
    }
}
