// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite(
    "entente add and show", .enabled(if: LanguageModel.isPresent, Comment(rawValue: LanguageModel.absence)))
struct LedgerVerbTests {
    private let scratch: Scratch
    static let kinds = [
        "people", "organisations", "places", "engagements", "agreements", "commitments", "institutions", "programmes",
        "relations", "statements", "figures", "conflicts", "sources", "subscriptions",
    ]

    init() throws {
        scratch = try Scratch()
        try scratch.write("pages/a.html", TestPages.meeting)
        try scratch.write("pages/b.html", TestPages.farewell)
    }

    private func add(_ arguments: [String]) throws -> Program.Run {
        try Program.run(["add", "--model", "small"] + arguments, in: scratch)
    }

    @Test("a page is added once; adding it again changes nothing")
    func twice() throws {
        let first = try add(["pages"])
        #expect(first.status == 0)
        #expect(first.lines == ["added pages/a.html", "added pages/b.html"])
        let before = try Self.kinds.map { try Program.run(["show", $0, "--format", "ndjson"], in: scratch).output }
        #expect(try add(["pages"]).lines == ["unchanged pages/a.html", "unchanged pages/b.html"])
        let after = try Self.kinds.map { try Program.run(["show", $0, "--format", "ndjson"], in: scratch).output }
        #expect(before == after)
    }

    @Test("a document that another program turns into text is proved and read again from its own bytes")
    func documents() throws {
        let message = """
            From: Press office <press@city.example>
            Date: Mon, 10 Mar 2025 10:00:00 +0000
            Subject: Mayors of Turku and Porto meet
            Content-Type: text/plain; charset=utf-8

            Mayor Ewa Lis of Turku met Mayor Paul Lacombe of Porto in Turku on 10 March 2025. They agreed to open a
            joint school for shipwrights in Porto by the end of 2027.
            """
        try scratch.write("release.eml", message)
        #expect(try add(["release.eml"]).lines == ["added release.eml"])
        let proved = try Program.run(["verify"], in: scratch)
        #expect(proved.status == 0, "\(proved.errors)")
        let again = try Program.run(["reread", "--model", "small"], in: scratch)
        #expect(again.lines == ["0 read anew, 1 unchanged"], "\(again.errors)")
    }

    @Test("standard input is a page like any other")
    func standardInput() throws {
        let run = try Program.run(
            ["add", "--model", "small", "-"], input: Data(TestPages.meeting.utf8), in: scratch)
        #expect(run.lines == ["added standard input"])
    }

    @Test("--ledger comes before ENTENTE_LEDGER, and folders that are missing are made")
    func location() throws {
        #expect(try add(["pages/a.html", "--ledger", "new/folder/mine.sqlite"]).status == 0)
        #expect(FileManager.default.fileExists(atPath: scratch.path("new/folder/mine.sqlite")))
        #expect(!FileManager.default.fileExists(atPath: scratch.path("ledger.sqlite")))
        #expect(try Program.run(["show", "sources"], in: scratch).status == 2)
    }

    @Test("without either, the ledger is in the home that HOME names")
    func home() throws {
        let run = try Program.run(
            ["show", "sources"], environment: ["HOME": "/nowhere", "ENTENTE_LEDGER": "", "XDG_DATA_HOME": ""],
            in: scratch)
        #expect(run.errors.contains("/nowhere/.local/share/entente/ledger.sqlite"))
    }

    @Test("every kind is shown in every format", arguments: kinds)
    func formats(kind: String) throws {
        _ = try add(["pages"])
        let lines = try Program.run(["show", kind, "--format", "ndjson"], in: scratch)
        let rows = try lines.lines.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? NSDictionary }
        let json = try Program.run(["show", kind, "--format", "json"], in: scratch)
        #expect(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [NSDictionary] == rows)
        let csv = try Program.run(["show", kind, "--format", "csv"], in: scratch)
        #expect(csv.output.hasSuffix("\r\n"))
        let table = try Program.run(["show", kind], in: scratch)
        #expect([lines, json, csv, table].map(\.status) == [0, 0, 0, 0])
        #expect(table.lines.count >= 2 + rows.count)
    }

    @Test("CSV is what a spreadsheet reads: as many fields in every record, quotes doubled")
    func commaSeparated() throws {
        _ = try add(["pages"])
        let run = try Program.shell(
            """
            "$ENTENTE" show statements --format csv > s.csv
            python3 -c 'import csv; rows = list(csv.reader(open("s.csv", newline="", encoding="utf-8"), strict=True))
            print(len(rows), len({len(row) for row in rows}))'
            "$ENTENTE" show statements --format ndjson | wc -l
            """, in: scratch)
        let numbers = run.output.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
        try #require(numbers.count == 3)
        #expect(numbers[0] == numbers[2] + 1)
        #expect(numbers[1] == 1)
    }

    @Test("a table fits the terminal")
    func table() throws {
        _ = try add(["pages"])
        let run = try Program.run(["show", "statements"], environment: ["COLUMNS": "72"], in: scratch)
        #expect(run.lines.allSatisfy { $0.count <= 72 })
    }

    @Test("a page that fails is not in the ledger, the others are")
    func mixed() throws {
        try scratch.write("pages/a2.html", "")
        let run = try add(["pages"])
        #expect(run.status == 1)
        #expect(run.lines == ["added pages/a.html", "added pages/b.html"])
        #expect(try Program.run(["show", "sources", "--format", "ndjson"], in: scratch).lines.count == 2)
    }

    @Test("what is no ledger, or one of a newer version, is refused and left as it is")
    func foreignLedgers() throws {
        _ = try add(["pages/a.html"])
        let raise = "import sqlite3; sqlite3.connect('ledger.sqlite').execute('pragma user_version = 9999')"
        #expect(try Program.shell("python3 -c \"\(raise)\"", in: scratch).status == 0)
        try scratch.write("text.sqlite", "This is no ledger.")
        for name in ["ledger.sqlite", "text.sqlite"] {
            let before = try Data(contentsOf: scratch.url.appending(path: name))
            let adding = try add(["pages/b.html", "--ledger", name])
            let showing = try Program.run(["show", "people", "--ledger", name], in: scratch)
            for run in [adding, showing] {
                #expect(run.status == 2)
                #expect(run.errorLines.count == 1)
                #expect(run.errors.contains("LEDGER-0"))
                #expect(run.output.isEmpty)
            }
            #expect(try Data(contentsOf: scratch.url.appending(path: name)) == before)
        }
    }

    @Test("a folder that may not be written is named", .enabled(if: getuid() != 0, "root may write everywhere"))
    func readOnly() throws {
        try FileManager.default.createDirectory(
            atPath: scratch.path("locked"), withIntermediateDirectories: false, attributes: [.posixPermissions: 0o555])
        let run = try add(["pages/a.html", "--ledger", "locked/ledger.sqlite"])
        #expect(run.status == 2)
        #expect(run.errorLines.count == 1)
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path("locked")).isEmpty)
    }

    @Test("a place where no folder can be made is named, for root as well", arguments: ["/proc/entente", "file"])
    func impossible(folder: String) throws {
        try scratch.write("file", "no folder")
        let run = try add(["pages/a.html", "--ledger", "\(folder)/ledger.sqlite"])
        #expect(run.status == 2)
        #expect(run.errorLines.count == 1)
        #expect(run.output.isEmpty)
    }
}
