// SPDX-License-Identifier: Apache-2.0

import GRDB

/// The table that brings together records which may be one: those under a common key.
struct BlockIndex {
    let database: Database

    /// The records under each of `keys`, at most `limit` of a key, the youngest first.
    func records(underEachOf keys: [Int64], limit: Int) throws -> [Int64: [Int64]] {
        let sql = """
            SELECT wanted.value AS key, (SELECT group_concat(canonical) FROM (
                SELECT canonical FROM block_key WHERE key = wanted.value ORDER BY canonical DESC LIMIT ?)) AS records
            FROM json_each(?) AS wanted
            """
        var records: [Int64: [Int64]] = [:]
        for row in try database.all(sql, [limit, keys.list]) {
            guard let found: String = try row.value("records") else { continue }
            records[try row.value("key")] = found.split(separator: ",").compactMap { Int64($0) }
        }
        return records
    }

    /// How many of `keys` each record is under; of a key only the youngest `limit` records count.
    func hits(_ keys: [Int64], limit: Int) throws -> [Int64: Int] {
        var hits: [Int64: Int] = [:]
        for found in try records(underEachOf: keys, limit: limit).values {
            for record in found { hits[record, default: 0] += 1 }
        }
        return hits
    }

    /// Puts a record under each of `keys`.
    func put(_ record: Int64, under keys: [Int64]) throws {
        try database.run(
            "INSERT OR IGNORE INTO block_key (key, canonical) SELECT value, ? FROM json_each(?)", [record, keys.list])
    }

    /// Takes a record from under all its keys.
    func remove(_ record: Int64) throws {
        try database.run("DELETE FROM block_key WHERE canonical = ?", [record])
    }
}

extension Sequence<Int64> {
    /// The numbers as SQLite's `json_each` takes them.
    var list: String { "[" + map(String.init).joined(separator: ",") + "]" }
}
