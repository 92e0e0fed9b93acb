// SPDX-License-Identifier: Apache-2.0

import GRDB
import Hashing

/// Which items a record has, and how many pages and origins speak of it.
struct MembershipStore {
    let database: Database

    /// Whether a record is of a party or of an entry.
    enum Class: String {
        case party, entry
    }

    /// Founds a record on its first item.
    func found(on item: Int64, _ class: Class, kind: String, sort: String = "", heading: String) throws -> Int64 {
        guard let row = try database.one("SELECT id FROM item WHERE number = ?", [item]) else {
            throw DatabaseError(message: "no such item")
        }
        var id = Self.id(foundedOn: try row.value("id"), attempt: 0)
        var attempt = 0
        // The item may have founded a record before that has since gone on without it.
        while try database.one("SELECT 1 FROM canonical WHERE id = ?", [id]) != nil {
            attempt += 1
            id = Self.id(foundedOn: try row.value("id"), attempt: attempt)
        }
        try database.run("DELETE FROM former_id WHERE id = ?", [id])
        try database.run(
            """
            INSERT INTO canonical (id, class, kind, sort, heading, folded, sources, origins)
            VALUES (?, ?, ?, ?, ?, ?, 0, 0)
            """, [id, `class`.rawValue, kind, sort, heading, FoldedText(heading).value])
        return database.lastInsertedRowID
    }

    private static func id(foundedOn item: String, attempt: Int) -> String {
        let text = "record\n\(item)" + (attempt == 0 ? "" : "\n\(attempt)")
        return String(SHA256Digest(of: Array(text.utf8)).description.prefix(16))
    }

    /// Makes an item a member and counts its page.
    func join(_ item: Int64, to record: Int64) throws {
        try database.run(
            """
            INSERT INTO membership (item, canonical) VALUES (?, ?)
            ON CONFLICT DO UPDATE SET canonical = excluded.canonical
            """, [item, record])
        guard
            let row = try database.one(
                """
                SELECT source.number, COALESCE(source.origin, source.number) AS origin, source.seen
                FROM item JOIN source ON source.number = item.source WHERE item.number = ?
                """, [item])
        else { return }
        let source: Int64 = try row.value("number")
        let origin: Int64 = try row.value("origin")
        let seen: String? = try row.value("seen")
        let isNewOrigin =
            try database.one(
                "SELECT 1 FROM canonical_source WHERE canonical = ? AND origin = ?", [record, origin]) == nil
        let isNewSource =
            try database.one(
                "SELECT 1 FROM canonical_source WHERE canonical = ? AND origin = ? AND source = ?",
                [record, origin, source]) == nil
        try database.run(
            """
            INSERT INTO canonical_source (canonical, origin, source, items) VALUES (?, ?, ?, 1)
            ON CONFLICT DO UPDATE SET items = items + 1
            """, [record, origin, source])
        try database.run(
            """
            UPDATE canonical SET sources = sources + ?, origins = origins + ?,
                first_seen = min(COALESCE(first_seen, ?), COALESCE(?, first_seen)),
                last_seen = max(COALESCE(last_seen, ?), COALESCE(?, last_seen))
            WHERE number = ?
            """, [isNewSource ? 1 : 0, isNewOrigin ? 1 : 0, seen, seen, seen, seen, record])
    }

    /// Counts the pages and origins of a record anew.
    func recount(_ record: Int64) throws {
        try database.run("DELETE FROM canonical_source WHERE canonical = ?", [record])
        try database.run(
            """
            INSERT INTO canonical_source (canonical, origin, source, items)
            SELECT membership.canonical, COALESCE(source.origin, source.number), source.number, count(*)
            FROM membership JOIN item ON item.number = membership.item JOIN source ON source.number = item.source
            WHERE membership.canonical = ? AND NOT item.retired GROUP BY source.number
            """, [record])
        try database.run(
            """
            UPDATE canonical SET
                sources = (SELECT count(*) FROM canonical_source WHERE canonical = canonical.number),
                origins = (SELECT count(DISTINCT origin) FROM canonical_source WHERE canonical = canonical.number),
                first_seen = (SELECT min(source.seen) FROM canonical_source
                    JOIN source ON source.number = canonical_source.source WHERE canonical = canonical.number),
                last_seen = (SELECT max(source.seen) FROM canonical_source
                    JOIN source ON source.number = canonical_source.source WHERE canonical = canonical.number)
            WHERE number = ?
            """, [record])
    }

    /// The record of an item.
    func record(ofItem item: Int64) throws -> Int64? {
        try database.one("SELECT canonical FROM membership WHERE item = ?", [item])?.value("canonical")
    }

    /// The items of a record, the first read first.
    func items(of record: Int64) throws -> [Int64] {
        try database.all("SELECT item FROM membership WHERE canonical = ? ORDER BY item", [record])
            .map { try $0.value("item") }
    }

    /// The item that stands for a record in judgements: its first.
    func first(of record: Int64) throws -> Int64? {
        try database.one("SELECT min(item) AS item FROM membership WHERE canonical = ?", [record])?.value("item")
    }

    /// Removes a record that has no members left; its id goes on to mean the record that its first item is in.
    func remove(_ record: Int64, standsNowFor item: Int64?) throws {
        if let item {
            try database.run(
                "INSERT OR REPLACE INTO former_id (id, item) SELECT id, ? FROM canonical WHERE number = ?",
                [item, record])
        }
        try database.run("DELETE FROM tenure WHERE body = ?", [record])
        try database.run("DELETE FROM canonical WHERE number = ?", [record])
    }
}
