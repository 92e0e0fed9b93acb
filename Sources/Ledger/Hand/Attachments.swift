// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import GRDB
import Hashing

/// A file that a person hung on an entry or a party: a list of gifts, an order of protocol, the text of an agreement.
public struct AttachmentRow: LedgerRow {
    /// What an attachment is.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// What was given to whom.
        case gift
        /// Who goes, sits and speaks in what order.
        case protocolOrder = "protocol"
        /// The text of an agreement.
        case agreementText = "agreement-text"
        /// A picture.
        case photograph
        /// Anything else.
        case other
    }

    /// The id of the attachment.
    public let id: String
    /// The lasting id of what it hangs on.
    public let subject: String
    /// The heading or name of what it hangs on; empty where a new reading no longer has it.
    public let about: String
    /// What it is.
    public let kind: Kind
    /// What it says, in a few words.
    public let caption: String
    /// The name of the file that it came as.
    public let fileName: String?
    /// `sha256:` and the fingerprint of its bytes.
    public let digest: String
    /// How many bytes it has.
    public let byteCount: Int
    /// Who added it.
    public let author: String
    /// When, as ISO 8601 has it.
    public let madeAt: String

    /// See `cells`.
    public static let columns = [
        Column("kind", heading: "Kind"), Column("about", heading: "About"), Column("caption", heading: "Caption"),
        Column("fileName", heading: "File"), Column("byteCount", heading: "Bytes", alignment: .trailing),
        Column("author", heading: "By"), Column("madeAt", heading: "Added", isDetail: true),
        Column("subject", heading: "Subject", isDetail: true), Column("digest", heading: "Digest", isDetail: true),
        Column("id", heading: "Id"),
    ]

    /// What it is, then who added it.
    public var cells: [Cell] {
        [
            .text(kind.rawValue), .text(about), .text(caption), Cell(fileName), .count(byteCount), .text(author),
            .text(madeAt), .text(subject), .text(digest), .text(id),
        ]
    }
}

extension AttachmentRow {
    fileprivate init(_ row: Row) throws {
        id = try row.value("id")
        subject = try row.value("subject")
        about = try row.value("about")
        kind = try row.word("kind")
        caption = try row.value("caption")
        fileName = try row.value("file_name")
        digest = try row.value("digest")
        byteCount = try row.value("byte_count")
        author = try row.value("author")
        madeAt = try row.value("made_at")
    }
}

extension Ledger {
    /// Hangs a file on the entry, party or record with the id `subject`; gives the attachment's id.
    ///
    /// Throws `LEDGER-019` where nothing has this id. The same file on the same thing is kept once.
    @discardableResult
    public func attach(
        _ bytes: [UInt8], named fileName: String?, as kind: AttachmentRow.Kind, caption: String, to subject: String,
        by author: Author
    ) throws(LedgerError) -> String {
        try write { database in
            let subject = try knownItem(subject, in: database)
            guard let deflated = Deflated(bytes) else {
                throw LedgerError(.failed, path: path, detail: "there is not enough memory to pack the file")
            }
            let digest = "sha256:\(SHA256Digest(of: bytes))"
            let id = Self.handId(["attachment", subject, digest])
            try database.execute(
                sql: """
                    INSERT INTO attachment
                        (id, subject, kind, caption, file_name, digest, byte_count, deflated, author, made_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
                    """,
                arguments: [
                    id, subject, kind.rawValue, caption, fileName, digest, deflated.originalCount,
                    Data(deflated.bytes), author.name, author.time,
                ])
            return id
        }
    }

    /// What hangs on `subject` and everything that is one with it, or all attachments.
    public func attachments(to subject: String? = nil) throws(LedgerError) -> [AttachmentRow] {
        try read { database in
            let subjects = try subject.map { try database.itemIds(togetherWith: knownItem($0, in: database)) }
            let condition: SQL = subjects.map { "subject IN \($0)" } ?? "TRUE"
            let request: SQLRequest<Row> = """
                SELECT attachment.*, COALESCE(entry.heading, party_name.name, '') AS about
                FROM attachment LEFT JOIN item ON item.id = attachment.subject
                    LEFT JOIN entry ON entry.item = item.number
                    LEFT JOIN party_name ON party_name.party = item.number AND party_name.position = 0
                WHERE \(condition) ORDER BY attachment.made_at, attachment.number
                """
            return try request.fetchAll(database).map { try AttachmentRow($0) }
        }
    }

    /// The bytes of an attachment, checked against their fingerprint; `nil` where there is none with this id.
    public func attachmentBytes(_ id: String) throws(LedgerError) -> [UInt8]? {
        try read { database in
            let sql = "SELECT digest, byte_count, deflated FROM attachment WHERE id = ?"
            guard let row = try Row.fetchOne(database, sql: sql, arguments: [id]) else { return nil }
            let packed = Deflated(
                bytes: [UInt8](try row.value("deflated") as Data), originalCount: try row.value("byte_count"))
            let digest: String = try row.value("digest")
            guard let bytes = packed.original, digest == "sha256:\(SHA256Digest(of: bytes))" else {
                throw LedgerError(
                    .damaged, path: path, detail: "the bytes of the attachment \(id) do not have their fingerprint")
            }
            return bytes
        }
    }

    /// Takes an attachment away; `false` where there is none with this id.
    public func removeAttachment(_ id: String) throws(LedgerError) -> Bool {
        try write { database in
            try database.execute(sql: "DELETE FROM attachment WHERE id = ?", arguments: [id])
            return database.changesCount > 0
        }
    }
}
