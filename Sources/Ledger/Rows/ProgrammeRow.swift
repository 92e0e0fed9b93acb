// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// A project that cooperation consists of, as `entente show programmes` lists it.
public struct ProgrammeRow: LedgerRow {
    /// The lasting id.
    public let id: String
    /// Its own name, if it has one.
    public let name: String?
    /// The words that describe it, where it has no name of its own.
    public let description: String?
    /// What it is about.
    public let topics: [String]
    /// Who runs it, gives to it or benefits from it.
    public let parties: [NamedItem]
    /// How sure the reader is, 0 to 1.
    public let confidence: Double
    /// Where it is said.
    public let source: SourceReference
    /// The words that say it.
    public let evidence: [Evidence]

    /// See `cells`.
    public static let columns = [
        Column("name", heading: "Name"), Column("description", heading: "Description"),
        Column("topics", heading: "Topics"), Column("parties", heading: "Parties"),
        Column("source", heading: "Source"), Column("evidence", heading: "Evidence", isDetail: true),
        Column("id", heading: "Id", isDetail: true),
    ]

    /// The facts, then where they come from.
    public var cells: [Cell] {
        [
            Cell(name), Cell(description), .list(topics), .list(parties.map(\.name)), .text(source.label),
            evidence.cell, .text(id),
        ]
    }
}

extension ProgrammeRow {
    init(_ programme: Programme, _ entry: StoredEntry) {
        id = entry.id
        name = programme.name
        description = programme.description
        topics = programme.topics
        parties = programme.parties.map(entry.party)
        confidence = entry.confidence
        source = entry.source
        evidence = entry.evidence
    }
}

extension Ledger {
    /// Exchanges, courses, campaigns, aid … in the order of their sources.
    public func programmes(_ filter: LedgerFilter = LedgerFilter()) throws(LedgerError) -> [ProgrammeRow] {
        try entries(.programme, filter).compactMap { entry in
            guard case .programme(let programme) = entry.content else { return nil }
            return ProgrammeRow(programme, entry)
        }
    }
}
