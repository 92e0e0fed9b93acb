// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// What somebody wants done, as `entente show commitments` lists it.
public struct CommitmentRow: LedgerRow {
    /// The lasting id.
    public let id: String
    /// When it is to be done.
    public let deadline: PartialDate?
    /// How firm it is.
    public let force: Commitment.Force
    /// Who binds themselves.
    public let by: [NamedItem]
    /// What is to be done.
    public let what: String
    /// What the target measures.
    public let measure: String?
    /// The number to be reached or given.
    public let target: Commitment.Amount?
    /// The number from which it is to be reached; `nil` where the source states none.
    public let baseline: Commitment.Amount?
    /// How sure the reader is, 0 to 1.
    public let confidence: Double
    /// Where it is said.
    public let source: SourceReference
    /// The words that say it.
    public let evidence: [Evidence]

    /// See `cells`.
    public static let columns = [
        Column("deadline", heading: "Due"), Column("force", heading: "Force"), Column("by", heading: "By"),
        Column("what", heading: "What"), Column("measure", heading: "Measure", isDetail: true),
        Column("target", heading: "Target", alignment: .trailing), Column("unit", heading: "Unit"),
        Column("baseline", heading: "From", alignment: .trailing, isDetail: true),
        Column("source", heading: "Source"), Column("evidence", heading: "Evidence", isDetail: true),
        Column("id", heading: "Id", isDetail: true),
    ]

    /// The facts, then where they come from.
    public var cells: [Cell] {
        [
            Cell(deadline?.description), .text(force.rawValue), .list(by.map(\.name)), .text(what), Cell(measure),
            target.map { Cell.number($0.value) } ?? .empty, Cell(target?.unit),
            baseline.map { Cell.number($0.value) } ?? .empty, .text(source.label), evidence.cell, .text(id),
        ]
    }
}

extension CommitmentRow {
    init(_ commitment: Commitment, _ entry: StoredEntry) {
        id = entry.id
        deadline = commitment.deadline?.value
        force = commitment.force
        by = commitment.by.map(entry.party)
        what = commitment.what
        measure = commitment.measure
        target = commitment.target
        baseline = commitment.baseline
        confidence = entry.confidence
        source = entry.source
        evidence = entry.evidence
    }
}

extension Ledger {
    /// Wishes, hopes, pledges and what was agreed, in the order of the days on which they are due.
    public func commitments(_ filter: LedgerFilter = LedgerFilter()) throws(LedgerError) -> [CommitmentRow] {
        try entries(.commitment, filter).compactMap { entry in
            guard case .commitment(let commitment) = entry.content else { return nil }
            return CommitmentRow(commitment, entry)
        }
    }
}
