// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// One question of the test corpus.
private struct CorpusQuestion: Decodable {
    struct Proof: Decodable {
        let page: String
        let quote: String
    }

    let id: String
    let question: String
    let answer: String?
    let proof: [Proof]
}

/// What `entente ask --format ndjson` prints, as far as it is looked at.
private struct PrintedAnswer: Decodable {
    struct Proof: Decodable {
        struct Source: Decodable { let location: String }
        let value: String
        let quotes: [String]
        let sentence: String
        let source: Source
    }

    let question: String
    let proof: Proof?
    let nearest: [Proof]

    /// The name of the page that the answer stands on.
    var page: String? {
        proof.map { URL(filePath: $0.source.location).deletingPathExtension().lastPathComponent }
    }
}

/// The whole corpus, read by the program with the default model.
final class ReadCorpus: Sendable {
    static let shared = Result { try ReadCorpus() }
    let scratch: Scratch
    let folder = Program.house.appending(path: "Samples/corpus")

    private init() throws {
        scratch = try Scratch()
        let run = try Program.run(["add", folder.appending(path: "pages").path], in: scratch)
        #expect(run.status == 0, "\(run.errors)")
    }

    func run(_ arguments: String...) throws -> Program.Run { try Program.run(arguments, in: scratch) }
}

@Suite(
    "The test corpus from pages to answers",
    .enabled(if: LanguageModel.isDefaultPresent, "the medium language model is missing; make model fetches it"))
struct CorpusTests {
    private let corpus: ReadCorpus

    init() throws {
        corpus = try ReadCorpus.shared.get()
    }

    @Test("of fifty questions at least 45 are answered right with the right sentence, and none that has no answer")
    func questions() throws {
        let data = try Data(contentsOf: corpus.folder.appending(path: "questions.json"))
        let questions = try JSONDecoder().decode([CorpusQuestion].self, from: data)
        let run = try Program.run(["ask", "--format", "ndjson"] + questions.map(\.question), in: corpus.scratch)
        let answers = try run.lines.map { try JSONDecoder().decode(PrintedAnswer.self, from: Data($0.utf8)) }
        try #require(answers.count == questions.count)
        var wrong: [String] = []
        for (question, answer) in zip(questions, answers) where !Self.isRight(answer, question) {
            wrong.append("\(question.id) \(question.question) -> \(answer.proof?.sentence ?? "not stated")")
        }
        let invented = zip(questions, answers).filter { $0.answer == nil && $1.proof != nil }.map { $0.0.id }
        #expect(questions.count - wrong.count >= 45, "\(wrong.joined(separator: "\n"))")
        #expect(invented.isEmpty)
    }

    private static func isRight(_ answer: PrintedAnswer, _ question: CorpusQuestion) -> Bool {
        guard let proof = answer.proof else { return question.answer == nil }
        return question.proof.contains { expected in
            expected.page == answer.page
                && (proof.sentence.contains(expected.quote) || expected.quote.contains(proof.sentence)
                    || proof.quotes.contains { expected.quote.contains($0) || $0.contains(expected.quote) })
        }
    }

    @Test("where nothing states it, the nearest entries are told and the exit status is 1")
    func notStated() throws {
        let run = try corpus.run("ask", "Where was the Yellow Sea Ports Summit held in 2023?")
        #expect(run.status == 1)
        #expect(run.lines.first == "not stated in the ledger")
        #expect(run.output.contains("Nearest"))
    }

    @Test("a question may be asked in other words, and in names of other scripts")
    func otherWords() throws {
        let tie = try corpus.run("ask", "In which year did Incheon and Hải Phòng sign their sister-city agreement?")
        #expect(tie.lines.first == "2022-09-15")
        let mayor = try corpus.run("ask", "Who was mayor of Valparaiso in 2023?")
        #expect(mayor.output.contains("Mateo Ibáñez"))
    }

    @Test("every proof of the corpus holds from the bytes up")
    func verified() throws {
        let run = try corpus.run("verify")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("71 pages"))
        #expect(run.output.hasSuffix("0 failures\n"))
    }

    @Test("a pair and its timeline hold the same, the one from the end, the other from the beginning")
    func pairs() throws {
        let pair = try corpus.run("pair", "Bergen", "Valparaíso", "--format", "ndjson").lines
        let timeline = try corpus.run("timeline", "Bergen", "Valparaiso", "--format", "ndjson").lines
        #expect(pair.count > 1)
        #expect(timeline == pair.reversed())
        let agreements = try corpus.run("pair", "Bergen", "Valparaíso", "--kind", "agreement", "--format", "csv").output
        #expect(agreements.contains("2025-03-27"))
    }

    @Test(
        "what is due and what contradicts itself can be listed in every format",
        arguments: ["table", "json", "ndjson", "csv"])
    func lists(format: String) throws {
        for arguments in [["due", "--today", "2026-03-01"], ["conflicts"], ["timeline", "Incheon"]] {
            let run = try Program.run(arguments + ["--format", format], in: corpus.scratch)
            #expect(run.status == 0, "\(run.errors)")
            #expect(!run.output.isEmpty)
        }
    }

    @Test("a search finds words in pages of several outlets once a record")
    func search() throws {
        let run = try corpus.run("search", "container line", "--kind", "commitment", "--format", "ndjson")
        #expect(run.lines.count >= 1)
        #expect(Set(run.lines).count == run.lines.count)
        #expect(try corpus.run("search", "서민재", "--format", "ndjson").lines.count >= 1)
    }

    @Test("reading everything again changes nothing and keeps what persons added")
    func reread() throws {
        let scratch = try Scratch()
        for page in ["i01", "i02"] {
            let run = try Program.run(
                ["add", corpus.folder.appending(path: "pages/\(page).html").path], in: scratch)
            #expect(run.status == 0)
        }
        let hit = try Program.run(["search", "sister-city", "--kind", "agreement", "--format", "ndjson"], in: scratch)
        let id = String(try #require(hit.output.firstMatch(of: /"id":"([0-9a-f]{16})"/)).output.1)
        let note = try Program.run(["note", "add", id, "Ask the port.", "--by", "Anna Berg"], in: scratch)
        #expect(note.status == 0, "\(note.errors)")
        let entered = try Program.run(
            [
                "enter", "engagement", "type=meeting", "title=lunch", "host=Seo Min-jae", "date=2025-11-03", "--by",
                "Anna Berg", "--at", "2025-11-04",
            ], in: scratch)
        #expect(entered.status == 0, "\(entered.errors)")
        let again = try Program.run(["reread"], in: scratch)
        #expect(again.output == "0 read anew, 2 unchanged\n")
        #expect(try Program.run(["note", "list", id], in: scratch).output.contains("Ask the port."))
        #expect(try Program.run(["show", "engagements"], in: scratch).output.contains("lunch"))
    }
}
