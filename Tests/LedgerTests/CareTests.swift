// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import GRDB
import Ledger
import Testing

@Suite("Taking care of a ledger")
struct CareTests {
    let folder: TemporaryFolder
    let ledger: Ledger
    let anna = Author(name: "Anna Berg", time: "2026-03-01")

    init() throws {
        folder = try TemporaryFolder()
        ledger = try folder.ledger(with: Samples.visit, Samples.meeting)
    }

    private func file(_ name: String) -> URL { folder.url.appending(path: name) }

    @Test("a backup holds what the ledger holds, while the ledger stays open")
    func backup() throws {
        try ledger.backUp(to: file("copy.sqlite"))
        let copy = try Ledger(at: file("copy.sqlite"), ifAbsent: .refuse)
        #expect(try copy.dump() == ledger.dump())
        try copy.close()
        #expect(!FileManager.default.fileExists(atPath: file("copy.sqlite.part").path))
    }

    @Test("a file that is there is replaced only where that is allowed")
    func existing() throws {
        try ledger.backUp(to: file("copy.sqlite"))
        #expect { try ledger.backUp(to: file("copy.sqlite")) } throws: { ($0 as? LedgerError)?.code == .copyExists }
        try ledger.backUp(to: file("copy.sqlite"), replacing: true)
    }

    @Test("a shared copy has no private note, not even in its free pages")
    func sharing() throws {
        let id = try #require(try ledger.engagements().first).id
        try ledger.addNote("Zwetschgenknoedel", about: id, by: anna, isPrivate: true)
        try ledger.addNote("Marillenknoedel", about: id, by: anna)
        try ledger.backUp(to: file("shared.sqlite"), sharing: true)
        let bytes = try Data(contentsOf: file("shared.sqlite"))
        #expect(bytes.range(of: Data("Zwetschgenknoedel".utf8)) == nil)
        #expect(bytes.range(of: Data("Marillenknoedel".utf8)) != nil)
    }

    @Test("a backup is restored, also over a ledger that is open elsewhere")
    func restore() throws {
        try ledger.backUp(to: file("copy.sqlite"))
        let before = try ledger.dump()
        _ = try ledger.add(Samples.ties.snapshot, reading: Samples.ties.reading)
        #expect { try Ledger.restore(file("copy.sqlite"), to: folder.ledger) } throws: {
            ($0 as? LedgerError)?.code == .copyExists
        }
        try Ledger.restore(file("copy.sqlite"), to: folder.ledger, replacing: true)
        #expect(try ledger.dump() == before)
        try Ledger.restore(file("copy.sqlite"), to: file("new.sqlite"))
        #expect(try Ledger(at: file("new.sqlite"), ifAbsent: .refuse).dump() == before)
    }

    @Test("what is no ledger is not restored")
    func noLedger() throws {
        try Data("hello".utf8).write(to: file("copy.sqlite"))
        #expect { try Ledger.restore(file("copy.sqlite"), to: file("new.sqlite")) } throws: {
            ($0 as? LedgerError)?.code == .notADatabase
        }
        #expect(!FileManager.default.fileExists(atPath: file("new.sqlite").path))
    }

    /// What the bytes of the pages in these tests say.
    private func extract(_ snapshot: Snapshot, _: SourceRow) -> String? {
        String(decoding: snapshot.bytes, as: UTF8.self).replacing("<main>", with: "").replacing("</main>", with: "")
    }

    @Test("every proof holds from the bytes up")
    func sound() throws {
        let result = try ledger.verify(extract: extract)
        #expect(result.holds)
        #expect(result.sources == 2)
        #expect(result.quotes > 10)
        #expect(result.changedTexts == 0)
    }

    @Test("changed bytes, a changed text and a changed quote are each found")
    func tampered() throws {
        try ledger.pool.write { try $0.execute(sql: "UPDATE snapshot SET deflated = x'00' WHERE source = 1") }
        #expect(try ledger.verify(extract: extract).failures.contains { $0.reason.contains("fingerprint") })
        try ledger.pool.write { try $0.execute(sql: "DELETE FROM snapshot WHERE source = 1") }
        #expect(try ledger.verify(extract: extract).failures.contains { $0.reason.contains("missing") })
    }

    @Test("a text that is made otherwise today is told, and fails only where a quote is gone")
    func otherText() throws {
        let longer = try ledger.verify { snapshot, source in extract(snapshot, source).map { $0 + " More." } }
        #expect(longer.holds)
        #expect(longer.changedTexts == 2)
        let shorter = try ledger.verify { _, _ in "" }
        #expect(!shorter.holds)
        let none = try ledger.verify { _, _ in nil }
        #expect(none.failures.count == 2)
    }

    @Test("a sound ledger is found sound; a lost index is found and made anew")
    func health() throws {
        #expect(try ledger.health().allSatisfy(\.isSound))
        try ledger.pool.write { try $0.execute(sql: "DELETE FROM search_entry") }
        #expect(try ledger.health().filter { !$0.isSound }.map(\.subject) == ["search"])
        try ledger.rebuildSearch()
        #expect(try ledger.health().allSatisfy(\.isSound))
    }
}
