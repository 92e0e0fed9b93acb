// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Compares what two pages say of an entry.
struct EntryComparison {
    let knowledge: IdentityKnowledge
    let left: EntryProfile
    let right: EntryProfile

    /// How likely both mean one thing; `nil` where that is ruled out or nothing speaks for it.
    func assessment() -> Assessment? {
        let result = byKind()
        guard let copy = sameSentence() else { return result }
        return copy.score > result?.score ?? 0 ? copy : result
    }

    /// One sentence that both pages have says one thing of each kind, unless it says several.
    private func sameSentence() -> Assessment? {
        guard !left.sentence.isEmpty, left.sentence == right.sentence, left.sort == right.sort else { return nil }
        if case .figure(let mine) = left.content, case .figure(let theirs) = right.content, mine.value != theirs.value {
            return nil
        }
        guard headings >= 0.5 || left.words.isEmpty && right.words.isEmpty else { return nil }
        return Assessment(0.8 + 0.15 * max(headings, 0.5), "both pages have the same sentence")
    }

    private func byKind() -> Assessment? {
        switch (left.content, right.content) {
        case (.engagement(let mine), .engagement(let theirs)): engagements(mine, theirs)
        case (.agreement(let mine), .agreement(let theirs)): agreements(mine, theirs)
        case (.commitment(let mine), .commitment(let theirs)): commitments(mine, theirs)
        case (.figure(let mine), .figure(let theirs)): figures(mine, theirs)
        case (.institution(let mine), .institution(let theirs)): institutions(mine, theirs)
        case (.programme(let mine), .programme(let theirs)): programmes(mine, theirs)
        case (.relation(let mine), .relation(let theirs)): relations(mine, theirs)
        case (.statement(let mine), .statement(let theirs)): statements(mine, theirs)
        default: nil
        }
    }

    // MARK: Parts that several kinds share

    /// How far two entries lie apart in days; 0 where their days overlap, `nil` where a day is not known.
    var gap: (days: Int, areOwn: Bool)? {
        guard let mine = left.window, let theirs = right.window else { return nil }
        let days = max(0, max(mine.first - theirs.last, theirs.first - mine.last))
        return (days, mine.isOwn && theirs.isOwn)
    }

    /// The day on which both lie, where both name one.
    var isSameDay: Bool {
        guard let mine = left.span, let theirs = right.span else { return false }
        return mine.first == mine.last && mine == theirs
    }

    /// Whether each names somebody whom the other neither names nor has an office-holder of.
    var haveOthersOnBothSides: Bool { Self.has(left, othersThan: right) && Self.has(right, othersThan: left) }

    private static func has(_ profile: EntryProfile, othersThan other: EntryProfile) -> Bool {
        profile.sides.contains { party, bodies in
            !other.actors.contains(party) && other.sides[party] == nil && bodies.isDisjoint(with: other.actors)
                && bodies.isDisjoint(with: other.sides.keys) && profile.actors.contains(party)
                && other.sides.values.allSatisfy { bodies.isDisjoint(with: $0) && !$0.contains(party) }
        }
    }

    var headings: Double { left.words.likeness(to: right.words) }

    /// Whether both lie in places that are known and are not one.
    var haveOtherPlaces: Bool {
        guard let mine = left.place, let theirs = right.place, mine != theirs else { return false }
        // A country may be named for the town in it.
        return left.kinds[mine] == .country && right.kinds[theirs] == .country
            || left.kinds[mine] != .country && right.kinds[theirs] != .country
    }

    // MARK: Agreements, bodies and projects

    private func agreements(_ mine: Agreement, _ theirs: Agreement) -> Assessment? {
        guard mine.type == theirs.type || knowledge.matching.areAlike(mine.type.rawValue, theirs.type.rawValue)
        else { return nil }
        let shared = left.actors.intersection(right.actors)
        guard !shared.isEmpty, !haveOthersOnBothSides else { return nil }
        let isLasting = mine.type == .sisterCity || mine.type == .diplomaticRelations
        let isOne = shared.count == 1 && min(left.actors.count, right.actors.count) == 1
        var result = Assessment(
            isLasting
                ? (shared.count > 1 ? 0.9 : isOne ? 0.7 : 0.6)
                : shared.count > 1 ? (left.actors.containment(with: right.actors) == 1 ? 0.74 : 0.62) : 0.45,
            "\(mine.type.rawValue) with \(shared.count) parties in common")
        if mine.type != theirs.type { result.oppose(0.85, "called \(theirs.type.rawValue) elsewhere") }
        if let one = mine.name, let other = theirs.name {
            let likeness = knowledge.contentWords(of: one).likeness(to: knowledge.contentWords(of: other))
            if likeness > 0.5 { result.support(0.6 * likeness, "called \(other)") }
            if likeness < 0.2, !isLasting { result.oppose(0.85, "the names share no word") }
        }
        if let one = mine.scope, let other = theirs.scope {
            let likeness = knowledge.contentWords(of: one).containment(with: knowledge.contentWords(of: other))
            if likeness > 0.4 { result.support(0.6 * likeness, "about \(other)") }
            if likeness == 0, !isLasting { result.oppose(0.5, "about something else") }
        }
        guard let gap else { return result }
        if isSameDay {
            result.support(0.65, "of the same day")
        } else if gap.areOwn, gap.days > 3 {
            result.oppose(isLasting ? 0.95 : gap.days > 40 ? 0.2 : 0.5, "dated \(gap.days) days apart")
        } else if gap.days <= (gap.areOwn ? 3 : 0) {
            result.support(
                gap.days == 0 ? 0.45 : isLasting ? 0.55 : 0.35,
                gap.days == 0 ? "the dates agree" : "\(gap.days) days apart")
        } else if !gap.areOwn, gap.days > 60, !isLasting {
            result.oppose(0.85, "reported \(gap.days) days apart")
        }
        return result
    }

    private func institutions(_ mine: Institution, _ theirs: Institution) -> Assessment? {
        let one = knowledge.contentWords(of: mine.name)
        let other = knowledge.contentWords(of: theirs.name)
        let likeness = max(one.likeness(to: other), one.containment(with: other) * 0.8)
        guard likeness >= 0.6 else { return nil }
        var result = Assessment(0.45 + 0.35 * likeness, "\(mine.name) and \(theirs.name)")
        let owners = (left.parties["of"] ?? [], right.parties["of"] ?? [])
        if !owners.0.isEmpty, !owners.1.isEmpty {
            if owners.0.isDisjoint(with: owners.1) { return nil }
            result.support(0.5, "of the same parties")
        }
        if haveOtherPlaces { result.oppose(0.3, "in other places") }
        if left.place != nil, left.place == right.place { result.support(0.5, "in the same place") }
        return result
    }

    private func programmes(_ mine: Programme, _ theirs: Programme) -> Assessment? {
        let likeness = max(headings, left.words.containment(with: right.words) * 0.8)
        let shared = left.actors.intersection(right.actors).count
        guard likeness >= 0.5, shared > 0, !haveOthersOnBothSides else { return nil }
        var result = Assessment(0.4 + 0.4 * likeness, "\(left.heading) and \(right.heading)")
        result.support(shared > 1 ? 0.5 : 0.3, "\(shared) parties in common")
        return result
    }

    private func relations(_ mine: Relation, _ theirs: Relation) -> Assessment? {
        guard mine.type == theirs.type else { return nil }
        let ends = ["subject", "object"].map { role in
            (left.parties[role] ?? []).isDisjoint(with: right.parties[role] ?? [])
        }
        let crossed = [("subject", "object"), ("object", "subject")].map { mine, theirs in
            (left.parties[mine] ?? []).isDisjoint(with: right.parties[theirs] ?? [])
        }
        guard !ends.contains(true) || mine.type == .sisterCity && !crossed.contains(true) else { return nil }
        // A rank of another year is another fact.
        if let one = mine.asOf, let other = theirs.asOf {
            let spans = (DaySpan(one.value), DaySpan(other.value))
            guard spans.0.first <= spans.1.last, spans.1.first <= spans.0.last else { return nil }
        }
        if let one = mine.rank, let other = theirs.rank, one != other { return nil }
        return Assessment(0.9, "\(mine.type.rawValue) with the same two parties")
    }

    private func commitments(_ mine: Commitment, _ theirs: Commitment) -> Assessment? {
        let areApart = !left.actors.isEmpty && !right.actors.isEmpty && left.actors.isDisjoint(with: right.actors)
        let likeness = max(headings, left.words.containment(with: right.words) * 0.8)
        guard likeness >= (areApart ? 0.6 : 0.3) else { return nil }
        var result = Assessment(0.4 + 0.55 * likeness, "\(mine.what) and \(theirs.what)")
        if let target = mine.target, let other = theirs.target, target.unit == other.unit {
            if target.value == other.value {
                result.support(0.5, "the same target")
            } else {
                result.oppose(0.8, "other targets")
            }
        }
        if let gap, gap.areOwn, mine.deadline != nil, theirs.deadline != nil {
            if gap.days == 0 { result.support(0.4, "due at the same time") } else { result.oppose(0.7, "due apart") }
        }
        if areApart { result.oppose(0.93, "by other parties") }
        if !left.actors.isDisjoint(with: right.actors) { result.support(0.25, "by the same party") }
        return result
    }

    private func figures(_ mine: Figure, _ theirs: Figure) -> Assessment? {
        guard mine.unit == theirs.unit, haveOneScope else { return nil }
        let one = knowledge.contentWords(of: mine.indicator)
        let other = knowledge.contentWords(of: theirs.indicator)
        let likeness = one.likeness(to: other)
        guard likeness >= 0.5 || (one.isEmpty && other.isEmpty) else { return nil }
        let isScoped = left.parties["scope"] != nil || right.parties["scope"] != nil
        // "4 countries" and "8 countries" tell nothing of what is counted.
        let isBare = one.union(other).count < 2 && !isScoped && (mine.asOf == nil || theirs.asOf == nil)
        guard !isBare || mine.value == theirs.value else { return nil }
        // "Bilateral trade" of 5 and of 119 billion, neither page saying whose, is that of others.
        let areNear = max(mine.value, theirs.value) <= 2 * min(mine.value, theirs.value)
        guard isScoped || areNear || mine.value == theirs.value else { return nil }
        var result = Assessment(0.5 + 0.3 * likeness, "\(mine.indicator) and \(theirs.indicator)")
        if isScoped {
            result.support(0.25, "counted for the same party")
        }
        if let mine = mine.asOf, let theirs = theirs.asOf {
            let spans = (DaySpan(mine.value), DaySpan(theirs.value))
            guard spans.0.first <= spans.1.last, spans.1.first <= spans.0.last else { return nil }
            let areDays = spans.0.length < 40 && spans.1.length < 40
            result.support(areDays ? 0.6 : 0.5, areDays ? "for the same days" : "for the same time")
        } else if let gap, gap.days > 45 {
            result.oppose(0.6, "reported \(gap.days) days apart")
        }
        if mine.value == theirs.value { result.support(0.6, "the same value") }
        if likeness == 1, one.count > 3 { result.support(0.35, "counts exactly the same") }
        return result
    }

    /// Whether both count for one party; where one does not say, the other's must be named beside the number.
    private var haveOneScope: Bool {
        guard let mine = left.parties["scope"] else {
            return right.parties["scope"].map { !$0.isDisjoint(with: left.parties.values.joined()) } ?? true
        }
        guard let theirs = right.parties["scope"] else {
            return !mine.isDisjoint(with: right.parties.values.joined())
        }
        return mine == theirs
    }

    private func statements(_ mine: Statement, _ theirs: Statement) -> Assessment? {
        let speakers = (left.parties["speaker"], right.parties["speaker"])
        if let one = speakers.0, let other = speakers.1, one.isDisjoint(with: other) { return nil }
        let one = Shingles.words(of: mine.text, length: 3)
        let overlap = one.containment(with: Shingles.words(of: theirs.text, length: 3))
        guard overlap >= 0.5, one.count > 1 else { return nil }
        var result = Assessment(0.6 + 0.3 * overlap, "the same words")
        if speakers.0 != nil, speakers.0 == speakers.1 { result.support(0.4, "by the same speaker") }
        if let gap, gap.days > 30 { result.oppose(0.8, "reported \(gap.days) days apart") }
        return result
    }
}
