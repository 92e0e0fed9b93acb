// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Gold of quotations with their speakers, in running text.
struct QuoteSet: GoldSet {
    let name: String
    let folder: URL

    private var gold: [QuoteGold] {
        get throws { try GoldFile.records(QuoteGold.self, at: folder.appending(path: "gold.ndjson")) }
    }

    func predictions(by reader: TextReader) throws -> [PredictionFile] {
        let predictions = try gold.map { record in
            let result = try reader.read(id: record.id, text: record.text, published: record.date)
            return QuotePrediction(result, id: record.id, text: record.text)
        }
        return [try PredictionFile(name + ".ndjson", predictions)]
    }

    func outcome(of predictions: [PredictionFile]) throws -> Outcome {
        let gold = try gold
        let read = try predictions.records(QuotePrediction.self, in: name + ".ndjson")
        let groups: [(String, Set<QuoteKind>)] = [
            ("direct and mixed", [.direct, .mixed]), ("indirect", [.indirect]),
        ]
        var outcome = Outcome()
        for (label, kinds) in groups {
            let scores = gold.map { record in
                QuoteScore(gold: record, prediction: read[record.id] ?? QuotePrediction(id: record.id), kinds: kinds)
            }
            let speaker = "\(label) quotes with speaker"
            outcome.measures += [
                Measure(
                    gold: name, capability: "\(label) quotes, same letters", right: scores.map(\.exact),
                    found: scores.map(\.overlap)),
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
