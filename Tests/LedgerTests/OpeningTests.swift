// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Ledger
import Testing

@Suite("Opening a ledger")
struct OpeningTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("a new ledger says whose it is and which version its tables have")
    func new() throws {
        let ledger = try Ledger(at: folder.ledger)
        #expect(try ledger.pragma("application_id") == "\(Schema.applicationId)")
        #expect(try ledger.pragma("user_version") == "\(Schema.version)")
        #expect(try ledger.pragma("journal_mode") == "wal")
        #expect(try ledger.pragma("foreign_keys") == "1")
        #expect(try ledger.sources().isEmpty)
    }

    @Test("a ledger can be closed and opened again")
    func again() throws {
        try folder.ledger(with: Samples.meeting).close()
        let ledger = try Ledger(at: folder.ledger, ifAbsent: .refuse)
        #expect(try ledger.sources().count == 1)
    }

    @Test("a closed ledger is one file, so that a copy of it is whole", arguments: [true, false])
    func oneFile(closes: Bool) throws {
        // Without an explicit close the file is closed when the last reference to the ledger goes.
        do {
            let ledger = try folder.ledger(with: Samples.meeting)
            #expect(try ledger.sources().count == 1)
            if closes { try ledger.close() }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["ledger.sqlite"])
    }

    @Test("an empty file becomes a ledger")
    func emptyFile() throws {
        try Data().write(to: folder.ledger)
        #expect(try Ledger(at: folder.ledger).sources().isEmpty)
    }

    @Test("a ledger without the last step is brought up to date and keeps what it has")
    func older() throws {
        try folder.ledger(with: Samples.meeting).close()
        let queue = try DatabaseQueue(path: folder.ledger.path)
        try queue.write {
            try $0.execute(
                sql: """
                    DROP INDEX canonical_entry_by_day; DROP INDEX canonical_entry_by_kind;
                    DROP INDEX canonical_party_by_name; DROP INDEX canonical_party_by_kind;
                    DROP INDEX source_by_day; DROP INDEX judgement_proposed; DROP INDEX disagreement_by_seen;
                    CREATE INDEX canonical_by_kind ON canonical (class, kind, first_day);
                    CREATE INDEX canonical_by_folded ON canonical (folded);
                    ALTER TABLE party DROP COLUMN country;
                    DELETE FROM grdb_migrations WHERE identifier IN ('10', '11', '12');
                    PRAGMA user_version = 9;
                    """)
        }
        try queue.close()
        let ledger = try Ledger(at: folder.ledger, ifAbsent: .refuse)
        #expect(try ledger.pragma("user_version") == "\(Schema.version)")
        #expect(try ledger.sources().count == 1)
    }

    @Test("a ledger from before promises counted by the day on which they were told has its pairs put right")
    func pairsBefore() throws {
        try folder.ledger(with: Samples.ties).close()
        let queue = try DatabaseQueue(path: folder.ledger.path)
        let pairs = "SELECT low, high, day, entry, entries FROM pair_contact ORDER BY low, high"
        let told = try queue.read { try Row.fetchAll($0, sql: pairs) }
        #expect(!told.isEmpty)
        try queue.write {
            try $0.execute(
                sql: """
                    UPDATE pair_entry SET day = (SELECT first_day FROM canonical WHERE number = entry)
                        WHERE entry IN (SELECT number FROM canonical WHERE kind = 'commitment');
                    DELETE FROM pair_contact;
                    DELETE FROM grdb_migrations WHERE identifier = '12';
                    PRAGMA user_version = 11;
                    """)
        }
        try queue.close()
        try Ledger(at: folder.ledger).close()
        #expect(try DatabaseQueue(path: folder.ledger.path).read { try Row.fetchAll($0, sql: pairs) } == told)
    }

    @Test("a ledger of a newer version is refused and left as it is")
    func newer() throws {
        try Ledger(at: folder.ledger).close()
        let queue = try DatabaseQueue(path: folder.ledger.path)
        try queue.write { try $0.execute(sql: "PRAGMA user_version = \(Schema.version + 1)") }
        try queue.close()
        let before = try Data(contentsOf: folder.ledger)
        let error = #expect(throws: LedgerError.self) { try Ledger(at: folder.ledger) }
        #expect(error?.code == .newerVersion)
        #expect(error?.description.contains("version \(Schema.version + 1)") == true)
        #expect(try Data(contentsOf: folder.ledger) == before)
    }

    @Test("another application's database is refused and left as it is", arguments: [0, 42])
    func foreign(applicationId: Int) throws {
        let queue = try DatabaseQueue(path: folder.ledger.path)
        try queue.writeWithoutTransaction {
            try $0.execute(sql: "CREATE TABLE bookmark (url TEXT); PRAGMA application_id = \(applicationId)")
        }
        try queue.close()
        let before = try Data(contentsOf: folder.ledger)
        let error = #expect(throws: LedgerError.self) { try Ledger(at: folder.ledger) }
        #expect(error?.code == .otherApplication)
        #expect(try Data(contentsOf: folder.ledger) == before)
    }

    @Test("a file that is no database is refused and left as it is")
    func noDatabase() throws {
        let content = Data(String(repeating: "Dear diary, today we met the mayor. ", count: 100).utf8)
        try content.write(to: folder.ledger)
        let error = #expect(throws: LedgerError.self) { try Ledger(at: folder.ledger) }
        #expect(error?.code == .notADatabase)
        #expect(try Data(contentsOf: folder.ledger) == content)
    }

    @Test("a missing ledger is made only if that is wanted")
    func missing() throws {
        let error = #expect(throws: LedgerError.self) { try Ledger(at: folder.ledger, ifAbsent: .refuse) }
        #expect(error?.code == .missing)
        #expect(!FileManager.default.fileExists(atPath: folder.ledger.path))
    }

    @Test(
        "a path that cannot be a file is named", arguments: [".", "diary.txt/ledger.sqlite", "nowhere/ledger.sqlite"])
    func impossible(path: String) throws {
        try Data("Dear diary".utf8).write(to: folder.url.appending(path: "diary.txt"))
        let url = folder.url.appending(path: path)
        let error = #expect(throws: LedgerError.self) { try Ledger(at: url) }
        #expect(error?.code == .cannotOpen)
        #expect(error?.path == url.path)
    }

    @Test("a file that lost its end is refused")
    func truncated() throws {
        try folder.ledger(with: Samples.meeting, Samples.visit).close()
        let whole = try Data(contentsOf: folder.ledger)
        try whole.prefix(whole.count / 2).write(to: folder.ledger)
        let error = #expect(throws: LedgerError.self) {
            let ledger = try Ledger(at: folder.ledger)
            _ = try ledger.add(Samples.numbered(1).snapshot, reading: Samples.numbered(1).reading)
        }
        #expect(error?.code == .damaged)
    }

    @Test("a ledger that another program keeps locked is waited for, then given up")
    func busy() throws {
        let ledger = try Ledger(at: folder.ledger, wait: .milliseconds(50))
        let other = try DatabaseQueue(path: folder.ledger.path)
        let page = Samples.meeting
        try other.write { _ in
            let error = #expect(throws: LedgerError.self) { try ledger.add(page.snapshot, reading: page.reading) }
            #expect(error?.code == .busy)
        }
        #expect(try ledger.add(page.snapshot, reading: page.reading) == .added)
    }

    @Test("a full disk leaves the ledger as it was")
    func full() throws {
        let ledger = try folder.ledger(with: Samples.meeting)
        let before = try ledger.dump()
        try ledger.pool.writeWithoutTransaction { database in
            let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
            try database.execute(sql: "PRAGMA max_page_count = \(pages + 1)")
        }
        var page = SamplePage(title: "Long", body: String(repeating: "Nobody met anybody. ", count: 5_000))
        page.snapshot.contentType = nil
        let error = #expect(throws: LedgerError.self) { try ledger.add(page.snapshot, reading: page.reading) }
        #expect(error?.code == .diskFull)
        #expect(try ledger.dump() == before)
    }

    @Test("every error is one line with its code, the path and what to do", arguments: LedgerError.Code.allCases)
    func messages(code: LedgerError.Code) {
        let line = LedgerError(code, path: "/tmp/l.sqlite", detail: "this").description
        #expect(line.hasPrefix("\(code.rawValue) /tmp/l.sqlite: \(code.meaning): this. "))
        #expect(line.hasSuffix("."))
        #expect(!line.contains("\n") && !line.contains(".."))
        #expect(LedgerError(code, path: "", detail: "a\r\n\u{1B}[31m b").detail == "a [31m b")
    }
}
