// SPDX-License-Identifier: Apache-2.0

import Ledger

/// A record with everything said of it, as JSON.
struct RecordAnswer: Encodable {
    let record: Record
    let history: [Claim]
    let conflicts: [Disagreement]
}

/// A record, set for reading: its values with what speaks for each, how they came about, and what contradicts itself.
struct RecordSheet {
    let style: TextStyle
    let width: Int

    func lines(of answer: RecordAnswer) -> [String] {
        let row = answer.record.row
        let kind = row.sort.isEmpty ? row.kind : "\(row.kind): \(row.sort)"
        var lines = [style.strong(DisplayText.oneLine(row.heading))]
        lines.append(style.faint("\(kind) \(row.id) · \(counts(row.sources, row.origins))"))
        for tenure in answer.record.tenures {
            let title = [tenure.title, tenure.body.map { "of \($0.name)" }].compactMap(\.self).joined(separator: " ")
            lines.append(
                DisplayText.oneLine("  \(tenure.standing): \(title), \(period(tenure.firstSeen, tenure.lastSeen))"))
        }
        lines.append(style.heading("Values"))
        for value in answer.record.values { lines += self.lines(of: value) }
        lines.append(style.heading("History"))
        lines += answer.history.map(line)
        if !answer.conflicts.isEmpty {
            lines.append(style.heading("Conflicts"))
            lines += answer.conflicts.flatMap(self.lines)
        }
        return lines
    }

    private func lines(of value: ClaimedValue) -> [String] {
        let mark = value.isShown ? "" : " (not shown)"
        let head = "  \(value.field): \(DisplayText.oneLine(value.value))\(mark)"
        let said = value.claims.map { claim in
            let quote = claim.evidence.first.map { " “\(DisplayText.oneLine($0.quote))”" } ?? ""
            return speaker(claim) + quote
        }
        return [
            head,
            style.faint("    \(counts(value.sources, value.origins)), \(period(value.firstSeen, value.lastSeen))"),
        ]
            + said.flatMap { DisplayText.wrapped($0, to: max(20, width - 4)).map { "    " + $0 } }
    }

    private func line(_ claim: Claim) -> String {
        let end = claim.withdrawnBy.map { " (taken back: \($0))" } ?? ""
        return DisplayText.oneLine(
            "  \(claim.firstSeen ?? "no day")  \(claim.field): \(claim.value), \(speaker(claim))\(end)"
                + (claim.note.map { ": \($0)" } ?? ""))
    }

    private func lines(of conflict: Disagreement) -> [String] {
        let state = conflict.resolution.map { "\($0.outcome.rawValue) by \($0.author.name): \($0.note)" } ?? "open"
        return ["  \(conflict.kind.rawValue) \(conflict.id), \(state)", "    " + DisplayText.oneLine(conflict.reason)]
            + conflict.sides.map {
                DisplayText.oneLine("    \($0.value): \(counts($0.sources.count, $0.origins))")
            }
    }

    private func speaker(_ claim: Claim) -> String { claim.author?.name ?? claim.source?.label ?? "a page" }

    private func counts(_ sources: Int, _ origins: Int) -> String {
        "\(sources) source\(sources == 1 ? "" : "s"), \(origins) origin\(origins == 1 ? "" : "s")"
    }

    private func period(_ first: String?, _ last: String?) -> String {
        guard let first else { return "no day" }
        return last == nil || last == first ? first : "\(first)/\(last ?? "")"
    }
}
