// SPDX-License-Identifier: Apache-2.0

import Evaluation
import Foundation
import Gazetteer
import Language
import Reading
import Testing

/// The numbers of `entente eval` are those that the shared scorers give for the same predictions.
@Suite("The shared scorers agree", .enabled(if: SharedScorer.isPresent, Comment(rawValue: SharedScorer.absence)))
struct SharedScorerTests {
    @Test("on gold of our own")
    func ownGold() throws {
        let own = try OwnGold()
        let measures = try Evaluation(gold: own.gold).outcomes(ofPredictionsIn: own.predictions).flatMap(\.measures)
        try compare(measures, gold: own.gold, predictions: own.predictions, isOwn: true)
    }

    @Test("on their own gold", .enabled(if: SharedScorer.hasGold, Comment(rawValue: SharedScorer.absence)))
    func sharedGold() throws {
        let own = try OwnGold()
        let gazetteer = try Gazetteer.standard()
        let reader = try ArticleReader(
            pipeline: try Pipeline(model: ModelFolder.defaultLocation()), gazetteer: gazetteer)
        var measures: [Measure] = []
        try Evaluation(gold: SharedScorer.gold).run(reader, gazetteer: gazetteer) { files, outcome in
            measures += outcome.measures
            for file in files {
                try Data(file.lines.map { $0 + "\n" }.joined().utf8)
                    .write(to: own.predictions.appending(path: file.name))
            }
        }
        try compare(measures, gold: SharedScorer.gold, predictions: own.predictions, isOwn: false)
    }

    private func compare(_ measures: [Measure], gold: URL, predictions: URL, isOwn: Bool) throws {
        let path = { (folder: URL, name: String) in folder.appending(path: name).path }
        let cooperation = try SharedScorer(
            "score_cooperation", [path(gold, "cooperation"), path(predictions, "cooperation.ndjson")])
        for measure in measures where measure.gold == "cooperation" {
            let numbers = cooperation.numbers(measure.capability)
            let expected = [
                measure.total.gold, measure.total.read, measure.totalFound?.right ?? -1, measure.total.right,
            ]
            #expect(numbers.prefix(4).map { Int($0) } == expected, "\(measure.capability)")
        }

        try compareEvents(measures, isOwn ? ["events_typed", "events_running"] : ["events_plover", "events_meantime"]) {
            [path(gold, $0 + "/gold.ndjson"), path(predictions, $0 + ".ndjson")]
        }

        let quotes = isOwn ? "quotes_own" : "quotes_gum"
        for (kinds, label) in [("direct,mixed", "direct and mixed"), ("indirect", "indirect")] {
            let scorer = try SharedScorer(
                "score_quotes",
                [path(gold, quotes + "/gold.ndjson"), path(predictions, quotes + ".ndjson"), "--kind", kinds])
            expect(measures, quotes, label + " quotes, same letters", scorer, right: "exact", found: "overlap")
            expect(measures, quotes, label + " quotes with speaker", scorer, right: "quote+speaker", found: "overlap")
        }

        let values = "score_timex_numbers"
        for set in isOwn ? ["timex_own"] : ["timex_gum", "timex_meantime"] {
            let options = set == "timex_gum" ? [] : ["--skip-dct", "--type", "date"]
            let scorer = try SharedScorer(
                values, [path(gold, set + "/gold.ndjson"), path(predictions, set + ".ndjson")] + options)
            expect(measures, set, "dates, same words", scorer, right: "exact", found: "overlap")
            expect(measures, set, "dates, resolved", scorer, right: "F1+value", found: "overlap")
        }

        let recognizers = isOwn ? "recognizers_own" : "recognizers_english"
        for (file, label) in [
            ("datetime", "date specifications"), ("number", "numbers"), ("numberwithunit", "units"),
        ] {
            let scorer = try SharedScorer(
                values,
                [path(gold, "\(recognizers)/\(file).ndjson"), path(predictions, "\(recognizers).\(file).ndjson")])
            expect(measures, recognizers, label + ", same words", scorer, right: "exact", found: "overlap")
            expect(measures, recognizers, label + ", resolved", scorer, right: "F1+value", found: "overlap")
        }
    }

    private func compareEvents(_ measures: [Measure], _ sets: [String], files: (String) -> [String]) throws {
        let (typed, running) = (sets[0], sets[1])
        let types = try SharedScorer("score_events", files(typed))
        expect(measures, typed, "type of event", types, right: "type", found: nil)
        expect(
            measures, typed, "participants with role", types, right: "participants + role", found: "participants")
        let mean = measures.first { $0.gold == typed && $0.capability == "type of event, mean over types" }
        let expected = types.numbers("macro F1 over gold types").first
        #expect(abs((mean?.f1 ?? -1) - (expected ?? -2)) < 0.000_51)
        let events = try SharedScorer("score_events", files(running))
        expect(measures, running, "events", events, right: "trigger", found: nil)
        expect(
            measures, running, "participants with role", events, right: "participants + role", found: "participants")
    }

    /// Compares precision, recall and F1, which the scorers print with three places.
    private func expect(
        _ measures: [Measure], _ set: String, _ capability: String, _ scorer: SharedScorer, right: String,
        found: String?
    ) {
        guard let measure = measures.first(where: { $0.gold == set && $0.capability == capability }) else {
            Issue.record("\(set) \(capability) is not measured")
            return
        }
        for (label, tally) in [(right, measure.total), (found ?? "", measure.totalFound ?? Tally())]
        where !label.isEmpty {
            // The "1" of the label "F1" is a number too.
            let numbers = scorer.numbers(label)
            #expect(numbers.count >= 4, "\(set) \(capability) \(label)")
            for (number, ours) in zip(
                [0, 1, 3].compactMap { $0 < numbers.count ? numbers[$0] : nil },
                [
                    tally.precision, tally.recall, tally.f1,
                ])
            {
                #expect(abs(number - ours) < 0.000_51, "\(set) \(capability) \(label)")
            }
        }
    }
}
