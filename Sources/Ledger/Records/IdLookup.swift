// SPDX-License-Identifier: Apache-2.0

import GRDB

/// Finds what an id given by a person means.
struct IdLookup {
    let database: Database
    let path: String

    /// The record with this id, the record that one with this id became, or the record of the item with this id.
    func record(_ id: String) throws -> Int64 {
        let queries = [
            "SELECT number FROM canonical WHERE id = ?",
            """
            SELECT membership.canonical AS number FROM former_id JOIN membership ON membership.item = former_id.item
            WHERE former_id.id = ?
            """,
            """
            SELECT membership.canonical AS number FROM item JOIN membership ON membership.item = item.number
            WHERE item.id = ?
            """,
        ]
        for query in queries {
            if let row = try database.one(query, [id]) { return try row.value("number") }
        }
        throw LedgerError(.unknownId, path: path, detail: id)
    }

    /// The item with this id, or the first one of the record with this id.
    func item(_ id: String) throws -> Int64 {
        if let row = try database.one("SELECT number FROM item WHERE id = ?", [id]) { return try row.value("number") }
        guard let first = try MembershipStore(database: database).first(of: record(id)) else {
            throw LedgerError(.unknownId, path: path, detail: id)
        }
        return first
    }

    /// Whether both are parties, or both entries.
    func areOfOneClass(_ left: Int64, _ right: Int64) throws -> Bool {
        let rows = try database.all("SELECT DISTINCT kind FROM item WHERE number IN (?, ?)", [left, right])
        guard rows.count == 1, let kind = rows.first else { return false }
        return ["party", "entry"].contains(try kind.value("kind") as String)
    }
}
