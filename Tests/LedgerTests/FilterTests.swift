// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Ledger
import Testing

@Suite("Narrowing what a ledger lists")
struct FilterTests {
    let folder: TemporaryFolder
    let ledger: Ledger

    init() throws {
        folder = try TemporaryFolder()
        ledger = try folder.ledger(with: Samples.meeting, Samples.visit)
    }

    @Test(
        "a party is found by part of any of its names, whatever case, accents and width",
        arguments: [
            ("dang thu ha", ["Đặng Thu Hà"]), ("ĐẶNG", ["Đặng Thu Hà"]), ("đặng", ["Đặng Thu Hà"]),
            ("Da\u{323}\u{306}ng", ["Đặng Thu Hà"]), ("한도윤", ["Han Doyun"]), ("도윤", ["Han Doyun"]),
            ("\u{1112}\u{1161}\u{11AB}", ["Han Doyun"]), ("하", []), ("ＨＡＮ", ["Han Doyun", "Phan Quốc Bảo"]),
            ("mayor", ["Han Doyun"]), ("%", []), ("_", []), ("'", []),
            ("", ["Đặng Thu Hà", "Han Doyun", "Phan Quốc Bảo"]),
        ])
    func partyNames(text: String, found: [String]) throws {
        #expect(try ledger.people(LedgerFilter(party: text)).map(\.name) == found)
    }

    @Test("entries are found by every party in them")
    func entries() throws {
        #expect(try ledger.engagements(LedgerFilter(party: "phan")).isEmpty)
        #expect(try ledger.engagements(LedgerFilter(party: "dang")).map(\.type) == [.meeting])
        #expect(try ledger.engagements(LedgerFilter(party: "hai lam")).map(\.type) == [.summit, .visit])
        #expect(try ledger.engagements(LedgerFilter(party: "city hall")).map(\.type) == [.meeting])
        #expect(try ledger.statements(LedgerFilter(party: "한도윤")).count == 1)
        #expect(try ledger.figures(LedgerFilter(party: "han")).map(\.indicator) == ["trade"])
        #expect(try ledger.figures(LedgerFilter(party: "세진")).map(\.indicator) == ["residents of Hải Lâm"])
        #expect(try ledger.conflicts(LedgerFilter(party: "bao")).count == 1)
        #expect(try ledger.conflicts(LedgerFilter(party: "han")).count == 1, "Phan holds the letters of Han")
        #expect(try ledger.sources(LedgerFilter(party: "bao")).map(\.publisher) == ["Harbour Post"])
    }

    @Test("a city takes part in what the holder of its office does, as the same page says")
    func offices() throws {
        let filter = LedgerFilter(party: "sejin", partner: "dang", kind: "meeting")
        #expect(try ledger.engagements(filter).map(\.title) == ["Han Doyun met Đặng Thu Hà"])
        #expect(try ledger.statements(LedgerFilter(party: "sejin")).count == 1)
        #expect(try ledger.engagements(LedgerFilter(party: "sejin", partner: "phan")).isEmpty)
    }

    @Test("kinds are compared whole")
    func kinds() throws {
        #expect(try ledger.engagements(LedgerFilter(kind: "visit")).map(\.title) == ["visit to Hải Lâm"])
        #expect(try ledger.engagements(LedgerFilter(kind: "vis")).isEmpty)
        #expect(try ledger.statements(LedgerFilter(kind: "indirect")).isEmpty)
        #expect(try ledger.figures(LedgerFilter(kind: "KRW")).map(\.indicator) == ["trade"])
        #expect(try ledger.places(LedgerFilter(kind: "place")).map(\.name) == ["Sejin City Hall"])
        #expect(try ledger.places(LedgerFilter(kind: "person")).isEmpty)
        #expect(try ledger.conflicts(LedgerFilter(kind: "office-holder")).count == 1)
        #expect(try ledger.sources(LedgerFilter(kind: "ko")).count == 1)
    }

    /// The types of the engagements that lie between two dates; an empty text stands for no limit.
    static let periods: [(since: String, until: String, types: [String])] = [
        ("2024-03-04", "2024-03-04", ["meeting"]), ("2024-03-05", "2024-12", ["summit"]),
        ("2024-03", "", ["meeting", "summit", "visit"]), ("2025-06-01", "2025-06-30", ["visit"]),
        ("", "2024-02", []), ("2026", "", []), ("", "2024/2025-02", ["meeting", "summit", "visit"]),
    ]

    @Test("a period keeps what can lie in it", arguments: periods)
    func period(since: String, until: String, types: [String]) throws {
        let filter = LedgerFilter(since: PartialDate(since), until: PartialDate(until))
        #expect(try ledger.engagements(filter).map(\.type.rawValue) == types)
    }

    @Test("what has no date and comes from a page without one is left out by a period")
    func undated() throws {
        _ = try ledger.add(Samples.numbered(1).snapshot, reading: Samples.numbered(1).reading)
        #expect(try ledger.engagements().last?.title == "exhibition 1")
        #expect(try ledger.engagements(LedgerFilter(since: PartialDate("1990"))).count == 3)
        #expect(try ledger.sources(LedgerFilter(until: PartialDate("2090"))).count == 2)
    }

    @Test("a source is named by the beginning of its id, its location or its publisher")
    func sources() throws {
        let id = Samples.meeting.sourceId
        for text in [id, String(id.prefix(15)), String(id.dropFirst(7).prefix(8)), "harbour.example", "harbour post"] {
            #expect(try ledger.sources(LedgerFilter(source: text)).map(\.id) == [id], "\(text)")
        }
        #expect(try ledger.sources(LedgerFilter(source: "부두")).map(\.id) == [Samples.visit.sourceId])
        #expect(try ledger.engagements(LedgerFilter(source: "visit.txt")).map(\.type) == [.visit])
        #expect(try ledger.people(LedgerFilter(source: "visit.txt")).first?.mentions == 1)
    }

    @Test("filters together keep what all of them keep")
    func together() throws {
        let filter = LedgerFilter(party: "han", kind: "visit", since: PartialDate("2025"), source: "visit.txt")
        #expect(try ledger.engagements(filter).count == 1)
        #expect(try ledger.engagements(LedgerFilter(party: "dang", kind: "visit")).isEmpty)
    }
}
