// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Ledger
import Testing

@Suite("Searching the ledger")
struct SearchTests {
    let folder: TemporaryFolder
    let ledger: Ledger

    init() throws {
        folder = try TemporaryFolder()
        ledger = try folder.ledger(with: Samples.visit, Samples.meeting, Samples.ties)
    }

    private func headings(_ words: String, kinds: [String] = [], _ filter: LedgerFilter = LedgerFilter()) throws
        -> [String]
    {
        try ledger.search(words, kinds: kinds, filter).map(\.heading)
    }

    @Test("case and accents do not count", arguments: ["hai lam", "HẢI LÂM", "Hải Lâm"])
    func folded(words: String) throws {
        #expect(try headings(words, kinds: ["figure"]).count == 1)
    }

    @Test("đ is found by d, and ø by o")
    func barredLetters() throws {
        #expect(try headings("dang thu ha", kinds: ["party"]) == ["Đặng Thu Hà"])
        #expect(FoldedText("Sørvåg Łódź").value == "sorvag lodz")
    }

    @Test("a word in Hangul finds what begins so, and a run inside a word by three letters")
    func hangul() throws {
        #expect(try headings("한도", kinds: ["party"]) == ["Han Doyun"])
        #expect(try headings("한도윤", kinds: ["party"]) == ["Han Doyun"])
    }

    @Test("all words have to occur, quotes hold together, a minus excludes, OR takes either")
    func language() throws {
        #expect(try headings("joint office", kinds: ["statement"]).count == 1)
        #expect(try headings("joint bridge", kinds: ["statement"]).isEmpty)
        #expect(try headings("\"office joint\"", kinds: ["statement"]).isEmpty)
        #expect(try headings("joint -office", kinds: ["statement"]).isEmpty)
        #expect(try headings("bridge OR office", kinds: ["statement"]).count == 1)
        #expect(try headings("offi*", kinds: ["statement"]).count == 1)
    }

    @Test(
        "nothing that is typed is a mistake",
        arguments: ["\"", "*", "-", "AND", "NEAR(", "a\"b\"", "()", "OR", "OR OR", "^x", "col:x", "🙂", ""])
    func hostile(words: String) throws {
        _ = try ledger.search(words)
    }

    @Test("filters narrow by kind, party, pair, place, time and force")
    func filters() throws {
        #expect(try headings("Sejin", LedgerFilter(kind: "meeting")) == ["Han Doyun met Đặng Thu Hà"])
        #expect(try headings("met", LedgerFilter(party: "han doyun", partner: "Đặng")) == ["Han Doyun met Đặng Thu Hà"])
        #expect(try headings("met", LedgerFilter(party: "han doyun", partner: "nobody")).isEmpty)
        #expect(try headings("met", LedgerFilter(place: "city hall")) == ["Han Doyun met Đặng Thu Hà"])
        #expect(try headings("met", LedgerFilter(until: PartialDate("2020"))).isEmpty)
        #expect(try headings("Sejin", LedgerFilter(force: .signed)).isEmpty)
    }

    @Test("a hit tells who takes part, when as precisely as it is known, and what a figure counts")
    func hits() throws {
        let promised = try #require(try ledger.search("train pilots", kinds: ["commitment"]).first)
        #expect(promised.date?.description == "2026")
        #expect(promised.participants.map { [$0.role, $0.party.name] } == [["by", "Sejin"]])
        let counted = try #require(try ledger.search("residents", kinds: ["figure"]).first)
        #expect(counted.heading == "residents of Hải Lâm: > 1,200")
        #expect(try ledger.search("Sejin", kinds: ["party"]).allSatisfy(\.participants.isEmpty))
    }

    @Test("what is read anew is found by its new words alone")
    func replaced() throws {
        var page = Samples.meeting
        page.reading.entries.removeAll { $0.id == "e2" }
        #expect(try ledger.replaceReading(page.reading) == .replaced)
        #expect(try headings("joint office", kinds: ["statement"]).isEmpty)
        #expect(try headings("residents", kinds: ["figure"]).count == 1)
    }

    @Test("a ledger from before there was an index gets one when it is opened")
    func older() throws {
        try ledger.rebuildSearch()
        #expect(try ledger.health().allSatisfy(\.isSound))
        #expect(try headings("hai lam", kinds: ["figure"]).count == 1)
    }
}
