// SPDX-License-Identifier: Apache-2.0

extension RecordRow: LedgerRow {
    /// See `cells`.
    public static let columns = [
        Column("firstDay", heading: "Date"), Column("kind", heading: "Kind"), Column("heading", heading: "What"),
        Column("status", heading: "Status"), Column("sources", heading: "Sources", alignment: .trailing),
        Column("origins", heading: "Origins", alignment: .trailing), Column("id", heading: "Id"),
    ]

    /// When, what, how far, and how often it is told; what has no date goes by the day of its first page.
    public var cells: [Cell] {
        [
            .text(Self.dateText(firstDay, lastDay, firstSeen: firstSeen)),
            .text(sort.isEmpty ? kind : "\(kind): \(sort)"), .text(heading), Cell(status), .count(sources),
            .count(origins), .text(id),
        ]
    }

    static func dateText(_ firstDay: String?, _ lastDay: String?, firstSeen: String?) -> String {
        guard let firstDay else { return firstSeen.map { "(\($0))" } ?? "" }
        return DaySpan.text(from: firstDay, to: lastDay)
    }
}

extension DueItem: LedgerRow {
    /// See `cells`.
    public static let columns = [
        Column("reason", heading: "Why"), Column("day", heading: "Day"), Column("entry", heading: "What"),
        Column("parties", heading: "Parties"), Column("status", heading: "Status"),
        Column("sources", heading: "Sources", alignment: .trailing),
        Column("origins", heading: "Origins", alignment: .trailing), Column("id", heading: "Id"),
    ]

    /// Why and when, then what it is.
    public var cells: [Cell] {
        [
            .text(reason.rawValue), Cell(day), .text(entry.name), .list(parties.map(\.name)), Cell(status?.rawValue),
            .count(sources), .count(origins), .text(entry.id),
        ]
    }
}

extension Disagreement: LedgerRow {
    /// See `cells`.
    public static let columns = [
        Column("kind", heading: "Kind"), Column("subject", heading: "About"), Column("values", heading: "Values"),
        Column("reason", heading: "Reason"), Column("sources", heading: "Sources"),
        Column("resolution", heading: "Resolution"), Column("evidence", heading: "Evidence", isDetail: true),
        Column("id", heading: "Id"),
    ]

    /// What about, both sides, and how it was settled.
    public var cells: [Cell] {
        [
            .text(kind.rawValue), .text([subject.name, other?.name].compactMap(\.self).joined(separator: "; ")),
            .list(sides.map(\.value)), .text(reason), .list(sides.flatMap { $0.sources.map(\.label) }),
            Cell(resolution.map { [$0.outcome.rawValue, $0.holds].compactMap(\.self).joined(separator: ": ") }),
            .list(sides.flatMap { $0.evidence.map(\.quote) }), .text(id),
        ]
    }
}

extension FollowUp: LedgerRow {
    /// See `cells`.
    public static let columns = [
        Column("number", heading: "Number", alignment: .trailing), Column("commitment", heading: "Commitment"),
        Column("status", heading: "Suggested"), Column("day", heading: "Day"), Column("evidence", heading: "Words"),
        Column("source", heading: "Source"), Column("verdict", heading: "Verdict"),
        Column("id", heading: "Id", isDetail: true),
    ]

    /// The commitment, what is suggested and on what words, and what somebody made of it.
    public var cells: [Cell] {
        [
            .count(Int(number)), .text(commitment.name), .text(status.rawValue), Cell(day), evidence.cell,
            .text(source.label), Cell(verdict?.rawValue), .text(commitment.id),
        ]
    }
}
