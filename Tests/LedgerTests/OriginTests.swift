// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import GRDB
import Ledger
import Testing

@Suite("Copies of one text")
struct OriginTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private static let release = """
        Sejin and Hải Lâm agreed on Monday to exchange ten harbour pilots every spring, the city of Sejin said. “A pilot \
        who knows two harbours is worth three who know one,” Mayor Han Doyun told the guests in the old customs house. \
        The first five pilots will leave in April, and the city pays for their rooms. The port of Hải Lâm has forty \
        pilots, the port of Sejin sixty-two.
        """

    private func page(_ day: String, _ paper: String, _ body: String) -> Story {
        Story(day, paper, body).party("p1", .city, "Sejin", geonames: "11")
            .meeting("e1", ["p1"], "Sejin", on: "2024-03-04", title: "Pilots’ agreement of Sejin")
    }

    /// For each page in the order of adding the number of the first page of its text.
    private func origins(_ ledger: Ledger) throws -> [Int] {
        try ledger.pool.read { try Int.fetchAll($0, sql: "SELECT origin FROM source ORDER BY number") }
    }

    @Test("ten copies of a release are ten sources and one origin")
    func copies() throws {
        let ledger = try folder.ledger()
        for number in 0..<10 { try ledger.tell(page("2024-03-05", "Paper\(number)", Self.release)) }
        #expect(try ledger.facts().map(\.sources) == [10])
        #expect(try ledger.facts().map(\.origins) == [1])
    }

    @Test("a copy with a new first sentence, a shortened one and one with words changed are copies")
    func edited() throws {
        let ledger = try folder.ledger()
        let sentences = Self.release.components(separatedBy: ". ")
        try ledger.tell(
            page("2024-03-05", "A", Self.release),
            page("2024-03-05", "B", "There is news from Sejin today. " + Self.release),
            page("2024-03-06", "C", sentences.prefix(2).joined(separator: ". ")),
            page("2024-03-06", "D", Self.release.replacingOccurrences(of: "sixty-two", with: "62")))
        #expect(try ledger.facts().map(\.origins) == [1])
    }

    @Test("a release made by the same template about other places, persons and numbers is another origin")
    func template() throws {
        var other = Self.release
        for (old, new) in [
            ("Sejin", "Aurahavn"), ("Hải Lâm", "Port Willow"), ("Monday", "Friday"), ("ten harbour", "14 harbour"),
            ("Han Doyun", "Ji Woobin"), ("April", "October"), ("forty", "25"), ("sixty-two", "31"),
        ] {
            other = other.replacingOccurrences(of: old, with: new)
        }
        let ledger = try folder.ledger()
        try ledger.tell(
            page("2024-03-05", "A", Self.release), page("2024-03-05", "B", "There is news. " + Self.release),
            Story("2025-10-02", "C", other).party("p1", .city, "Aurahavn", geonames: "12"),
            Story("2025-10-03", "D", other + " The band played.").party("p1", .city, "Aurahavn", geonames: "12"))
        #expect(try origins(ledger) == [1, 1, 3, 3])
    }

    @Test("a release of figures with every number changed is another origin; one with a number corrected is a copy")
    func figures() throws {
        let first = """
            The port of Sejin handled 41,200 containers in May 2024, the port said in its monthly report. Ferries carried \
            9,310 passengers and 1,140 cars to Hải Lâm. The port counted 312 ships, of which 48 came from abroad.
            """
        var next = first
        for (old, new) in [
            ("41,200", "44,950"), ("May", "June"), ("9,310", "11,020"), ("1,140", "1,205"), ("312", "330"),
            ("48", "51"),
        ] {
            next = next.replacingOccurrences(of: old, with: new)
        }
        let ledger = try folder.ledger()
        try ledger.tell(
            page("2024-06-05", "A", first),
            page("2024-06-05", "B", first.replacingOccurrences(of: "9,310", with: "9,301")),
            page("2024-07-05", "C", next))
        #expect(try origins(ledger) == [1, 1, 3])
    }

    @Test("another report of the same event is another origin, even where it quotes the same words")
    func report() throws {
        let ledger = try folder.ledger()
        try ledger.tell(
            page("2024-03-05", "A", Self.release),
            page(
                "2024-03-06", "B",
                """
                Ten pilots from Sejin will learn the sandbanks of a delta two thousand miles away. Our reporter watched \
                the ceremony, at which little was said about money and much about weather. “A pilot who knows two \
                harbours is worth three who know one,” the mayor joked, and nobody in the hall laughed as loudly as he \
                did.
                """))
        #expect(try ledger.facts().map(\.sources) == [2])
        #expect(try ledger.facts().map(\.origins) == [2])
    }

    @Test("a page that joins two origins makes them one, and counts fall")
    func bridge() throws {
        let halves = Self.release.components(separatedBy: " “A pilot")
        let ledger = try folder.ledger()
        try ledger.tell(
            page("2024-03-05", "A", halves[0]),
            page("2024-03-05", "B", "In Sejin: “A pilot" + halves[1]))
        #expect(try ledger.facts().map(\.origins) == [2])
        try ledger.tell(page("2024-03-06", "C", Self.release))
        #expect(try ledger.facts().map(\.sources) == [3])
        #expect(try ledger.facts().map(\.origins) == [1])
    }
}
