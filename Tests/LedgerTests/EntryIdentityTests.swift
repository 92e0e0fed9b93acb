// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Ledger
import Testing

@Suite("The same event, agreement or pledge on many pages")
struct EntryIdentityTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// A page on which the mayor of Sejin and the governor of Hải Lâm are named.
    private func page(_ day: String, _ paper: String, _ body: String) -> Story {
        Story(day, paper, body)
            .party("c1", .city, "Sejin", geonames: "11").party("c2", .city, "Hải Lâm", geonames: "21")
            .party("p1", .person, "Han Doyun", titles: [("Mayor", "c1")])
            .party("p2", .person, "Đặng Thu Hà", titles: [("Governor", "c2")])
    }

    @Test("a meeting told by two papers is one event, with both pages as its sources")
    func meeting() throws {
        let ledger = try folder.ledger()
        try ledger.tell(
            page("2024-03-05", "Harbour", "Mayor Han met the governor.")
                .meeting("e1", ["p1", "p2"], "Mayor Han met the governor.", on: "2024-03-04", at: "c1"),
            page("2024-03-06", "Delta", "Governor Hà was received in Sejin.")
                .meeting("e1", ["p2", "p1"], "Governor Hà was received in Sejin.", on: "2024-03-04", at: "c1"))
        #expect(try ledger.facts().map(\.sources) == [2])
        #expect(try ledger.facts().map(\.origins) == [2])
        #expect(try ledger.facts().map(\.firstDay) == ["2024-03-04"])
    }

    @Test("a person stands for the city whose mayor they are: a visit is one, seen from both sides")
    func bothSides() throws {
        let ledger = try folder.ledger()
        try ledger.tell(
            page("2024-03-05", "Harbour", "Mayor Han visited Hải Lâm.")
                .meeting("e1", ["p1"], "Mayor Han visited Hải Lâm.", on: "2024-03-04", at: "c2", type: .visit),
            page("2024-03-05", "Delta", "A delegation from Sejin visited Hải Lâm.")
                .meeting(
                    "e1", ["c1"], "A delegation from Sejin visited Hải Lâm.", on: "2024-03-04", at: "c2", type: .visit))
        #expect(try ledger.facts().map(\.sources) == [2])
    }

    @Test("two summits of one name in two years and places are two, also where they are told on one page")
    func summits() throws {
        let ledger = try folder.ledger()
        let first = page("2022-11-10", "Harbour", "The Strait Forum Summit met in Sejin.")
            .meeting(
                "e1", ["p1"], "The Strait Forum Summit met in Sejin.", on: "2022-11-08", at: "c1", type: .summit,
                title: "Strait Forum Summit")
        let second = page("2024-11-10", "Harbour", "The Strait Forum Summit met in Hải Lâm.")
            .meeting(
                "e1", ["p1"], "The Strait Forum Summit met in Hải Lâm.", on: "2024-11-08", at: "c2", type: .summit,
                title: "Strait Forum Summit")
        let both = page("2024-11-11", "Delta", "After Sejin in 2022 the Strait Forum Summit met again.")
            .meeting(
                "e1", ["p1"], "Sejin in 2022", on: "2022-11-08", at: "c1", type: .summit, title: "Strait Forum Summit"
            )
            .meeting(
                "e2", ["p1"], "the Strait Forum Summit met again", on: "2024-11-08", at: "c2", type: .summit,
                title: "Strait Forum Summit")
        try ledger.tell(first, second, both)
        #expect(try ledger.facts().map(\.sources) == [2, 2])
    }

    @Test("two meetings of one person on one day with other people are two")
    func otherPeople() throws {
        let ledger = try folder.ledger()
        try ledger.tell(
            page("2024-03-05", "Harbour", "Mayor Han met the governor.")
                .meeting("e1", ["p1", "p2"], "Mayor Han met the governor.", on: "2024-03-04"),
            page("2024-03-05", "Delta", "Mayor Han met Ji Woobin.").party("p3", .person, "Ji Woobin")
                .meeting("e1", ["p1", "p3"], "Mayor Han met Ji Woobin.", on: "2024-03-04"))
        #expect(try ledger.facts().count == 2)
    }

    @Test("a planned visit and the visit that took place are one, and its status follows the later pages")
    func planned() throws {
        let ledger = try folder.ledger()
        try ledger.tell(
            page("2024-03-01", "Harbour", "Mayor Han will visit Hải Lâm.")
                .meeting(
                    "e1", ["p1", "c2"], "Mayor Han will visit Hải Lâm.", on: "2024-03-04", at: "c2", type: .visit,
                    status: .planned),
            page("2024-03-05", "Harbour", "Mayor Han visited Hải Lâm.")
                .meeting("e1", ["p1", "c2"], "Mayor Han visited Hải Lâm.", on: "2024-03-04", at: "c2", type: .visit))
        #expect(try ledger.facts().map(\.sources) == [2])
        #expect(try ledger.facts().map(\.status) == ["past"])
        #expect(try ledger.disagreements().isEmpty)
    }

    @Test("an agreement is one by parties, form and day; another subject makes another agreement")
    func agreements() throws {
        func memorandum(_ day: String, _ paper: String, _ scope: String, on date: String) -> Story {
            page(day, paper, "They signed a memorandum on \(scope).")
                .entry(
                    "e1",
                    .agreement(
                        Agreement(
                            type: .memorandum, parties: ["c1", "c2"], scope: scope, status: .signed,
                            date: .stated(date))), "They signed a memorandum on \(scope).")
        }
        let ledger = try folder.ledger()
        try ledger.tell(
            memorandum("2024-05-03", "Harbour", "the training of pilots", on: "2024-05-02"),
            memorandum("2024-05-04", "Delta", "pilots", on: "2024-05-02"),
            memorandum("2024-05-04", "Courier", "museum loans", on: "2023-01-09"))
        #expect(try ledger.facts(.agreement).map(\.sources) == [1, 2])
    }

    @Test("a pledge is one in other words; pledges of other things are others")
    func pledges() throws {
        func pledge(_ day: String, _ paper: String, _ what: String) -> Story {
            page(day, paper, "Mayor Han said: \(what).")
                .entry(
                    "e1",
                    .commitment(Commitment(by: ["c1"], force: .pledge, what: what, deadline: .stated("2026"))), what)
        }
        let ledger = try folder.ledger()
        try ledger.tell(
            pledge("2024-05-03", "Harbour", "Sejin will train 40 harbour pilots by 2026"),
            pledge("2024-05-04", "Delta", "to train 40 harbour pilots before 2026"),
            pledge("2024-05-04", "Courier", "Sejin will lend its museum two ships by 2026"))
        #expect(try ledger.facts(.commitment).map(\.sources).sorted() == [1, 2])
        #expect(try ledger.facts(.commitment).allSatisfy { $0.status == "open" })
    }

    @Test("parties that become one bring their events with them: pairs know both")
    func pairs() throws {
        let ledger = try folder.ledger()
        try ledger.tell(
            page("2024-03-05", "Harbour", "Mayor Han met the governor.")
                .meeting("e1", ["p1", "p2"], "Mayor Han met the governor.", on: "2024-03-04"))
        #expect(try ledger.pair("Sejin", "hai lam").count == 1)
        #expect(try ledger.pair("Han Doyun", "Hải Lâm").count == 1)
        #expect(try ledger.pair("Sejin", "Nowhere").isEmpty)
    }

    @Test("a city of which the proof names only a body takes part")
    func pairOfBodies() throws {
        let ledger = try folder.ledger()
        let words = "Bo Rin, head of the Sejin City Council, received a delegation from the Hải Lâm Provincial Council."
        try ledger.tell(
            Story("2024-03-05", "Harbour", words)
                .party("c1", .city, "Sejin", geonames: "11").party("c2", .city, "Hải Lâm", geonames: "21")
                .party("c3", .city, "Lâm", geonames: "31")
                .party("p1", .person, "Bo Rin").party("g1", .group, "delegation")
                .meeting("e1", ["p1", "g1"], words, on: "2024-03-04"))
        #expect(try ledger.pair("Sejin", "hai lam").map(\.firstDay) == ["2024-03-04"])
    }

    @Test("who holds an office of a city's council acts for the city")
    func officeOfCouncil() throws {
        let ledger = try folder.ledger()
        try ledger.tell(
            Story("2024-03-05", "Harbour", "Bo Rin met Mayor Han.")
                .party("c1", .city, "Sejin", geonames: "11").party("c2", .city, "Hải Lâm", geonames: "21")
                .party("g1", .government, "Hải Lâm People's Council")
                .party("p1", .person, "Han Doyun", titles: [("Mayor", "c1")])
                .party("p2", .person, "Bo Rin", titles: [("Chairman", "g1")])
                .meeting("e1", ["p1", "p2"], "Bo Rin met Mayor Han.", on: "2024-03-04"))
        #expect(try ledger.pair("Sejin", "hai lam").count == 1)
    }

    @Test("numbers of a thing that is only called by its unit are no one figure")
    func bareFigures() throws {
        let ledger = try folder.ledger()
        func story(_ day: String, _ number: Double, _ indicator: String, _ words: String) -> Story {
            Story(day, "Wire", words).entry(
                "e1", .figure(Figure(indicator: indicator, value: number, unit: "ports")), words)
        }
        try ledger.tell(
            story("2023-05-03", 4, "ports", "Ships of 4 ports came."),
            story("2023-05-04", 8, "ports", "Fish of 8 ports was sold."))
        #expect(try ledger.proposals().isEmpty)
        #expect(try ledger.facts(.figure).count == 2)
    }
}
