// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import GRDB
import Hashing

/// The lasting record of what pages say, in one SQLite file.
///
/// Every change is one transaction: a page is in the ledger whole, with its bytes, text and proof, or not at all.
/// It may be used from several threads and processes at once; writers wait for each other.
public final class Ledger: Sendable {
    /// Where the file is.
    public let path: String
    /// The connections; tests reach through it to play tricks on the file.
    package let pool: DatabasePool

    /// What to do where there is no ledger yet.
    public enum Absence: Hashable, Sendable {
        /// Make an empty one; its folder must exist.
        case create
        /// Throw `LEDGER-004`.
        case refuse
    }

    /// What came of adding a page.
    public enum Addition: String, Hashable, Sendable, Codable {
        /// The page is new and now in the ledger.
        case added
        /// The ledger has these very bytes already; nothing was changed.
        case unchanged
    }

    /// What came of reading a page again.
    public enum Replacement: String, Hashable, Sendable, Codable {
        /// The new reading took the place of the old one.
        case replaced
        /// The ledger has this very reading already; nothing was changed.
        case unchanged
    }

    /// Opens the ledger in the file `url`, and brings one of an older version up to date.
    ///
    /// `wait` is the longest time to wait for another process that writes. What is no ledger, or one of a newer
    /// version, is refused and left as it is.
    public init(at url: URL, ifAbsent: Absence = .create, wait: Duration = .seconds(30)) throws(LedgerError) {
        let path = url.path
        self.path = path
        pool = try Self.reporting(path) {
            try Opening(path: path, mayCreate: ifAbsent == .create, wait: wait).run()
        }
    }

    /// Stores a page with its reading, unless the ledger has these bytes already.
    ///
    /// A page that changed at its location has other bytes and so is a new source. The reading is checked first:
    /// a wrong fingerprint, a quote that does not stand in the text, a missing proof or an unknown party is an error.
    public func add(_ snapshot: Snapshot, reading: Reading) throws(LedgerError) -> Addition {
        try Self.reporting(path) {
            let id = reading.article.source.id
            guard id == "sha256:\(SHA256Digest(of: snapshot.bytes))" else {
                throw LedgerError(.snapshotMismatch, path: path, detail: "expected \(id)")
            }
            if let known = try pool.read({ try SourceStore(database: $0).number(of: id) }) {
                try pool.write { try RetrievalStore(database: $0).note(snapshot.retrieval, of: known) }
                return .unchanged
            }
            try ReadingCheck(reading: reading, path: path).run()
            guard let deflated = Deflated(snapshot.bytes) else {
                throw LedgerError(.failed, path: path, detail: "there is not enough memory to pack the page")
            }
            return try pool.write { database in
                let store = SourceStore(database: database)
                let retrievals = RetrievalStore(database: database)
                if let known = try store.number(of: id) {
                    try retrievals.note(snapshot.retrieval, of: known)
                    return .unchanged
                }
                let source = try store.insert(reading)
                try store.insert(deflated, contentType: snapshot.contentType, of: source)
                try retrievals.note(snapshot.retrieval, of: source)
                try ReadingWriter(database: database, reading: reading, source: source).write()
                return .added
            }
        }
    }

    /// Puts a new reading of a page that the ledger holds in the place of the old one.
    ///
    /// Where and when the page was first found stays as it was. Things that are read again under the same short id
    /// keep their lasting id. Throws `LEDGER-017` for a page that was never added.
    public func replaceReading(_ reading: Reading) throws(LedgerError) -> Replacement {
        try Self.reporting(path) {
            try ReadingCheck(reading: reading, path: path).run()
            return try pool.write { database in
                let store = SourceStore(database: database)
                guard let source = try store.number(of: reading.article.source.id) else {
                    throw LedgerError(.unknownSource, path: path, detail: reading.article.source.id)
                }
                let reading = try store.keepingOrigin(of: reading)
                guard try store.update(reading, of: source) else { return .unchanged }
                try ReadingWriter(database: database, reading: reading, source: source).write()
                return .replaced
            }
        }
    }

    /// The reading of a source as it was added; `nil` where the ledger does not hold the source.
    public func reading(ofSource id: String) throws(LedgerError) -> Reading? {
        try read { try ReadingReader(database: $0).reading(of: id) }
    }

    /// The bytes of a source; `nil` where the ledger does not hold the source.
    public func snapshot(ofSource id: String) throws(LedgerError) -> Snapshot? {
        try read { database in
            try SourceStore(database: database).snapshot(of: id) { reason in
                LedgerError(.damaged, path: path, detail: reason)
            }
        }
    }

    /// Finishes all work and closes the file, which is then whole without the files beside it.
    ///
    /// Later calls fail. The same happens when the last reference goes, without a report of what fails.
    public func close() throws(LedgerError) {
        try Self.reporting(path, closeConnections)
    }

    deinit { try? closeConnections() }

    private func closeConnections() throws {
        // SQLite merges its log into the file when the last connection closes, and a reading one may not do that.
        pool.invalidateReadOnlyConnections()
        try pool.close()
    }

    /// Answers a question on one unchanging state of the ledger.
    func read<Answer>(_ question: (Database) throws -> Answer) throws(LedgerError) -> Answer {
        try Self.reporting(path) { try pool.read(question) }
    }

    /// Makes one change, whole or not at all.
    func write<Answer>(_ change: (Database) throws -> Answer) throws(LedgerError) -> Answer {
        try Self.reporting(path) { try pool.write(change) }
    }

    private static func reporting<Answer>(
        _ path: String, _ work: () throws -> Answer
    ) throws(LedgerError) -> Answer {
        do { return try work() } catch { throw LedgerError(error, path: path) }
    }
}
