// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Gold of quotations with their speakers, in running text.
struct QuoteSet: GoldSet {
    let name: String
    let folder: URL

    func outcome(reader: TextReader) throws -> Outcome {
        let gold = try GoldFile.records(QuoteGold.self, at: folder.appending(path: "gold.ndjson"))
        let predictions = try gold.map { record in
            let result = try reader.read(id: record.id, text: record.text, published: record.date)
            return QuotePrediction(result, id: record.id)
        }
        var outcome = try outcome(of: predictions, against: gold)
        outcome.predictions = [(name + ".ndjson", try predictions.map(JSONLine.text))]
        return outcome
    }

    /// Scores predictions, one for each gold text.
    func outcome(of predictions: [QuotePrediction], against gold: [QuoteGold]) throws -> Outcome {
        let groups: [(String, Set<QuoteKind>)] = [
            ("direct and mixed", [.direct, .mixed]), ("indirect", [.indirect]),
        ]
        var outcome = Outcome()
        for (label, kinds) in groups {
            let scores = zip(gold, predictions).map { QuoteScore(gold: $0, prediction: $1, kinds: kinds) }
            let speaker = "\(label) quotes with speaker"
            outcome.measures += [
                Measure(gold: name, capability: "\(label) quotes, same letters", right: scores.map(\.exact), found: nil),
                Measure(
                    gold: name, capability: speaker, right: scores.map(\.withSpeaker), found: scores.map(\.overlap)),
            ]
            for (record, score) in zip(gold, scores) {
                let text = ScalarText(record.text)
                outcome.findings += score.faults.map {
                    Finding(
                        gold: name, capability: speaker, fault: $0.fault, text: record.id, detail: $0.detail,
                        context: text.context($0.span))
                }
            }
        }
        return outcome
    }
}
