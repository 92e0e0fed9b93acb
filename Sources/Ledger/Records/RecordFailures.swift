// SPDX-License-Identifier: Apache-2.0

import GRDB

extension Ledger {
    /// What contradicts itself among the records, one line each; an empty list says that they are whole.
    ///
    /// Reads the whole ledger.
    public func recordFailures() throws(LedgerError) -> [String] {
        let questions = [
            (
                "has no record",
                """
                SELECT item.id FROM item LEFT JOIN membership ON membership.item = item.number
                WHERE item.kind IN ('party', 'entry') AND NOT item.retired AND membership.item IS NULL
                """
            ),
            (
                "has no items",
                """
                SELECT id FROM canonical WHERE NOT EXISTS (
                    SELECT 1 FROM membership WHERE membership.canonical = canonical.number)
                """
            ),
            (
                "counts its sources or origins wrongly",
                """
                SELECT canonical.id FROM canonical LEFT JOIN (
                    SELECT membership.canonical, count(DISTINCT source.number) AS sources,
                        count(DISTINCT COALESCE(source.origin, source.number)) AS origins
                    FROM membership JOIN item ON item.number = membership.item
                        JOIN source ON source.number = item.source
                    WHERE NOT item.retired GROUP BY membership.canonical) AS counted
                    ON counted.canonical = canonical.number
                WHERE canonical.sources <> COALESCE(counted.sources, 0)
                    OR canonical.origins <> COALESCE(counted.origins, 0)
                """
            ),
            ("has no origin", "SELECT id FROM source WHERE origin IS NULL"),
        ]
        return try read { database in
            try questions.flatMap { words, sql in
                try String.fetchAll(database, sql: "\(sql) ORDER BY 1").map { "\($0) \(words)" }
            }
        }
    }
}
