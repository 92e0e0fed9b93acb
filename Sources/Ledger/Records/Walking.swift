// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB

/// Where a walk over the whole ledger has come to, so that it can go on after any number of changes.
public struct WalkStep: Hashable, Sendable {
    /// The lasting id of the record, or the id of the source.
    public let id: String
    /// What to give as `after` to go on behind it.
    public let position: Int64
}

/// A person and an office of a body, as pages state it.
public struct OfficeHolder: Hashable, Sendable, Codable {
    /// The person.
    public let person: NamedItem
    /// The plain title.
    public let title: String
    /// Whether it was held, was held before, or was still to be held.
    public let standing: String
    /// The first day on which a page names the person in it.
    public let firstSeen: String?
    /// The last day.
    public let lastSeen: String?
}

extension Ledger {
    /// Records of parties, or of entries, in the order in which they were founded: at most `limit` behind `after`.
    public func walkRecords(
        parties: Bool, kind: String? = nil, after position: Int64 = 0, limit: Int = 500
    ) throws(LedgerError) -> [WalkStep] {
        try read { database in
            try database.all(
                """
                SELECT number, id FROM canonical WHERE number > ? AND class = ? AND (? IS NULL OR kind = ?)
                ORDER BY number LIMIT ?
                """, [position, parties ? "party" : "entry", kind, kind, limit]
            ).map { WalkStep(id: try $0.value("id"), position: try $0.value("number")) }
        }
    }

    /// Sources in the order in which they were added: at most `limit` behind `after`.
    public func walkSources(after position: Int64 = 0, limit: Int = 500) throws(LedgerError) -> [WalkStep] {
        try read { database in
            try database.all(
                "SELECT number, id FROM source WHERE number > ? ORDER BY number LIMIT ?", [position, limit]
            )
            .map { WalkStep(id: try $0.value("id"), position: try $0.value("number")) }
        }
    }

    /// The canonical text of a source's article; `nil` where the ledger does not hold the source.
    public func text(ofSource id: String) throws(LedgerError) -> String? {
        let sql = "SELECT article.text FROM article JOIN source ON source.number = article.source WHERE source.id = ?"
        return try read { try $0.one(sql, [id])?.value("text") }
    }

    /// Who was seen in an office of a body until the day `asOf` (`YYYY-MM-DD`), those seen last first.
    public func holders(
        of body: String, asOf day: String? = nil, limit: Int = 12
    ) throws(LedgerError) -> [OfficeHolder] {
        try read { database in
            let record = try IdLookup(database: database, path: path).record(body)
            return try database.all(
                """
                SELECT tenure.title, tenure.standing, tenure.first_day, tenure.last_day, canonical.id,
                    canonical.heading
                FROM tenure JOIN canonical ON canonical.number = tenure.holder
                WHERE tenure.body = ? AND (? IS NULL OR tenure.first_day IS NULL OR tenure.first_day <= ?)
                ORDER BY tenure.last_day DESC, canonical.id, tenure.title LIMIT ?
                """, [record, day, day, limit]
            ).map { row in
                OfficeHolder(
                    person: NamedItem(id: try row.value("id"), name: try row.value("heading")),
                    title: try row.value("title"), standing: try row.value("standing"),
                    firstSeen: try row.value("first_day"), lastSeen: try row.value("last_day"))
            }
        }
    }

    /// Keeps a reading whose page did not come with it; `verify` will say that the page's bytes are missing.
    ///
    /// The reading is checked as every other. What the ledger has already is left as it is. `instant` is the time, as an
    /// ISO 8601 instant.
    public func addWithoutPage(_ reading: Reading, at instant: String? = nil) throws(LedgerError) -> Addition {
        try Self.reporting(path) {
            try ReadingCheck(reading: reading, path: path).run()
            let knowledge = try knowledge()
            return try pool.write { database in
                let store = SourceStore(database: database)
                guard try store.number(of: reading.article.source.id) == nil else { return .unchanged }
                let source = try store.insert(reading, at: instant)
                var writer = ReadingWriter(database: database, reading: reading, source: source)
                try writer.write()
                try Intake(database: database, knowledge: knowledge, thresholds: thresholds).place(reading, source)
                return .added
            }
        }
    }
}
