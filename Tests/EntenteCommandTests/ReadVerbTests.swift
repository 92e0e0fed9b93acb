// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite(
    "entente read", .enabled(if: LanguageModel.isPresent, Comment(rawValue: LanguageModel.absence)))
struct ReadVerbTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        try scratch.write("page.html", TestPages.meeting)
    }

    private func read(_ arguments: [String], environment: [String: String] = [:]) throws -> Program.Run {
        try Program.run(["read", "--model", "small"] + arguments, environment: environment, in: scratch)
    }

    @Test("JSON keeps the schema of the contract", .enabled(if: SchemaCheck.isPossible, SchemaCheck.absence))
    func schema() throws {
        try scratch.write("records.ndjson", "\(TestPages.textRecord)\n\(TestPages.htmlRecord)\n")
        let indented = try read(["--format", "json", "page.html", "records.ndjson"])
        #expect(indented.status == 0)
        #expect(try SchemaCheck.faults(in: indented.output, schema: "reading") == "")
        let lines = try read(["--format", "ndjson", "page.html", "records.ndjson"])
        #expect(lines.lines.count == 3)
        #expect(try SchemaCheck.faults(in: lines.output, schema: "reading") == "")
    }

    @Test("the id of a record stands at the top of its reading")
    func id() throws {
        try scratch.write("records.ndjson", TestPages.textRecord)
        let run = try read(["--format", "ndjson", "records.ndjson"])
        let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        #expect(object?["id"] as? String == "r-1")
    }

    @Test("every quote is the text at its range, counted in bytes and in Unicode scalars")
    func quotes() throws {
        let run = try read(["--format", "json", "page.html"])
        let reading = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let article = try #require(reading["article"] as? [String: Any])
        let text = try #require(article["text"] as? String)
        let pieces = Self.evidence(in: reading)
        #expect(!pieces.isEmpty)
        for piece in pieces {
            let quote = try #require(piece["quote"] as? String)
            let numbers = try ["byteStart", "byteEnd", "start", "end"].map { try #require(piece[$0] as? Int) }
            #expect(String(decoding: Array(text.utf8)[numbers[0]..<numbers[1]], as: UTF8.self) == quote)
            var scalars = String.UnicodeScalarView()
            scalars.append(contentsOf: Array(text.unicodeScalars)[numbers[2]..<numbers[3]])
            #expect(String(scalars) == quote)
        }
    }

    @Test("--skip-unlikely keeps the article of a page without a sign of cooperation, and reads all others as before")
    func gate() throws {
        try scratch.write(
            "weather.txt", "Rain is expected\n\nThe forecast for the coast is rain until the weekend, said Ann Lee.\n")
        let whole = try read(["--format", "ndjson", "page.html"])
        #expect(try read(["--format", "ndjson", "--skip-unlikely", "page.html"]).output == whole.output)
        let run = try read(["--format", "ndjson", "--skip-unlikely", "weather.txt"])
        let reading = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect((reading["entries"] as? [Any])?.isEmpty == true)
        #expect((reading["article"] as? [String: Any])?["text"] != nil)
        #expect(run.errors.contains("no sign of cooperation"))
    }

    @Test("the same page gives the same bytes")
    func determinism() throws {
        let first = try read(["--format", "json", "page.html"])
        #expect(try read(["--format", "json", "page.html"]).output == first.output)
    }

    @Test("the terminal record has its sections in order and quotes the proof with its line")
    func sheet() throws {
        let run = try read(["page.html"])
        let headings = [
            "People", "Bodies and places", "Engagements", "Agreements", "Commitments", "Institutions", "Programmes",
            "Statements", "Figures", "Conflicts",
        ]
        #expect(run.lines.filter { headings.contains(String($0)) }.map(String.init) == headings)
        #expect(run.output.contains("Kim Daeho"))
        #expect(run.output.contains(#/    line \d+  “/#))
    }

    @Test("no line of the record is wider than the terminal")
    func width() throws {
        let run = try read(["page.html"], environment: ["COLUMNS": "50"])
        #expect(run.lines.allSatisfy { $0.count <= 50 })
    }

    @Test("colour is used when asked for, and not otherwise in a file")
    func colour() throws {
        #expect(try !read(["page.html"]).output.contains("\u{1B}"))
        #expect(try read(["--color", "always", "page.html"]).output.contains("\u{1B}[1;36mPeople\u{1B}[0m"))
        let refused = try read(["--color", "auto", "page.html"], environment: ["NO_COLOR": "1"])
        #expect(!refused.output.contains("\u{1B}"))
    }

    @Test("control characters of a page never reach the terminal")
    func controls() throws {
        let hostile = TestPages.meeting.replacingOccurrences(of: "City Hall", with: "City \u{1B}]0;pwned\u{7} Hall")
        try scratch.write("hostile.html", hostile)
        let run = try read(["hostile.html"])
        #expect(!run.output.contains("\u{1B}"))
        #expect(!run.output.contains("\u{7}"))
    }

    @Test("--min-confidence 1 leaves out every entry that is less than sure")
    func confidence() throws {
        let run = try read(["--format", "json", "--min-confidence", "1", "page.html"])
        let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        let entries = try #require(object?["entries"] as? [[String: Any]])
        #expect(entries.allSatisfy { ($0["confidence"] as? Double ?? 0) >= 1 })
    }

    @Test("a page in another language gives its article, no entries, and a line that says why")
    func otherLanguage() throws {
        try scratch.write("vi.html", TestPages.vietnamese)
        let run = try read(["--format", "json", "vi.html", "page.html"])
        #expect(run.status == 0)
        #expect(run.errorLines.count == 1)
        #expect(run.errors.contains("vi.html: nothing was read, since the page is in Vietnamese"))
        #expect(run.output.contains("Cần Thơ"))
        let only = try read(["--format", "json", "vi.html"])
        let object = try JSONSerialization.jsonObject(with: Data(only.output.utf8)) as? [String: Any]
        #expect((object?["entries"] as? [Any])?.isEmpty == true)
        #expect((object?["parties"] as? [Any])?.isEmpty == true)
    }

    /// All evidence objects inside `value`, however deep.
    private static func evidence(in value: Any) -> [[String: Any]] {
        if let list = value as? [Any] { return list.flatMap(evidence) }
        guard let object = value as? [String: Any] else { return [] }
        if object["quote"] != nil { return [object] }
        return object.sorted { $0.key < $1.key }.flatMap { evidence(in: $0.value) }
    }
}

@Suite(
    "entente parse", .enabled(if: LanguageModel.isPresent, Comment(rawValue: LanguageModel.absence)))
struct ParseVerbTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
    }

    @Test("a text is printed a token a line, sentences set apart")
    func text() throws {
        let run = try Program.run(
            ["parse", "--model", "small", "-"], input: Data("Kim met her in Hanoi. She left.".utf8), in: scratch)
        #expect(run.status == 0)
        #expect(run.output.split(separator: "\n", omittingEmptySubsequences: false).count == 11)
        #expect(run.output.contains("B-GPE"))
    }

    @Test("records give one object each, with their id", .enabled(if: SchemaCheck.isPossible, SchemaCheck.absence))
    func records() throws {
        try scratch.write(
            "texts.ndjson", "{\"id\": \"a\", \"text\": \"Kim met \\\"her\\\".\"}\n{\"text\": \"부산에서 만났다.\\n\"}\n")
        let run = try Program.run(["parse", "--model", "small", "--format", "ndjson", "texts.ndjson"], in: scratch)
        #expect(run.status == 0)
        #expect(run.lines.count == 2)
        #expect(try SchemaCheck.faults(in: run.output, schema: "parse") == "")
    }

    @Test("a record without a text is told of, the rest goes on")
    func badRecord() throws {
        try scratch.write("texts.ndjson", "{\"id\": \"a\"}\n{\"text\": \"Kim left.\"}\n")
        let run = try Program.run(["parse", "--model", "small", "--format", "ndjson", "texts.ndjson"], in: scratch)
        #expect(run.status == 1)
        #expect(run.lines.count == 1)
        #expect(run.errors.contains("texts.ndjson:1"))
    }

    @Test("bytes that are not UTF-8 are refused")
    func encoding() throws {
        try scratch.write("text.txt", Data([0x42, 0xFC, 0x72, 0x67]))
        let run = try Program.run(["parse", "--model", "small", "text.txt"], in: scratch)
        #expect(run.status == 1)
        #expect(run.errorLines.count == 1)
        #expect(run.errors.contains("UTF-8"))
    }
}
