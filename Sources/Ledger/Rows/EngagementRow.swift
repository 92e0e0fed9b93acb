// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// An occasion on which parties came or will come together, as `entente show engagements` lists it.
public struct EngagementRow: LedgerRow {
    /// A party and its part.
    public struct Participant: Codable, Hashable, Sendable {
        /// The party's lasting id.
        public let party: String
        /// The party's name.
        public let name: String
        /// Its part.
        public let role: Engagement.Role
    }

    /// The lasting id.
    public let id: String
    /// When, as precisely as the source says.
    public let date: PartialDate?
    /// How the date is known.
    public let dateBasis: DatedValue.Basis?
    /// What sort of occasion it is.
    public let type: Engagement.Form
    /// A short heading.
    public let title: String
    /// Who takes part.
    public let participants: [Participant]
    /// Where.
    public let place: NamedItem?
    /// Whether it took place.
    public let status: Engagement.Status
    /// The lasting id of the larger occasion that it belongs to.
    public let partOf: String?
    /// How sure the reader is, 0 to 1.
    public let confidence: Double
    /// Where it is said.
    public let source: SourceReference
    /// The words that say it.
    public let evidence: [Evidence]

    /// See `cells`.
    public static let columns = [
        Column("date", heading: "Date"), Column("type", heading: "Type"), Column("title", heading: "Title"),
        Column("participants", heading: "Participants"), Column("place", heading: "Place"),
        Column("status", heading: "Status"), Column("source", heading: "Source"),
        Column("evidence", heading: "Evidence", isDetail: true), Column("id", heading: "Id", isDetail: true),
    ]

    /// The facts, then where they come from.
    public var cells: [Cell] {
        [
            Cell(date?.description), .text(type.rawValue), .text(title),
            .list(participants.map { "\($0.name) (\($0.role.rawValue))" }), Cell(place?.name),
            .text(status.rawValue), .text(source.label), evidence.cell, .text(id),
        ]
    }
}

extension EngagementRow {
    init(_ engagement: Engagement, _ entry: StoredEntry) {
        id = entry.id
        date = engagement.date?.value
        dateBasis = engagement.date?.basis
        type = engagement.type
        title = engagement.title
        participants = engagement.participants.map {
            Participant(party: $0.party, name: entry.party($0.party).name, role: $0.role)
        }
        place = engagement.place.map(entry.party)
        status = engagement.status
        partOf = engagement.partOf
        confidence = entry.confidence
        source = entry.source
        evidence = entry.evidence
    }
}

extension Ledger {
    /// Visits, meetings, ceremonies … in the order of their dates.
    public func engagements(_ filter: LedgerFilter = LedgerFilter()) throws(LedgerError) -> [EngagementRow] {
        try entries(.engagement, filter).compactMap { entry in
            guard case .engagement(let engagement) = entry.content else { return nil }
            return EngagementRow(engagement, entry)
        }
    }
}
