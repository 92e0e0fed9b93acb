// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB
import Hashing

/// What a person wrote about an entry or a party.
public struct NoteRow: LedgerRow {
    /// The id of the note.
    public let id: String
    /// The lasting id of what it is about.
    public let subject: String
    /// The heading or name of what it is about; empty where a new reading no longer has it.
    public let about: String
    /// The note.
    public let text: String
    /// Who wrote it.
    public let author: String
    /// When, as ISO 8601 has it.
    public let madeAt: String
    /// Whether it stays out of every export.
    public let isPrivate: Bool

    /// See `cells`.
    public static let columns = [
        Column("madeAt", heading: "Written"), Column("author", heading: "By"), Column("about", heading: "About"),
        Column("text", heading: "Note"), Column("private", heading: "Private"),
        Column("subject", heading: "Subject", isDetail: true), Column("id", heading: "Id"),
    ]

    /// When, who, about what, and the words.
    public var cells: [Cell] {
        [
            .text(madeAt), .text(author), .text(about), .text(text), isPrivate ? .text("private") : .empty,
            .text(subject), .text(id),
        ]
    }
}

extension Ledger {
    /// Keeps a note about the entry, party or record with the id `subject`; gives the note's id.
    ///
    /// A private note is kept apart: only `notes(about:private:)` gives it back. Throws `LEDGER-019` where nothing has
    /// this id.
    @discardableResult
    public func addNote(
        _ text: String, about subject: String, by author: Author, isPrivate: Bool = false
    ) throws(LedgerError) -> String {
        try write { database in
            let subject = try knownItem(subject, in: database)
            let id = Self.handId(["note", subject, text, author.name, author.time])
            let table = isPrivate ? "private_note" : "note"
            try database.execute(
                sql: """
                    INSERT INTO \(table) (id, subject, text, author, made_at) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (id) DO NOTHING
                    """,
                arguments: [id, subject, text, author.name, author.time])
            return id
        }
    }

    /// Takes a note away; `false` where there is none with this id.
    public func removeNote(_ id: String) throws(LedgerError) -> Bool {
        try write { database in
            for table in ["note", "private_note"] {
                try database.execute(sql: "DELETE FROM \(table) WHERE id = ?", arguments: [id])
                if database.changesCount > 0 { return true }
            }
            return false
        }
    }

    /// The notes about `subject` and everything that is one with it, or all; private ones only where asked for.
    public func notes(about subject: String? = nil, private isPrivate: Bool = false) throws(LedgerError) -> [NoteRow] {
        try read { database in
            let subjects = try subject.map { try database.itemIds(togetherWith: knownItem($0, in: database)) }
            let table: SQL = isPrivate ? "private_note" : "note"
            let condition: SQL = subjects.map { "subject IN \($0)" } ?? "TRUE"
            let request: SQLRequest<Row> = """
                SELECT written.*, COALESCE(entry.heading, party_name.name, '') AS about
                FROM \(table) AS written LEFT JOIN item ON item.id = written.subject
                    LEFT JOIN entry ON entry.item = item.number
                    LEFT JOIN party_name ON party_name.party = item.number AND party_name.position = 0
                WHERE \(condition) ORDER BY written.made_at, written.number
                """
            return try request.fetchAll(database).map { row in
                NoteRow(
                    id: try row.value("id"), subject: try row.value("subject"), about: try row.value("about"),
                    text: try row.value("text"), author: try row.value("author"), madeAt: try row.value("made_at"),
                    isPrivate: isPrivate)
            }
        }
    }

    /// The item that `id` names; throws `LEDGER-019` where there is none.
    func knownItem(_ id: String, in database: Database) throws -> String {
        let number = try IdLookup(database: database, path: path).item(id)
        return try String.fetchOne(database, sql: "SELECT id FROM item WHERE number = ?", arguments: [number]) ?? id
    }

    /// An id for what a person made: the first 16 hexadecimal digits of the SHA-256 of what it is made of.
    static func handId(_ parts: [String]) -> String {
        String(SHA256Digest(of: Array(parts.joined(separator: "\n").utf8)).description.prefix(16))
    }
}
