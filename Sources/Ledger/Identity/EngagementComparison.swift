// SPDX-License-Identifier: Apache-2.0

import Cooperation

extension EntryComparison {
    /// Whether two pages speak of one occasion: who, when, where, and what it is called, in this order.
    func engagements(_ mine: Engagement, _ theirs: Engagement) -> Assessment? {
        let isAlike = knowledge.matching.areAlike(mine.type.rawValue, theirs.type.rawValue)
        guard isAlike || headings >= 0.6 else { return nil }
        guard let gap, gap.days <= (gap.areOwn ? 3 : 7) else { return nil }
        guard !isOver(left, mine.status, before: right), !isOver(right, theirs.status, before: left) else { return nil }
        guard var result = shared() else { return nil }
        if isSameDay {
            result.support(0.6, "on the same day")
        } else if gap.days == 0 {
            result.support(gap.areOwn ? 0.45 : 0.25, "the dates agree")
        } else {
            result.oppose(gap.days == 1 ? 0.95 : 0.85, "\(gap.days) days apart")
        }
        if mine.type == theirs.type {
            result.support(0.2, "both a \(mine.type.rawValue)")
        } else {
            result.oppose(isAlike ? 0.93 : 0.8, "a \(mine.type.rawValue) here, a \(theirs.type.rawValue) there")
        }
        if headings > 0.25 { result.support(0.5 * headings, "the headings share words") }
        if left.place != nil, left.place == right.place {
            result.support(0.4, "in the same place")
        } else if haveOtherPlaces {
            result.oppose(0.8, "in places of other names")
        }
        return result
    }

    /// Whether a page tells as past what the other dates more than a week after that page.
    private func isOver(_ one: EntryProfile, _ status: Engagement.Status, before other: EntryProfile) -> Bool {
        guard status == .past, let told = one.seen, let first = other.span.flatMap({ Day($0.first) }) else {
            return false
        }
        return first.number > told.number + 7
    }

    /// Whether both have one name of their own, such as that of a forum.
    private var haveOneName: Bool {
        let capitals = right.heading.split(separator: " ").filter { $0.first?.isUppercase == true }.count
        return capitals > 1 && NameTokens.joined(left.heading) == NameTokens.joined(right.heading)
    }

    private func shared() -> Assessment? {
        let common = left.actors.intersection(right.actors)
        if haveOneName { return Assessment(0.75, "both called \(right.heading)") }
        guard !common.isEmpty else { return nil }
        let share = left.actors.containment(with: right.actors)
        var result = Assessment(
            common.count > 1 ? 0.55 + 0.2 * share : 0.35 + 0.2 * share,
            "\(common.count) of those who took part in common")
        if haveOthersOnBothSides { result.oppose(0.35, "each names somebody whom the other does not") }
        return result
    }
}
