// SPDX-License-Identifier: Apache-2.0

import Asking
import Cooperation
import Foundation
import Gazetteer
import Language
import Ledger
import Testing

/// What questions are read with; the tests that need it are skipped where the model is missing.
enum Reader {
    static let pipeline = try? Pipeline(model: ModelFolder.defaultLocation())
    static let isPresent = pipeline != nil
    static let absence: Comment = "the medium language model is missing; make model fetches it"

    /// Asks somebody who knows nothing yet.
    static func ask<Result>(_ work: (Asker) throws -> Result) throws -> Result {
        let folder = try TemporaryFolder()
        let ledger = try Ledger(at: folder.ledger)
        let asker = try Asker(
            ledger: ledger, pipeline: try #require(pipeline), gazetteer: try Gazetteer.standard())
        let result = try work(asker)
        try ledger.close()
        return result
    }
}

/// A folder that a test has to itself and that is gone after it.
final class TemporaryFolder {
    private let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "entente-asking-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// Where the ledger is.
    var ledger: URL { url.appending(path: "ledger.sqlite") }
}

@Suite("Understanding a question", .enabled(if: Reader.isPresent, Reader.absence))
struct QuestionTests {
    private func question(_ text: String) throws -> Question { try Reader.ask { try $0.question(text) } }

    @Test(
        "the opening says what is asked for",
        arguments: [
            ("When did Busan open the bridge?", Question.Aim.date), ("By when will Busan open the bridge?", .deadline),
            ("In which city was the fair held?", .place), ("Who signed the treaty with Norway?", .person),
            ("How many Chileans live in Oslo?", .count), ("How much did Oslo give?", .amount),
            ("What did Oslo promise?", .thing), ("Did Oslo sign the treaty?", .whether),
            ("In 2023, where was the fair held?", .place),
        ])
    func aims(text: String, aim: Question.Aim) throws {
        #expect(try question(text).aim == aim)
    }

    @Test("names are runs of capitals without titles, words in quotes, demonyms and other scripts")
    func names() throws {
        func names(_ text: String) throws -> [String] { try question(text).names.map(\.text) }
        let visit = try names("When did President Kwabena Asante-Mensah visit Lisbon?")
        #expect(visit == ["Kwabena Asante-Mensah", "Lisbon"])
        #expect(try names("When did the exhibition “Stairs and Ash” open?") == ["Stairs and Ash"])
        #expect(try names("How many Vietnamese residents live in Incheon?") == ["Vietnamese", "Incheon"])
        #expect(try names("When did 서민재 visit Hai Phong?") == ["서민재", "Hai Phong"])
        #expect(try names("What did Oslo's council say in May 2023?") == ["Oslo"])
    }

    @Test(
        "a time is a span of days",
        arguments: [
            ("Who was mayor of Oslo in 2023?", "2023-01-01", "2023-12-31"),
            ("What did Oslo sign in February 2024?", "2024-02-01", "2024-02-29"),
            ("What did Oslo sign on 15 September 2022?", "2022-09-15", "2022-09-15"),
            ("What did Oslo sign on September 15, 2022?", "2022-09-15", "2022-09-15"),
            ("What has Oslo signed since March 2024?", "2024-03-01", "9999-12-31"),
        ])
    func time(text: String, first: String, last: String) throws {
        #expect(try question(text).days == first...last)
    }

    @Test("how a question was understood can be told")
    func explanation() throws {
        let lines = try question("Who is the mayor of Oslo?").explanation
        #expect(lines.contains("office: Mayor"))
        #expect(lines.contains("names: Oslo"))
    }

    @Test("a question about nothing is refused", arguments: ["", "?", "When?", "How many?"])
    func empty(text: String) {
        #expect(throws: AskingError.self) { try question(text) }
    }

    @Test(
        "an empty ledger states nothing, whatever is asked",
        arguments: ["Who is the mayor of Oslo?", "Where is x'y\"z* in Oslo?", "🙂 Oslo"])
    func nothing(text: String) throws {
        let answer = try Reader.ask { try $0.answer(text) }
        #expect(!answer.isStated)
        #expect(answer.nearest.isEmpty)
    }
}
