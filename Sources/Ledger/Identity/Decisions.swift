// SPDX-License-Identifier: Apache-2.0

import GRDB

/// Something that a person decided, corrected or settled.
package struct Decision: Hashable, Sendable, Codable {
    /// What was done.
    package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// A word on whether two things are one.
        case judgement
        /// A conflict that was settled.
        case resolution
        /// A value that was corrected.
        case correction
        /// A word on a suggested status of a commitment.
        case followUp = "follow-up"
    }

    /// What was done.
    package let kind: Kind
    /// The number by which it is undone.
    package let number: Int64
    /// What it is about.
    package let subject: NamedItem
    /// What was said, such as `positive` or the value.
    package let value: String
    /// Who said so and when.
    package let author: Author
    /// What the person added.
    package let note: String?
    /// Who undid it; `nil` while it holds.
    package let undoneBy: String?
}

extension Ledger {
    /// What persons decided, the latest first.
    package func decisions(limit: Int = 50) throws(LedgerError) -> [Decision] {
        let request: SQLRequest<Row> = """
            SELECT * FROM (
                SELECT 'judgement' AS kind, judgement.number, canonical.id, canonical.heading,
                    judgement.verdict AS value, judgement.author, judgement.made_at, judgement.note, judgement.undone_by
                FROM judgement JOIN membership ON membership.item = judgement.left_item
                    JOIN canonical ON canonical.number = membership.canonical WHERE judgement.author IS NOT NULL
                UNION ALL
                SELECT 'resolution', resolution.number, canonical.id, canonical.heading,
                    COALESCE(resolution.holds, resolution.outcome), resolution.author, resolution.made_at,
                    resolution.note, resolution.undone_by
                FROM resolution JOIN disagreement ON disagreement.id = resolution.conflict
                    JOIN canonical ON canonical.number = disagreement.subject
                UNION ALL
                SELECT 'correction', claim.number, canonical.id, canonical.heading, claim.field || ' = ' || claim.value,
                    claim.author, claim.first_seen, claim.note, claim.undone_by
                FROM claim JOIN membership ON membership.item = claim.item
                    JOIN canonical ON canonical.number = membership.canonical WHERE claim.author IS NOT NULL
                UNION ALL
                SELECT 'follow-up', follow_up.number, canonical.id, canonical.heading,
                    follow_up.verdict || ' ' || follow_up.status, follow_up.author, follow_up.made_at, follow_up.note, NULL
                FROM follow_up JOIN membership ON membership.item = follow_up.commitment
                    JOIN canonical ON canonical.number = membership.canonical WHERE follow_up.author IS NOT NULL)
            ORDER BY made_at DESC, kind, number DESC LIMIT \(max(0, limit))
            """
        return try read { database in
            try request.fetchAll(database).map { row in
                Decision(
                    kind: try row.word("kind"), number: try row.value("number"),
                    subject: NamedItem(id: try row.value("id"), name: try row.value("heading")),
                    value: try row.value("value"),
                    author: Author(name: try row.value("author"), time: try row.value("made_at") as String? ?? ""),
                    note: try row.value("note"), undoneBy: try row.value("undone_by"))
            }
        }
    }

    /// Pages that came in after the one with the number `position`, the latest first, and the number of the latest.
    package func newest(after position: Int64, limit: Int) throws(LedgerError) -> (ids: [String], latest: Int64) {
        try read { database in
            let rows = try database.all(
                "SELECT number, id FROM source WHERE number > ? ORDER BY number DESC LIMIT ?", [position, limit])
            let latest = try Int64.fetchOne(database, sql: "SELECT max(number) FROM source") ?? 0
            return (try rows.map { try $0.value("id") }, latest)
        }
    }
}
