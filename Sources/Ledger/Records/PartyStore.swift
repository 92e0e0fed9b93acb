// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB
import Gazetteer

/// Reads and counts what the tables know of parties, for one page and for one record.
struct PartyStore {
    let database: Database
    let knowledge: IdentityKnowledge

    private static let nameLimit = 32
    private static let tenureLimit = 12

    /// A party of one page.
    struct Item {
        let number: Int64
        let id: String
        let kind: Party.Kind
    }

    /// The parties of a source in the order in which they are to be compared: whom offices belong to comes first.
    func items(ofSource source: Int64) throws -> [Item] {
        let sql = """
            SELECT item.number, item.id, party.kind FROM item JOIN party ON party.item = item.number
            WHERE item.source = ? ORDER BY party.kind = 'person', item.number
            """
        return try database.all(sql, [source]).map {
            Item(number: try $0.value("number"), id: try $0.value("id"), kind: try $0.word("kind"))
        }
    }

    /// The party of one page in this row; `nil` where it is none.
    func item(_ number: Int64) throws -> Item? {
        let sql = "SELECT item.id, party.kind FROM item JOIN party ON party.item = item.number WHERE item.number = ?"
        return try database.one(sql, [number]).map {
            Item(number: number, id: try $0.value("id"), kind: try $0.word("kind"))
        }
    }

    /// What one page knows of a party.
    func profile(ofItem item: Item) throws -> PartyProfile {
        let names = try database.all("SELECT name FROM party_name WHERE party = ? ORDER BY position", [item.number])
            .map { try $0.value("name") as String }
        let identifiers =
            try database.one("SELECT identifiers FROM party WHERE item = ?", [item.number])
            .map { try CompactJSON.value([String: String].self, from: $0.value("identifiers")) } ?? [:]
        let tenures = try self.tenures(ofItem: item.number)
        return PartyProfile(
            kind: item.kind, names: knowledge.names(names, of: item.kind),
            identifiers: identifiers.mapValues { [$0] }, tenures: tenures)
    }

    private func tenures(ofItem item: Int64) throws -> [PartyProfile.Tenure] {
        let sql = """
            SELECT office.title, COALESCE(membership.canonical, 0) AS body, source.seen
            FROM office JOIN item ON item.number = office.item JOIN source ON source.number = item.source
                LEFT JOIN membership ON membership.item = office.body
            WHERE office.holder = ? ORDER BY office.item
            """
        return try database.all(sql, [item]).map { row in
            try knowledge.tenure(row.value("title"), of: row.value("body"), seen: row.value("seen"))
        }
    }

    /// What all pages know of a party.
    func profile(ofRecord record: Int64) throws -> PartyProfile? { try profiles(ofRecords: [record])[record] }

    /// What all pages know of several parties, read at once; the commonest names and offices of each.
    func profiles(ofRecords records: [Int64]) throws -> [Int64: PartyProfile] {
        let list = records.list
        let names = try Dictionary(
            grouping: database.all(
                """
                SELECT wanted.value AS record, canonical_name.name FROM json_each(?) AS wanted
                    JOIN canonical_name ON canonical_name.canonical = wanted.value
                ORDER BY canonical_name.uses DESC, canonical_name.name
                """, [list])
        ) { try $0.value("record") as Int64 }
        let identifiers = try Dictionary(
            grouping: database.all(
                "SELECT * FROM canonical_identifier WHERE canonical IN (SELECT value FROM json_each(?))", [list])
        ) { try $0.value("canonical") as Int64 }
        let tenures = try Dictionary(
            grouping: database.all(
                """
                SELECT * FROM tenure WHERE holder IN (SELECT value FROM json_each(?))
                ORDER BY uses DESC, title, body
                """, [list])
        ) { try $0.value("holder") as Int64 }
        let kinds = try database.all(
            "SELECT number, kind FROM canonical WHERE number IN (SELECT value FROM json_each(?))", [list])
        return try Dictionary(
            uniqueKeysWithValues: kinds.map { row in
                let record: Int64 = try row.value("number")
                let kind: Party.Kind = try row.word("kind")
                return (
                    record,
                    PartyProfile(
                        kind: kind,
                        names: knowledge.names(
                            try (names[record] ?? []).prefix(Self.nameLimit).map { try $0.value("name") }, of: kind),
                        identifiers: try Dictionary(grouping: identifiers[record] ?? []) { try $0.value("register") }
                            .mapValues { Set(try $0.map { try $0.value("value") }) },
                        tenures: try (tenures[record] ?? []).prefix(Self.tenureLimit).map(tenure))
                )
            })
    }

    private func tenure(_ row: Row) throws -> PartyProfile.Tenure {
        let title: String = try row.value("title")
        return PartyProfile.Tenure(
            title: title, standing: try row.word("standing"), isUnique: isUnique(title), body: try row.value("body"),
            firstDay: try row.value("first_day"), lastDay: try row.value("last_day"))
    }

    private func isUnique(_ title: String) -> Bool { knowledge.office(title).isUnique }

    /// Counts the names, numbers and offices that an item adds to a record.
    func count(_ item: Item, into record: Int64) throws {
        for row in try database.all("SELECT position, name, folded FROM party_name WHERE party = ?", [item.number]) {
            let isMain = try row.value("position") as Int == 0
            try database.run(
                """
                INSERT INTO canonical_name (canonical, name, folded, uses, main_uses) VALUES (?, ?, ?, 1, ?)
                ON CONFLICT DO UPDATE SET uses = uses + 1, main_uses = main_uses + excluded.main_uses
                """,
                [record, try row.value("name") as String, try row.value("folded") as String, isMain ? 1 : 0])
        }
        let profile = try profile(ofItem: item)
        for (register, values) in profile.identifiers.sorted(by: { $0.key < $1.key }) {
            for value in values {
                try database.run(
                    """
                    INSERT INTO canonical_identifier (canonical, register, value, uses) VALUES (?, ?, ?, 1)
                    ON CONFLICT DO UPDATE SET uses = uses + 1
                    """,
                    [record, register, value])
            }
        }
        for tenure in profile.tenures {
            try database.run(
                """
                INSERT INTO tenure (holder, title, standing, body, first_day, last_day, uses)
                VALUES (?, ?, ?, ?, ?, ?, 1)
                ON CONFLICT DO UPDATE SET uses = uses + 1,
                    first_day = min(COALESCE(first_day, excluded.first_day), COALESCE(excluded.first_day, first_day)),
                    last_day = max(COALESCE(last_day, excluded.last_day), COALESCE(excluded.last_day, last_day))
                """,
                [record, tenure.title, tenure.standing.rawValue, tenure.body, tenure.firstDay, tenure.lastDay])
        }
    }

    /// Counts a record anew from its members.
    func recount(_ record: Int64) throws {
        for table in ["canonical_name", "canonical_identifier"] {
            try database.run("DELETE FROM \(table) WHERE canonical = ?", [record])
        }
        try database.run("DELETE FROM tenure WHERE holder = ?", [record])
        let sql = """
            SELECT item.number, item.id, party.kind FROM membership JOIN item ON item.number = membership.item
                JOIN party ON party.item = item.number
            WHERE membership.canonical = ? ORDER BY item.number
            """
        for row in try database.all(sql, [record]) {
            try count(
                Item(number: try row.value("number"), id: try row.value("id"), kind: try row.word("kind")),
                into: record)
        }
    }

    /// Shows the name that most pages put first, and brings the keys up to date.
    func show(_ record: Int64) throws {
        let correction = try database.one(
            """
            SELECT claim.value FROM membership JOIN claim ON claim.item = membership.item
            WHERE membership.canonical = ? AND claim.field = 'name' AND claim.author IS NOT NULL
                AND claim.undone_by IS NULL
            ORDER BY claim.number DESC LIMIT 1
            """, [record])
        let common = try database.one(
            """
            SELECT name AS value FROM canonical_name WHERE canonical = ?
            ORDER BY main_uses DESC, length(name) DESC, name LIMIT 1
            """, [record])
        if let name: String = try (correction ?? common)?.value("value") {
            try database.run(
                "UPDATE canonical SET heading = ?, folded = ? WHERE number = ?",
                [name, FoldedText(name).value, record])
        }
        guard let profile = try profile(ofRecord: record) else { return }
        try BlockIndex(database: database).put(record, under: knowledge.keys(of: profile))
    }
}

extension Database {
    /// The rows of a query whose statement is kept.
    func all(_ sql: String, _ arguments: StatementArguments = []) throws -> [Row] {
        try Row.fetchAll(cachedStatement(sql: sql), arguments: arguments)
    }

    /// The first row of a query whose statement is kept.
    func one(_ sql: String, _ arguments: StatementArguments = []) throws -> Row? {
        try Row.fetchOne(cachedStatement(sql: sql), arguments: arguments)
    }

    /// Runs a statement that is kept.
    func run(_ sql: String, _ arguments: StatementArguments = []) throws {
        try cachedStatement(sql: sql).execute(arguments: arguments)
    }
}
