// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Ledger
import Testing

@Suite("Pages that cannot all be right")
struct DisagreementTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func page(_ day: String, _ paper: String, _ body: String) -> Story {
        Story(day, paper, "\(body) (\(paper), \(day))").party("c1", .city, "Sejin", geonames: "11")
            .party("c2", .city, "Hải Lâm", geonames: "21")
    }

    private func figure(
        _ day: String, _ paper: String, _ value: Double, relation: Figure.Comparison = .equal,
        asOf: String? = "2024-06",
        scope: String = "c1"
    ) -> Story {
        let words = "\(Int(value)) foreign students live here"
        return page(day, paper, words).entry(
            "e1",
            .figure(
                Figure(
                    indicator: "foreign students", value: value, relation: relation, unit: "students", scope: scope,
                    asOf: asOf.flatMap { .stated($0) })), words)
    }

    @Test("two values of one figure at one time are a conflict, with both sides and the reason in words")
    func values() throws {
        let ledger = try folder.ledger()
        try ledger.tell(figure("2024-06-19", "A", 18_400), figure("2024-06-20", "B", 14_800))
        let conflict = try #require(try ledger.disagreements().first)
        #expect(conflict.kind == .value)
        #expect(conflict.sides.map(\.value) == ["18400", "14800"])
        #expect(conflict.sides.allSatisfy { $0.sources.count == 1 && $0.origins == 1 && $0.evidence.count == 1 })
        #expect(conflict.reason == "foreign students: value 18,400 on one page, 14,800 on another.")
    }

    @Test(
        "figures of another day or scope, and rounded or hedged ones, are none",
        arguments: [
            figureArguments(value: 12_900, asOf: "2022-06"), figureArguments(value: 14_800, scope: "c2"),
            figureArguments(value: 18_000, relation: .approximate), figureArguments(value: 18_000, relation: .greater),
        ])
    func lookAlikes(other: FigureArguments) throws {
        let ledger = try folder.ledger()
        try ledger.tell(
            figure("2024-06-19", "A", 18_400),
            figure("2024-06-20", "B", other.value, relation: other.relation, asOf: other.asOf, scope: other.scope))
        #expect(try ledger.disagreements().isEmpty)
    }

    struct FigureArguments: Sendable {
        var value: Double
        var relation: Figure.Comparison = .equal
        var asOf = "2024-06"
        var scope = "c1"
    }

    private static func figureArguments(
        value: Double, relation: Figure.Comparison = .equal, asOf: String = "2024-06", scope: String = "c1"
    ) -> FigureArguments {
        FigureArguments(value: value, relation: relation, asOf: asOf, scope: scope)
    }

    private func mayor(_ day: String, _ name: String, _ title: String = "Mayor") -> Story {
        page(day, "P\(day)", "\(title) \(name) spoke.").party("p1", .person, name, titles: [(title, "c1")])
    }

    @Test("two holders of one office at one time are a conflict; one after the other are none")
    func holders() throws {
        let ledger = try folder.ledger()
        try ledger.tell(mayor("2022-05-01", "Han Doyun"), mayor("2024-01-10", "Han Doyun"))
        try ledger.tell(mayor("2024-02-01", "Ji Woobin"), mayor("2025-03-01", "Ji Woobin"))
        #expect(try ledger.disagreements().isEmpty)
        try ledger.tell(mayor("2024-06-01", "Han Doyun"))
        let conflict = try #require(try ledger.disagreements().first)
        #expect(conflict.kind == .officeHolder)
        #expect(Set(conflict.sides.map(\.value)) == ["Han Doyun", "Ji Woobin"])
    }

    @Test("a family name alone is no second holder")
    func shortForms() throws {
        let ledger = try folder.ledger()
        try ledger.tell(mayor("2024-02-01", "Ji Woobin"), mayor("2024-03-01", "Ji Woobin"))
        try ledger.tell(mayor("2024-02-15", "Ji"))
        #expect(try ledger.disagreements().isEmpty)
    }

    @Test(
        "former, coming and deputy holders are no conflict", arguments: ["former Mayor", "Mayor-elect", "Vice Mayor"])
    func otherStandings(title: String) throws {
        let ledger = try folder.ledger()
        try ledger.tell(mayor("2024-01-10", "Han Doyun"), mayor("2024-06-01", "Han Doyun"))
        try ledger.tell(mayor("2024-03-01", "Ji Woobin", title))
        #expect(try ledger.disagreements().isEmpty)
    }

    private func signing(_ day: String, _ paper: String, on date: String, status: Agreement.Status = .signed) -> Story {
        page(day, paper, "Sejin and Hải Lâm became sister cities.").entry(
            "e1", .agreement(Agreement(type: .sisterCity, parties: ["c1", "c2"], status: status, date: .stated(date))),
            "Sejin and Hải Lâm became sister cities.")
    }

    @Test("two days of one signing are a conflict; a month and a day in it are none")
    func dates() throws {
        let ledger = try folder.ledger()
        try ledger.tell(signing("2022-09-16", "A", on: "2022-09-15"), signing("2022-09-17", "B", on: "2022-09"))
        #expect(try ledger.disagreements().isEmpty)
        try ledger.tell(signing("2022-09-18", "C", on: "2022-09-16"))
        #expect(try ledger.disagreements().map(\.kind) == [.date])
    }

    @Test("a side is proved by the words that hold its value, not by the first of its page")
    func words() throws {
        let ledger = try folder.ledger()
        func told(_ day: String, _ paper: String, on date: String) -> Story {
            page(day, paper, "Sejin and Hải Lâm become sister cities. They signed on \(date).").entry(
                "e1",
                .agreement(Agreement(type: .sisterCity, parties: ["c1", "c2"], status: .signed, date: .stated(date))),
                "Sejin and Hải Lâm become sister cities.", "They signed on \(date).")
        }
        try ledger.tell(told("2022-09-16", "A", on: "2022-09-15"), told("2022-09-18", "B", on: "2022-09-16"))
        let conflict = try #require(try ledger.disagreements().first)
        #expect(
            conflict.sides.map { $0.evidence.map(\.quote) }
                == [["They signed on 2022-09-15."], ["They signed on 2022-09-16."]])
    }

    @Test("what is planned after it was signed is a conflict; what was planned before is none")
    func statuses() throws {
        let ledger = try folder.ledger()
        try ledger.tell(
            signing("2022-09-10", "A", on: "2022-09-15", status: .planned), signing("2022-09-16", "B", on: "2022-09-15")
        )
        #expect(try ledger.disagreements().isEmpty)
        try ledger.tell(signing("2022-09-20", "C", on: "2022-09-15", status: .planned))
        #expect(try ledger.disagreements().map(\.kind) == [.status])
    }

    private func signed(_ day: String, _ paper: String, at place: String? = nil, by names: [String] = []) -> Story {
        let who = names.joined(separator: ", ")
        let words = "Sejin and Hải Lâm signed a treaty on ferries at \(place ?? "noon") (\(who))."
        var story = page(day, paper, words)
        if let place { story = story.party("v1", .organisation, place) }
        for (number, name) in names.enumerated() { story = story.party("p\(number)", .person, name) }
        return story.entry(
            "e1",
            .agreement(
                Agreement(
                    type: .treaty, parties: ["c1", "c2"], signatories: names.indices.map { "p\($0)" },
                    place: place == nil ? nil : "v1", status: .signed, date: .stated("2022-09-15"))), words)
    }

    @Test("two halls in which one paper was signed are a conflict; a hall and nothing are none")
    func places() throws {
        let ledger = try folder.ledger()
        try ledger.tell(signed("2022-09-16", "A", at: "Opera House"), signed("2022-09-17", "B"))
        #expect(try ledger.disagreements().isEmpty)
        try ledger.tell(signed("2022-09-18", "C", at: "Convention Centre"))
        #expect(try ledger.disagreements().map(\.kind) == [.place])
    }

    @Test("other persons who signed are a conflict; one more of them is none")
    func signatories() throws {
        let ledger = try folder.ledger()
        try ledger.tell(
            signed("2022-09-16", "A", by: ["Han Doyun", "Đặng Thu Hà"]), signed("2022-09-17", "B", by: ["Han Doyun"]))
        #expect(try ledger.disagreements().isEmpty)
        try ledger.tell(signed("2022-09-18", "C", by: ["Ji Woobin"]))
        #expect(try ledger.disagreements().map(\.kind) == [.parties])
    }

    @Test("a misspelt name is a conflict; another way to write Korean is none")
    func spellings() throws {
        let ledger = try folder.ledger()
        try ledger.tell(mayor("2024-01-10", "Han Doyun"), mayor("2024-01-11", "Han Do-yoon"))
        #expect(try ledger.disagreements().isEmpty)
        try ledger.tell(mayor("2024-01-12", "Han Doyum"))
        let conflict = try #require(try ledger.disagreements().first)
        #expect(conflict.kind == .spelling)
    }

    @Test("a person settles a conflict with a note; it is open again when that is undone")
    func resolving() throws {
        let ledger = try folder.ledger()
        try ledger.tell(figure("2024-06-19", "A", 18_400), figure("2024-06-20", "B", 14_800))
        let id = try #require(try ledger.disagreements().first?.id)
        let number = try ledger.resolve(id, .settled, holds: "18400", note: "digits swapped", by: .tester)
        #expect(try ledger.disagreements().isEmpty)
        #expect(try ledger.disagreements(resolvedToo: true).first?.resolution?.note == "digits swapped")
        // A third page on one side does not open it again.
        try ledger.tell(figure("2024-06-21", "C", 18_400))
        #expect(try ledger.disagreements().isEmpty)
        try ledger.reopen(resolution: number, by: .tester)
        #expect(try ledger.disagreements().map(\.id) == [id])
        #expect(throws: LedgerError.self) { try ledger.resolve("0000", .noConflict, note: "", by: .tester) }
    }
}
