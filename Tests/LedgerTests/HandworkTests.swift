// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Ledger
import Testing

@Suite("What persons add by hand")
struct HandworkTests {
    let folder: TemporaryFolder
    let ledger: Ledger
    let anna = Author(name: "Anna Berg", time: "2026-03-01T09:30:00Z")

    init() throws {
        folder = try TemporaryFolder()
        ledger = try folder.ledger(with: Samples.meeting)
    }

    private func meeting() throws -> String { try #require(try ledger.engagements().first).id }

    @Test("an entry typed in is a page whose publisher is the person and whose proof is what was typed")
    func entry() throws {
        let entry = try HandEntry(
            .engagement,
            [
                "type=meeting", "title=lunch", "host=Han Doyun", "visitor=person:Lê An", "place=Sejin",
                "date=2025-11-03",
            ],
            words: "Mr Han told me on the phone.", by: anna
        ) { name in name == "Han Doyun" ? .person : .city }
        let page = try entry.page()
        #expect(try ledger.add(page.snapshot, reading: page.reading) == .added)
        let row = try #require(try ledger.engagements(LedgerFilter(source: "hand:")).first)
        #expect(row.title == "lunch")
        #expect(row.participants.map(\.name) == ["Han Doyun", "Lê An"])
        #expect(row.evidence.map(\.quote) == ["Mr Han told me on the phone."])
        #expect(row.source.publisher == "Anna Berg")
        #expect(row.source.published?.description == "2026-03-01")
        #expect(try ledger.evidenceFailures().isEmpty)
        #expect(try ledger.search("phone").map(\.heading) == ["lunch"])
    }

    @Test("without words of the person's own, the fields are the text")
    func fieldsAsText() throws {
        let page = try HandEntry(
            .commitment, ["by=Sejin", "force=pledge", "what=a bench", "target=3 benches", "deadline=2026"], words: nil,
            by: anna
        ).page()
        #expect(page.reading.entries[0].evidence[0].quote.hasPrefix("by: Sejin\nforce: pledge"))
        #expect(page.reading.parties[0].mentions.count == 1)
    }

    @Test("every kind can be typed in", arguments: Entry.Kind.allCases)
    func kinds(kind: Entry.Kind) throws {
        let fields: [Entry.Kind: [String]] = [
            .agreement: ["type=memorandum", "party=Sejin", "party=Hải Lâm", "status=signed", "date=2025"],
            .commitment: ["by=Sejin", "force=hope", "what=a bench"],
            .engagement: ["type=call", "title=call", "participant=Sejin"],
            .figure: ["indicator=benches", "value=12", "unit=benches", "scope=Sejin", "asOf=2025"],
            .institution: ["name=office", "of=Sejin", "place=Hải Lâm", "state=planned"],
            .programme: ["name=exchange", "topic=ports", "party=Sejin"],
            .relation: ["type=investor", "subject=Sejin", "object=Hải Lâm", "rank=3"],
            .statement: ["speaker=person:Han Doyun", "text=It rains.", "direct=yes", "verb=said"],
        ]
        let page = try HandEntry(kind, try #require(fields[kind]), words: nil, by: anna).page()
        #expect(try ledger.add(page.snapshot, reading: page.reading) == .added)
        #expect(page.reading.entries[0].kind == kind)
    }

    @Test(
        "what cannot be understood is refused with the fields that there are",
        arguments: ["colour=red", "date=yesterday", "type=party"])
    func refused(field: String) throws {
        #expect {
            try HandEntry(.engagement, ["title=x", field], words: nil, by: anna).page()
        } throws: { error in
            (error as? LedgerError)?.code == .unsuitedEntry
        }
    }

    @Test("notes hang on an entry; private ones are shown only where they are asked for")
    func notes() throws {
        let id = try meeting()
        try ledger.addNote("Ask for the papers.", about: id, by: anna)
        try ledger.addNote("He was tired.", about: id, by: anna, isPrivate: true)
        #expect(try ledger.notes(about: id).map(\.text) == ["Ask for the papers."])
        #expect(try ledger.notes(about: id, private: true).map(\.text) == ["He was tired."])
        #expect(try ledger.notes().map(\.about) == ["Han Doyun met Đặng Thu Hà"])
        #expect(try ledger.search("tired").isEmpty)
        let note = try #require(try ledger.notes().first)
        #expect(try ledger.removeNote(note.id))
        #expect(try !ledger.removeNote(note.id))
    }

    @Test("nothing can be written about what is not there")
    func unknown() {
        #expect(throws: LedgerError.self) { try ledger.addNote("x", about: "0000", by: anna) }
    }

    @Test("an attachment gives its bytes back and is kept once")
    func attachments() throws {
        let id = try meeting()
        let bytes = Array("A compass of 1974".utf8)
        let first = try ledger.attach(bytes, named: "gifts.txt", as: .gift, caption: "gifts", to: id, by: anna)
        let second = try ledger.attach(bytes, named: "gifts.txt", as: .gift, caption: "gifts", to: id, by: anna)
        #expect(first == second)
        #expect(try ledger.attachments(to: id).map(\.kind) == [.gift])
        #expect(try ledger.attachmentBytes(first) == bytes)
        #expect(try ledger.removeAttachment(first))
        #expect(try ledger.attachmentBytes(first) == nil)
    }

    @Test("notes, attachments and corrections survive reading everything again")
    func survival() throws {
        let id = try meeting()
        try ledger.addNote("Ask for the papers.", about: id, by: anna)
        try ledger.attach([1, 2], named: nil, as: .other, caption: "", to: id, by: anna)
        _ = try ledger.assert("date", "2024-03-05", of: id, by: anna)
        // A new version finds one entry more, so that all short ids behind it move.
        var page = Samples.meeting
        page.reading.entries = page.reading.entries.map { entry in
            var entry = entry
            entry.id = entry.id == "e1" ? "e2" : entry.id == "e2" ? "e1" : entry.id
            return entry
        }
        #expect(try ledger.replaceReading(page.reading) == .replaced)
        #expect(try ledger.notes(about: id).map(\.about) == ["Han Doyun met Đặng Thu Hà"])
        #expect(try ledger.attachments(to: id).count == 1)
        let dates = try ledger.claims(of: id).filter { $0.field == "date" }
        #expect(dates.first?.value == "2024-03-05")
    }
}
