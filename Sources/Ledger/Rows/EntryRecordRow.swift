// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB

/// One entry of the world, however many pages tell of it, as `entente show agreements` lists it.
public struct EntryRecordRow: LedgerRow {
    /// A party and what it does there.
    public struct Participant: Hashable, Sendable, Codable {
        /// The role, such as `party`, `host` or `place`.
        public let role: String
        /// The record of the party.
        public let party: NamedItem

        /// Gives a party its role.
        package init(role: String, party: NamedItem) {
            self.role = role
            self.party = party
        }
    }

    /// The lasting id of the record.
    public let id: String
    /// The kind of entry.
    public let kind: String
    /// The finer kind.
    public let sort: String
    /// The shown heading.
    public let heading: String
    /// The first day of its shown date, as `YYYY-MM-DD`.
    public let firstDay: String?
    /// The last day of its shown date.
    public let lastDay: String?
    /// The first day on which a page spoke of it.
    public let firstSeen: String?
    /// The status, where it has one.
    public let status: String?
    /// Who takes part, by role and name.
    public let participants: [Participant]
    /// How many pages speak of it.
    public let sources: Int
    /// How many of them are not copies of another.
    public let origins: Int
    /// How many conflicts about it are open.
    public let conflicts: Int

    /// See `cells`.
    public static let columns = [
        Column("firstDay", heading: "Date"), Column("sort", heading: "Type"), Column("heading", heading: "What"),
        Column("participants", heading: "Parties"), Column("status", heading: "Status"),
        Column("sources", heading: "Sources", alignment: .trailing),
        Column("origins", heading: "Origins", alignment: .trailing),
        Column("conflicts", heading: "Conflicts", alignment: .trailing, isDetail: true), Column("id", heading: "Id"),
    ]

    /// When, what, who and how far, then how often it is told.
    public var cells: [Cell] {
        [
            .text(RecordRow.dateText(firstDay, lastDay, firstSeen: firstSeen)), .text(sort), .text(heading),
            .list(participants.map { "\($0.party.name) (\($0.role))" }), Cell(status), .count(sources),
            .count(origins), .count(conflicts), .text(id),
        ]
    }
}

extension EntryRecordRow {
    init(_ row: RecordRow, participants: [Participant], conflicts: Int) {
        id = row.id
        kind = row.kind
        sort = row.sort
        heading = row.heading
        firstDay = row.firstDay
        lastDay = row.lastDay
        firstSeen = row.firstSeen
        status = row.status
        sources = row.sources
        origins = row.origins
        self.participants = participants
        self.conflicts = conflicts
    }
}

extension Ledger {
    /// The entries of the world of one kind, in the order of their days; each that a page tells as `filter` asks.
    public func entryRows(
        _ kind: Entry.Kind, _ filter: LedgerFilter = LedgerFilter()
    ) throws(LedgerError) -> [EntryRecordRow] {
        let first = "COALESCE(entry.first_day, source.first_day)"
        let last = "COALESCE(entry.last_day, source.last_day)"
        let conditions = LedgerFilter.all([
            "entry.kind = \(kind.rawValue)", "item.retired = 0", filter.kindCondition("entry.sort"),
            filter.participantCondition, filter.entryCondition, filter.sourceCondition,
            filter.periodCondition(first: first, last: last),
        ])
        let request: SQLRequest<Row> = """
            SELECT canonical.*,
                (SELECT count(*) FROM disagreement LEFT JOIN resolution
                    ON resolution.conflict = disagreement.id AND resolution.undone_by IS NULL
                WHERE disagreement.subject = canonical.number AND resolution.number IS NULL) AS conflicts
            FROM canonical WHERE canonical.number IN (
                SELECT membership.canonical FROM entry JOIN item ON item.number = entry.item
                    JOIN source ON source.number = item.source JOIN membership ON membership.item = item.number
                WHERE \(conditions))
            ORDER BY COALESCE(canonical.first_day, canonical.first_seen) NULLS LAST, canonical.id
            \(filter.page)
            """
        return try read { database in
            let rows = try request.fetchAll(database)
            return try zip(rows, recordRows(rows, database)).map { row, record in
                EntryRecordRow(
                    record, participants: try database.participants(ofRecord: row.value("number")),
                    conflicts: try row.value("conflicts"))
            }
        }
    }
}

extension Database {
    /// Who takes part in the entry whose record has this number, by role and name.
    func participants(ofRecord number: Int64) throws -> [EntryRecordRow.Participant] {
        let sql = """
            SELECT DISTINCT canonical_party.role, canonical.id, canonical.heading FROM canonical_party
                JOIN canonical ON canonical.number = canonical_party.party
            WHERE canonical_party.entry = ? AND canonical_party.role <> 'for'
            ORDER BY canonical_party.role, canonical.folded, canonical.id
            """
        return try all(sql, [number]).map { row in
            EntryRecordRow.Participant(
                role: try row.value("role"), party: NamedItem(id: try row.value("id"), name: try row.value("heading")))
        }
    }
}
