// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// All persons and events are invented.
@Suite(
    "What is known of one thing, then and now",
    .enabled(if: LanguageModel.isDefaultPresent, "the medium language model is missing; make model fetches it"))
struct LifeVerbTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        let pages = Program.house.appending(path: "Samples/corpus/pages")
        for page in ["i01", "i05", "i23", "b10", "b16"] {
            let run = try Program.run(["add", pages.appending(path: "\(page).html").path], in: scratch)
            #expect(run.status == 0, "\(run.errors)")
        }
    }

    private func run(_ arguments: String...) throws -> Program.Run { try Program.run(arguments, in: scratch) }

    private func tie() throws -> String {
        let rows = try run("show", "agreements", "--type", "sister-city", "--format", "ndjson").lines
        #expect(rows.count == 1)
        return String(try #require(rows.first?.firstMatch(of: /"id":"([0-9a-f]{16})"/)).output.1)
    }

    @Test("an agreement of several pages is shown once; its record tells values, origins, history and conflicts")
    func record() throws {
        let id = try tie()
        #expect(
            try run("show", "agreements", "--type", "sister-city", "--by-page", "--format", "ndjson").lines.count > 1)
        let sheet = try run("show", id).output
        for words in ["date: 2022-09-16", "date: 2022-09-15 (not shown)", "History", "Conflicts", "1 source, 1 origin"]
        {
            #expect(sheet.contains(words))
        }
        #expect(try run("show", id, "--format", "json").output.contains("\"history\""))
        #expect(
            try run("show", id, "--format", "csv").output.hasPrefix(
                "field,value,shown,sources,origins,first_seen,last_seen"))
        #expect(try run("show", "0000000000000000").status == 2)
    }

    @Test("every verb that asks can be asked as of a day")
    func asOf() throws {
        #expect(try run("conflicts", "--format", "ndjson").lines.count == 2)
        #expect(try run("conflicts", "--as-of", "2022-09-16", "--format", "ndjson").lines.isEmpty)
        #expect(try run("search", "ship", "--as-of", "2024", "--format", "ndjson").lines.isEmpty)
        #expect(try run("show", "sources", "--as-of", "2022", "--format", "ndjson").lines.count == 2)
        #expect(try run("timeline", "Incheon", "--as-of", "2022-09-01", "--format", "ndjson").lines.isEmpty)
        #expect(try run("due", "--as-of", "2024-02-01").output.contains("overdue"))
        #expect(
            try run("ask", "When did Incheon and Hai Phong sign a sister-city agreement?", "--as-of", "2020").status
                == 1)
    }

    @Test("a person accepts what a later page suggests, and the commitment is found by its status")
    func followUps() throws {
        let first = try run("follow-ups", "list", "--format", "ndjson").lines.first
        let number = String(try #require(first?.firstMatch(of: /"number":(\d+)/)).output.1)
        let status = String(try #require(first?.firstMatch(of: /"status":"([^"]+)"/)).output.1)
        let accepted = try run("follow-ups", "accept", number, "--by", "Anna Berg")
        #expect(accepted.output == "accepted \(number)\n")
        #expect(try run("show", "commitments", "--status", status, "--format", "ndjson").lines.count == 1)
        #expect(try !run("follow-ups", "list", "--format", "ndjson").output.contains("\"number\":\(number),"))
        #expect(try run("follow-ups", "reject", "9999", "--by", "Anna Berg").status == 2)
    }

    @Test("a list of names joins what was read before it")
    func aliases() throws {
        try scratch.write("names.yaml", "parties:\n  - [Seo Min-jae, Do Quang Huy]\n")
        #expect(try run("merges", "again").output == "joined 0\n")
        #expect(try run("merges", "again", "--aliases", "missing.yaml").status == 2)
    }
}
