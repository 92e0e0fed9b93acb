// SPDX-License-Identifier: Apache-2.0

import Briefing
import EntenteCommand
import Foundation
import Testing

@Suite("Output")
struct OutputTests {
    @Test("a reader that goes away ends the program without a word", arguments: ["trap '' PIPE; ", ""])
    func closedPipe(prelude: String) throws {
        let scratch = try Scratch()
        for index in 0..<300 { try scratch.write("pages/\(index).html", TestPages.meeting) }
        let run = try Program.shell(
            "\(prelude)\"$ENTENTE\" article --format json pages | head -n 1; echo ${PIPESTATUS[0]}", in: scratch)
        #expect(run.errors.isEmpty)
        #expect(run.output == "{\n141\n")
    }

    @Test("a full disk is one line", .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
    func fullDisk() throws {
        let scratch = try Scratch()
        try scratch.write("page.html", TestPages.meeting)
        let run = try Program.shell("\"$ENTENTE\" article page.html > /dev/full", in: scratch)
        #expect(run.status == 2)
        #expect(run.errorLines.count == 1)
    }

    @Test("NDJSON of articles keeps its schema", .enabled(if: SchemaCheck.isPossible, SchemaCheck.absence))
    func articleSchema() throws {
        let scratch = try Scratch()
        try scratch.write("page.html", TestPages.meeting)
        try scratch.write("records.ndjson", "\(TestPages.textRecord)\n\(TestPages.htmlRecord)\n")
        let run = try Program.run(["article", "--format", "ndjson", "page.html", "records.ndjson"], in: scratch)
        #expect(run.lines.count == 3)
        #expect(try SchemaCheck.faults(in: run.output, schema: "article") == "")
    }

    @Test("the article is printed without the page's navigation, as text and as Markdown")
    func article() throws {
        let scratch = try Scratch()
        try scratch.write("page.html", TestPages.meeting)
        let text = try Program.run(["article", "page.html"], in: scratch)
        #expect(text.output.contains("Kim Daeho met Da Nang Mayor"))
        #expect(!text.output.contains("Front page"))
        let markdown = try Program.run(["article", "--format", "markdown", "page.html"], in: scratch)
        #expect(markdown.output.hasPrefix("# Mayor of Busan receives the mayor of Da Nang\n"))
    }

    @Test(
        "the version and the help of every verb",
        arguments: [
            "article", "read", "add", "pull", "watch", "show", "search", "ask", "pair", "timeline", "due", "conflicts",
            "resolve", "enter", "correct", "note", "attach", "reread", "verify", "backup", "restore", "doctor", "parse",
            "serve", "accounts", "worker", "eval", "model",
        ])
    func help(verb: String) throws {
        let scratch = try Scratch()
        let run = try Program.run(["help", verb], in: scratch)
        #expect(run.status == 0)
        #expect(run.output.contains("entente \(verb)"))
        let handbook = try String(
            contentsOf: Program.house.appending(path: "Documentation/handbook/command.md"), encoding: .utf8)
        #expect(handbook.contains("`\(verb)"))
        #expect(try Program.run(["--version"], in: scratch).output.contains(/^\d+\.\d+\.\d+\n$/))
    }

    @Test("East Asian characters take two columns, marks none")
    func displayWidth() {
        #expect(DisplayText.width("Busan") == 5)
        #expect(DisplayText.width("부산") == 4)
        #expect(DisplayText.width("東京タワー") == 10)
        #expect(DisplayText.width("Đà Nẵng") == 7)
        #expect(DisplayText.width("e\u{301}") == 1)
    }

    @Test("text is broken at blanks, and inside a word only where the word is too long")
    func wrapping() {
        #expect(DisplayText.wrapped("one two  three", to: 7) == ["one two", "three"])
        #expect(DisplayText.wrapped("부산광역시", to: 4) == ["부산", "광역", "시"])
        #expect(DisplayText.wrapped("", to: 4) == [""])
    }

    @Test("a table gives room to the columns that need it")
    func table() {
        let table = TextTable(
            columns: [TextTable.Column("City"), TextTable.Column("Count", isTrailing: true)],
            rows: [["부산", "12"], ["a rather long name", "3"]])
        #expect(
            table.lines(limit: nil, style: TextStyle(isOn: false)) == [
                "City                Count", "──────────────────  ─────", "부산                   12",
                "a rather long name      3",
            ])
        #expect(
            table.lines(limit: 16, style: TextStyle(isOn: false)) == [
                "City       Count", "─────────  ─────", "부산          12", "a rather       3", "long name",
            ])
    }

    @Test("a heading is broken only where the headings alone are too wide")
    func headings() {
        let table = TextTable(
            columns: [TextTable.Column("Participants"), TextTable.Column("Title")],
            rows: [["Kim Daeho, mayor of a city", "a meeting that was long prepared"]])
        let style = TextStyle(isOn: false)
        #expect(table.lines(limit: 24, style: style).first == "Participants  Title")
        #expect(table.lines(limit: 10, style: style).first?.hasPrefix("Part") == true)
    }

    @Test("a word too long for its line is broken behind a slash where it has one")
    func slashes() {
        #expect(DisplayText.wrapped("2003-05-12/2003-05-15", to: 12) == ["2003-05-12/", "2003-05-15"])
        #expect(DisplayText.wrapped("Samples/pages/visit.html", to: 15) == ["Samples/pages/", "visit.html"])
    }

    @Test("CSV fields are quoted where they must be")
    func commaSeparated() {
        #expect(
            CommaSeparatedRecord.text(["a", "b,c", "say \"x\"", "two\nlines", ""])
                == "a,\"b,c\",\"say \"\"x\"\"\",\"two\nlines\",\r\n")
    }

    @Test(
        "numbers are grouped by thousands", arguments: [(7500.0, "7,500"), (-1_234_567.5, "-1,234,567.5"), (12, "12")])
    func numbers(value: Double, text: String) {
        #expect(NumberText.grouped(value) == text)
    }
}
