// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB

/// The rows of retrievals.
struct RetrievalStore {
    let database: Database

    /// Keeps how a page was got, or that its URL gave the same bytes again.
    func note(_ retrieval: Retrieval?, of source: Int64) throws {
        guard let retrieval else { return }
        try database.execute(
            sql: """
                INSERT INTO retrieval (source, requested, location, instant, confirmed, headers, via)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (source, requested) DO UPDATE
                SET location = excluded.location, confirmed = excluded.confirmed, headers = excluded.headers
                """,
            arguments: [
                source, retrieval.requested, retrieval.location, retrieval.instant, retrieval.instant,
                try CompactJSON.text(of: retrieval.headers), retrieval.via,
            ])
    }

    /// How a page was got at first.
    func first(of source: Int64) throws -> Retrieval? {
        try Row.fetchOne(
            database, sql: "SELECT * FROM retrieval WHERE source = ? ORDER BY number LIMIT 1", arguments: [source]
        ).map(retrieval)
    }

    /// How a URL last gave a page.
    func latest(at requested: String) throws -> Retrieval? {
        let sql = "SELECT * FROM retrieval WHERE requested = ? ORDER BY confirmed DESC, number DESC LIMIT 1"
        return try Row.fetchOne(database, sql: sql, arguments: [requested]).map(retrieval)
    }

    /// Keeps that the page which a URL last gave was still the same at `instant`.
    func confirm(_ requested: String, at instant: String) throws {
        try database.execute(
            sql: """
                UPDATE retrieval SET confirmed = ? WHERE number =
                    (SELECT number FROM retrieval WHERE requested = ? ORDER BY confirmed DESC, number DESC LIMIT 1)
                """,
            arguments: [instant, requested])
    }

    private func retrieval(_ row: Row) throws -> Retrieval {
        Retrieval(
            requested: try row.value("requested"), location: try row.value("location"),
            instant: try row.value("instant"),
            headers: try CompactJSON.value([String: String].self, from: try row.value("headers")),
            via: try row.value("via"))
    }
}
