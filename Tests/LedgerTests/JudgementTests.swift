// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Ledger
import Testing

@Suite("Merges, and a person's word on them")
struct JudgementTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func page(_ day: String, _ name: String, office: Bool = true) -> Story {
        Story(day, "Paper\(day.suffix(2))", "\(name), Mayor of Sejin, spoke.")
            .party("p2", .city, "Sejin", geonames: "11")
            .party("p1", .person, name, titles: office ? [("Mayor", "p2")] : [])
    }

    private func persons(_ ledger: Ledger) throws -> [RecordRow] {
        try ledger.partyRecords(RecordQuery(kind: "person"))
    }

    @Test("every merge has a score and its reasons in words")
    func reasons() throws {
        let ledger = try folder.ledger()
        try ledger.tell(page("2024-03-01", "Han Doyun"), page("2024-03-02", "Han Do-yoon"))
        let judgement = try #require(try ledger.judgements(of: persons(ledger)[0].id).first)
        #expect(judgement.verdict == .positive)
        #expect(judgement.author == nil)
        #expect((judgement.score ?? 0) > 0.9)
        #expect(judgement.reasons.contains("both are mayor of the same body"))
    }

    @Test("what is likely but not sure is proposed and left to a person")
    func proposals() throws {
        let ledger = try folder.ledger()
        try ledger.tell(
            page("2024-03-01", "Han Doyun", office: false), page("2024-03-02", "Han Do-yoon", office: false))
        #expect(try persons(ledger).count == 2)
        let proposal = try #require(try ledger.proposals().first)
        #expect(try ledger.judge(proposal.left.id, proposal.right.id, .positive, by: .tester) > 0)
        #expect(try persons(ledger).map(\.sources) == [2])
        #expect(try ledger.proposals().isEmpty)
    }

    @Test("a proposal waits again when what a person said of it is taken back", arguments: [true, false])
    func reopened(isSame: Bool) throws {
        let ledger = try folder.ledger()
        try ledger.tell(
            page("2024-03-01", "Han Doyun", office: false), page("2024-03-02", "Han Do-yoon", office: false))
        let proposal = try #require(try ledger.proposals().first)
        let word = try ledger.judge(proposal.left.id, proposal.right.id, isSame ? .positive : .negative, by: .tester)
        #expect(try ledger.proposals().isEmpty)
        try ledger.undo(judgement: word, by: .tester)
        #expect(try ledger.proposals().map(\.number) == [proposal.number])
        #expect(try persons(ledger).count == 2)
    }

    @Test("the user sets the threshold: above 1 the program joins nothing by itself")
    func threshold() throws {
        let ledger = try Ledger(at: folder.ledger, thresholds: IdentityThresholds(merge: 1.01))
        try ledger.tell(page("2024-03-01", "Han Doyun"), page("2024-03-02", "Han Doyun"))
        #expect(try persons(ledger).count == 2)
        #expect(try !ledger.proposals().isEmpty)
    }

    @Test("an undone merge splits the record and is not made again")
    func undo() throws {
        let ledger = try folder.ledger()
        try ledger.tell(page("2024-03-01", "Han Doyun"), page("2024-03-02", "Han Doyun"))
        let before = try persons(ledger)[0].id
        let merge = try #require(try ledger.judgements(of: before).first)
        try ledger.undo(judgement: merge.number, by: .tester)
        #expect(try persons(ledger).map(\.sources) == [1, 1])
        #expect(try persons(ledger).contains { $0.id == before })
        #expect(try ledger.reconcile() == 0)
        #expect(try persons(ledger).count == 2)
        #expect(try ledger.judgements(of: before).first?.undoneBy == .tester)
    }

    @Test("'not the same' parts a record and is remembered")
    func negative() throws {
        let ledger = try folder.ledger()
        let stories = [page("2024-03-01", "Han Doyun"), page("2024-03-02", "Han Doyun")]
        for story in stories { try ledger.tell(story) }
        let items = try ledger.record(persons(ledger)[0].id).items
        _ = try ledger.judge(items[0], items[1], .negative, by: .tester, note: "father and son")
        #expect(try persons(ledger).count == 2)
        #expect(try ledger.reconcile() == 0)
        // A third page may join one of them, but not both through itself.
        try ledger.tell(page("2024-03-03", "Han Doyun"))
        #expect(try persons(ledger).map(\.sources).sorted() == [1, 2])
    }

    @Test("the id of a record that went into another goes on to mean it")
    func formerId() throws {
        let ledger = try folder.ledger()
        try ledger.tell(page("2024-03-01", "Han Doyun"), page("2024-03-02", "Ji Woobin", office: false))
        let ids = try persons(ledger).map(\.id)
        _ = try ledger.judge(ids[0], ids[1], .positive, by: .tester)
        #expect(try ledger.record(ids[0]).row.id == ledger.record(ids[1]).row.id)
    }

    @Test("judgements and corrections survive reading the page again, also where short ids have shifted")
    func reread() throws {
        let ledger = try folder.ledger()
        let first = page("2024-03-01", "Han Doyun", office: false)
        let second = page("2024-03-02", "Ji Woobin", office: false)
        try ledger.tell(first, second)
        let ids = try persons(ledger).map(\.id)
        _ = try ledger.judge(ids[0], ids[1], .positive, by: .tester)
        _ = try ledger.assert("name", "Han Do-yun", of: ids[0], by: .tester)
        var reading = second.page.reading
        reading.parties[0].id = "p7"
        reading.parties[1].id = "p8"
        reading.parties[1].aliases = ["Woobin"]
        #expect(try ledger.replaceReading(reading) == .replaced)
        #expect(try persons(ledger).map(\.sources) == [2])
        #expect(try persons(ledger).map(\.heading) == ["Han Do-yun"])
        #expect(try ledger.reading(ofSource: second.page.sourceId) == reading)
    }

    @Test("a party cannot be one with an entry, nor anything with what is not there")
    func unsuited() throws {
        let ledger = try folder.ledger()
        try ledger.tell(
            Story("2024-03-01", "A", "Han Doyun met people.").party("p1", .person, "Han Doyun")
                .meeting("e1", ["p1"], "Han Doyun met people.", on: "2024-03-01"))
        let person = try persons(ledger)[0].id
        let event = try #require(try ledger.facts().first?.id)
        #expect(throws: LedgerError.self) { try ledger.judge(person, event, .positive, by: .tester) }
        #expect(throws: LedgerError.self) { try ledger.judge(person, person, .positive, by: .tester) }
        #expect(throws: LedgerError.self) { try ledger.judge(person, "0000", .positive, by: .tester) }
        #expect(throws: LedgerError.self) { try ledger.undo(judgement: 4711, by: .tester) }
    }
}
