// SPDX-License-Identifier: Apache-2.0

import GRDB
import Synchronization

/// A connection that does nothing but notice that another one, of this process or of any other, changed the ledger.
final class ChangeWatch: Sendable {
    private let configuration: Configuration
    private let connection = Mutex<DatabaseQueue?>(nil)

    /// Prepares to watch; the connection is made at the first question.
    init() {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.label = "ledger.watch"
        self.configuration = configuration
    }

    /// SQLite's number for what is in the file at `path`: another one once anybody has changed it.
    func version(of path: String) throws -> Int {
        try connection.withLock { connection in
            let queue = try connection ?? DatabaseQueue(path: path, configuration: configuration)
            connection = queue
            return try queue.unsafeRead { database in
                try Int.fetchOne(database.cachedStatement(sql: "PRAGMA data_version")) ?? 0
            }
        }
    }

    /// Lets go of the file.
    func close() throws {
        try connection.withLock { connection in
            try connection?.close()
            connection = nil
        }
    }
}

extension Ledger {
    /// A number that is another one whenever anybody, in this process or another, has changed the ledger in between.
    ///
    /// It says nothing beyond this process: two runs give different numbers for the same content.
    package func version() throws(LedgerError) -> Int {
        try Self.reporting(path) { try watch.version(of: path) }
    }
}
