// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import GRDB

/// The lasting record of what pages say, in one SQLite file.
///
/// Every change is one transaction: a page is in the ledger whole, with its bytes, text and proof, or not at all.
/// It may be used from several threads and processes at once; writers wait for each other.
public final class Ledger: Sendable {
    /// Where the file is.
    public let path: String
    /// The connections; tests reach through it to play tricks on the file.
    package let pool: any DatabaseWriter
    /// How sure the program must be before it makes two things one.
    public let thresholds: IdentityThresholds
    /// The day as of which it was opened, as `YYYY-MM-DD`; `nil` for all that is known.
    public let asOf: String?
    let watch = ChangeWatch()
    private let words: SharedKnowledge

    /// What to do where there is no ledger yet.
    public enum Absence: Hashable, Sendable {
        /// Make an empty one; its folder must exist.
        case create
        /// Throw `LEDGER-004`.
        case refuse
    }

    /// What the caller means to do.
    public enum Access: Hashable, Sendable {
        /// Ask and add.
        case readWrite
        /// Ask alone; the file may lie where nothing can be written, and stays byte for byte as it is.
        case readOnly
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
    /// version, is refused and left as it is. `aliases` are files of names that mean the same, beside the program's own.
    /// `asOf` (`YYYY-MM-DD`) hides what became known later; such a ledger can be asked alone.
    public init(
        at url: URL, ifAbsent: Absence = .create, access: Access = .readWrite, wait: Duration = .seconds(30),
        thresholds: IdentityThresholds = IdentityThresholds(), aliases: [URL] = [], asOf day: String? = nil
    ) throws(LedgerError) {
        let path = url.path
        let access = day == nil ? access : .readOnly
        self.path = path
        self.thresholds = thresholds
        asOf = day
        words = SharedKnowledge(aliases: aliases)
        pool = try Self.reporting(path) {
            try Opening(
                path: path, mayCreate: ifAbsent == .create && access == .readWrite, access: access, wait: wait,
                asOf: day.map(AsOf.init)
            ).run()
        }
        if access == .readWrite { try placeOlderSources() }
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
        try watch.close()
        // SQLite merges its log into the file when the last connection closes, and a reading one may not do that.
        (pool as? DatabasePool)?.invalidateReadOnlyConnections()
        try pool.close()
    }

    /// Answers a question on one unchanging state of the ledger.
    func read<Answer>(_ question: (Database) throws -> Answer) throws(LedgerError) -> Answer {
        try Self.reporting(path) {
            guard let queue = pool as? DatabaseQueue else { return try pool.read(question) }
            // Its own way to read turns `query_only` on and off, and each time SQLite compiles every statement anew; a
            // queue was opened to ask alone, see `Opening`.
            return try queue.unsafeRead { database in
                var answers: [Answer] = []
                try database.inTransaction(.deferred) {
                    answers.append(try question(database))
                    return .commit
                }
                return answers[0]
            }
        }
    }

    /// Changes the ledger in one transaction: all of it happens, or nothing.
    func write<Answer>(_ change: (Database) throws -> Answer) throws(LedgerError) -> Answer {
        try Self.reporting(path) { try pool.write(change) }
    }

    /// The word lists, loaded at the first need.
    func knowledge() throws(LedgerError) -> IdentityKnowledge { try words.load() }

    static func reporting<Answer>(
        _ path: String, _ work: () throws -> Answer
    ) throws(LedgerError) -> Answer {
        do { return try work() } catch { throw LedgerError(error, path: path) }
    }
}
