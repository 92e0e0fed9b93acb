// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB

/// Pages that cannot all be right, and what a person made of it.
public struct Disagreement: Hashable, Sendable, Codable {
    /// A value and what gives it.
    public struct Side: Hashable, Sendable, Codable {
        /// The value as text.
        public let value: String
        /// The pages that give it; those whose words are kept come first.
        public let sources: [SourceReference]
        /// How many of them are not copies of another.
        public let origins: Int
        /// The words that give it, in the order of `sources`; a page that only names a person has none.
        public let evidence: [Evidence]
    }

    /// How a person has settled it.
    public struct Resolution: Hashable, Sendable, Codable {
        /// The number by which it is undone.
        public let number: Int64
        /// What came of it.
        public let outcome: Outcome
        /// The value that holds, where one does.
        public let holds: String?
        /// Why.
        public let note: String
        /// Who.
        public let author: Author
    }

    /// What can come of a disagreement.
    public enum Outcome: String, Hashable, Sendable, Codable, CaseIterable {
        /// One side is right.
        case settled
        /// It is none: both can be right.
        case noConflict = "no conflict"
    }

    /// The lasting id.
    public let id: String
    /// What is disagreed about.
    public let kind: DisagreementKind
    /// The record that the sides speak of.
    public let subject: NamedItem
    /// A second record, such as the other holder of an office.
    public let other: NamedItem?
    /// The field.
    public let field: String
    /// A sentence that explains it.
    public let reason: String
    /// Both sides.
    public let sides: [Side]
    /// How a person has settled it; `nil` while it is open.
    public let resolution: Resolution?
}

extension Ledger {
    /// Disagreements across pages in the order in which they came up; resolved ones only if asked for.
    public func disagreements(
        kind: DisagreementKind? = nil, of id: String? = nil, resolvedToo: Bool = false, limit: Int = 1000
    ) throws(LedgerError) -> [Disagreement] {
        try read { database in
            let record = try id.map { try IdLookup(database: database, path: path).record($0) }
            let sql = """
                SELECT disagreement.*, one.id AS one_id, one.heading AS one_name, two.id AS two_id,
                    two.heading AS two_name, resolution.number AS resolved, resolution.outcome, resolution.holds,
                    resolution.note, resolution.author, resolution.made_at
                FROM disagreement JOIN canonical AS one ON one.number = disagreement.subject
                    LEFT JOIN canonical AS two ON two.number = disagreement.other
                    LEFT JOIN resolution ON resolution.conflict = disagreement.id AND resolution.undone_by IS NULL
                WHERE (? IS NULL OR disagreement.kind = ?)
                    AND (? IS NULL OR disagreement.subject = ? OR disagreement.other = ?)
                    AND (? OR resolution.number IS NULL)
                ORDER BY disagreement.first_seen, disagreement.id LIMIT ?
                """
            let arguments: StatementArguments = [
                kind?.rawValue, kind?.rawValue, record, record, record, resolvedToo, limit,
            ]
            return try database.all(sql, arguments).map { try disagreement($0, database) }
        }
    }

    private func disagreement(_ row: Row, _ database: Database) throws -> Disagreement {
        let other: String? = try row.value("two_id")
        let resolved: Int64? = try row.value("resolved")
        return Disagreement(
            id: try row.value("id"), kind: try row.word("kind"),
            subject: NamedItem(id: try row.value("one_id"), name: try row.value("one_name")),
            other: try other.map { NamedItem(id: $0, name: try row.value("two_name")) },
            field: try row.value("field"), reason: try row.value("reason"),
            sides: try sides(of: row.value("number"), field: row.value("field"), database),
            resolution: try resolved.map { number in
                Disagreement.Resolution(
                    number: number, outcome: try row.word("outcome"), holds: try row.value("holds"),
                    note: try row.value("note"),
                    author: Author(name: try row.value("author"), time: try row.value("made_at")))
            })
    }

    private func sides(
        of disagreement: Int64, field: String, _ database: Database
    ) throws -> [Disagreement.Side] {
        let sql = """
            SELECT disagreement_side.position, disagreement_side.value, disagreement_side.item,
                COALESCE(source.origin, source.number) AS origin, \(SourceReference.columns)
            FROM disagreement_side JOIN item ON item.number = disagreement_side.item
                JOIN source ON source.number = item.source JOIN article ON article.source = source.number
            WHERE disagreement_side.disagreement = ? ORDER BY disagreement_side.position, source.seen, source.id
            """
        let rows = try database.all(sql, [disagreement])
        let positions = try Dictionary(grouping: rows) { try $0.value("position") as Int }
        return try positions.sorted { $0.key < $1.key }.map { _, rows in
            let value: String = try rows[0].value("value")
            let told = try rows.map { row in
                (
                    source: try SourceReference(row: row),
                    words: try words(of: row.value("item"), giving: value, field: field, database)
                )
            }
            return Disagreement.Side(
                value: value,
                sources: told.filter { $0.words != nil }.map(\.source) + told.filter { $0.words == nil }.map(\.source),
                origins: Set(try rows.map { try $0.value("origin") as Int64 }).count, evidence: told.compactMap(\.words)
            )
        }
    }

    /// The words of an entry, those that give the value before others, or of a person's first office.
    private func words(
        of item: Int64, giving value: String, field: String, _ database: Database
    ) throws -> Evidence? {
        let own = try database.evidence(of: item)
        guard let first = own.first else {
            let office = try database.one("SELECT item FROM office WHERE holder = ? ORDER BY item LIMIT 1", [item])
            return try office.flatMap { try database.evidence(of: $0.value("item")).first }
        }
        let premises = try database.evidence(of: item, field: field)
        return own.first { words in premises.contains { words.range.overlaps($0.range) } }
            ?? own.first { $0.quote.contains(value) } ?? first
    }

    /// Keeps a person's word on a conflict, across pages or inside one; it holds until it is undone.
    public func resolve(
        _ conflict: String, _ outcome: Disagreement.Outcome, holds value: String? = nil, note: String, by author: Author
    ) throws(LedgerError) -> Int64 {
        try write { database in
            let known =
                try database.one("SELECT 1 FROM disagreement WHERE id = ?", [conflict]) != nil
                || database.one("SELECT 1 FROM item WHERE id = ? AND kind = 'conflict'", [conflict]) != nil
            guard known else { throw LedgerError(.unknownId, path: path, detail: conflict) }
            try database.run(
                "UPDATE resolution SET undone_by = ?, undone_at = ? WHERE conflict = ? AND undone_by IS NULL",
                [author.name, author.time, conflict])
            try database.run(
                "INSERT INTO resolution (conflict, outcome, holds, note, author, made_at) VALUES (?, ?, ?, ?, ?, ?)",
                [conflict, outcome.rawValue, value, note, author.name, author.time])
            return database.lastInsertedRowID
        }
    }

    /// Takes a resolution back; the conflict is open again.
    public func reopen(resolution number: Int64, by author: Author) throws(LedgerError) {
        try write { database in
            try database.run(
                "UPDATE resolution SET undone_by = ?, undone_at = ? WHERE number = ? AND undone_by IS NULL",
                [author.name, author.time, number])
            guard database.changesCount > 0 else {
                throw LedgerError(.unknownId, path: path, detail: "resolution \(number)")
            }
        }
    }
}
