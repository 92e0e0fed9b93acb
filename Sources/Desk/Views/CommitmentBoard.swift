// SPDX-License-Identifier: Apache-2.0

import Briefing
import Cooperation
import Ledger

/// Commitments in columns by how they fare, the firmest first in each.
struct CommitmentBoard {
    let facts: [Fact]
    let views: EntryViews
    let today: String

    private enum Column: String, CaseIterable {
        case overdue, open, moving, kept, failed

        init(_ fact: Fact, today: String) {
            switch fact.row.status.flatMap(CommitmentStatus.init) ?? .open {
            case .open: self = (fact.row.lastDay.map { $0 < today } ?? false) ? .overdue : .open
            case .inWorks: self = .moving
            case .kept, .partlyKept: self = .kept
            case .stalled, .lapsed, .broken: self = .failed
            }
        }
    }

    /// The columns that hold something.
    var columns: [View] {
        let groups = Dictionary(grouping: facts) { Column($0, today: today) }
        return Column.allCases.compactMap { column in
            guard let mine = groups[column] else { return nil }
            return [
                "code": .text(column.rawValue), "name": .text(views.words["board.\(column.rawValue)"]),
                "count": .text(String(mine.count)), "cards": .list(mine.sorted(by: Self.isBefore).map(card)),
            ]
        }
    }

    private static func isBefore(_ left: Fact, _ right: Fact) -> Bool {
        let (one, other) = (force(left), force(right))
        if one != other { return one > other }
        return (left.row.lastDay ?? "9999", left.row.id) < (right.row.lastDay ?? "9999", right.row.id)
    }

    private static func force(_ fact: Fact) -> Commitment.Force { Commitment.Force(rawValue: fact.row.sort) ?? .wish }

    private func card(_ fact: Fact) -> View {
        var view = views.view(fact)
        let words = views.words
        view["force"] = .text(words.term(fact.row.sort))
        view["forceCode"] = .text(fact.row.sort)
        view["by"] = .list(
            fact.parties("by").map { ["name": .view(Phrase.view($0.name)), "address": .text(Address.party($0.id))] })
        view["deadline"] = .optional(
            fact.value("deadline").flatMap { PartialDate($0) }.map {
                words.text("board.due", ["date": views.date($0)])
            })
        view["target"] = .optional(
            fact.value("target").map { words.text("board.target", ["target": DigitGroups.text($0)]) })
        return view
    }
}
