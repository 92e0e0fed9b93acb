// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB

extension Ledger {
    /// Copies the ledger into the file `url` while others may go on using it (SQLite's online backup).
    ///
    /// The copy is checked and takes its name only when it is whole. `sharing` leaves the private notes out. Throws
    /// `LEDGER-031` where there is a file already and it is not to be replaced.
    public func backUp(to url: URL, replacing: Bool = false, sharing: Bool = false) throws(LedgerError) {
        let target = url.path
        try Self.reporting(target) {
            if !replacing, FileManager.default.fileExists(atPath: target) {
                throw LedgerError(.copyExists, path: target)
            }
            let part = target + ".part"
            try? FileManager.default.removeItem(atPath: part)
            defer { try? FileManager.default.removeItem(atPath: part) }
            let copy = try DatabaseQueue(path: part)
            try pool.backup(to: copy)
            try copy.writeWithoutTransaction { database in
                if sharing {
                    try database.execute(sql: "DELETE FROM private_note")
                    // What was deleted would otherwise stay readable in free pages.
                    try database.execute(sql: "VACUUM")
                }
                // One file, without a log beside it, can be carried about.
                try database.execute(sql: "PRAGMA journal_mode = DELETE")
            }
            try copy.read { try Self.refuseDamaged($0, path: target) }
            try copy.close()
            // rename(2) puts the new file in the place of an old one in one step.
            guard rename(part, target) == 0 else {
                throw LedgerError(.cannotOpen, path: target, detail: String(cString: strerror(errno)))
            }
        }
    }

    /// Puts the backup in the file `backup` in the place of the ledger in the file `url`.
    ///
    /// The backup is checked first. The ledger may be open elsewhere: its users see the restored state from then on.
    /// Throws `LEDGER-031` where there is a ledger already and it is not to be replaced.
    public static func restore(_ backup: URL, to url: URL, replacing: Bool = false) throws(LedgerError) {
        try reporting(backup.path) {
            // Brings an older backup up to date in a copy, and refuses what is no ledger.
            let checked = try Ledger(at: backup, ifAbsent: .refuse, access: .readOnly)
            defer { try? checked.close() }
            try checked.pool.read { try refuseDamaged($0, path: backup.path) }
            if !replacing, FileManager.default.fileExists(atPath: url.path) {
                throw LedgerError(.copyExists, path: url.path)
            }
            let target = try DatabaseQueue(path: url.path)
            try checked.pool.backup(to: target)
            try target.close()
        }
    }

    private static func refuseDamaged(_ database: Database, path: String) throws {
        let faults = try String.fetchAll(database, sql: "PRAGMA quick_check")
        guard faults == ["ok"] else { throw LedgerError(.damaged, path: path, detail: faults.first ?? "") }
    }
}
