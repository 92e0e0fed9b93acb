// SPDX-License-Identifier: Apache-2.0

import Evaluation
import Foundation
import Testing

@Suite("Scoring what was read")
struct ScoreTests {
    /// A line of the table as it should be: what there is, what was read, found and right.
    struct Expected: Sendable, CustomTestStringConvertible {
        let set: String
        let capability: String
        let gold: Int
        let read: Int
        let found: Int?
        let right: Int

        init(_ set: String, _ capability: String, gold: Int, read: Int, found: Int?, right: Int) {
            (self.set, self.capability) = (set, capability)
            (self.gold, self.read, self.found, self.right) = (gold, read, found, right)
        }

        var testDescription: String { "\(set), \(capability)" }
    }

    @Test(
        "each measure counts by its own rules",
        arguments: [
            Expected("cooperation", "engagement", gold: 1, read: 1, found: 1, right: 1),
            Expected("cooperation", "agreement", gold: 1, read: 1, found: 1, right: 0),
            Expected("cooperation", "commitment", gold: 1, read: 0, found: 0, right: 0),
            Expected("cooperation", "figure", gold: 2, read: 2, found: 1, right: 1),
            Expected("cooperation", "statement", gold: 1, read: 1, found: 1, right: 0),
            Expected("cooperation", "person", gold: 2, read: 2, found: 2, right: 2),
            Expected("cooperation", "organisation", gold: 1, read: 1, found: 0, right: 0),
            Expected("cooperation", "office", gold: 2, read: 1, found: 1, right: 1),
            Expected("quotes_own", "direct and mixed quotes, same letters", gold: 2, read: 3, found: 2, right: 2),
            Expected("quotes_own", "direct and mixed quotes with speaker", gold: 2, read: 3, found: 2, right: 1),
            Expected("quotes_own", "indirect quotes with speaker", gold: 1, read: 0, found: 0, right: 0),
            Expected("timex_own", "dates, same words", gold: 3, read: 4, found: 3, right: 1),
            Expected("timex_own", "dates, resolved", gold: 2, read: 3, found: 3, right: 1),
            Expected("recognizers_own", "date specifications, resolved", gold: 2, read: 2, found: 2, right: 1),
            Expected("recognizers_own", "numbers, same words", gold: 2, read: 1, found: 1, right: 0),
            Expected("recognizers_own", "numbers, resolved", gold: 2, read: 1, found: 1, right: 1),
            Expected(
                "recognizers_own", "numbers (supported in Python), resolved", gold: 0, read: 0, found: 0, right: 0),
            Expected("recognizers_own", "units, resolved", gold: 2, read: 2, found: 2, right: 1),
            Expected("ner_own", "people, same words", gold: 1, read: 1, found: nil, right: 1),
            Expected("ner_own", "organisations, same words", gold: 1, read: 0, found: nil, right: 0),
            Expected("ner_own", "places, same words", gold: 1, read: 2, found: nil, right: 1),
            Expected("coref_own", "mentions of entities, same words", gold: 5, read: 5, found: nil, right: 4),
            Expected("coref_own", "same entity, links", gold: 3, read: 3, found: nil, right: 2),
            Expected("coref_own", "same entity in a text, mentions found", gold: 5, read: 5, found: nil, right: 4),
            Expected("toponyms_own", "place names, same words", gold: 4, read: 3, found: 3, right: 2),
            Expected("toponyms_own", "of those found: within 161 km", gold: 3, read: 2, found: nil, right: 1),
        ])
    func counts(_ expected: Expected) throws {
        let own = try OwnGold()
        let outcomes = try Evaluation(gold: own.gold).outcomes(ofPredictionsIn: own.predictions)
        let measure = try #require(
            outcomes.flatMap(\.measures).first { $0.gold == expected.set && $0.capability == expected.capability })
        #expect(measure.total == Tally(gold: expected.gold, read: expected.read, right: expected.right))
        #expect(measure.totalFound?.right == expected.found)
    }

    @Test("what is wrong is told with the words around it")
    func findings() throws {
        let own = try OwnGold()
        let findings = try Evaluation(gold: own.gold.appending(path: "timex_own"))
            .outcomes(ofPredictionsIn: own.predictions).flatMap(\.findings)
        #expect(findings.map(\.fault) == [.different, .unwanted])
        #expect(findings.first?.detail == "2024-05-06, read 2024-05-13")
        #expect(findings.first?.context.contains("; on [Monday, 6 May] it rained") == true)
    }

    @Test("a text without a prediction counts as one where nothing was read")
    func withoutPredictions() throws {
        let own = try OwnGold()
        let nothing = own.predictions.appending(path: "nothing")
        try FileManager.default.createDirectory(at: nothing, withIntermediateDirectories: true)
        for measure in try Evaluation(gold: own.gold).outcomes(ofPredictionsIn: nothing).flatMap(\.measures) {
            #expect(measure.total.read == 0, "\(measure.gold) \(measure.capability)")
            #expect(measure.total.right == 0)
        }
    }

    @Test("folders that nothing measures are passed over, and a folder without gold is refused")
    func folders() throws {
        let own = try OwnGold()
        for name in ["events_own", "ner_abroad"] {
            let folder = own.gold.appending(path: name)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(#"{"id":"1","lang":"ko","text":"","entities":[]}"#.utf8)
                .write(to: folder.appending(path: "gold.ndjson"))
        }
        // Coreference without the texts is read from the mentions.
        let bare = own.gold.appending(path: "coref_bare")
        try FileManager.default.createDirectory(at: bare, withIntermediateDirectories: true)
        try Data(#"{"id":"1","lang":"en","mentions":[]}"#.utf8).write(to: bare.appending(path: "gold.ndjson"))
        let evaluation = try Evaluation(gold: own.gold)
        #expect(evaluation.passedOver == ["events_own", "ner_abroad"])
        #expect(
            evaluation.sets == [
                "cooperation", "coref_bare", "coref_own", "events_running", "events_typed", "ner_own", "quotes_own",
                "recognizers_own",
                "timex_own", "toponyms_own",
            ])
        #expect(throws: EvaluationError.self) { try Evaluation(gold: own.predictions) }
        #expect(throws: EvaluationError.self) { try Evaluation(gold: own.gold.appending(path: "missing")) }
    }

    @Test("gold that is not of its form is refused with file, line and reason")
    func damagedGold() throws {
        let own = try OwnGold()
        let file = own.gold.appending(path: "ner_own/gold.ndjson")
        try Data("{\"id\":\"1\",\"lang\":\"en\",\"text\":\"\",\"entities\":[]}\n{\"id\":\"2\"}\n".utf8).write(to: file)
        let evaluation = try Evaluation(gold: own.gold.appending(path: "ner_own"))
        let error = #expect(throws: EvaluationError.self) {
            try evaluation.outcomes(ofPredictionsIn: own.predictions)
        }
        #expect(error?.place == file.path + ":2")
        #expect(error?.problem.contains("text is missing") == true)
    }
}
