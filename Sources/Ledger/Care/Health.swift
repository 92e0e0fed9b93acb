// SPDX-License-Identifier: Apache-2.0

import GRDB

/// One thing that was looked at to see whether a ledger or the program is sound.
public struct HealthRow: LedgerRow {
    /// What was looked at.
    public let subject: String
    /// Whether it is sound.
    public let isSound: Bool
    /// What was found.
    public let finding: String
    /// What to do; empty where it is sound.
    public let remedy: String

    /// Describes a finding.
    public init(_ subject: String, isSound: Bool, finding: String, remedy: String = "") {
        self.subject = subject
        self.isSound = isSound
        self.finding = finding
        self.remedy = remedy
    }

    /// See `cells`.
    public static let columns = [
        Column("state", heading: "State"), Column("subject", heading: "Subject"),
        Column("finding", heading: "Finding"), Column("remedy", heading: "What to do"),
    ]

    /// The state in one word, then what it is about.
    public var cells: [Cell] { [.text(isSound ? "ok" : "bad"), .text(subject), .text(finding), .text(remedy)] }
}

extension Ledger {
    /// Looks whether the file is whole and its tables agree with each other.
    public func health() throws(LedgerError) -> [HealthRow] {
        try read { database in
            let faults = try String.fetchAll(database, sql: "PRAGMA integrity_check(10)").filter { $0 != "ok" }
            let dangling = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").count
            let unindexed = try SearchIndex(database: database).missing()
            let pages = try Int.fetchOne(database, sql: "SELECT count(*) FROM source") ?? 0
            let unread = try count(
                "source WHERE NOT EXISTS (SELECT 1 FROM article WHERE article.source = source.number)", database)
            let unkept = try count(
                "source WHERE NOT EXISTS (SELECT 1 FROM snapshot WHERE snapshot.source = source.number)", database)
            let loose = try ["note", "private_note", "attachment"].reduce(0) { sum, table in
                try sum
                    + count(
                        "\(table) WHERE NOT EXISTS (SELECT 1 FROM item WHERE item.id = \(table).subject)", database)
            }
            return [
                HealthRow("pages", isSound: true, finding: "\(pages) pages, tables of version \(Schema.version)"),
                HealthRow(
                    "file", isSound: faults.isEmpty, finding: faults.first ?? "whole",
                    remedy: faults.isEmpty ? "" : "Restore it from a backup"),
                HealthRow(
                    "references", isSound: dangling == 0, finding: "\(dangling) rows refer to what is not there",
                    remedy: dangling == 0 ? "" : "Restore it from a backup"),
                HealthRow(
                    "texts", isSound: unread == 0, finding: "\(unread) pages without a text",
                    remedy: unread == 0 ? "" : "Read them again with entente reread"),
                HealthRow(
                    "bytes", isSound: unkept == 0, finding: "\(unkept) pages without their bytes",
                    remedy: unkept == 0 ? "" : "Restore it from a backup"),
                HealthRow(
                    "search", isSound: unindexed == 0, finding: "\(unindexed) entries and parties not indexed",
                    remedy: unindexed == 0 ? "" : "Run entente doctor --repair"),
                HealthRow(
                    "notes", isSound: loose == 0,
                    finding: "\(loose) notes and attachments about what is no longer read",
                    remedy: loose == 0 ? "" : "List them with entente note list; they are kept"),
            ]
        }
    }

    /// Makes the index for search anew.
    public func rebuildSearch() throws(LedgerError) {
        try write { try SearchIndex(database: $0).indexAll() }
    }

    private func count(_ rows: String, _ database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "SELECT count(*) FROM \(rows)") ?? 0
    }
}
