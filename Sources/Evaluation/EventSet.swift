// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Gold of events with those who take part: sentences of one type, or running text with every event.
struct EventSet: GoldSet {
    let name: String
    let folder: URL

    private var gold: [EventGold] {
        get throws { try GoldFile.records(EventGold.self, at: folder.appending(path: "gold.ndjson")) }
    }

    func predictions(by reader: TextReader) throws -> [PredictionFile] {
        let gold = try gold
        let isTyped = Self.isTyped(gold)
        let predictions = try gold.map { record in
            EventPrediction(try reader.events(id: record.id, text: record.text, coded: isTyped), id: record.id)
        }
        return [try PredictionFile(name + ".ndjson", predictions)]
    }

    func outcome(of predictions: [PredictionFile]) throws -> Outcome {
        let gold = try gold
        let read = try predictions.records(EventPrediction.self, in: name + ".ndjson")
        let pairs = gold.map { ($0, read[$0.id] ?? EventPrediction(id: $0.id)) }
        return Self.isTyped(gold) ? typed(pairs) : running(pairs)
    }

    /// Whether the gold is of sentences with marked actors.
    private static func isTyped(_ gold: [EventGold]) -> Bool { gold.first?.spans != nil }

    private func typed(_ pairs: [(EventGold, EventPrediction)]) -> Outcome {
        let scores = pairs.map { TypedEventScore(gold: $0, prediction: $1) }
        let types = Set(scores.flatMap(\.wantedTypes)).sorted()
        var outcome = Outcome()
        outcome.measures = [
            Measure(gold: name, capability: "type of event", right: scores.map(\.type), found: nil),
            Measure(
                gold: name, capability: "type of event, mean over types",
                classes: types.map { type in scores.map { $0.tally(of: type) } }),
            Measure(
                gold: name, capability: "participants with role", right: scores.map(\.withRole),
                found: scores.map(\.participants)),
        ]
        for (pair, score) in zip(pairs, scores) {
            outcome.findings += findings(pair.0, score.faults)
        }
        return outcome
    }

    private func running(_ pairs: [(EventGold, EventPrediction)]) -> Outcome {
        let scores = pairs.map { RunningEventScore(gold: $0, prediction: $1) }
        var outcome = Outcome()
        outcome.measures = [
            Measure(gold: name, capability: "events", right: scores.map(\.trigger), found: nil),
            Measure(
                gold: name, capability: "participants with role", right: scores.map(\.withRole),
                found: scores.map(\.participants)),
        ]
        for (pair, score) in zip(pairs, scores) {
            outcome.findings += findings(pair.0, score.faults)
        }
        return outcome
    }

    private func findings(_ record: EventGold, _ faults: [EventFault]) -> [Finding] {
        let text = ScalarText(record.text)
        return faults.map {
            Finding(
                gold: name, capability: $0.capability, fault: $0.fault, text: record.id, detail: $0.detail,
                context: text.context($0.span))
        }
    }
}

/// What was read wrongly of an event.
struct EventFault {
    let capability: String
    let fault: Finding.Fault
    let span: Span
    let detail: String
}
