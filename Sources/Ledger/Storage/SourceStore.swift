// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import GRDB
import Hashing

/// The rows of sources and their bytes.
struct SourceStore {
    let database: Database

    /// The row of a source; `nil` where the ledger does not hold it.
    func number(of id: String) throws -> Int64? {
        try Int64.fetchOne(
            database.cachedStatement(sql: "SELECT number FROM source WHERE id = ?"), arguments: [id])
    }

    /// Adds the row of the source that `reading` comes from and that came into the ledger at `instant`.
    func insert(_ reading: Reading, at instant: String?) throws -> Int64 {
        let columns = try columns(of: reading) + [("added", instant)]
        let names = columns.map(\.name).joined(separator: ", ")
        let places = columns.map { _ in "?" }.joined(separator: ", ")
        try database.execute(
            sql: "INSERT INTO source (\(names)) VALUES (\(places))",
            arguments: StatementArguments(columns.map(\.value)))
        return database.lastInsertedRowID
    }

    /// Whether `reading` differs from the one that the ledger holds of the source.
    func isNews(_ reading: Reading, of source: Int64) throws -> Bool {
        let stored = try String.fetchOne(
            database, sql: "SELECT reading_digest FROM source WHERE number = ?", arguments: [source])
        return try stored != digest(of: reading)
    }

    /// Describes the source anew, without its old text; its items stay.
    func update(_ reading: Reading, of source: Int64) throws {
        let columns = try columns(of: reading)
        for table in ["block", "article"] {
            try database.execute(sql: "DELETE FROM \(table) WHERE source = ?", arguments: [source])
        }
        let changes = columns.map { "\($0.name) = ?" }.joined(separator: ", ")
        try database.execute(
            sql: "UPDATE source SET \(changes) WHERE number = ?",
            arguments: StatementArguments(columns.map(\.value) + [source]))
    }

    /// `reading` with the location, time and record id under which its page was first found, where known.
    func keepingOrigin(of reading: Reading) throws -> Reading {
        let sql = "SELECT location, retrieved, record FROM source WHERE id = ?"
        guard let row = try Row.fetchOne(database, sql: sql, arguments: [reading.article.source.id]) else {
            return reading
        }
        var kept = reading
        kept.article.source.location = try row.value("location") ?? reading.article.source.location
        kept.article.source.retrieved = try row.value("retrieved") ?? reading.article.source.retrieved
        kept.id = try row.value("record") ?? reading.id
        return kept
    }

    /// Adds the bytes of a page.
    func insert(_ page: Deflated, contentType: String?, of source: Int64) throws {
        try database.execute(
            sql: "INSERT INTO snapshot (source, content_type, byte_count, deflated) VALUES (?, ?, ?, ?)",
            arguments: [source, contentType, page.originalCount, Data(page.bytes)])
    }

    /// The bytes of a page, checked against its fingerprint; a mismatch throws what `damage` makes of the reason.
    func snapshot(of id: String, damage: (_ reason: String) -> LedgerError) throws -> Snapshot? {
        let sql = """
            SELECT snapshot.* FROM snapshot JOIN source ON source.number = snapshot.source WHERE source.id = ?
            """
        guard let row = try Row.fetchOne(database, sql: sql, arguments: [id]) else { return nil }
        let packed = Deflated(
            bytes: [UInt8](try row.value("deflated") as Data), originalCount: try row.value("byte_count"))
        guard let bytes = packed.original, id == "sha256:\(SHA256Digest(of: bytes))" else {
            throw damage("the stored bytes of \(id) do not have this fingerprint")
        }
        let retrieval = try RetrievalStore(database: database).first(of: try row.value("source"))
        return Snapshot(bytes: bytes, contentType: try row.value("content_type"), retrieval: retrieval)
    }

    private typealias Column = (name: String, value: (any DatabaseValueConvertible)?)

    private func columns(of reading: Reading) throws -> [Column] {
        let source = reading.article.source
        let span = source.published.map { DaySpan($0.value) }
        return [
            ("id", source.id), ("location", source.location), ("publisher", source.publisher),
            ("language", source.language), ("published", source.published?.value.description),
            ("published_basis", source.published?.basis.rawValue), ("first_day", span?.first),
            ("last_day", span?.last),
            ("seen", span.map { reading.firstDay(within: $0) } ?? source.retrieved.map { String($0.prefix(10)) }),
            ("modified", source.modified?.value.description),
            ("modified_basis", source.modified?.basis.rawValue), ("retrieved", source.retrieved),
            ("page", try source.page.map(CompactJSON.text)), ("record", reading.id),
            ("reading_digest", try digest(of: reading)),
        ]
    }

    private func digest(of reading: Reading) throws -> String {
        SHA256Digest(of: Array(try CompactJSON.text(of: reading).utf8)).description
    }
}

extension Reading {
    /// The first day of `published` on which the page can have been written: what it tells as past has happened.
    fileprivate func firstDay(within published: DaySpan) -> String {
        let past = entries.compactMap { entry -> String? in
            guard case .engagement(let engagement) = entry.content, engagement.status == .past,
                let date = engagement.date
            else { return nil }
            return DaySpan(date.value).first
        }
        return past.filter { $0 > published.first && $0 <= published.last }.max() ?? published.first
    }
}
