// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB

/// A thing that a walk over the whole ledger meets, and where the walk has come to.
public struct WalkStep<Item: Sendable>: Sendable {
    /// The thing.
    public let item: Item
    /// What to give as `after` to go on behind it, also after any number of changes.
    public let position: Int64
}

/// An entry of the world as a walk meets it.
public struct WalkedEntry: Hashable, Sendable {
    /// What a list shows of it.
    public let row: RecordRow
    /// The values of its fields, by its latest pages, at most 400.
    public let values: [ClaimedValue]
}

/// A party of the world as a walk meets it.
public struct WalkedParty: Hashable, Sendable {
    /// What a list shows of it.
    public let row: RecordRow
    /// The names, the commonest first.
    public let names: [Record.Name]
    /// Numbers of public registers by register.
    public let identifiers: [String: String]
    /// The ISO 3166-1 alpha-2 code of the country in which a place lies, or which it is.
    public let country: String?
    /// The offices of a person.
    public let tenures: [Record.Tenure]
}

/// A person and an office of a body, as pages state it.
public struct OfficeHolder: Hashable, Sendable, Codable {
    /// The person.
    public let person: NamedItem
    /// The plain title.
    public let title: String
    /// Whether it was held, was held before, or was still to be held.
    public let standing: String
    /// The first day on which a page names the person in it.
    public let firstSeen: String?
    /// The last day.
    public let lastSeen: String?
}

extension Ledger {
    /// Entries of the world in the order in which they were founded: at most `limit` behind `after`.
    public func walkEntries(
        kind: String? = nil, after position: Int64 = 0, limit: Int = 250
    ) throws(LedgerError) -> [WalkStep<WalkedEntry>] {
        try read { database in
            let rows = try founded(.entry, kind, after: position, limit, database)
            let numbers = try rows.map { try $0.value("number") as Int64 }
            let claims = try ClaimReader(database: database).claims(ofRecords: numbers)
            return try zip(numbers, recordRows(rows, database)).map { number, row in
                WalkStep(
                    item: WalkedEntry(row: row, values: ClaimedValue.ranked(claims[number] ?? [])), position: number)
            }
        }
    }

    /// Parties of the world in the order in which they were founded: at most `limit` behind `after`.
    public func walkParties(
        after position: Int64 = 0, limit: Int = 250
    ) throws(LedgerError) -> [WalkStep<WalkedParty>] {
        try read { database in
            try founded(.party, nil, after: position, limit, database).map { row in
                let number: Int64 = try row.value("number")
                let identifiers = try identifiers(of: number, database)
                let country: String? = try database.one(Self.countrySQL("?"), [number])?.value("country")
                let party = WalkedParty(
                    row: try RecordRow(row), names: try names(of: number, database), identifiers: identifiers,
                    country: country ?? identifiers["iso3166"].map { String($0.prefix(2)) },
                    tenures: try tenures(of: number, database))
                return WalkStep(item: party, position: number)
            }
        }
    }

    private func founded(
        _ class: MembershipStore.Class, _ kind: String?, after position: Int64, _ limit: Int, _ database: Database
    ) throws -> [Row] {
        // The signs keep SQLite from gathering and sorting all of a kind at every step.
        try database.all(
            """
            SELECT * FROM canonical WHERE number > ? AND +class = ? AND (? IS NULL OR +kind = ?)
            ORDER BY number LIMIT ?
            """, [position, `class`.rawValue, kind, kind, limit])
    }

    /// Sources in the order in which they were added: at most `limit` behind `after`.
    public func walkSources(
        after position: Int64 = 0, limit: Int = 250
    ) throws(LedgerError) -> [WalkStep<SourceRow>] {
        let request: SQLRequest<Row> = """
            SELECT \(sql: SourceRow.selected) FROM source JOIN article ON article.source = source.number
            WHERE source.number > \(position) ORDER BY source.number LIMIT \(limit)
            """
        return try read { database in
            try request.fetchAll(database).map { WalkStep(item: try SourceRow($0), position: try $0.value("number")) }
        }
    }

    /// The canonical text of a source's article; `nil` where the ledger does not hold the source.
    public func text(ofSource id: String) throws(LedgerError) -> String? {
        let sql = "SELECT article.text FROM article JOIN source ON source.number = article.source WHERE source.id = ?"
        return try read { try $0.one(sql, [id])?.value("text") }
    }

    /// Who was seen in an office of a body until the day `asOf` (`YYYY-MM-DD`), those seen last first.
    public func holders(
        of body: String, asOf day: String? = nil, limit: Int = 12
    ) throws(LedgerError) -> [OfficeHolder] {
        try read { database in
            let record = try IdLookup(database: database, path: path).record(body)
            return try database.all(
                """
                SELECT tenure.title, tenure.standing, tenure.first_day, tenure.last_day, canonical.id,
                    canonical.heading
                FROM tenure JOIN canonical ON canonical.number = tenure.holder
                WHERE tenure.body = ? AND (? IS NULL OR tenure.first_day IS NULL OR tenure.first_day <= ?)
                ORDER BY tenure.last_day DESC, canonical.id, tenure.title LIMIT ?
                """, [record, day, day, limit]
            ).map { row in
                OfficeHolder(
                    person: NamedItem(id: try row.value("id"), name: try row.value("heading")),
                    title: try row.value("title"), standing: try row.value("standing"),
                    firstSeen: try row.value("first_day"), lastSeen: try row.value("last_day"))
            }
        }
    }

    /// Keeps a reading whose page did not come with it; `verify` will say that the page's bytes are missing.
    ///
    /// The reading is checked as every other. What the ledger has already is left as it is. `instant` is the time, as an
    /// ISO 8601 instant.
    public func addWithoutPage(_ reading: Reading, at instant: String? = nil) throws(LedgerError) -> Addition {
        try Self.reporting(path) {
            try ReadingCheck(reading: reading, path: path).run()
            let knowledge = try knowledge()
            return try pool.write { database in
                let store = SourceStore(database: database)
                guard try store.number(of: reading.article.source.id) == nil else { return .unchanged }
                let source = try store.insert(reading, at: instant)
                var writer = ReadingWriter(database: database, reading: reading, source: source)
                try writer.write()
                try Intake(database: database, knowledge: knowledge, thresholds: thresholds).place(reading, source)
                return .added
            }
        }
    }
}
