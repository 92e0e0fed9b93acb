// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Press texts on cooperation with everything that they say, annotated by hand.
struct CooperationSet: GoldSet {
    let name: String
    let folder: URL

    func outcome(reader: TextReader) throws -> Outcome {
        let gold = try GoldFile.documents(CooperationRecord.self, in: folder)
        let lines = try gold.map { record in
            let result = try reader.read(
                id: record.id ?? "", title: record.title ?? "", text: record.text ?? "", published: record.date)
            return try JSONLine.text(result.reading)
        }
        var outcome = try outcome(of: lines, against: gold)
        outcome.predictions = [(name + ".ndjson", lines)]
        return outcome
    }

    /// Scores readings in their JSON form, one for each gold text.
    func outcome(of readings: [String], against gold: [CooperationRecord]) throws -> Outcome {
        let decoder = JSONDecoder()
        let scores = try zip(gold, readings).map { record, line in
            CooperationScore(
                gold: record, reading: try decoder.decode(CooperationRecord.self, from: Data(line.utf8)))
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
                    gold: name, capability: $0.capability, fault: $0.fault, text: record.id ?? "", detail: $0.detail,
                    context: text.context($0.span))
            }
        }
        return outcome
    }
}
