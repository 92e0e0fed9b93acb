// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB

/// Finds the text that a page copies: copies of one press release count as one origin.
///
/// Candidates come from bands of a MinHash sketch (locality-sensitive hashing); each is then compared run by run.
struct OriginFinder {
    let database: Database

    private static let bandCount = 24
    private static let rowsOfBand = 2
    private static let runLength = 4
    /// The share of the shorter text's runs from which on it is a copy.
    private static let copied = 0.5
    /// The same where most of what is quoted stands in both.
    private static let copiedWithQuotes = 0.25
    private static let sharedQuotes = 0.7

    /// Gives a new source its origin and keeps its sketch; returns the records whose count of origins may fall.
    func place(source: Int64, text: String, blocks: [Block]) throws -> Set<Int64> {
        let read = Self.readText(text, blocks)
        let runs = Shingles.words(of: read, length: Self.runLength)
        let bands = Self.bands(of: runs)
        let candidates = try self.candidates(bands, besides: source)
        try database.run(
            "INSERT OR IGNORE INTO origin_band (band, source) SELECT value, ? FROM json_each(?)", [source, bands.list])
        var origins: Set<Int64> = []
        for candidate in candidates {
            guard let other = try self.text(of: candidate.number), Self.isCopy(read, runs, other) else { continue }
            origins.insert(candidate.origin)
        }
        let origin = origins.min() ?? source
        try database.run("UPDATE source SET origin = ? WHERE number = ?", [origin, source])
        return try join(origins.subtracting([origin]), to: origin)
    }

    private func candidates(_ bands: [Int64], besides source: Int64) throws -> [(number: Int64, origin: Int64)] {
        var hits: [Int64: Int] = [:]
        let sql = """
            SELECT (SELECT group_concat(source) FROM (
                SELECT source FROM origin_band WHERE band = wanted.value AND source <> ? ORDER BY source DESC LIMIT 32))
                AS sources
            FROM json_each(?) AS wanted
            """
        for row in try database.all(sql, [source, bands.list]) {
            let sources: String? = try row.value("sources")
            for number in (sources ?? "").split(separator: ",").compactMap({ Int64($0) }) {
                hits[number, default: 0] += 1
            }
        }
        let best = hits.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(12)
        var seen: Set<Int64> = []
        return try best.compactMap { number, _ in
            let row = try database.one(
                "SELECT COALESCE(origin, number) AS origin FROM source WHERE number = ?", [number])
            guard let origin: Int64 = try row?.value("origin") else { return nil }
            // One copy of each origin is enough, but the first may be a short one.
            return seen.insert(origin).inserted || number == origin ? (number, origin) : nil
        }
    }

    private func text(of source: Int64) throws -> String? {
        guard let row = try database.one("SELECT text FROM article WHERE source = ?", [source]) else { return nil }
        let text: String = try row.value("text")
        let blocks = try database.all("SELECT * FROM block WHERE source = ? ORDER BY position", [source])
            .map { Block(role: try $0.word("role"), range: try $0.range()) }
        return Self.readText(text, blocks)
    }

    /// Two origins that turn out to be one are one from now on.
    private func join(_ others: Set<Int64>, to origin: Int64) throws -> Set<Int64> {
        var touched: Set<Int64> = []
        for other in others.sorted() {
            let rows = try database.all(
                """
                SELECT DISTINCT canonical_source.canonical FROM source
                    JOIN canonical_source ON canonical_source.source = source.number WHERE source.origin = ?
                """, [other])
            touched.formUnion(try rows.map { try $0.value("canonical") })
            try database.run("UPDATE source SET origin = ? WHERE origin = ?", [origin, other])
        }
        return touched
    }

    /// The text without headline, byline and furniture, which outlets change.
    private static func readText(_ text: String, _ blocks: [Block]) -> String {
        let bytes = Array(text.utf8)
        let parts = blocks.filter { $0.role == .body || $0.role == .quote }.compactMap { block -> String? in
            let range = block.range.bytes
            guard range.upperBound <= bytes.count else { return nil }
            return String(decoding: bytes[range], as: UTF8.self)
        }
        return parts.isEmpty ? text : parts.joined(separator: "\n")
    }

    private static func bands(of runs: Set<UInt64>) -> [Int64] {
        let sketch = MinHash.sketch(of: runs, count: bandCount * rowsOfBand)
        guard !sketch.isEmpty else { return [] }
        return (0..<bandCount).map { band in
            let rows = sketch[(band * rowsOfBand)..<((band + 1) * rowsOfBand)]
            return Int64(bitPattern: rows.reduce(MinHash.mixed(UInt64(band))) { MinHash.mixed($0 ^ $1) })
        }
    }

    private static func isCopy(_ text: String, _ runs: Set<UInt64>, _ other: String) -> Bool {
        let share = runs.containment(with: Shingles.words(of: other, length: runLength))
        guard share >= copiedWithQuotes, !FactsOfCopies(text).areOthers(than: FactsOfCopies(other)) else {
            return false
        }
        if share >= copied { return true }
        let quotes = quotes(in: text)
        return quotes.count > 1 && quotes.containment(with: Self.quotes(in: other)) >= sharedQuotes
    }

    /// The longer passages in quotation marks, folded.
    private static func quotes(in text: String) -> Set<String> {
        let pieces = text.split { "\"“”„«»".contains($0) }
        return Set(
            pieces.enumerated().filter { $0.offset % 2 == 1 }.map { NameTokens.joined(String($0.element)) }
                .filter { $0.count > 24 })
    }
}
