// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import GRDB
import Ledger
import Testing

@Suite("Adding pages")
struct AddingTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("what was added comes back letter by letter", arguments: [Samples.meeting, Samples.visit])
    func roundTrip(page: SamplePage) throws {
        let ledger = try folder.ledger(with: Samples.numbered(1), page, Samples.numbered(2))
        #expect(try ledger.reading(ofSource: page.sourceId) == page.reading)
        #expect(try ledger.snapshot(ofSource: page.sourceId) == page.snapshot)
        #expect(try ledger.evidenceFailures() == [])
    }

    @Test("the same page a second time changes nothing")
    func twice() throws {
        let ledger = try folder.ledger(with: Samples.meeting, Samples.visit)
        let before = try ledger.dump()
        #expect(try ledger.add(Samples.meeting.snapshot, reading: Samples.meeting.reading) == .unchanged)
        #expect(try ledger.dump() == before)
    }

    @Test("two ledgers that were given the same pages hold the same")
    func deterministic() throws {
        let first = try folder.ledger(with: Samples.meeting, Samples.visit)
        let second = try Ledger(at: folder.url.appending(path: "second.sqlite"))
        for page in [Samples.meeting, Samples.visit] { _ = try second.add(page.snapshot, reading: page.reading) }
        #expect(try first.dump() == second.dump())
    }

    @Test("a page that changed at its location is a new source")
    func changed() throws {
        var later = SamplePage(
            title: "Sejin and Hải Lâm renew their ties", body: "The report was withdrawn.",
            location: Samples.meeting.reading.article.source.location)
        later.reading.article.source.publisher = "Harbour Post"
        let ledger = try folder.ledger(with: Samples.meeting)
        #expect(try ledger.add(later.snapshot, reading: later.reading) == .added)
        let sources = try ledger.sources()
        #expect(sources.count == 2)
        #expect(Set(sources.map(\.location)) == ["https://harbour.example/ties"])
        #expect(try ledger.reading(ofSource: Samples.meeting.sourceId) == Samples.meeting.reading)
    }

    @Test("an empty page can be kept")
    func empty() throws {
        var page = SamplePage(title: "", body: "")
        page.reading.article.blocks = []
        let ledger = try folder.ledger(with: page)
        #expect(try ledger.reading(ofSource: page.sourceId) == page.reading)
    }

    @Test("a source that was never added has neither reading nor bytes")
    func unknown() throws {
        let ledger = try folder.ledger(with: Samples.meeting)
        #expect(try ledger.reading(ofSource: Samples.visit.sourceId) == nil)
        #expect(try ledger.snapshot(ofSource: Samples.visit.sourceId) == nil)
    }

    @Test("bytes that were changed in the file are not handed out")
    func tampered() throws {
        let ledger = try folder.ledger(with: Samples.meeting)
        try ledger.pool.write { try $0.execute(sql: "UPDATE snapshot SET deflated = zeroblob(40)") }
        let error = #expect(throws: LedgerError.self) { try ledger.snapshot(ofSource: Samples.meeting.sourceId) }
        #expect(error?.code == .damaged)
    }

    @Test("lasting ids depend on the source and the short id alone")
    func lastingIds() throws {
        let alone = try folder.ledger(with: Samples.meeting).engagements().map(\.id)
        let other = try Ledger(at: folder.url.appending(path: "second.sqlite"))
        for page in [Samples.visit, Samples.meeting] { _ = try other.add(page.snapshot, reading: page.reading) }
        #expect(Set(try other.engagements().map(\.id)).isSuperset(of: alone))
        #expect(alone.allSatisfy { $0.count == 16 && $0.allSatisfy(\.isHexDigit) })
        #expect(Set(alone).count == alone.count)
    }

    @Suite("Reading a page again")
    struct Replacing {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        @Test("the same reading changes nothing")
        func same() throws {
            let ledger = try folder.ledger(with: Samples.meeting)
            let before = try ledger.dump()
            #expect(try ledger.replaceReading(Samples.meeting.reading) == .unchanged)
            #expect(try ledger.dump() == before)
        }

        @Test("a changed reading takes the place of the old one and keeps the lasting ids")
        func changed() throws {
            let ledger = try folder.ledger(with: Samples.meeting, Samples.visit)
            let before = try ledger.engagements()
            var reading = Samples.meeting.reading
            reading.entries.remove(at: 1)
            reading.conflicts = []
            #expect(try ledger.replaceReading(reading) == .replaced)
            #expect(try ledger.reading(ofSource: Samples.meeting.sourceId) == reading)
            #expect(try ledger.reading(ofSource: Samples.visit.sourceId) == Samples.visit.reading)
            #expect(try ledger.engagements() == before)
            #expect(try ledger.statements().isEmpty)
            #expect(try ledger.conflicts().isEmpty)
            #expect(try ledger.snapshot(ofSource: Samples.meeting.sourceId) == Samples.meeting.snapshot)
        }

        @Test("going back to the old reading gives what was there before")
        func back() throws {
            let ledger = try folder.ledger(with: Samples.meeting)
            let before = try cells(of: ledger)
            _ = try ledger.replaceReading(Reading(article: Samples.meeting.reading.article))
            #expect(try ledger.count("evidence") == 1)
            #expect(try ledger.replaceReading(Samples.meeting.reading) == .replaced)
            #expect(try cells(of: ledger) == before)
        }

        private func cells(of ledger: Ledger) throws -> [[[Cell]]] {
            try Listing.allCases.map { try $0.answer(from: ledger).rows.map(\.cells) }
        }

        @Test("where the page was first found stays known")
        func origin() throws {
            let ledger = try folder.ledger(with: Samples.visit)
            var reading = Samples.visit.reading
            reading.id = nil
            reading.article.source.location = "elsewhere.txt"
            #expect(try ledger.replaceReading(reading) == .unchanged)
            #expect(try ledger.sources().first?.location == "pages/visit.txt")
            #expect(try ledger.sources().first?.record == "record-7")
        }

        @Test("a page that was never added is an error")
        func unknown() throws {
            let ledger = try folder.ledger(with: Samples.meeting)
            let error = #expect(throws: LedgerError.self) { try ledger.replaceReading(Samples.visit.reading) }
            #expect(error?.code == .unknownSource)
        }
    }
}
