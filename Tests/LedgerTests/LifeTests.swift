// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Ledger
import Testing

@Suite("The life of a commitment")
struct LifeTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func page(_ day: String, _ body: String) -> Story {
        Story(day, "Harbour", body).party("c1", .city, "Sejin", geonames: "11")
            .party("c2", .city, "Hải Lâm", geonames: "21")
    }

    private var pledge: Story {
        page("2023-05-03", "Sejin will open a direct ferry line by the end of 2023.").entry(
            "e1",
            .commitment(
                Commitment(
                    by: ["c1"], force: .pledge, what: "open a direct ferry line by the end of 2023",
                    deadline: .stated("2023"))), "Sejin will open a direct ferry line by the end of 2023.")
    }

    private func news(_ day: String, _ words: String) -> Story {
        page(day, words).meeting("e1", ["c1", "c2"], words, on: day, type: .other)
    }

    @Test(
        "later pages are attached with the status that their words suggest",
        arguments: [
            ("The direct ferry line has been delayed.", CommitmentStatus.stalled),
            ("Work on the direct ferry line is under way.", .inWorks),
            ("The direct ferry line was opened on Monday.", .kept),
            ("The city abandoned the direct ferry line.", .broken),
            ("Sejin has not opened the direct ferry line.", .stalled),
            ("The direct ferry line hasn't been opened.", .stalled),
            ("The direct ferry line will open in April.", .inWorks),
        ])
    func suggestions(words: String, status: CommitmentStatus) throws {
        let ledger = try folder.ledger()
        try ledger.tell(pledge, news("2024-02-01", words))
        let found = try #require(try ledger.followUps().first)
        #expect(found.status == status)
        #expect(found.evidence.map(\.quote) == [words])
        #expect(found.verdict == nil)
    }

    @Test("a suggestion changes nothing until a person accepts it")
    func verdict() throws {
        let ledger = try folder.ledger()
        try ledger.tell(pledge, news("2024-02-01", "The direct ferry line was opened on Monday."))
        let id = try #require(try ledger.facts(.commitment).first?.id)
        #expect(try ledger.record(id).row.status == "open")
        let number = try #require(try ledger.followUps(of: id).first?.number)
        try ledger.decide(followUp: number, .rejected, by: .tester)
        #expect(try ledger.record(id).row.status == "open")
        try ledger.decide(followUp: number, .accepted, by: .tester, note: "seen it sail")
        #expect(try ledger.record(id).row.status == "kept")
        #expect(try ledger.followUps(of: id).first?.author == .tester)
    }

    @Test("a search and a list can be narrowed to what a person has judged kept")
    func filters() throws {
        let ledger = try folder.ledger()
        try ledger.tell(pledge)
        let id = try #require(try ledger.facts(.commitment).first?.id)
        let kept = LedgerFilter(status: "kept")
        #expect(try ledger.entryRows(.commitment, kept).isEmpty)
        #expect(try ledger.search("ferry", kept).isEmpty)
        _ = try ledger.assert("status", "kept", of: id, by: .tester)
        #expect(try ledger.entryRows(.commitment, kept).map(\.id) == [id])
        #expect(try ledger.search("ferry", kept).map(\.record) == [id])
    }

    @Test("pages about something else, and pages that repeat the pledge, are not attached")
    func unrelated() throws {
        let ledger = try folder.ledger()
        try ledger.tell(pledge, news("2024-02-01", "Sejin opened a museum of ships."))
        #expect(try ledger.followUps().isEmpty)
    }

    private var aid: Story {
        page("2023-05-03", "Sejin will train 200 fire wardens.").entry(
            "e1",
            .commitment(
                Commitment(
                    by: ["c1"], force: .pledge, what: "train 200 fire wardens",
                    target: .init(value: 200, unit: "fire wardens"))), "Sejin will train 200 fire wardens.")
    }

    @Test(
        "a number below the target tells a part, one of earlier years nothing, and a day is no number",
        arguments: [
            ("On 4 March 2024 Sejin trained 120 fire wardens.", CommitmentStatus.partlyKept),
            ("On 4 March 2024 Sejin trained the last fire wardens.", .kept),
            ("The fire wardens trained by Sejin reached 1,200.", .kept),
            ("Sejin trained 60 fire wardens in 2021.", nil),
        ])
    func numbers(words: String, status: CommitmentStatus?) throws {
        let ledger = try folder.ledger()
        try ledger.tell(aid, page("2024-03-05", words))
        #expect(try ledger.followUps().map(\.status) == [status].compactMap(\.self))
    }

    @Test("a suggestion is one sentence, also where no entry stands on it, and it is verified")
    func sentence() throws {
        let ledger = try folder.ledger()
        let words = "The mayor spoke. The direct ferry line, on which J. Quill sailed, opened on Dec. 30. Rain fell."
        try ledger.tell(pledge, page("2024-02-01", words))
        let found = try #require(try ledger.followUps().first)
        #expect(
            found.evidence.map(\.quote) == ["The direct ferry line, on which J. Quill sailed, opened on Dec. 30."])
        #expect(found.entry.name == "Sejin")
        #expect(try ledger.evidenceFailures().isEmpty)
    }

    @Test("the promise told again within weeks, and other doings of the same parties, are no news")
    func retold() throws {
        let ledger = try folder.ledger()
        try ledger.tell(
            pledge, page("2023-05-05", "The direct ferry line will open by the end of 2023, Sejin says."),
            page("2024-02-01", "Sejin opened a museum, and Hải Lâm signed a pact on fish."))
        #expect(try ledger.followUps().isEmpty)
    }

    @Test("the order in which pages come in does not matter")
    func order() throws {
        let ledger = try folder.ledger()
        try ledger.tell(page("2024-02-01", "The direct ferry line was opened on Monday, Sejin said."), pledge)
        #expect(try ledger.followUps().map(\.status) == [.kept])
    }

    @Test("what is due, overdue, silent or without follow-up is listed")
    func due() throws {
        let ledger = try folder.ledger()
        try ledger.tell(
            pledge,
            page("2023-06-01", "They signed a memorandum.").entry(
                "e1", .agreement(Agreement(type: .memorandum, parties: ["c1", "c2"], date: .stated("2023-06-01"))),
                "They signed a memorandum."),
            page("2023-06-02", "Hải Lâm will send its choir and hopes to sing abroad.").entry(
                "e1", .commitment(Commitment(by: ["c2"], force: .pledge, what: "send its choir")),
                "Hải Lâm will send its choir"
            ).entry(
                "e2", .commitment(Commitment(by: ["c2"], force: .hope, what: "sing abroad")),
                "hopes to sing abroad"))
        func reasons(_ today: String) throws -> [DueItem.Reason] {
            try ledger.due(DueQuery(today: today)).map(\.reason)
        }
        #expect(try reasons("2023-07-01") == [])
        #expect(try reasons("2023-11-01") == [.due])
        #expect(try reasons("2024-01-01") == [.overdue])
        #expect(try reasons("2025-01-01") == [.overdue, .noNews, .noFollowUp])
        #expect(
            try ledger.due(DueQuery(today: "2025-01-01")).map { $0.parties.map(\.name) }
                == [["Sejin"], ["Hải Lâm"], ["Hải Lâm", "Sejin"]])
    }

    @Test("a page of which only the year is known counts from the last past day that it tells of")
    func year() throws {
        let ledger = try folder.ledger()
        try ledger.tell(
            page("2023", "They met on 11 April.").meeting(
                "e1", ["c1", "c2"], "They met on 11 April.", on: "2023-04-11", type: .other
            ).entry(
                "e2", .commitment(Commitment(by: ["c2"], force: .pledge, what: "send its choir")), "They met"))
        let silent = try ledger.due(DueQuery(today: "2025-01-01")).filter { $0.reason == .noNews }
        #expect(silent.map(\.day) == ["2023-04-11"])
    }

    @Test("places and bodies that have had no dealings for long are listed with the last of them, people are not")
    func contact() throws {
        let ledger = try folder.ledger()
        func met(_ day: String, _ words: String) -> Story {
            page(day, words).party("p1", .person, "J. Quill").meeting(
                "e1", ["c1", "c2", "p1"], words, on: day, type: .other)
        }
        try ledger.tell(met("2023-01-10", "They met on the quay."), met("2023-04-11", "They met in the town hall."))
        let silent = try ledger.due(DueQuery(today: "2025-01-01")).filter { $0.reason == .noContact }
        #expect(silent.map(\.day) == ["2023-04-11"])
        #expect(Set(silent[0].parties.map(\.name)) == ["Sejin", "Hải Lâm"])
    }

    @Test("a promise is contact on the day on which it is told, not on the day that it is for")
    func promisedDays() throws {
        let ledger = try folder.ledger()
        let words = "Sejin and Hải Lâm will open a school by 2030."
        try ledger.tell(
            page("2022-05-02", "They met on the quay.").meeting(
                "e1", ["c1", "c2"], "They met on the quay.", on: "2022", type: .other),
            page("2023-05-03", words).entry(
                "e1",
                .commitment(
                    Commitment(by: ["c1", "c2"], force: .pledge, what: "open a school", deadline: .stated("2030"))),
                words))
        #expect(try ledger.busiestPairs().map(\.lastContact) == ["2023-05-03"])
        let silent = try ledger.due(DueQuery(today: "2025-01-01")).filter { $0.reason == .noContact }
        #expect(silent.map(\.day) == ["2023-05-03"])
    }

    @Test("contact of which only the year is known is told by the year")
    func contactInYear() throws {
        let ledger = try folder.ledger()
        func met(_ date: String, _ words: String) -> Story {
            page("2023-06-01", words).meeting("e1", ["c1", "c2"], words, on: date, type: .other)
        }
        try ledger.tell(met("2021", "They met on the quay."), met("2022", "They met in the town hall."))
        #expect(try ledger.busiestPairs().map(\.lastContact) == ["2022"])
        let silent = try ledger.due(DueQuery(today: "2025-01-01")).filter { $0.reason == .noContact }
        #expect(silent.map(\.day) == ["2022"])
    }

    @Test("a city has no contact to lose with its own country, and with another not besides that with a city there")
    func countries() throws {
        func pairs(_ parties: [String], then later: [String]? = nil, limit: Int = 100) throws -> Set<Set<String>> {
            let folder = try TemporaryFolder()
            let ledger = try folder.ledger()
            func met(_ parties: [String], _ day: String, _ words: String) -> Story {
                Story(day, "Harbour", words).party("c1", .city, "Sejin", geonames: "11", country: "KR")
                    .party("c2", .country, "Korea", iso: "KR").party("c3", .country, "Chile", iso: "CL")
                    .party("c4", .city, "Puerto Claro", geonames: "12", country: "CL")
                    .meeting("e1", parties, words, on: day, type: .other)
            }
            try ledger.tell(
                met(parties, "2023-01-10", "They met on the quay."),
                met(later ?? parties, "2023-04-11", "They met in the town hall."))
            return Set(
                try ledger.due(DueQuery(today: "2025-01-01", limit: limit)).filter { $0.reason == .noContact }.map {
                    item in
                    Set(item.parties.map(\.name))
                })
        }
        #expect(try pairs(["c1", "c2"]) == [])
        #expect(try pairs(["c1", "c3"]) == [["Sejin", "Chile"]])
        #expect(try pairs(["c2", "c3"]) == [["Korea", "Chile"]])
        #expect(try pairs(["c1", "c2", "c3", "c4"]) == [["Sejin", "Puerto Claro"]])
        #expect(try pairs(["c1", "c2", "c3", "c4"], limit: 1) == [["Sejin", "Puerto Claro"]])
        // What was told of the city once is told of the country.
        #expect(try pairs(["c1", "c3"], then: ["c1", "c3", "c4"]) == [["Sejin", "Chile"]])
    }
}
