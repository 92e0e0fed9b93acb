// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Hashing

/// The accounts of a desk, their sessions and tokens, and the log of what was done, in one SQLite file beside the ledger.
///
/// They are not in the ledger, so that a ledger can be handed on without anybody's password going along. What is kept
/// of passwords and tokens are hashes.
package final class Accounts: Sendable {
    /// Where the file is.
    package let path: String
    let pool: DatabasePool
    /// The time; tests replace it.
    let now: @Sendable () -> Date
    let cost: PasswordHash.Cost
    /// Hashing takes 64 MB; one at a time keeps a crowd at the door from taking all memory.
    let hashing = DispatchQueue(label: "entente.password")

    /// The file of accounts that belongs to the ledger in the file `ledger`.
    package static func location(beside ledger: URL) -> URL {
        ledger.deletingLastPathComponent().appending(path: ledger.lastPathComponent + ".accounts")
    }

    /// Opens the file, made if need be, which only its owner can read.
    package init(
        at url: URL, cost: PasswordHash.Cost = .interactive, now: @escaping @Sendable () -> Date = { Date.now }
    ) throws(AccessError) {
        let path = url.path
        self.path = path
        self.now = now
        self.cost = cost
        pool = try Self.reporting(path) { try Self.open(path) }
    }

    /// Opens the file where there is one; `nil` where there is none.
    package static func existing(at url: URL) throws(AccessError) -> Accounts? {
        FileManager.default.fileExists(atPath: url.path) ? try Accounts(at: url) : nil
    }

    private static func open(_ path: String) throws -> DatabasePool {
        // Made first, so that there is no moment at which others could read it; SQLite gives its log the same rights.
        let file = Foundation.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw AccessError(.cannotOpen, path, detail: String(cString: strerror(errno))) }
        Foundation.close(file)
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(10)
        configuration.label = "accounts"
        // Looked at before a pool is made, which would already change the file.
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        let (application, version, tables) = try queue.read { database in
            (
                try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0,
                try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0,
                try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema WHERE name NOT LIKE '%grdb%'") ?? 0
            )
        }
        try queue.close()
        guard application == AccountsSchema.applicationId || (application == 0 && tables == 0) else {
            throw AccessError(.otherFile, path)
        }
        guard version <= AccountsSchema.version else { throw AccessError(.newerVersion, path) }
        let pool = try DatabasePool(path: path, configuration: configuration)
        try AccountsSchema.migrator.migrate(pool)
        return pool
    }

    /// Copies the file to `url` while the desk may go on; sessions stay behind.
    package func backUp(to url: URL) throws(AccessError) {
        try Self.reporting(url.path) {
            let part = url.path + ".part"
            try? FileManager.default.removeItem(atPath: part)
            defer { try? FileManager.default.removeItem(atPath: part) }
            let file = Foundation.open(part, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
            guard file >= 0 else { throw AccessError(.cannotOpen, part, detail: String(cString: strerror(errno))) }
            Foundation.close(file)
            let copy = try DatabaseQueue(path: part)
            try pool.backup(to: copy)
            try copy.writeWithoutTransaction { database in
                try database.execute(sql: "DELETE FROM session")
                try database.execute(sql: "VACUUM")
                try database.execute(sql: "PRAGMA journal_mode = DELETE")
            }
            try copy.close()
            guard rename(part, url.path) == 0 else {
                throw AccessError(.cannotOpen, url.path, detail: String(cString: strerror(errno)))
            }
        }
    }

    /// Puts the accounts of the file `backup` in the place of these.
    package func restore(_ backup: URL) throws(AccessError) {
        let source = try Accounts(at: backup, cost: .least)
        try Self.reporting(path) {
            try source.pool.backup(to: pool)
            try source.close()
        }
    }

    /// Finishes all work and closes the file.
    package func close() throws(AccessError) {
        try Self.reporting(path) {
            pool.invalidateReadOnlyConnections()
            try pool.close()
        }
    }

    func read<Answer>(_ question: (Database) throws -> Answer) throws(AccessError) -> Answer {
        try Self.reporting(path) { try pool.read(question) }
    }

    func write<Answer>(_ change: (Database) throws -> Answer) throws(AccessError) -> Answer {
        try Self.reporting(path) { try pool.write(change) }
    }

    /// The time as the log has it.
    var timestamp: String { now().formatted(.iso8601) }

    private static func reporting<Answer>(
        _ path: String, _ work: () throws -> Answer
    ) throws(AccessError) -> Answer {
        do { return try work() } catch let error as AccessError { throw error } catch {
            let code: AccessError.Code =
                (error as? DatabaseError)?.resultCode == .SQLITE_NOTADB ? .otherFile : .cannotOpen
            throw AccessError(code, path, detail: (error as? DatabaseError)?.message ?? "\(error)")
        }
    }
}
