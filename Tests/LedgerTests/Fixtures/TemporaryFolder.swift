// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Ledger

/// A folder that a test has to itself and that is gone after it.
final class TemporaryFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "entente-ledger-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// The usual place of a ledger in the folder.
    var ledger: URL { url.appending(path: "ledger.sqlite") }

    /// A new ledger that holds `pages`.
    func ledger(with pages: SamplePage...) throws -> Ledger {
        let ledger = try Ledger(at: ledger)
        for page in pages { _ = try ledger.add(page.snapshot, reading: page.reading) }
        return ledger
    }
}

extension Ledger {
    /// Everything that the tables hold, a line a row, so that two states can be compared.
    func dump() throws -> [String] {
        try pool.read { database in
            let tables = try String.fetchAll(
                database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
            return try tables.flatMap { table in
                try Row.fetchAll(database, sql: "SELECT * FROM \(table)").map { "\(table) \($0.debugDescription)" }
                    .sorted()
            }
        }
    }

    /// The number of rows of a table.
    func count(_ table: String) throws -> Int {
        try pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") ?? 0 }
    }

    /// What SQLite answers about itself.
    func pragma(_ name: String) throws -> String? {
        try pool.read { try String.fetchOne($0, sql: "PRAGMA \(name)") }
    }
}
