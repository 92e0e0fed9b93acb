// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB
import Ledger
import Testing

@Suite("Holding evidence against the texts")
struct ProofTests {
    let folder: TemporaryFolder
    let ledger: Ledger

    init() throws {
        folder = try TemporaryFolder()
        ledger = try folder.ledger(with: Samples.visit, Samples.meeting)
    }

    @Test("all that was added stands")
    func sound() throws {
        #expect(try ledger.count("evidence") > 10)
        #expect(try ledger.evidenceFailures().isEmpty)
    }

    @Test("a quote that was changed in the file is found")
    func quote() throws {
        try change("UPDATE evidence SET quote = replace(quote, 'open', 'shut')")
        let failures = try ledger.evidenceFailures()
        #expect(failures.map(\.item) == (try ledger.statements().map(\.id)))
        #expect(failures.first?.source == Samples.meeting.sourceId)
        #expect(failures.first?.description.contains("shut a joint office") == true)
    }

    @Test("a text that was changed in the file is found")
    func text() throws {
        try change("UPDATE article SET text = '!' || text")
        #expect(try ledger.evidenceFailures().count == (try ledger.count("evidence")))
    }

    @Test("the premises of a date are evidence too")
    func premises() throws {
        try change("UPDATE evidence SET scalar_end = scalar_end + 1 WHERE field <> ''")
        #expect(Set(try ledger.evidenceFailures().map(\.field)) == ["date", "modified"])
    }

    @Test("an entry that lost its evidence and an article that is gone are found")
    func missing() throws {
        try change("DELETE FROM evidence WHERE item = (SELECT min(item) FROM entry)")
        #expect(try ledger.evidenceFailures().map(\.reason) == ["there is no evidence"])
        try change("DELETE FROM article")
        #expect(try ledger.evidenceFailures().map(\.reason) == Array(repeating: "the article is missing", count: 2))
    }

    private func change(_ sql: String) throws {
        try ledger.pool.write { try $0.execute(sql: sql) }
    }
}
