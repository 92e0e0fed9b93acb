// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
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
