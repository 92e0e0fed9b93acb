// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Testing

@Suite("The contract and its schema")
struct SchemaTests {
    @Test("a reading with every member keeps the schema")
    func fullReadingKeepsTheSchema() throws {
        let result = try validate(try JSONEncoder().encode(Fixture.full))
        #expect(result.exitCode == 0, "\(result.output)")
    }

    @Test("a reading that knows nothing keeps the schema")
    func emptyReadingKeepsTheSchema() throws {
        let result = try validate(try JSONEncoder().encode(Fixture.empty))
        #expect(result.exitCode == 0, "\(result.output)")
    }

    @Test("every value of every enumeration is in the schema")
    func everyValueIsInTheSchema() throws {
        var lines = Data()
        for reading in Fixture.oneReadingForEachValue {
            lines.append(try JSONEncoder().encode(reading))
            lines.append(UInt8(ascii: "\n"))
        }
        let result = try validate(lines)
        #expect(result.exitCode == 0, "\(result.output)")
    }

    @Test(
        "what the contract does not know is refused",
        arguments: [
            (#""verb":"said""#, #""verb":"said","mood":"good""#),
            (#""kind":"statement""#, #""kind":"rumour""#),
            (#""basis":"stated""#, #""basis":"guessed""#),
            (#""value":"2023-04-04""#, #""value":"4 April""#),
            (#""byteStart":0"#, #""byteStart":-1"#),
            (#""schema":"entente.reading"#, #""schema":"someone.else"#),
        ])
    func strangeMembersAreRefused(known: String, strange: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text = String(decoding: try encoder.encode(Fixture.full), as: UTF8.self)
        try #require(text.contains(known))
        let result = try validate(Data(text.replacing(known, with: strange).utf8))
        #expect(result.exitCode == 1, "\(result.output)")
    }

    @Test("lines of the article and parse verbs keep their schemas")
    func otherSchemasAcceptTheirLines() throws {
        let article = #"{"file":"a.html","title":"A","authors":["B"],"date":"2024-09","text":"C"}"#
        let token =
            #"{"t":"Hi","b":0,"e":2,"u":0,"ws":0,"norm":"hi","tag":"UH","pos":"INTJ","morph":"","lemma":"hi","#
            + #""dep":"ROOT","head":0,"sent":1,"iob":"B","ent":"PERSON"}"#
        let parse = #"{"id":null,"text_bytes":2,"tokens":[\#(token)],"ents":[[0,1,"PERSON"]],"sents":[[0,1]]}"#
        #expect(try validate(Data(article.utf8), schema: "article-1").exitCode == 0)
        #expect(try validate(Data(parse.utf8), schema: "parse-1").exitCode == 0)
        #expect(try validate(Data(parse.utf8), schema: "article-1").exitCode == 1)
    }

    @Test("the handbook's example is a reading, and its quotes are the text at their ranges")
    func handbookExampleHolds() throws {
        let chapter = try String(
            contentsOf: projectFolder.appending(path: "Documentation/reading-json.md"), encoding: .utf8)
        let example = try #require(chapter.firstMatch(of: /```json\n(.*?)\n```/.dotMatchesNewlines())).output.1
        let result = try validate(Data(example.utf8))
        #expect(result.exitCode == 0, "\(result.output)")
        let reading = try JSONDecoder().decode(Reading.self, from: Data(example.utf8))
        let text = reading.article.text
        for evidence in reading.entries.flatMap(\.evidence) {
            #expect(text.text(at: evidence.range) == evidence.quote)
            let scalars = Array(text.unicodeScalars)[evidence.range.scalars]
            #expect(String(String.UnicodeScalarView(scalars)) == evidence.quote)
        }
    }

    private func validate(_ json: Data, schema: String = "reading-1") throws -> ScriptResult {
        try runScript("scripts/validate-json", ["Documentation/schema/\(schema).schema.json"], input: json)
    }
}
