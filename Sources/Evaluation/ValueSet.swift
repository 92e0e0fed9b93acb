// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Reading

/// Gold of dates in running text.
struct TimeSet: GoldSet {
    let name: String
    let folder: URL

    /// GUM has dates alone, by the TEI guidelines; other sets are TimeML.
    private var isTEI: Bool { name == "timex_gum" }
    private var convention: any TimeConvention { isTEI ? TEIConvention() : TimeMLConvention() }
    private var scope: ValueScore.Scope {
        isTEI ? ValueScore.Scope() : ValueScore.Scope(types: ["date"], skipsDateLine: true)
    }

    private var gold: [ValueGold] {
        get throws { try GoldFile.records(ValueGold.self, at: folder.appending(path: "gold.ndjson")) }
    }

    func predictions(by reader: TextReader) throws -> [PredictionFile] {
        let grammar = try TimeGrammar(language: "en")
        let predictions = try gold.map { record in
            let anchor = record.date.flatMap { PartialDate($0) }
            return ValuePrediction(
                id: record.id,
                items: grammar.expressions(in: record.text, anchor: anchor).flatMap(convention.items(of:)))
        }
        return [try PredictionFile(name + ".ndjson", predictions)]
    }

    func outcome(of predictions: [PredictionFile]) throws -> Outcome {
        let read = try predictions.records(ValuePrediction.self, in: name + ".ndjson")
        return ValueReport(gold: name, capability: "dates", scope: scope).outcome(of: read, against: try gold)
    }
}

/// The specifications of Recognizers-Text: sentences with dates, numbers, and numbers with units.
struct RecognizersSet: GoldSet {
    let name: String
    let folder: URL

    /// The moment that the specifications speak from where they do not say another.
    private static let defaultReference = "2016-11-07T00:00:00"

    /// The files of the set and what is measured on each.
    private static let files = [
        ("datetime", "date specifications"), ("number", "numbers"), ("numberwithunit", "units"),
    ]

    func predictions(by reader: TextReader) throws -> [PredictionFile] {
        try Self.files.map { file, _ in
            let gold = try gold(file)
            let items = file == "datetime" ? try times(in: gold) : try quantities(in: gold)
            return try PredictionFile("\(name).\(file).ndjson", items)
        }
    }

    func outcome(of predictions: [PredictionFile]) throws -> Outcome {
        var all = Outcome()
        for (file, capability) in Self.files {
            let gold = try gold(file)
            let read = try predictions.records(ValuePrediction.self, in: "\(name).\(file).ndjson")
            // The peer's own library is only held to what it supports.
            let supported = gold.filter { !($0.notSupported ?? "").contains("python") }
            let part = ValueReport(gold: name, capability: capability + " (supported in Python)")
            all.measures += part.outcome(of: read, against: supported).measures
            let whole = ValueReport(gold: name, capability: capability).outcome(of: read, against: gold)
            all.measures += whole.measures
            all.findings += whole.findings
        }
        return all
    }

    private func gold(_ file: String) throws(EvaluationError) -> [ValueGold] {
        try GoldFile.records(ValueGold.self, at: folder.appending(path: file + ".ndjson"))
    }

    private func times(in gold: [ValueGold]) throws -> [ValuePrediction] {
        let grammar = try TimeGrammar(language: "en")
        return try gold.map { record in
            let anchor = try anchor(of: record)
            let undated = grammar.expressions(in: record.text, anchor: nil, style: .news)
            let convention = RecognizersTimes(
                anchor: anchor,
                undatedValues: Dictionary(
                    undated.map { ($0.place, $0.value) }, uniquingKeysWith: { first, _ in first }))
            let expressions = grammar.expressions(in: record.text, anchor: anchor, style: .news)
            return ValuePrediction(id: record.id, items: expressions.flatMap(convention.items(of:)))
        }
    }

    /// The moment that a specification speaks from.
    private func anchor(of record: ValueGold) throws -> TimeAnchor {
        let parts = (record.reference ?? Self.defaultReference).split(separator: "T")
        guard let date = parts.first.flatMap({ PartialDate(String($0)) }) else {
            throw EvaluationError(
                place: "\(name) \(record.id)", problem: "the reference is no moment",
                advice: "write it as \(Self.defaultReference)")
        }
        let clock = (parts.count > 1 ? parts[1] : "").split(separator: ":").map { Int(Double($0) ?? 0) }
        return TimeAnchor(date: date, second: zip(clock, [3600, 60, 1]).reduce(0) { $0 + $1.0 * $1.1 })
    }

    private func quantities(in gold: [ValueGold]) throws -> [ValuePrediction] {
        let grammar = try QuantityGrammar(language: "en")
        return gold.map { record in
            let model = record.model ?? ""
            let convention = RecognizersQuantities(model: model, text: ScalarText(record.text))
            let found = grammar.expressions(in: record.text, relativePlaces: model == "OrdinalModel")
            return ValuePrediction(id: record.id, items: found.flatMap(convention.items(of:)))
        }
    }
}

/// Scores the values of one file.
struct ValueReport {
    let gold: String
    let capability: String
    var scope = ValueScore.Scope()

    /// Compares what was read, by the ids of the texts, with the gold.
    func outcome(of read: [String: ValuePrediction], against records: [ValueGold]) -> Outcome {
        let scores = records.map { record in
            ValueScore(
                gold: record, prediction: read[record.id] ?? ValuePrediction(id: record.id, items: []), scope: scope)
        }
        var outcome = Outcome()
        outcome.measures = [
            Measure(
                gold: gold, capability: capability + ", same words", right: scores.map(\.exact),
                found: scores.map(\.overlap)),
            Measure(
                gold: gold, capability: capability + ", resolved", right: scores.map(\.resolved),
                found: scores.map(\.overlap)),
        ]
        for (record, score) in zip(records, scores) {
            let text = ScalarText(record.text)
            outcome.findings += score.faults.map {
                Finding(
                    gold: gold, capability: capability, fault: $0.fault, text: record.id, detail: $0.detail,
                    context: text.context($0.span))
            }
        }
        return outcome
    }
}
