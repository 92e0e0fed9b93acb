// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Ledger
import Testing

@Suite("What was known on a day")
struct AsOfTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func page(_ day: String, _ paper: String, on date: String, text: String) -> Story {
        Story(day, paper, "\(paper) writes: Sejin and Hải Lâm opened a ferry line. \(text)")
            .party("c1", .city, "Sejin", geonames: "11").party("c2", .city, "Hải Lâm", geonames: "21")
            .entry(
                "e1",
                .agreement(Agreement(type: .sisterCity, parties: ["c1", "c2"], status: .signed, date: .stated(date))),
                "Sejin and Hải Lâm opened a ferry line."
            )
            .entry(
                "e2",
                .commitment(
                    Commitment(by: ["c1"], force: .pledge, what: "open a ferry line", deadline: .stated("2024-12"))),
                "opened a ferry line")
    }

    /// Three pages, the last two of which give another day than the first.
    private func fill() throws {
        let ledger = try folder.ledger()
        try ledger.tell(
            page("2024-03-05", "Alpha", on: "2024-03-03", text: "It rained on the quay all morning."),
            page("2024-03-08", "Beta", on: "2024-03-04", text: "Nobody spoke of the ferry that had sunk."),
            page("2024-03-09", "Gamma", on: "2024-03-04", text: "A band of eleven played marches."))
        let id = try #require(try ledger.facts(.commitment).first?.id)
        _ = try ledger.assert("status", "kept", of: id, by: .tester)
        try ledger.close()
    }

    private func asOf(_ day: String) throws -> Ledger {
        try Ledger(at: folder.ledger, ifAbsent: .refuse, asOf: day)
    }

    @Test("lists, pairs and records show the pages of that day, their counts and the values that were known")
    func values() throws {
        try fill()
        let early = try asOf("2024-03-06")
        let late = try asOf("2024-03-10")
        #expect(try early.facts(.agreement).map(\.firstDay) == ["2024-03-03"])
        #expect(try late.facts(.agreement).map(\.firstDay) == ["2024-03-04"])
        #expect(try early.facts(.agreement).map(\.sources) == [1])
        #expect(try late.facts(.agreement).map(\.sources) == [3])
        #expect(try early.pair("Sejin", "Hải Lâm").map(\.sources) == [1])
        #expect(try early.entryRows(.agreement).map(\.firstDay) == ["2024-03-03"])
        #expect(try early.agreements().count == 1)
        #expect(try early.search("ferry", kinds: ["commitment"]).map(\.sources) == [1])
        #expect(try early.sources().count == 1)
    }

    @Test("before the first page there is nothing")
    func nothing() throws {
        try fill()
        let ledger = try asOf("2024-03-04")
        #expect(try ledger.facts(.agreement).isEmpty)
        #expect(try ledger.search("ferry").isEmpty)
        #expect(try ledger.people().isEmpty)
        #expect(try ledger.due(DueQuery(today: "2026-01-01")).isEmpty)
        #expect(try ledger.pages(holding: [["ferry"]], wishing: [], limit: 5).isEmpty)
    }

    @Test("a conflict is known when both its sides are")
    func conflicts() throws {
        try fill()
        #expect(try asOf("2024-03-06").disagreements().isEmpty)
        #expect(try asOf("2024-03-08").disagreements().map(\.kind) == [.date])
    }

    @Test("what a person said later is not known, and what is due is told as it was then")
    func persons() throws {
        try fill()
        #expect(try asOf("2025-06-30").facts(.commitment).map(\.status) == ["open"])
        #expect(try asOf("2025-07-01").facts(.commitment).map(\.status) == ["kept"])
        #expect(try asOf("2025-06-30").due(DueQuery(today: "2025-06-30")).contains { $0.reason == .overdue })
        #expect(try !asOf("2025-07-01").due(DueQuery(today: "2025-07-01")).contains { $0.reason == .overdue })
    }

    @Test("nothing can be changed in it, and the file stays as it is")
    func readOnly() throws {
        try fill()
        let before = try Data(contentsOf: folder.ledger)
        let ledger = try asOf("2024-03-06")
        #expect(throws: LedgerError.self) { try ledger.addNote("no", about: "x", by: .tester) }
        try ledger.close()
        #expect(try Data(contentsOf: folder.ledger) == before)
    }
}
