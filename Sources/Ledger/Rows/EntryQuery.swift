// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB

/// An entry with what every kind of row shows beside the facts of its kind.
struct StoredEntry {
    let id: String
    let content: Entry.Content
    let confidence: Double
    let source: SourceReference
    let evidence: [Evidence]
    /// The names of the parties that take part, by lasting id.
    private let names: [String: String]

    fileprivate init(_ row: Row, kind: Entry.Kind, in database: Database) throws {
        let number: Int64 = try row.value("number")
        id = try row.value("id")
        content = try Entry.Content(kind: kind, json: row.value("content"))
        confidence = try row.value("confidence")
        source = try SourceReference(row: row)
        evidence = try database.evidence(of: number)
        var names: [String: String] = [:]
        let parties = """
            SELECT item.id, party_name.name
            FROM entry_party JOIN item ON item.number = entry_party.party
                JOIN party_name ON party_name.party = entry_party.party AND party_name.position = 0
            WHERE entry_party.entry = ?
            """
        for party in try Row.fetchAll(database.cachedStatement(sql: parties), arguments: [number]) {
            names[try party.value("id")] = try party.value("name")
        }
        self.names = names
    }

    /// The party with this lasting id and its name.
    func party(_ id: String) -> NamedItem { NamedItem(id: id, name: names[id] ?? id) }
}

extension Ledger {
    /// The entries of one kind in the order of their dates, then of their sources, then of the text.
    func entries(_ kind: Entry.Kind, _ filter: LedgerFilter) throws(LedgerError) -> [StoredEntry] {
        let first = "COALESCE(entry.first_day, source.first_day)"
        let last = "COALESCE(entry.last_day, source.last_day)"
        let conditions = LedgerFilter.all([
            "entry.kind = \(kind.rawValue)", filter.kindCondition("entry.sort"),
            filter.participantCondition, filter.entryCondition, filter.sourceCondition,
            filter.periodCondition(first: first, last: last),
        ])
        let request: SQLRequest<Row> = """
            SELECT item.number, item.id, entry.confidence, entry.content, \(sql: SourceReference.columns)
            FROM entry JOIN item ON item.number = entry.item JOIN source ON source.number = item.source
                JOIN article ON article.source = source.number
            WHERE \(conditions)
            ORDER BY \(sql: first) NULLS LAST, source.id, item.number
            \(filter.page)
            """
        return try read { database in
            try request.fetchAll(database).map { try StoredEntry($0, kind: kind, in: database) }
        }
    }
}
