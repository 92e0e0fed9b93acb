// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite("entente match")
struct MatchVerbTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func match(_ step: String, _ round: String, _ input: String) throws -> Program.Run {
        try Program.run(["match", step, "--of", round], input: Data(input.utf8), in: scratch)
    }

    @Test("answers each line with one line, in order, whatever the number of jobs")
    func lines() throws {
        let lines = (0..<50).map { #"{"ties":[{"left":"a\#($0)","right":"b","score":0.9}],"apart":[]}"# }
            .joined(separator: "\n")
        let run = try match("records", "persons", lines)
        #expect(run.status == 0)
        #expect(run.lines == (0..<50).map { #"{"records":[["a\#($0)","b"]]}"# })
        let several = try Program.run(
            ["match", "records", "--of", "persons", "--jobs", "4"], input: Data(lines.utf8), in: scratch)
        #expect(several.output == run.output)
    }

    @Test(
        "a line that is not what the step takes is one line that says so, and the rest goes on",
        arguments: ["nothing", "{}", "[]", #"{"ties":[{"left":1,"right":"b","score":0.9}],"apart":[]}"#])
    func refused(line: String) throws {
        let run = try match("records", "entries", "\(line)\n" + #"{"ties":[],"apart":[]}"#)
        #expect(run.status == 0)
        #expect(run.lines.count == 2)
        #expect(run.lines[0].contains(#""code":"LEDGER-021""#))
        #expect(run.lines[1] == #"{"records":[]}"#)
    }

    @Test("steps and rounds that there are not are refused")
    func unknown() throws {
        #expect(try match("guess", "persons", "").status == 64)
        #expect(try match("pairs", "cities", "").status == 64)
    }
}
