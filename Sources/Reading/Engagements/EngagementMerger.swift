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
    /// Nouns that say that a ceremony is one of signing.
    let signing: Set<String>
    /// Nouns, in plural, for those who meet their like.
    let peers: Set<String>

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
            if draft.awaitsVisitor, !draft.isAddition, !draft.isDefinite, rank(draft) == 0,
                !completes(&draft, among: found),
                draft.isNothingAlone, draft.participants.count < 2, draft.place == nil, draft.date == nil
            {
                continue
            }
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
            } else if stands(draft), !mayGoHome(draft, after: found) {
                found.append(draft)
            }
        }
        // "Accompanied by the envoy, the minister visited Porto": some are told before what they add to.
        for draft in early {
            if let known = match(draft, among: found) { found[known] = joined(found[known], draft) }
        }
        found.removeAll { $0.isWeak && ($0.place == nil && $0.type != .opening || $0.participants.isEmpty) }
        return dated(found.sorted { $0.order < $1.order })
    }

    func rank(_ draft: DraftEngagement) -> Int {
        let passage = passages[draft.tellings[0].passage]
        switch passage.block.role {
        case .headline, .deck: return 1
        case .caption: return 2
        // A heading inside the article announces what the paragraph below it tells.
        default: return passage.tokens.contains(where: \.isVerb) ? 0 : 1
        }
    }

    /// Whether a telling that joins no other makes an occasion of its own.
    func stands(_ draft: DraftEngagement) -> Bool {
        draft.modality <= .planned
            || draft.modality == .hoped && draft.name != nil && (draft.date != nil || draft.place != nil)
    }

    /// Whether somebody who was told to be elsewhere only leaves again, and may go home for all that the text tells.
    private func mayGoHome(_ draft: DraftEngagement, after found: [DraftEngagement]) -> Bool {
        let visitors = draft.participants.filter { $0.role == .visitor && register.homes(of: $0.party).isEmpty }
        return draft.isDeparture
            && found.contains { known in
                known.type == .visit && known.order < draft.order && known.place != nil
                    && visitors.contains(where: known.participants.contains)
            }
    }

    /// Whether a denial right behind it takes back what was planned.
    func isTakenBack(_ known: DraftEngagement, by denial: DraftEngagement) -> Bool {
        known.modality == .planned && known.family == denial.family && denial.order.0 - known.order.0 <= 1
            && (denial.isDefinite && denial.participants.isEmpty || shared(known, denial) > 0)
    }

    func match(_ draft: DraftEngagement, among found: [DraftEngagement]) -> Int? {
        if let forms = draft.joins { return joined(by: draft, forms, among: found) }
        if let visit = visit(before: draft, among: found) ?? meeting(before: draft, among: found) { return visit }
        if let twin = found.lastIndex(where: { isTwin($0, of: draft) }) { return twin }
        var candidates = found.indices.filter { isSame(found[$0], draft) }
        if candidates.isEmpty, draft.isBackground, draft.place == nil {
            candidates = found.indices.filter { isStay(found[$0], of: draft) }
        }
        // The closest before it: most participants in common, then the latest told; a headline tells the news, which the
        // text tells first.
        let isHeadline = rank(draft) == 1
        let best = candidates.max { left, right in
            let leftShared = shared(found[left], draft), rightShared = shared(found[right], draft)
            // "The meeting was also attended by …" goes on with the one told last, whoever else was at others.
            guard leftShared == rightShared || draft.isAttendance && draft.isDefinite else {
                return leftShared < rightShared
            }
            return (found[left].order < found[right].order) != isHeadline
        }
        return best ?? reception(of: draft, among: found) ?? news(toldBy: draft, among: found)
    }

    /// The reception told before of which "his visit", "thanked her for receiving his delegation" tell once more.
    private func reception(of draft: DraftEngagement, among found: [DraftEngagement]) -> Int? {
        guard draft.type == .visit, rank(draft) == 0, draft.place == nil, draft.site == nil, draft.date == nil else {
            return nil
        }
        let persons = draft.participants.filter { !isGroup($0) }
        guard !persons.isEmpty else { return nil }
        return found.lastIndex { known in
            known.type == .meeting && known.order < draft.order && known.order.0 + 4 >= draft.order.0
                && known.modality == draft.modality && known.isQuoted == draft.isQuoted
                && persons.allSatisfy(known.participants.contains)
        }
    }

    /// Whether one sentence tells of it by a verb and a noun: "received in audience a delegation", "will travel to Porto for
    /// a trade mission".
    private func isTwin(_ known: DraftEngagement, of draft: DraftEngagement) -> Bool {
        let forms: Set<Engagement.Form> = [.visit, .meeting]
        guard forms.contains(known.type), forms.contains(draft.type), known.modality == draft.modality,
            known.noun.isEmpty != draft.noun.isEmpty,
            known.isReception || draft.isReception || known.type == draft.type,
            let left = known.tellings.last, let right = draft.tellings.first, left.passage == right.passage,
            draft.participants.count > 1 || draft.type == .visit && known.place != nil
        else { return false }
        let sentence = passages[left.passage].sentence
        guard sentence[left.tokens.lowerBound] == sentence[right.tokens.lowerBound] else { return false }
        if let one = known.place, let other = draft.place, one != other { return false }
        if let one = known.date?.value, let other = draft.date?.value, one != other { return false }
        return Set(known.participants.map(\.party)) == Set(draft.participants.map(\.party))
    }

    /// Whether it is the visit in whose course something happens, be that on its second day or still to come.
    private func isStay(_ known: DraftEngagement, of draft: DraftEngagement) -> Bool {
        guard known.type == .visit, known.order < draft.order, known.place != nil, known.site == nil,
            known.isQuoted == draft.isQuoted
        else { return false }
        if let left = known.date?.value, let right = draft.date?.value,
            left.start.year != right.start.year || left.start.month != right.start.month
        {
            return false
        }
        return draft.participants.contains { $0.role == .visitor && known.participants.contains($0) }
    }

    /// Whether a group is one of the known ones in fewer or more words: "the officials", "53 officials from ten states".
    func isToldInShort(_ participant: DraftEngagement.Participant, by known: DraftEngagement) -> Bool {
        guard isGroup(participant) else { return false }
        let words = Set(NameFolding.words(of: register.records[participant.party].name))
        return known.participants.contains { other in
            guard isGroup(other), other.party != participant.party else { return false }
            let others = Set(NameFolding.words(of: register.records[other.party].name))
            return words.isSubset(of: others) || others.isSubset(of: words)
        }
    }

    /// Whether somebody is only called a guest: "welcomed the guests".
    func isAnyGuest(_ participant: DraftEngagement.Participant) -> Bool {
        guests.contains(NameFolding.fold(register.records[participant.party].name))
    }

    func isBody(_ participant: DraftEngagement.Participant) -> Bool {
        register.records[participant.party].kind.isBody
    }

    func isGroup(_ participant: DraftEngagement.Participant) -> Bool {
        register.records[participant.party].kind == .group
    }

    func shared(_ left: DraftEngagement, _ right: DraftEngagement) -> Int {
        left.participants.count { right.has($0.party) }
    }

    func joined(_ known: DraftEngagement, _ draft: DraftEngagement) -> DraftEngagement {
        var result = known
        var draft = draft
        // Those who are named are they whom the lead tells of.
        if known.family == .meeting, isLead(known, of: draft) { result.participants = [] }
        if known.family == .meeting, isLead(draft, of: known) { draft.participants = [] }
        // What a headline calls otherwise, the text tells better.
        let isRenamed = rank(draft) == 1 && known.family != draft.family
        // A caption that names somebody else is a conflict, not another participant.
        if rank(draft) < 2, !isRenamed, !tellsOfSides(draft) || tellsOfSides(known) {
            // Nor does a headline add a group to those whom the text names.
            let isShort = rank(draft) == 1 && !known.participants.isEmpty
            for participant in draft.participants
            where !(isShort && (isGroup(participant) || known.type == .visit && isBody(participant)))
                && !(isAnyGuest(participant) && known.participants.contains { $0.role == .visitor })
                && !(draft.isGeneral && draft.participants.allSatisfy(isGroup) && known.participants.count > 1)
                && !isToldInShort(participant, by: known)
                && !(rank(draft) == 1 && isNamed(participant.party, in: known))
            { result.add(.init(party: participant.party, role: role(of: participant, in: draft, joining: known))) }
        }
        if isRenamed {
            result.tellings += draft.tellings
            return result
        }
        result.place = known.place ?? draft.place
        if let left = known.date?.value, let right = draft.date?.value {
            if right.description.count > left.description.count { result.date = draft.date }
        } else {
            // "The consul, leading a mission in May, …" dates the mission.
            result.date = known.date ?? (draft.isOfMembers ? nil : draft.date)
        }
        result.name = known.name ?? draft.name
        result.isWeak = known.isWeak && (draft.isWeak || known.type == .opening)
        // What stands inside a telling that is known proves nothing more.
        result.tellings += draft.tellings.filter { telling in
            !known.tellings.contains {
                $0.passage == telling.passage && $0.tokens.lowerBound <= telling.tokens.lowerBound
                    && telling.tokens.upperBound <= $0.tokens.upperBound
            }
        }
        return result
    }

    /// What somebody who is added is to an occasion: whoever comes along is what the one is with whom they come.
    func role(
        of participant: DraftEngagement.Participant, in draft: DraftEngagement, joining known: DraftEngagement
    ) -> Engagement.Role {
        guard draft.joins != nil else { return participant.role }
        if let leader = draft.leadsEscort {
            return known.participants.first { $0.party == leader }?.role
                ?? (known.type == .visit ? .visitor : .participant)
        }
        return participant.role == .visitor && known.type != .visit ? .participant : participant.role
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
