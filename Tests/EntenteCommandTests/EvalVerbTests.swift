// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite("entente eval")
struct EvalVerbTests {
    /// One sentence with one date, twice in two texts.
    private static let gold = """
        {"id":"1","lang":"en","text":"The bridge opened on 5 May 2023.","date":"2024-01-01",\
        "timexes":[{"start":21,"end":31,"type":"DATE","value":"2023-05-05"}]}
        {"id":"2","lang":"en","text":"It closed in 2021.","date":"2024-01-01",\
        "timexes":[{"start":13,"end":17,"type":"DATE","value":"2020"}]}

        """

    @Test("a folder without gold is refused before anything is loaded")
    func noGold() throws {
        let scratch = try Scratch()
        for arguments in [["eval", "."], ["eval", "missing"]] {
            let run = try Program.run(arguments, in: scratch)
            #expect(run.status == 2)
            #expect(run.output.isEmpty)
            #expect(run.errorLines.count == 1)
        }
    }

    @Test(
        "one table, the faults, and the predictions that it rests on",
        .enabled(if: LanguageModel.isPresent, Comment(rawValue: LanguageModel.absence)))
    func table() throws {
        let scratch = try Scratch()
        try scratch.write("gold/timex_own/gold.ndjson", Self.gold)
        let run = try Program.run(
            ["eval", "gold", "--model", "small", "--errors", "--predictions", "read"], in: scratch)
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        #expect(run.lines.first == "timex_own 2 dates different: 2020, read 2021")
        let row = try #require(run.lines.first { $0.contains("dates, resolved") })
        #expect(row.split(separator: " ").dropFirst(3).prefix(7) == ["2", "2", "2", "1", "0.500", "0.500", "0.500"])
        let written = try String(contentsOfFile: scratch.path("read/timex_own.ndjson"), encoding: .utf8)
        #expect(written.split(separator: "\n").last == #"{"id":"2","items":[{"end":17,"start":13,"value":"2021"}]}"#)
    }

    @Test(
        "the table as Markdown and as data",
        .enabled(if: LanguageModel.isPresent, Comment(rawValue: LanguageModel.absence)))
    func formats() throws {
        let scratch = try Scratch()
        try scratch.write("timex_own/gold.ndjson", Self.gold)
        let arguments = ["eval", "timex_own", "--model", "small", "--format"]
        let markdown = try Program.run(arguments + ["markdown"], in: scratch)
        #expect(markdown.lines.allSatisfy { $0.hasPrefix("| ") && $0.hasSuffix(" |") })
        let json = try Program.run(arguments + ["json"], in: scratch)
        let rows = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
        #expect(rows?.compactMap { $0["capability"] as? String } == ["dates, same words", "dates, resolved"])
        #expect(rows?.last?["f1"] as? Double == 0.5)
    }
}
