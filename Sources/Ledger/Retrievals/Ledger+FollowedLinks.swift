// SPDX-License-Identifier: Apache-2.0

import GRDB

extension Ledger {
    /// Keeps links that a feed named, in its order.
    ///
    /// One that is known already waits again only where the feed says that it changed since.
    public func follow(_ links: [FollowedLink]) throws(LedgerError) {
        try write { database in
            let statement = try database.cachedStatement(
                sql: """
                    INSERT INTO followed_link (location, via, dated, state) VALUES (?, ?, ?, ?)
                    ON CONFLICT (location) DO UPDATE SET dated = excluded.dated, state = excluded.state, attempts = 0
                    WHERE excluded.dated > followed_link.dated
                    """)
            for link in links {
                try statement.execute(arguments: [link.location, link.via, link.dated, link.state.rawValue])
            }
        }
    }

    /// The links that are still to be fetched, for each feed at most `limit`, the newest first.
    public func waitingLinks(limit: Int) throws(LedgerError) -> [FollowedLink] {
        let sql = """
            SELECT * FROM (
                SELECT *, row_number() OVER (PARTITION BY via ORDER BY dated DESC NULLS LAST, number) AS place
                FROM followed_link WHERE state = 'waiting'
            ) WHERE place <= ? ORDER BY place, number
            """
        return try read { try Row.fetchAll($0, sql: sql, arguments: [limit]).map(FollowedLink.init) }
    }

    /// What became of a link that a feed named; `nil` where none did.
    public func followedLink(_ location: String) throws(LedgerError) -> FollowedLink? {
        let sql = "SELECT * FROM followed_link WHERE location = ?"
        return try read { try Row.fetchOne($0, sql: sql, arguments: [location]).map(FollowedLink.init) }
    }

    /// Keeps what became of a link that a feed named.
    public func note(_ link: FollowedLink) throws(LedgerError) {
        try write { database in
            try database.execute(
                sql: """
                    INSERT INTO followed_link (location, via, dated, state, attempts) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (location) DO UPDATE
                    SET dated = excluded.dated, state = excluded.state, attempts = excluded.attempts
                    """,
                arguments: [link.location, link.via, link.dated, link.state.rawValue, link.attempts])
        }
    }
}

extension FollowedLink {
    fileprivate init(_ row: Row) throws {
        self.init(
            location: try row.value("location"), via: try row.value("via"), dated: try row.value("dated"),
            state: try row.word("state"), attempts: try row.value("attempts"))
    }
}
