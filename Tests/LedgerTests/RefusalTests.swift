// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Ledger
import Testing

@Suite("Readings that are refused whole")
struct RefusalTests {
    /// A reading with one fault, and how that should be reported.
    struct Fault: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let code: LedgerError.Code
        let words: String
        let spoil: @Sendable (inout Reading) -> Void

        init(
            _ name: String, _ code: LedgerError.Code, says words: String,
            spoil: @escaping @Sendable (inout Reading) -> Void
        ) {
            testDescription = name
            self.code = code
            self.words = words
            self.spoil = spoil
        }
    }

    static let faults = [
        Fault("unknown place", .danglingReference, says: "p99, named by engagement e1 as place") {
            $0.entries[0].content = .engagement(Engagement(type: .visit, title: "", participants: [], place: "p99"))
        },
        Fault("unknown participant", .danglingReference, says: "p99, named by engagement e4 as host") {
            $0.entries[3].content = .engagement(
                Engagement(type: .visit, title: "", participants: [.init(party: "p99", role: .host)]))
        },
        Fault("unknown larger occasion", .danglingReference, says: "e99, named by engagement e1 as partOf") {
            $0.entries[0].content = .engagement(Engagement(type: .visit, title: "", participants: [], partOf: "e99"))
        },
        Fault("an entry where a party belongs", .danglingReference, says: "e1, named by statement e2 as speaker") {
            $0.entries[1].content = .statement(Statement(speaker: "e1", text: "", direct: true, verb: ""))
        },
        Fault("unknown body of an office", .danglingReference, says: "p99, named by office Mayor") {
            $0.parties[0].offices[0].of = "p99"
        },
        Fault("unknown side of a conflict", .danglingReference, says: "p99, named by conflict 1") {
            $0.conflicts[0].between = ["p1", "p99"]
        },
        Fault("two parties of one id", .duplicateId, says: "party p1") { $0.parties[1].id = "p1" },
        Fault("two entries of one id", .duplicateId, says: "entry e1") { $0.entries[3].id = "e1" },
        Fault("party and entry of one id", .duplicateId, says: "p7 is both") { $0.entries[3].id = "p7" },
        Fault("other words at the range", .misquoted, says: "statement e2") {
            $0.entries[1].evidence[0].quote = "“We will close the joint office,” Mayor Han said"
        },
        Fault("the same letter in another encoding", .misquoted, says: "figure e3") {
            $0.entries[2].evidence[0].quote = "More than 1,200 residents of Ha\u{309}i Lâm live in Sejin."
        },
        Fault("scalars that do not match the bytes", .misquoted, says: "figure e3") {
            $0.entries[2].evidence[0].range.end.scalar += 1
        },
        Fault("a range past the end", .misquoted, says: "conflict 1") {
            $0.conflicts[0].evidence[1].range.end.byte = 1_000_000
        },
        Fault("a wrong premise", .misquoted, says: "date of engagement e1") {
            $0.entries[0].content = .engagement(
                Engagement(
                    type: .visit, title: "", participants: [],
                    date: .stated("2024", premises: [Evidence(range: $0.article.blocks[0].range, quote: "2024")])))
        },
        Fault("a range that ends before it begins", .misquoted, says: "engagement e4") {
            let range = $0.entries[3].evidence[0].range
            $0.entries[3].evidence[0].range = TextRange(start: range.end, end: range.start)
        },
        Fault("a mention that ends before it begins", .misquoted, says: "party p1") {
            let range = $0.parties[0].mentions[0]
            $0.parties[0].mentions[0] = TextRange(start: range.end, end: range.start)
        },
        Fault("a wrong mention", .misquoted, says: "party p2") { $0.parties[1].mentions[0].start.byte += 1 },
        Fault("blocks out of order", .misquoted, says: "block 1") { $0.article.blocks.reverse() },
        Fault("an entry without evidence", .unproven, says: "statement e2") { $0.entries[1].evidence = [] },
        Fault("an office without evidence", .unproven, says: "office Mayor") {
            $0.parties[0].offices[0].evidence = []
        },
        Fault("a conflict without evidence", .unproven, says: "conflict 1") { $0.conflicts[0].evidence = [] },
        Fault("a confidence above one", .unsuitedValue, says: "engagement e1") { $0.entries[0].confidence = 1.5 },
        Fault("a value that is no number", .unsuitedValue, says: "figure e3") {
            $0.entries[2].content = .figure(Figure(indicator: "", value: .nan, unit: ""))
        },
        Fault("an upper bound without end", .unsuitedValue, says: "figure e3 is inf") {
            $0.entries[2].content = .figure(Figure(indicator: "", value: 1, upper: .infinity, unit: ""))
        },
        Fault("a text with U+0000", .unsuitedValue, says: "U+0000") { $0.parties[2].name = "a\0b" },
    ]

    @Test("a fault is named and nothing of the page is kept", arguments: faults)
    func refuses(fault: Fault) throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.ledger(with: Samples.visit)
        let before = try ledger.dump()
        var reading = Samples.meeting.reading
        fault.spoil(&reading)
        let error = #expect(throws: LedgerError.self) { try ledger.add(Samples.meeting.snapshot, reading: reading) }
        #expect(error?.code == fault.code)
        #expect(error?.detail.contains(fault.words) == true, "\(error?.detail ?? "")")
        #expect(try ledger.dump() == before)
    }

    @Test("bytes that are not those of the source are refused")
    func mismatch() throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.ledger()
        let error = #expect(throws: LedgerError.self) {
            try ledger.add(Samples.visit.snapshot, reading: Samples.meeting.reading)
        }
        #expect(error?.code == .snapshotMismatch)
        #expect(try ledger.count("source") == 0)
    }

    @Test("a failure in the middle of the transaction takes everything back")
    func rollback() throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.ledger(with: Samples.visit)
        try ledger.pool.write { database in
            try database.execute(
                sql: """
                    CREATE TRIGGER obstacle BEFORE INSERT ON conflict BEGIN SELECT RAISE(ABORT, 'obstacle'); END
                    """)
        }
        let before = try ledger.dump()
        let error = #expect(throws: LedgerError.self) {
            try ledger.add(Samples.meeting.snapshot, reading: Samples.meeting.reading)
        }
        #expect(error?.code == .failed)
        #expect(error?.detail.contains("obstacle") == true)
        #expect(try ledger.dump() == before)
    }
}
