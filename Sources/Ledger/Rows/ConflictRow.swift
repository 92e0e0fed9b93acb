// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB

/// Two pieces of evidence that cannot both hold, as `entente show conflicts` lists them.
public struct ConflictRow: LedgerRow {
    /// The lasting id.
    public let id: String
    /// What the sides disagree about.
    public let kind: Conflict.Kind
    /// The parties or entries that disagree.
    public let between: [NamedItem]
    /// The one that is likely wrong.
    public let odd: NamedItem?
    /// A sentence that explains the conflict.
    public let reason: String
    /// Where it stands.
    public let source: SourceReference
    /// The words of each side, in the order of `between`.
    public let evidence: [Evidence]

    /// See `cells`.
    public static let columns = [
        Column("kind", heading: "Kind"), Column("between", heading: "Between"), Column("odd", heading: "Odd one"),
        Column("reason", heading: "Reason"), Column("source", heading: "Source"),
        Column("evidence", heading: "Evidence", isDetail: true), Column("id", heading: "Id", isDetail: true),
    ]

    /// The sides and the reason, then where they come from.
    public var cells: [Cell] {
        [
            .text(kind.rawValue), .list(between.map(\.name)), Cell(odd?.name), .text(reason), .text(source.label),
            evidence.cell, .text(id),
        ]
    }
}

extension ConflictRow {
    fileprivate init(_ row: Row, in database: Database) throws {
        let number: Int64 = try row.value("number")
        let sql = """
            SELECT item.id, COALESCE(party_name.name, entry.heading, item.short) AS name,
                item.number IS conflict.odd AS is_odd
            FROM conflict_side JOIN conflict ON conflict.item = conflict_side.conflict
                JOIN item ON item.number = conflict_side.item
                LEFT JOIN party_name ON party_name.party = item.number AND party_name.position = 0
                LEFT JOIN entry ON entry.item = item.number
            WHERE conflict_side.conflict = ? ORDER BY conflict_side.position
            """
        let sides = try Row.fetchAll(database.cachedStatement(sql: sql), arguments: [number])
        id = try row.value("id")
        kind = try row.word("kind")
        between = try sides.map { NamedItem(id: try $0.value("id"), name: try $0.value("name")) }
        odd = try zip(between, sides).first { _, side in try side.value("is_odd") }?.0
        reason = try row.value("reason")
        source = try SourceReference(row: row)
        evidence = try database.evidence(of: number)
    }
}

extension Ledger {
    /// What cannot all be true, in the order of publication.
    public func conflicts(_ filter: LedgerFilter = LedgerFilter()) throws(LedgerError) -> [ConflictRow] {
        let parties: SQL = """
            SELECT item FROM conflict_side WHERE conflict_side.conflict = conflict.item
            UNION SELECT entry_party.party FROM conflict_side
                JOIN entry_party ON entry_party.entry = conflict_side.item
            WHERE conflict_side.conflict = conflict.item
            """
        let conditions = LedgerFilter.all([
            filter.kindCondition("conflict.kind"), filter.partyCondition(parties), filter.sourceCondition,
            filter.periodCondition(),
        ])
        let request: SQLRequest<Row> = """
            SELECT item.number, item.id, conflict.kind, conflict.reason, \(sql: SourceReference.columns)
            FROM conflict JOIN item ON item.number = conflict.item JOIN source ON source.number = item.source
                JOIN article ON article.source = source.number
            WHERE \(conditions)
            ORDER BY source.first_day NULLS LAST, source.id, item.number
            \(filter.page)
            """
        return try read { database in
            try request.fetchAll(database).map { try ConflictRow($0, in: database) }
        }
    }
}
