// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Ledger

extension BriefBuilder {
    private static let commitmentLimit = 60

    /// Commitments: overdue, due, open and done, the firmest first in each.
    mutating func commitments() throws -> Brief.Section {
        let rows = try scope.rows(.commitment, limit: Self.commitmentLimit)
            .filter { ($0.firstSeen ?? "") <= scope.day }
        let states = rows.map { (row: $0, state: State($0, on: scope.day)) }
        var groups: [Brief.Section.Group] = []
        for state in State.allCases {
            let mine = states.filter { $0.state == state }.map(\.row).sorted { left, right in
                let (one, other) = (Self.force(left), Self.force(right))
                if one != other { return one > other }
                return (left.lastDay ?? "9999", left.id) < (right.lastDay ?? "9999", right.id)
            }
            let lines = try commitmentLines(mine)
            if !lines.isEmpty { groups.append(.init(title: state.title, lines: lines)) }
        }
        return Brief.Section(
            id: "commitments", title: "Commitments", groups: groups, absence: "No commitment is reported.")
    }

    private enum State: CaseIterable {
        case overdue, due, open, closed

        init(_ row: RecordRow, on day: String) {
            let open: [CommitmentStatus] = [.open, .inWorks, .stalled]
            let status = row.status.flatMap { CommitmentStatus(rawValue: $0) } ?? .open
            guard open.contains(status) else {
                self = .closed
                return
            }
            guard let last = row.lastDay else {
                self = .open
                return
            }
            self = last < day ? .overdue : .due
        }

        var title: String {
            switch self {
            case .overdue: "Overdue"
            case .due: "Due"
            case .open: "Open, without a day"
            case .closed: "Settled"
            }
        }
    }

    private static func force(_ row: RecordRow) -> Commitment.Force {
        Commitment.Force(rawValue: row.sort) ?? .wish
    }

    private mutating func commitmentLines(_ rows: [RecordRow]) throws -> [Brief.Line] {
        var result: [Brief.Line] = []
        for row in rows {
            let day = scope.day
            let later = try scope.ledger.followUps(of: row.id).filter {
                ($0.day ?? "") <= day && $0.verdict != .rejected
            }
            let found = try lines([row]) { fact in
                let target = fact.value("target").map { target in
                    [fact.value("measure"), target].compactMap(\.self).joined(separator: ": ")
                }
                return (
                    fact.value("deadline") ?? fact.row.sort, fact.row.heading,
                    [
                        fact.sortText, fact.names(["by"], "by"), target.map { "target \($0)" } ?? "",
                        fact.value("baseline").map { "from \($0)" } ?? "",
                        fact.row.status == CommitmentStatus.open.rawValue ? "" : fact.row.status ?? "",
                    ]
                )
            }
            for line in found {
                if let fact = told.last {
                    if fact.value("target") != nil, fact.value("baseline") == nil {
                        gap("no baseline stated", about: fact.row.heading)
                    }
                    if fact.parties("by").isEmpty { gap("who is bound is not stated", about: fact.row.heading) }
                }
                result.append(line)
            }
            for followUp in later.suffix(2) {
                guard let words = followUp.evidence.first,
                    let mark = try citations.cite(followUp.source.id, words, origin: nil)
                else { continue }
                let detail = followUp.verdict == .accepted ? "accepted" : "suggested by the program"
                result.append(
                    Brief.Line(
                        label: followUp.day ?? "",
                        text: "Follow-up, \(followUp.status.rawValue): \(MarkupText.oneLine(followUp.entry.name))",
                        detail: detail, marks: [mark]))
            }
        }
        return result
    }
}
