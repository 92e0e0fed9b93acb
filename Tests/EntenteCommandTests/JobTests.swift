// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite("--jobs", .enabled(if: LanguageModel.isPresent, Comment(rawValue: LanguageModel.absence)))
struct JobTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        for number in 0..<40 {
            let page = number.isMultiple(of: 7) ? TestPages.vietnamese : TestPages.meeting
            try scratch.write("pages/\(number).html", page.replacingOccurrences(of: "2,400", with: "\(number + 2),400"))
        }
        try scratch.write("pages/12.html", TestPages.pdf)
        let records = (0..<60).map { number in
            #"{"id":"\#(number)","text":"Osaka Mayor Mori Kenta visited Lyon on June \#(number % 28 + 1), 2023."}"#
        }
        try scratch.write("records.ndjson", (records + ["{broken", TestPages.htmlRecord]).joined(separator: "\n"))
    }

    @Test(
        "any number of jobs gives the same bytes, the same complaints and the same status",
        arguments: [
            ["read", "--model", "small", "--format", "ndjson", "pages", "records.ndjson"],
            ["read", "--model", "small", "pages"],
            ["article", "--format", "markdown", "pages", "missing.html", "records.ndjson"],
            ["article", "--format", "json", "pages"],
            ["parse", "--model", "small", "--format", "ndjson", "records.ndjson"],
        ])
    func sameBytes(arguments: [String]) throws {
        let one = try Program.run(arguments + ["--jobs", "1"], in: scratch)
        #expect(!one.output.isEmpty)
        for jobs in ["2", "5"] {
            let several = try Program.run(arguments + ["--jobs", jobs], in: scratch)
            #expect(several.output == one.output)
            #expect(several.errors == one.errors)
            #expect(several.status == one.status)
        }
    }

    @Test("a fault that ends the run keeps what was done before it, in order", arguments: ["1", "4"])
    func endOfRun(jobs: String) throws {
        try scratch.write("mixed/0.html", TestPages.vietnamese)
        try scratch.write("mixed/1.html", TestPages.meeting)
        let run = try Program.run(
            ["read", "--model", "nowhere", "--format", "ndjson", "--jobs", jobs, "mixed"], in: scratch)
        #expect(run.status == 2)
        #expect(run.lines.count == 1)
    }

    @Test("no jobs are refused", arguments: ["0", "-1", "many"])
    func refused(jobs: String) throws {
        #expect(try Program.run(["read", "--jobs=\(jobs)", "pages"], in: scratch).status == 64)
    }
}

@Suite("entente worker", .enabled(if: LanguageModel.isPresent, Comment(rawValue: LanguageModel.absence)))
struct WorkerVerbTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func answers(_ input: Data, _ arguments: [String] = []) throws -> [[String: Any]] {
        let run = try Program.run(["worker", "--model", "small"] + arguments, input: input, in: scratch)
        #expect(run.status == 0)
        return try run.lines.map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
    }

    @Test("every record has its answer, in order; a bad one is a failure with code and line", arguments: ["1", "3"])
    func answers(jobs: String) throws {
        let lines = [
            TestPages.textRecord, "", "{broken", #"{"id":"blank","text":" "}"#, TestPages.htmlRecord, "[1]",
        ]
        let found = try answers(Data(lines.joined(separator: "\n").utf8), ["--jobs", jobs])
        #expect(
            found.map { $0["schema"] as? String } == [
                "entente.reading/1", "entente.failure/1", "entente.failure/1", "entente.reading/1", "entente.failure/1",
            ])
        #expect(found.map { $0["id"] as? String } == ["r-1", nil, "blank", "r-2", nil])
        #expect(
            found.map { ($0["error"] as? [String: Any])?["code"] as? String } == [
                nil, "PAGE-007", "PAGE-001", nil, "PAGE-007",
            ])
        #expect(found.map { $0["line"] as? Int } == [nil, 3, 4, nil, 6])
    }

    @Test("the reading of a record is the one that entente read prints")
    func sameReading() throws {
        try scratch.write("records.ndjson", TestPages.textRecord)
        let read = try Program.run(
            ["read", "--model", "small", "--format", "ndjson", "records.ndjson"], in: scratch)
        let worker = try Program.run(
            ["worker", "--model", "small"], input: Data(TestPages.textRecord.utf8), in: scratch)
        #expect(worker.output == read.output)
    }

    @Test("bytes in base64 are decoded as the page's own, by the content type that came with them")
    func bytes() throws {
        let page = try #require(
            "<html><body><article><h1>Besuch</h1><p>Osaka Mayor Mori Kenta visited Orléans on June 3, 2023.</p></article>"
                .data(using: .isoLatin1))
        let record: [String: String] = [
            "id": "b", "bytes": page.base64EncodedString(), "contentType": "text/html; charset=iso-8859-1",
            "retrieved": "2023-06-05T10:00:00Z",
        ]
        let answer = try #require(try answers(try JSONSerialization.data(withJSONObject: record)).first)
        #expect(((answer["article"] as? [String: Any])?["text"] as? String)?.contains("Orléans") == true)
        #expect((answer["source"] as? [String: Any])?["retrieved"] as? String == "2023-06-05T10:00:00Z")
    }

    @Test("a record is answered before the next one comes")
    func answersAtOnce() throws {
        try scratch.write("record.ndjson", TestPages.textRecord + "\n")
        let run = try Program.shell(
            """
            coproc WORKER { "$ENTENTE" worker --model small; }
            for round in 1 2; do
                cat record.ndjson >&"${WORKER[1]}"
                IFS= read -r -t 120 -u "${WORKER[0]}" answer || exit 1
                echo "$answer"
            done
            """, in: scratch)
        #expect(run.status == 0)
        #expect(run.lines.count == 2)
    }

    @Test("a line that is too long is a failure, and the next record is read")
    func tooLong() throws {
        var input = Data(repeating: UInt8(ascii: "x"), count: 41_000_000)
        input += Data("\n\(TestPages.textRecord)\n".utf8)
        let found = try answers(input)
        #expect(found.map { ($0["error"] as? [String: Any])?["code"] as? String } == ["PAGE-003", nil])
    }

    @Test("without a model it ends at once")
    func noModel() throws {
        let run = try Program.run(["worker", "--model", "nowhere"], in: scratch)
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
    }
}
