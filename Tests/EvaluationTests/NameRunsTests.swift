// SPDX-License-Identifier: Apache-2.0

import Evaluation
import Foundation
import Gazetteer
import Language
import Reading
import Testing

/// Companies and persons are invented.
@Suite("Names as sets of gold mark them")
struct NameRunsTests {
    private static let text = """
        The Danish automaker Kozjak Industries has a plant in Porto, Portugal. The Bank of Aisby paid. Minister Ana \
        Novak met Kozjak CEO Emil Brandt.
        """

    @Test("a set that marks whole phrases gets a name with what belongs to it, a body's with its description as well")
    func phrases() throws {
        let runs = try Self.runs(mention: "NAM", gold: "Kozjak Industries")
        for run in [
            "Kozjak Industries ORG", "The Danish automaker Kozjak Industries ORG", "The Bank of Aisby ORG",
            "Porto, Portugal LOC", "Portugal LOC", "Minister Ana Novak PER", "Emil Brandt PER",
        ] {
            #expect(runs.contains(run), "\(run)")
        }
        #expect(!runs.contains("Danish LOC"))
    }

    @Test("a set that marks adjectives before a noun as names gets them")
    func adjectives() throws {
        #expect(try Self.runs(mention: "PRE.NAM", gold: "Danish").contains("Danish LOC"))
    }

    @Test("a set that marks names alone gets them alone")
    func namesAlone() throws {
        let runs = try Self.runs(mention: nil, gold: "Porto")
        for run in ["Kozjak Industries ORG", "Porto LOC", "Portugal LOC", "Ana Novak PER"] {
            #expect(runs.contains(run), "\(run)")
        }
    }

    @Test("a set that marks every mention gets the outermost, pronouns of who speaks, and acting countries as bodies")
    func everyMention() throws {
        let text = "Denmark welcomes the plan. I thank Minister Ana Novak of Portugal. We trust the Bank of Aisby."
        let runs = try Self.runs(mention: nil, gold: "Denmark", confidence: 1, text: text)
        for run in ["Denmark ORG", "I PER", "Minister Ana Novak PER", "We ORG", "the Bank of Aisby ORG"] {
            #expect(runs.contains(run), "\(run)")
        }
        #expect(!runs.contains("Aisby LOC"))
    }

    /// What is read of the text for a set whose gold marks one name in it, as words with their type.
    private static func runs(
        mention: String?, gold: String, confidence: Double? = nil, text: String = text
    ) throws -> [String] {
        let own = try OwnGold()
        let folder = own.gold.appending(path: "ner_own")
        var entity: [String: Any] = ["start": 0, "end": gold.unicodeScalars.count, "type": "ORG", "text": gold]
        entity["mention"] = mention
        entity["confidence"] = confidence
        let record: [String: Any] = ["id": "1", "lang": "en", "text": text, "entities": [entity]]
        try JSONSerialization.data(withJSONObject: record).write(to: folder.appending(path: "gold.ndjson"))
        let gazetteer = try Gazetteer.standard()
        let reader = try ArticleReader(
            pipeline: Pipeline(model: ModelFolder.defaultLocation()), gazetteer: gazetteer)
        let (files, _) = try Evaluation(gold: folder).result(ofSet: 0, reader, gazetteer: gazetteer)
        let lines = files.flatMap(\.lines)
        return try lines.flatMap { line -> [String] in
            let prediction = try JSONDecoder().decode(Prediction.self, from: Data(line.utf8))
            return prediction.entities.map { entity in
                let scalars = Array(text.unicodeScalars)[entity.start..<entity.end]
                return String(String.UnicodeScalarView(scalars)) + " " + entity.type
            }
        }
    }

    private struct Prediction: Decodable {
        struct Entity: Decodable {
            let start: Int
            let end: Int
            let type: String
        }
        let entities: [Entity]
    }
}
