// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB

/// The steps from a path to a ledger that is ready: look without touching, open, bring the tables up to date.
struct Opening {
    let path: String
    let mayCreate: Bool
    let access: Ledger.Access
    let wait: Duration
    let asOf: AsOf?

    private static let cacheKilobytes = 65_536

    /// Opens the database.
    ///
    /// Another process that makes or updates the same ledger at this moment is waited for.
    func run() throws -> any DatabaseWriter {
        let clock = ContinuousClock()
        let deadline = clock.now + wait
        while true {
            do {
                if access == .readOnly, !isWritable { return try openUntouchable() }
                try inspect()
                if access == .readOnly, let queue = try openToAsk() { return queue }
                let pool = try DatabasePool(path: path, configuration: configuration)
                try bringUpToDate(pool)
                guard asOf != nil else { return pool }
                // What hides the later pages holds for one connection, and a pool has many.
                try pool.close()
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && clock.now < deadline {
                // SQLite answers at once, without waiting, where two processes switch a new file to WAL.
                Thread.sleep(forTimeInterval: 0.02)
            }
        }
    }

    /// Whether SQLite may write beside the ledger, as it must to share the file with others.
    private var isWritable: Bool {
        let files = FileManager.default
        guard files.fileExists(atPath: path) else { return true }
        let folder = (path as NSString).deletingLastPathComponent
        return files.isWritableFile(atPath: path) && files.isWritableFile(atPath: folder.isEmpty ? "." : folder)
            && !isOnReadOnlyDisk
    }

    /// Root may write anywhere as far as permissions go, but not on a disk that is read-only.
    private var isOnReadOnlyDisk: Bool {
        var state = statvfs()
        return statvfs(path, &state) == 0 && state.f_flag & UInt(ST_RDONLY) != 0
    }

    /// Opens a ledger that nobody can change, without a lock and without files beside it.
    private func openUntouchable() throws -> DatabaseQueue {
        var configuration = questions
        configuration.readonly = true
        var address = URLComponents()
        address.scheme = "file"
        address.path = URL(filePath: path).path
        address.queryItems = [URLQueryItem(name: "immutable", value: "1")]
        let queue = try DatabaseQueue(path: address.string ?? path, configuration: configuration)
        try queue.read(inspect)
        let version = try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
        if version < Schema.version {
            throw LedgerError(.readOnly, path: path, detail: "it must be brought up to date first")
        }
        return queue
    }

    /// Opens a ledger of this version for questions; `nil` for an older one.
    ///
    /// A pool would write to the file even to ask: it makes sure that there is a log.
    private func openToAsk() throws -> DatabaseQueue? {
        let queue = try DatabaseQueue(path: path, configuration: questions)
        let isCurrent = try queue.read { database in
            try Int.fetchOne(database, sql: "PRAGMA user_version") == Schema.version
                && SearchFolding(database: database).isCurrent()
        }
        guard isCurrent else {
            try queue.close()
            return nil
        }
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA query_only = TRUE") }
        return queue
    }

    /// The configuration of a connection that only asks.
    private var questions: Configuration {
        var configuration = configuration
        guard let asOf else { return configuration }
        configuration.prepareDatabase { try asOf.hideLater(in: $0) }
        return configuration
    }

    private var configuration: Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(wait / .seconds(1))
        configuration.label = "ledger"
        // SQLite's own 2 MB hold less than the pages that one addition to a large ledger touches.
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA cache_size = -\(Self.cacheKilobytes)") }
        return configuration
    }

    /// Refuses what is not ours before anything is written: to open a pool would already change the file.
    private func inspect() throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            if mayCreate { return }
            throw LedgerError(.missing, path: path)
        }
        if isFolder.boolValue { throw LedgerError(.cannotOpen, path: path, detail: "this is a folder") }
        // The connection only reads, but it may write: SQLite cannot look into a file whose last writer was killed
        // before it has taken the unfinished transaction back, as any other program would.
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        defer { try? queue.close() }
        try queue.read(inspect)
    }

    private func inspect(_ database: Database) throws {
        let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        if application != Schema.applicationId {
            // GRDB's own tables stand alone in a file that another process is just making into a ledger.
            let tables = "SELECT count(*) FROM sqlite_schema WHERE name NOT LIKE '%grdb%'"
            let isEmpty = try Int.fetchOne(database, sql: tables) == 0
            guard application == 0, isEmpty else { throw LedgerError(.otherApplication, path: path) }
            if !mayCreate { throw LedgerError(.missing, path: path, detail: "the file is empty") }
        }
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        if version > Schema.version {
            throw LedgerError(
                .newerVersion, path: path,
                detail: "its tables have version \(version), this program knows \(Schema.version)")
        }
    }

    private func bringUpToDate(_ pool: DatabasePool) throws {
        let migrator = Schema.migrator
        var steps = try pool.read(migrator.appliedMigrations).count
        while steps < Schema.version {
            do {
                try migrator.migrate(pool)
                steps = Schema.version
            } catch {
                // Another process may have taken the same step between our look and our transaction.
                let now = try pool.read(migrator.appliedMigrations).count
                if now <= steps { throw error }
                steps = now
            }
        }
        try SearchFolding.bringUpToDate(pool)
        // In WAL mode GRDB asks for no sync at commit; a page that was reported as added must survive a power cut.
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    }
}
