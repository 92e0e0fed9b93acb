// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite("Inputs")
struct InputTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
    }

    /// The members `file` of the article lines that a run prints.
    private func files(_ run: Program.Run) throws -> [String] {
        try run.lines.map { line in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            return object?["file"] as? String ?? ""
        }
    }

    @Test("a folder is walked in the order of its names, into its folders, and past what is no page")
    func folder() throws {
        for name in ["b.html", "a.txt", "c/d.htm", "e.markdown.png", ".hidden.html", "c/.git/x.html"] {
            try scratch.write("pages/\(name)", TestPages.meeting)
        }
        let run = try Program.run(["article", "--format", "ndjson", "pages"], in: scratch)
        #expect(run.status == 0)
        #expect(try files(run) == ["pages/a.txt", "pages/b.html", "pages/c/d.htm"])
    }

    @Test("several paths are taken in the order given")
    func order() throws {
        try scratch.write("z.html", TestPages.meeting)
        try scratch.write("a.html", TestPages.meeting)
        let run = try Program.run(["article", "--format", "ndjson", "z.html", "a.html"], in: scratch)
        #expect(try files(run) == ["z.html", "a.html"])
    }

    @Test("a link to a folder inside a folder is not followed, so that a walk ends")
    func links() throws {
        try scratch.write("pages/a.html", TestPages.meeting)
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path("pages/loop"), withDestinationPath: scratch.path("pages"))
        let run = try Program.run(["article", "--format", "ndjson", "pages"], in: scratch)
        #expect(try files(run) == ["pages/a.html"])
    }

    @Test("gzip data is unpacked, in a file, in a folder and on standard input")
    func gzip() throws {
        let packed = try TestPages.packed(TestPages.meeting, in: scratch)
        try scratch.write("plain.html", TestPages.meeting)
        try scratch.write("folder/page.html.gz", packed)
        let plain = try Program.run(["article", "plain.html"], in: scratch)
        #expect(try Program.run(["article", "folder/page.html.gz"], in: scratch).output == plain.output)
        #expect(try Program.run(["article", "folder"], in: scratch).output == plain.output)
        #expect(try Program.run(["article", "-"], input: packed, in: scratch).output == plain.output)
    }

    @Test("gzip data of several members is one input")
    func members() throws {
        let halves = [TestPages.meeting.prefix(400), TestPages.meeting.dropFirst(400)]
        let packed = try halves.map { try TestPages.packed(String($0), in: scratch) }
        try scratch.write("page.html.gz", packed[0] + packed[1])
        try scratch.write("page.html", TestPages.meeting)
        let whole = try Program.run(["article", "page.html"], in: scratch)
        #expect(try Program.run(["article", "page.html.gz"], in: scratch).output == whole.output)
    }

    @Test("standard input is a page, or records where its first line is a JSON object")
    func standardInput() throws {
        let page = try Program.run(
            ["article", "--format", "ndjson", "-"], input: Data(TestPages.meeting.utf8), in: scratch)
        #expect(page.status == 0)
        #expect(page.lines.count == 1)
        let records = Data((TestPages.textRecord + "\n\n" + TestPages.htmlRecord).utf8)
        let run = try Program.run(["article", "--format", "ndjson", "-"], input: records, in: scratch)
        #expect(run.status == 0)
        #expect(try files(run) == ["standard input:1", "standard input:3"])
        let marked = Data([0xEF, 0xBB, 0xBF]) + records
        #expect(
            try Program.run(["article", "--format", "ndjson", "-"], input: marked, in: scratch).output == run.output)
    }

    @Test("the canonical text of a text record is title, empty line, text")
    func canonicalText() throws {
        try scratch.write("r.ndjson", TestPages.textRecord + "\n")
        let run = try Program.run(["article", "--format", "json", "r.ndjson"], in: scratch)
        let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        let article = try #require(object?["article"] as? [String: Any])
        #expect(article["text"] as? String == "Visit to Lyon\n\nOsaka Mayor Mori Kenta visited Lyon on June 3, 2023.")
        #expect(object?["id"] as? String == "r-1")
    }

    @Test("--input ndjson makes records of a file whatever its name")
    func inputForm() throws {
        try scratch.write("records.txt", TestPages.textRecord)
        let run = try Program.run(["article", "--input", "ndjson", "--format", "ndjson", "records.txt"], in: scratch)
        #expect(try files(run) == ["records.txt:1"])
    }

    @Test("a bad input is told of in one line and the others are done")
    func goesOn() throws {
        try scratch.write("a.html", TestPages.meeting)
        try scratch.write("b.html", "")
        try scratch.write("c.html", TestPages.meeting)
        try scratch.write("d.ndjson", "\(TestPages.textRecord)\nnot JSON\n\(TestPages.htmlRecord)\n")
        let run = try Program.run(
            ["article", "--format", "ndjson", "a.html", "b.html", "nowhere.html", "c.html", "d.ndjson"], in: scratch)
        #expect(run.status == 1)
        #expect(try files(run) == ["a.html", "c.html", "d.ndjson:1", "d.ndjson:3"])
        #expect(run.errorLines.count == 3)
        #expect(run.errorLines.allSatisfy { $0.hasPrefix("entente: ") })
        #expect(run.errorLines.last?.contains("d.ndjson:2") == true)
    }

    @Test("a page without text has a line of NDJSON with what else it says, and is told of")
    func textless() throws {
        try scratch.write(
            "shell.html",
            """
            <!doctype html><html lang="en"><head><title>Quay works | Harbour Post</title>
            <meta property="og:site_name" content="Harbour Post"><meta name="author" content="Ann Bell">
            <meta property="article:published_time" content="2025-11-03"></head>
            <body><div id="app"></div><script>start()</script></body></html>
            """)
        let lines = try Program.run(["article", "--format", "ndjson", "shell.html"], in: scratch)
        #expect(lines.status == 1)
        #expect(
            lines.output
                == #"{"author":"Ann Bell","authors":["Ann Bell"],"date":"2025-11-03","file":"shell.html","text":"","#
                + #""title":"Quay works"}"# + "\n")
        let text = try Program.run(["article", "shell.html"], in: scratch)
        #expect(text.status == 1 && text.output.isEmpty)
        for run in [lines, text] {
            #expect(run.errorLines.count == 1)
            #expect(run.errors.hasPrefix("entente: PAGE-006 shell.html: "))
        }
    }

    @Test("no progress bar is drawn where standard error is no terminal")
    func progress() throws {
        for name in ["a", "b", "c"] { try scratch.write("pages/\(name).html", TestPages.meeting) }
        #expect(try Program.run(["article", "pages"], in: scratch).errors.isEmpty)
    }
}
