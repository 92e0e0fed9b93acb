// SPDX-License-Identifier: Apache-2.0

import GRDB
import Hashing

/// Whether the folded texts of a ledger were folded as this program folds a question.
///
/// A program that learns to fold a letter finds it in an older ledger only after its texts were folded anew.
struct SearchFolding {
    let database: Database

    private static let setting = "search-folding"

    /// What the folding makes of every Latin letter and of a few of other scripts: another result, another version.
    static let version: String = {
        let blocks: [ClosedRange<UInt32>] = [0xA0...0x24F, 0x1E00...0x1EFF, 0x370...0x4FF, 0xFF00...0xFF5E]
        let letters = blocks.joined().compactMap(Unicode.Scalar.init).map { FoldedText(String($0)).value }
        return String(SHA256Digest(of: Array(letters.joined(separator: " ").utf8)).description.prefix(16))
    }()

    /// Whether nothing has to be folded anew.
    func isCurrent() throws -> Bool {
        try database.one("SELECT 1 FROM setting WHERE name = ? AND value = ?", [Self.setting, Self.version]) != nil
    }

    /// Says that all texts are folded as this program folds them.
    func keep() throws {
        guard try database.tableExists("setting") else { return }
        try database.run("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", [Self.setting, Self.version])
    }

    /// Folds names, headings and the index anew where an earlier program folded otherwise.
    static func bringUpToDate(_ pool: some DatabaseWriter) throws {
        if try pool.read({ try SearchFolding(database: $0).isCurrent() }) { return }
        try pool.write { database in
            let folding = SearchFolding(database: database)
            if try folding.isCurrent() { return }
            try folding.foldAgain("party_name", key: "party, position", text: "name")
            try folding.foldAgain("canonical_name", key: "canonical, name", text: "name")
            try folding.foldAgain("canonical", key: "number", text: "heading")
            try SearchIndex(database: database).indexAll()
        }
    }

    private func foldAgain(_ table: String, key: String, text: String) throws {
        let columns = key.split(separator: ", ").map(String.init)
        let condition = columns.map { "\($0) = ?" }.joined(separator: " AND ")
        var changed: [(folded: String, key: [DatabaseValue])] = []
        let rows = try Row.fetchCursor(database, sql: "SELECT \(key), \(text) AS text, folded FROM \(table)")
        while let row = try rows.next() {
            let folded = FoldedText(try row.value("text")).value
            if try row.value("folded") as String != folded { changed.append((folded, columns.map { row[$0] })) }
        }
        for row in changed {
            try database.execute(
                sql: "UPDATE \(table) SET folded = ? WHERE \(condition)",
                arguments: StatementArguments([row.folded.databaseValue] + row.key))
        }
    }
}
