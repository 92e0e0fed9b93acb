// SPDX-License-Identifier: Apache-2.0

import GRDB

/// What was known on a day: views of one connection that stand in the place of the tables.
///
/// SQLite looks a name up among temporary views before it looks among the tables, so every question asked on the
/// connection sees the pages of that day and earlier and what persons had said by then, and no question has to know.
/// Which pages the program took for one thing is not taken back; see Documentation/ledger.md.
struct AsOf {
    /// The day, as `YYYY-MM-DD`.
    let day: String

    /// Hides what became known later from everything that is asked on this connection.
    func hideLater(in database: Database) throws {
        for (name, rows) in views {
            try database.execute(literal: "CREATE TEMP VIEW \(sql: name) AS \(rows)")
        }
    }

    private var views: [(name: String, rows: SQL)] {
        // A view takes no arguments; the day is digits and hyphens alone.
        let day = SQL(sql: "'\(day.filter { $0.isNumber || $0 == "-" })'")
        return [
            ("source", "SELECT * FROM main.source WHERE seen IS NULL OR seen <= \(day)"),
            (
                "item",
                """
                SELECT * FROM main.item AS item WHERE (
                    SELECT seen IS NULL OR seen <= \(day) FROM main.source WHERE number = item.source)
                """
            ),
            ("claim", said(in: "claim", at: "first_seen", before: day, columns: Self.claimColumns)),
            ("resolution", said(in: "resolution", at: "made_at", before: day, columns: Self.resolutionColumns)),
            ("note", written(in: "note", before: day)), ("private_note", written(in: "private_note", before: day)),
            ("attachment", written(in: "attachment", before: day)),
            (
                "follow_up",
                """
                SELECT number, commitment, evidence, status, score, reasons, day,
                    \(decided("verdict", day)), \(decided("author", day)), \(decided("made_at", day)),
                    \(decided("note", day)), sentence
                FROM main.follow_up WHERE day IS NULL OR day <= \(day)
                """
            ),
            (
                "disagreement",
                """
                SELECT * FROM main.disagreement AS disagreement WHERE 2 = (
                    SELECT count(DISTINCT side.position) FROM main.disagreement_side AS side
                        JOIN item ON item.number = side.item WHERE side.disagreement = disagreement.number)
                """
            ),
            (
                "tenure",
                """
                SELECT holder, title, standing, body, first_day, min(last_day, \(day)) AS last_day, uses
                FROM main.tenure WHERE first_day IS NULL OR first_day <= \(day)
                """
            ),
            ("canonical", records(before: day)),
            (
                "pair_entry",
                """
                SELECT * FROM main.pair_entry AS pair WHERE (
                    SELECT first_seen IS NULL OR first_seen <= \(day) FROM main.canonical WHERE number = pair.entry)
                """
            ),
            (
                "pair_contact",
                """
                SELECT low, high, max(day) AS day, entry, count(*) AS entries FROM pair_entry GROUP BY low, high
                """
            ),
        ]
    }

    private static let claimColumns =
        "number, item, field, value, party, source, author, note, evidence, first_seen, last_seen"
    private static let resolutionColumns = "number, conflict, outcome, holds, note, author, made_at"

    /// What a person had said by the day and not taken back by then.
    private func said(in table: String, at column: String, before day: SQL, columns: String) -> SQL {
        """
        SELECT \(sql: columns), undone_at, CASE WHEN substr(undone_at, 1, 10) > \(day) THEN NULL ELSE undone_by END
            AS undone_by
        FROM main.\(sql: table) WHERE \(sql: column) IS NULL OR substr(\(sql: column), 1, 10) <= \(day)
        """
    }

    private func written(in table: String, before day: SQL) -> SQL {
        "SELECT * FROM main.\(sql: table) WHERE substr(made_at, 1, 10) <= \(day)"
    }

    private func decided(_ column: String, _ day: SQL) -> SQL {
        "CASE WHEN substr(made_at, 1, 10) <= \(day) THEN \(sql: column) END AS \(sql: column)"
    }

    /// Records with what their pages of the day and earlier come to.
    private func records(before day: SQL) -> SQL {
        let told: SQL = "FROM main.canonical_source AS told JOIN source ON source.number = told.source"
        return """
            SELECT number, id, class, kind, sort, heading, folded, first_day, last_day, first_seen,
                (SELECT max(source.seen) \(told) WHERE told.canonical = record.number) AS last_seen,
                CASE WHEN class = 'entry' AND kind = 'commitment' THEN COALESCE((
                    SELECT claim.value FROM main.membership JOIN claim ON claim.item = membership.item
                    WHERE membership.canonical = record.number AND claim.field = 'status'
                        AND claim.author IS NOT NULL AND claim.undone_by IS NULL
                    ORDER BY claim.number DESC LIMIT 1), 'open') ELSE status END AS status,
                (SELECT count(DISTINCT told.source) \(told) WHERE told.canonical = record.number) AS sources,
                (SELECT count(DISTINCT told.origin) \(told) WHERE told.canonical = record.number) AS origins
            FROM main.canonical AS record
            WHERE EXISTS (SELECT 1 \(told) WHERE told.canonical = record.number)
            """
    }
}
