// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite("entente merges")
struct MergesVerbTests {
    private let scratch: Scratch
    /// The ids of two meetings of one host.
    private let meetings: [String]

    init() throws {
        let scratch = try Scratch()
        meetings = try ["2025-11-03", "2026-03-09"].map { day in
            let run = try Program.run(
                [
                    "enter", "engagement", "type=meeting", "title=lunch of \(day)", "host=Seo Min-jae", "date=\(day)",
                    "--by", "Anna Berg", "--at", day,
                ], in: scratch)
            try #require(run.status == 0, "\(run.errors)")
            return String(try #require(run.output.split(whereSeparator: \.isWhitespace).last))
        }
        self.scratch = scratch
    }

    private func merges(_ arguments: String...) throws -> Program.Run {
        try Program.run(["merges"] + arguments, environment: ["ENTENTE_AUTHOR": "Anna Berg"], in: scratch)
    }

    @Test("a person's word that two are one, or are not, is kept with its number and can be taken back")
    func judged() throws {
        let (first, second) = (meetings[0], meetings[1])
        let joined = try merges("join", first, second, "--note", "one and the same", "--at", "2025-11-05")
        #expect(joined.status == 0, "\(joined.errors)")
        let number = try #require(joined.lines.first?.split(separator: " ").last)
        let listed = try merges("list", "--about", first, "--format", "csv")
        #expect(listed.output.contains("one and the same"))
        #expect(try merges("undo", String(number)).output == "undone \(number)\n")
        let parted = try merges("part", first, second, "--note", "two years")
        #expect(parted.status == 0, "\(parted.errors)")
        #expect(try merges("list", "--about", second, "--format", "csv").output.contains("negative"))
    }

    @Test("a number for which no proposal waits is refused")
    func unknown() throws {
        for verb in ["accept", "reject"] {
            let run = try merges(verb, "4711")
            #expect(run.status == 2)
            #expect(run.errors.contains("4711"))
        }
    }

    @Test("without proposals there is nothing to list")
    func empty() throws {
        let run = try merges("list", "--format", "ndjson")
        #expect(run.status == 0, "\(run.errors)")
    }
}
