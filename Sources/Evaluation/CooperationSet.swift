// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Press texts on cooperation with everything that they say, annotated by hand.
struct CooperationSet: GoldSet {
    let name: String
    let folder: URL

    private var gold: [CooperationRecord] {
        get throws { try GoldFile.documents(CooperationRecord.self, in: folder) }
    }

    func predictions(by reader: TextReader) throws -> [PredictionFile] {
        let readings = try gold.map { record in
            try reader.read(
                id: record.id, title: record.title ?? "", text: record.text ?? "", published: record.date)
        }
        return [try PredictionFile(name + ".ndjson", readings)]
    }

    func outcome(of predictions: [PredictionFile]) throws -> Outcome {
        let gold = try gold
        let readings = try predictions.records(CooperationRecord.self, in: name + ".ndjson")
        let scores = gold.map { record in
            CooperationScore(gold: record, reading: readings[record.id] ?? CooperationRecord(id: record.id))
        }
        var outcome = Outcome()
        outcome.measures = (CooperationScore.kinds + CooperationScore.parties).map { kind in
            Measure(
                gold: name, capability: kind, right: scores.map { $0.right[kind] ?? Tally() },
                found: scores.map { $0.found[kind] ?? Tally() })
        }
        for (record, score) in zip(gold, scores) {
            let text = ScalarText(record.canonicalText)
            outcome.findings += score.faults.map {
                Finding(
                    gold: name, capability: $0.capability, fault: $0.fault, text: record.id, detail: $0.detail,
                    context: text.context($0.span))
            }
        }
        return outcome
    }
}
