// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// A body or house that serves cooperation, as `entente show institutions` lists it.
public struct InstitutionRow: LedgerRow {
    /// The lasting id.
    public let id: String
    /// Its name, or the words that the source calls it by.
    public let name: String
    /// Whose it is.
    public let of: [NamedItem]
    /// Where it is.
    public let place: NamedItem?
    /// Whether it exists.
    public let state: Institution.State
    /// How sure the reader is, 0 to 1.
    public let confidence: Double
    /// Where it is said.
    public let source: SourceReference
    /// The words that say it.
    public let evidence: [Evidence]

    /// See `cells`.
    public static let columns = [
        Column("name", heading: "Name"), Column("of", heading: "Of"), Column("place", heading: "Place"),
        Column("state", heading: "State"),
        Column("source", heading: "Source"), Column("evidence", heading: "Evidence", isDetail: true),
        Column("id", heading: "Id", isDetail: true),
    ]

    /// The facts, then where they come from.
    public var cells: [Cell] {
        [
            .text(name), .list(of.map(\.name)), Cell(place?.name), .text(state.rawValue), .text(source.label),
            evidence.cell, .text(id),
        ]
    }
}

extension InstitutionRow {
    init(_ institution: Institution, _ entry: StoredEntry) {
        id = entry.id
        name = institution.name
        of = institution.of.map(entry.party)
        place = institution.place.map(entry.party)
        state = institution.state
        confidence = entry.confidence
        source = entry.source
        evidence = entry.evidence
    }
}

extension Ledger {
    /// Consulates, offices, joint committees … in the order of their sources.
    public func institutions(_ filter: LedgerFilter = LedgerFilter()) throws(LedgerError) -> [InstitutionRow] {
        try entries(.institution, filter).compactMap { entry in
            guard case .institution(let institution) = entry.content else { return nil }
            return InstitutionRow(institution, entry)
        }
    }
}
