// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB
import Hashing

extension Ledger {
    /// Stores a page with its reading, unless the ledger has these bytes already.
    ///
    /// A page that changed at its location has other bytes and so is a new source. The reading is checked first:
    /// a wrong fingerprint, a quote that does not stand in the text, a missing proof or an unknown party is an error.
    /// `instant` is the time, as an ISO 8601 instant; it tells when a page was read that nobody fetched.
    public func add(
        _ snapshot: Snapshot, reading: Reading, at instant: String? = nil
    ) throws(LedgerError) -> Addition {
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
            let knowledge = try knowledge()
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
                let source = try store.insert(reading, at: instant)
                try store.insert(deflated, contentType: snapshot.contentType, of: source)
                try retrievals.note(snapshot.retrieval, of: source)
                var writer = ReadingWriter(database: database, reading: reading, source: source)
                try writer.write()
                try Intake(database: database, knowledge: knowledge, thresholds: thresholds).place(reading, source)
                return .added
            }
        }
    }

    /// Puts a new reading of a page that the ledger holds in the place of the old one.
    ///
    /// Where and when the page was first found stays as it was. Things that are read again keep their lasting id, and
    /// so do those whose words stand where they stood; a person's word on them stays. Throws `LEDGER-017` for a page
    /// that was never added.
    public func replaceReading(_ reading: Reading) throws(LedgerError) -> Replacement {
        try Self.reporting(path) {
            try ReadingCheck(reading: reading, path: path).run()
            let knowledge = try knowledge()
            return try pool.write { database in
                let store = SourceStore(database: database)
                guard let source = try store.number(of: reading.article.source.id) else {
                    throw LedgerError(.unknownSource, path: path, detail: reading.article.source.id)
                }
                let reading = try store.keepingOrigin(of: reading)
                guard try store.isNews(reading, of: source) else { return .unchanged }
                let intake = Intake(database: database, knowledge: knowledge, thresholds: thresholds)
                try intake.replace(reading, source)
                return .replaced
            }
        }
    }

    /// Gives the sources of a ledger of an older version their origins and records, each in a transaction of its own.
    func placeOlderSources() throws(LedgerError) {
        let waiting = try read { database in
            try Int64.fetchAll(database, sql: "SELECT number FROM source WHERE origin IS NULL ORDER BY number")
        }
        guard !waiting.isEmpty else { return }
        let knowledge = try knowledge()
        for source in waiting {
            try write { database in
                // Another process may have done it in the meantime.
                guard try database.one("SELECT 1 FROM source WHERE number = ? AND origin IS NULL", [source]) != nil,
                    let id = try database.one("SELECT id FROM source WHERE number = ?", [source]),
                    let reading = try ReadingReader(database: database).reading(of: id.value("id"))
                else { return }
                try Intake(database: database, knowledge: knowledge, thresholds: thresholds).place(reading, source)
            }
        }
    }
}
