// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Ledger

extension BriefBuilder {
    private static let commitmentLimit = 60

    /// Commitments: overdue, due, open and done, the firmest first in each.
    mutating func commitments() throws -> Brief.Section {
        let rows = try scope.rows(.commitment, limit: Self.commitmentLimit)
            .filter { ($0.firstSeen ?? "") <= scope.day }
        let states = try rows.map { (row: $0, state: State($0, try status(of: $0), on: scope.day)) }
        var groups: [Brief.Section.Group] = []
        for state in State.allCases {
            let mine = states.filter { $0.state == state }.map(\.row).sorted { left, right in
                let (one, other) = (Self.force(left), Self.force(right))
                if one != other { return one > other }
                return (left.lastDay ?? "9999", left.id) < (right.lastDay ?? "9999", right.id)
            }
            let lines = try commitmentLines(mine)
            if !lines.isEmpty {
                groups.append(.init(title: words("commitments.\(state.rawValue)"), lines: lines))
            }
        }
        return section("commitments", groups)
    }

    private enum State: String, CaseIterable {
        case overdue, due, open, closed

        init(_ row: RecordRow, _ status: CommitmentStatus, on day: String) {
            let open: [CommitmentStatus] = [.open, .inWorks, .stalled]
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
    }

    /// How far it had come on the day: what a later page tells does not count.
    private func status(of row: RecordRow) throws -> CommitmentStatus {
        guard let status = row.status.flatMap({ CommitmentStatus(rawValue: $0) }), status != .open else {
            return .open
        }
        let proving = try scope.ledger.followUps(of: row.id).filter { $0.status == status }
        let isLater = !proving.isEmpty && proving.allSatisfy { ($0.day ?? "") > scope.day }
        return isLater ? .open : status
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
            let status = try status(of: row)
            let found = try lines([row]) { [words] fact in
                let target = fact.value("target").map { target in
                    [fact.value("measure"), DigitGroups.text(target)].compactMap(\.self).joined(separator: ": ")
                }
                let force = words.capital("force", fact.row.sort)
                let deadline = fact.value("deadline")
                return (
                    deadline ?? force, fact.row.heading,
                    [
                        deadline == nil ? nil : force, words.names(["by"], "line.by", of: fact),
                        target.map { words("line.target", ["target": $0]) },
                        fact.value("baseline").map { words("line.baseline", ["value": $0]) },
                        status == .open ? nil : words.term("status", status.rawValue),
                    ]
                )
            }
            guard let fact = told.last, !found.isEmpty else { continue }
            if fact.value("target") != nil, fact.value("baseline") == nil {
                gap(words("gap.no-baseline"), about: fact.row.heading)
            }
            if fact.parties("by").isEmpty { gap(words("gap.no-actor"), about: fact.row.heading) }
            result += found
            for followUp in later.suffix(2) {
                guard let proof = followUp.evidence.first,
                    let mark = try citations.cite(followUp.source.id, proof, origin: nil)
                else { continue }
                let status = words.term("status", followUp.status.rawValue)
                // The page's own words: what its entry goes by may come from other pages.
                let what = DigitGroups.text(MarkupText.oneLine(proof.quote))
                result.append(
                    Brief.Line(
                        label: followUp.day ?? "",
                        text: words("line.follow-up", ["status": status, "what": what]),
                        detail: words(followUp.verdict == .accepted ? "line.accepted" : "line.suggested"),
                        marks: [mark], isPart: true))
            }
        }
        return result
    }
}
