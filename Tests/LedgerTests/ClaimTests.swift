// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Ledger
import Testing

@Suite("Values and what speaks for them")
struct ClaimTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func page(_ day: String, _ paper: String, on date: String, text: String = "") -> Story {
        Story(day, paper, "\(paper) writes: Han Doyun met Đặng Thu Hà. \(text)")
            .party("p1", .person, "Han Doyun").party("p2", .person, "Đặng Thu Hà")
            .meeting("e1", ["p1", "p2"], "Han Doyun met Đặng Thu Hà.", on: date)
    }

    private func shown(_ ledger: Ledger, _ field: String, asOf day: String? = nil) throws -> String? {
        let id = try #require(try ledger.facts().first?.id)
        return try ledger.claims(of: id, asOf: day).first { $0.field == field && $0.isShown }?.value
    }

    private func ledgerOfThree() throws -> Ledger {
        let ledger = try folder.ledger()
        try ledger.tell(
            page("2024-03-05", "Alpha", on: "2024-03-03", text: "It rained on the quay all morning."),
            page("2024-03-06", "Beta", on: "2024-03-04", text: "Nobody spoke of the ferry that had sunk."),
            page("2024-03-07", "Gamma", on: "2024-03-04", text: "A band of eleven played marches."))
        return ledger
    }

    @Test("every value is kept with its pages, and the one that more origins give is shown")
    func origins() throws {
        let ledger = try ledgerOfThree()
        #expect(try ledger.facts().map(\.sources) == [3])
        #expect(try shown(ledger, "date") == "2024-03-04")
        let dates = try ledger.claims(of: ledger.facts()[0].id).filter { $0.field == "date" }
        #expect(dates.map(\.value) == ["2024-03-04", "2024-03-03"])
        #expect(dates.map(\.origins) == [2, 1])
        #expect(dates.map(\.firstSeen) == ["2024-03-06", "2024-03-05"])
        #expect(dates.flatMap(\.claims).allSatisfy { !$0.evidence.isEmpty })
    }

    @Test("what was known on a day is answered without what came later")
    func asOf() throws {
        let ledger = try ledgerOfThree()
        #expect(try shown(ledger, "date", asOf: "2024-03-05") == "2024-03-03")
        #expect(try shown(ledger, "date", asOf: "2024-03-07") == "2024-03-04")
        #expect(try ledger.entryRecords(RecordQuery(asOf: "2024-03-04")).isEmpty)
    }

    @Test("a date that says less supports one that says more")
    func precision() throws {
        let ledger = try folder.ledger()
        try ledger.tell(
            page("2024-03-05", "Alpha", on: "2024-03", text: "It rained on the quay all morning."),
            page("2024-03-06", "Beta", on: "2024-03", text: "Nobody spoke of the ferry that had sunk."),
            page("2024-03-07", "Gamma", on: "2024-03-04", text: "A band of eleven played marches."))
        #expect(try shown(ledger, "date") == "2024-03-04")
        #expect(try ledger.disagreements().isEmpty)
    }

    @Test("a day between two days is another date, and one older page does not outweigh five that give both")
    func spans() throws {
        let ledger = try folder.ledger()
        try ledger.tell(page("2024-03-02", "Alpha", on: "2024-03-04", text: "It rained on the quay all morning."))
        let texts = [
            "Nobody spoke of the ferry that had sunk.", "A band of eleven played marches.",
            "The hall was full of old sailors.", "Bread and herring were served at noon.",
            "Three ministers had sent their deputies.",
        ]
        for (number, text) in texts.enumerated() {
            try ledger.tell(page("2024-03-0\(number + 5)", "Paper\(number)", on: "2024-03-03/2024-03-05", text: text))
        }
        #expect(try ledger.facts().map(\.sources) == [6])
        #expect(try shown(ledger, "date") == "2024-03-03/2024-03-05")
    }

    @Test("a person's word is shown before any number of pages, keeps its note, and can be withdrawn")
    func person() throws {
        let ledger = try ledgerOfThree()
        let id = try #require(try ledger.facts().first?.id)
        let number = try ledger.assert("date", "2024-03-02", of: id, by: .tester, note: "I was there.")
        #expect(try shown(ledger, "date") == "2024-03-02")
        #expect(try ledger.facts().first?.firstDay == "2024-03-02")
        #expect(try shown(ledger, "date", asOf: "2025-06-30") == "2024-03-04")
        #expect(try ledger.history(of: id).last?.note == "I was there.")
        try ledger.withdraw(claim: number, by: .tester)
        #expect(try shown(ledger, "date") == "2024-03-04")
        #expect(try ledger.history(of: id).contains { $0.withdrawnBy == Author.tester.name })
    }

    @Test("what an earlier reading of a page said stays in the history")
    func earlier() throws {
        let ledger = try ledgerOfThree()
        let id = try #require(try ledger.facts().first?.id)
        var reading = page("2024-03-05", "Alpha", on: "2024-03-04", text: "It rained on the quay all morning.")
            .page.reading
        reading.parties.reverse()
        #expect(try ledger.replaceReading(reading) == .replaced)
        #expect(try ledger.claims(of: id).filter { $0.field == "date" }.map(\.value) == ["2024-03-04"])
        #expect(try ledger.history(of: id).contains { $0.value == "2024-03-03" && $0.withdrawnBy == "reading" })
        #expect(try ledger.evidenceFailures().isEmpty)
    }
}
