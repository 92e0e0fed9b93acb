// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB

/// One party or entry of the world with everything that the ledger knows of it.
public struct Record: Hashable, Sendable, Codable {
    /// An office that the party was seen in.
    public struct Tenure: Hashable, Sendable, Codable {
        /// The plain title.
        public let title: String
        /// Whether it was held, was held before, or was still to be held.
        public let standing: String
        /// The body it belongs to, where a page says so.
        public let body: NamedItem?
        /// The first day on which a page names the party in it.
        public let firstSeen: String?
        /// The last day.
        public let lastSeen: String?
        /// How many pages do.
        public let uses: Int
    }

    /// A name and how many pages use it.
    public struct Name: Hashable, Sendable, Codable {
        /// The name as written.
        public let name: String
        /// How many pages use it.
        public let uses: Int
    }

    /// What a list shows of it.
    public let row: RecordRow
    /// The names of a party, the commonest first.
    public let names: [Name]
    /// Numbers of public registers by register.
    public let identifiers: [String: String]
    /// The offices of a person.
    public let tenures: [Tenure]
    /// The values of its fields.
    public let values: [ClaimedValue]
    /// The lasting ids of its items, at most 1,000.
    public let items: [String]
    /// The ids of the disagreements about it.
    public let disagreements: [String]
}

extension Ledger {
    /// A record by its id or by the id of one of its items; with `asOf` (`YYYY-MM-DD`) its values as known on that day.
    public func record(_ id: String, asOf day: String? = nil) throws(LedgerError) -> Record {
        try read { database in
            let number = try IdLookup(database: database, path: path).record(id)
            guard let row = try database.one("SELECT * FROM canonical WHERE number = ?", [number]) else {
                throw LedgerError(.unknownId, path: path, detail: id)
            }
            return Record(
                row: try recordRows([row], database)[0], names: try names(of: number, database),
                identifiers: try identifiers(of: number, database), tenures: try tenures(of: number, database),
                values: ClaimedValue.ranked(
                    try ClaimReader(database: database).claims(ofRecord: number, asOf: day)),
                items: try database.all(
                    """
                    SELECT item.id FROM membership JOIN item ON item.number = membership.item
                    WHERE membership.canonical = ? ORDER BY item.number LIMIT 1000
                    """, [number]
                ).map { try $0.value("id") },
                disagreements: try database.all(
                    "SELECT id FROM disagreement WHERE subject = ? OR other = ? ORDER BY id", [number, number]
                ).map { try $0.value("id") })
        }
    }

    /// What a list shows of a record, by its id or by the id of one of its items.
    public func recordRow(_ id: String) throws(LedgerError) -> RecordRow {
        try read { database in
            let number = try IdLookup(database: database, path: path).record(id)
            guard let row = try database.one("SELECT * FROM canonical WHERE number = ?", [number]) else {
                throw LedgerError(.unknownId, path: path, detail: id)
            }
            return try RecordRow(row)
        }
    }

    /// For each of these records the values of its fields, as lists show them: by its latest pages alone, at most 60.
    public func values(ofRecords records: [String], asOf day: String? = nil) throws(LedgerError) -> [[ClaimedValue]] {
        try read { database in
            let ids = IdLookup(database: database, path: path)
            let numbers = try records.map { try ids.record($0) }
            let claims = try ClaimReader(database: database)
                .claims(ofRecords: numbers, asOf: day, limit: ClaimReader.shownLimit)
            return numbers.map { ClaimedValue.ranked(claims[$0] ?? []) }
        }
    }

    func names(of record: Int64, _ database: Database) throws -> [Record.Name] {
        let sql = "SELECT name, uses FROM canonical_name WHERE canonical = ? ORDER BY uses DESC, name LIMIT 100"
        return try database.all(sql, [record]).map {
            Record.Name(name: try $0.value("name"), uses: try $0.value("uses"))
        }
    }

    func identifiers(of record: Int64, _ database: Database) throws -> [String: String] {
        let sql = "SELECT register, value FROM canonical_identifier WHERE canonical = ? ORDER BY uses DESC, value"
        let pairs = try database.all(sql, [record]).map { row in
            (try row.value("register") as String, try row.value("value") as String)
        }
        return Dictionary(pairs) { first, _ in first }
    }

    func tenures(of record: Int64, _ database: Database) throws -> [Record.Tenure] {
        let sql = """
            SELECT tenure.*, canonical.id, canonical.heading FROM tenure
                LEFT JOIN canonical ON canonical.number = tenure.body
            WHERE tenure.holder = ? ORDER BY tenure.first_day, tenure.title, tenure.body LIMIT 100
            """
        return try database.all(sql, [record]).map { row in
            let body: String? = try row.value("id")
            return Record.Tenure(
                title: try row.value("title"), standing: try row.value("standing"),
                body: try body.map { NamedItem(id: $0, name: try row.value("heading")) },
                firstSeen: try row.value("first_day"), lastSeen: try row.value("last_day"),
                uses: try row.value("uses"))
        }
    }
}
