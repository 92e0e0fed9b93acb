// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import GRDB
import Ledger
import Testing

@Suite("Long lists, page by page")
struct PagingTests {
    let ledger: Ledger
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        ledger = try folder.ledger(with: Samples.visit, Samples.meeting, Samples.ties)
        // Several on one day, and two that nobody dates.
        for number in 1...5 {
            var story = Story("2024-03-05", "Paper\(number)", "Delegates \(number) met in Sejin.")
                .party("p1", .city, "Sejin", geonames: "1").party("p2", .group, "Delegates \(number)")
                .meeting("e1", ["p1", "p2"], "Delegates \(number) met in Sejin")
            if number > 3 { story.page.reading.article.source.published = nil }
            try ledger.tell(story)
        }
    }

    /// What comes when every page holds `size` rows and begins behind the last one before.
    private func walk<Row>(_ size: Int, _ id: (Row) -> String, _ page: (String?) throws -> [Row]) throws -> [String] {
        var ids: [String] = []
        while true {
            let rows = try page(ids.last)
            ids += rows.map(id)
            guard rows.count == size, ids.count < 1000 else { return ids }
        }
    }

    @Test("entries come page by page in the order of the whole list", arguments: [1, 3], [false, true])
    func entries(size: Int, latestFirst: Bool) throws {
        let whole = try ledger.entryRecords(RecordQuery(latestFirst: latestFirst)).map(\.id)
        #expect(whole.count > 8 && Set(whole).count == whole.count)
        let pages = try walk(size, \.id) {
            try ledger.entryRecords(RecordQuery(latestFirst: latestFirst, limit: size, after: $0))
        }
        #expect(pages == whole)
        let counted = try stride(from: 0, to: whole.count, by: size).flatMap {
            try ledger.entryRecords(RecordQuery(latestFirst: latestFirst, limit: size, offset: $0)).map(\.id)
        }
        #expect(counted == whole)
        let meetings = try walk(size, \.id) {
            try ledger.entryRecords(
                RecordQuery(kind: "engagement", latestFirst: latestFirst, limit: size, after: $0))
        }
        #expect(
            meetings == (try ledger.entryRecords(RecordQuery(kind: "engagement", latestFirst: latestFirst)).map(\.id)))
        #expect(meetings.count < whole.count)
    }

    @Test("what nobody dates comes last, either way round", arguments: [false, true])
    func undated(latestFirst: Bool) throws {
        let last = try #require(try ledger.entryRecords(RecordQuery(latestFirst: latestFirst)).last)
        #expect(last.firstDay == nil && last.firstSeen == nil)
    }

    @Test("parties and sources too", arguments: [1, 2])
    func others(size: Int) throws {
        let parties = try walk(size, \.id) { try ledger.partyRecords(RecordQuery(limit: size, after: $0)) }
        #expect(parties == (try ledger.partyRecords().map(\.id)))
        let cities = try walk(size, \.id) {
            try ledger.partyRecords(RecordQuery(kind: "city", limit: size, after: $0))
        }
        #expect(cities == (try ledger.partyRecords(RecordQuery(kind: "city")).map(\.id)))
        let sources = try walk(size, \.id) { try ledger.sources(LedgerFilter(limit: size, after: $0)) }
        #expect(sources == (try ledger.sources().map(\.id)))
    }

    @Test("proposals go on behind one of them")
    func proposals() throws {
        for number in 1...3 {
            let names = ["Han Do-yun \(number)", "Han Doyun \(number)"]
            for (index, name) in names.enumerated() {
                try ledger.tell(
                    Story("2024-04-0\(index + 1)", "Press\(number)\(index)", "\(name) of Sejin spoke.")
                        .party("p1", .person, name).party("p2", .city, "Sejin", geonames: "1"))
            }
        }
        let whole = try ledger.proposals().map { String($0.number) }
        try #require(whole.count > 1)
        let pages = try walk(1, { String($0.number) }) {
            try ledger.proposals(limit: 1, after: $0.flatMap { Int64($0) })
        }
        #expect(pages == whole)
    }

    @Test("a place that is not there is said to be unknown")
    func unknown() throws {
        #expect(throws: LedgerError.self) { try ledger.entryRecords(RecordQuery(after: "nobody")) }
        #expect(throws: LedgerError.self) { try ledger.sources(LedgerFilter(after: "sha256:0")) }
        #expect(throws: LedgerError.self) { try ledger.proposals(after: 99_999) }
    }

    @Test("a long list is read along an index, not sorted")
    func plans() throws {
        let day = "COALESCE(first_day, first_seen)"
        for query in [
            "SELECT * FROM canonical WHERE class = 'entry' ORDER BY \(day) NULLS LAST, id",
            "SELECT * FROM canonical WHERE class = 'entry' ORDER BY \(day) DESC NULLS LAST, id DESC",
            "SELECT * FROM canonical WHERE class = 'entry' AND kind = 'figure' ORDER BY \(day) NULLS LAST, id",
            """
            SELECT * FROM canonical WHERE class = 'entry' AND \(day) >= '2024' AND (\(day) > '2024' OR id > 'a')
            ORDER BY \(day), id
            """,
            "SELECT * FROM canonical WHERE class = 'party' ORDER BY folded NULLS LAST, id",
            "SELECT * FROM canonical WHERE class = 'party' AND kind = 'city' ORDER BY folded NULLS LAST, id",
            "SELECT * FROM source ORDER BY first_day NULLS LAST, id",
            """
            SELECT * FROM judgement WHERE verdict = 'proposed' AND undone_by IS NULL ORDER BY score DESC, number
            """,
        ] {
            let plan = try ledger.pool.read { database in
                try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN \(query)").map { $0["detail"] as String }
            }
            #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(query): \(plan)")
        }
    }
}
