// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gazetteer

/// Gold of the names of people, organisations and places; a name is right where run and type are the very same.
struct NameSet: GoldSet {
    /// A gold text with its names.
    struct Gold: Decodable {
        struct Entity: Decodable {
            let start: Int
            let end: Int
            let type: String
            let mention: String?
            /// How many of the annotators agreed, where a set says so.
            let confidence: Double?

            /// The type as all sets have it; some write it out.
            var kind: String { NameSet.writtenOut[type] ?? type }

            /// Whether it is a name; sets that mark other mentions too say which are names, some how sure they are.
            var isName: Bool {
                (mention == nil || ["NAM", NameSet.modifier].contains(mention))
                    && (confidence ?? 1) >= NameSet.leastConfidence
            }
        }

        let id: String
        let text: String
        let date: String?
        let entities: [Entity]

        /// Whether the gold marks mentions of every sort and says which are names.
        var saysNames: Bool { entities.contains { $0.mention != nil } }
        /// Whether the gold marks pronouns and descriptions like names.
        var takesReferences: Bool { !saysNames && entities.contains { $0.confidence != nil } }
        /// Whether the gold takes adjectives before a noun for names: "the Italian company".
        var takesAdjectives: Bool { entities.contains { $0.mention == NameSet.modifier } }
        /// Whether the gold takes whole noun phrases, articles included.
        var takesPhrases: Bool { entities.contains { $0.mention != nil || $0.confidence != nil } }
    }

    /// The names read in a text.
    struct Prediction: TextRecord, Encodable {
        struct Entity: Hashable, Codable {
            let start: Int
            let end: Int
            let type: String

            init(_ span: Span, _ type: String) { (start, end, self.type) = (span.start, span.end, type) }
        }

        let id: String
        let entities: [Entity]
    }

    /// The types that are measured.
    static let types = [("PER", "people"), ("ORG", "organisations"), ("LOC", "places")]

    private static let writtenOut = ["Person": "PER", "Organisation": "ORG", "Location": "LOC"]
    private static let leastConfidence = 0.5
    /// How gold marks a name that stands before a noun as a part of its phrase.
    private static let modifier = "PRE.NAM"

    let name: String
    let folder: URL

    private var gold: [Gold] {
        get throws { try GoldFile.records(Gold.self, at: folder.appending(path: "gold.ndjson")) }
    }

    func predictions(by reader: TextReader) throws -> [PredictionFile] {
        let gold = try gold
        let takesPhrases = gold.contains(where: \.takesPhrases)
        let takesReferences = gold.contains(where: \.takesReferences)
        let takesAdjectives = gold.contains(where: \.takesAdjectives)
        let predictions = try gold.map { record in
            let result = try reader.read(id: record.id, text: record.text, published: record.date)
            let spans = NamedSpans(result: result, gazetteer: reader.gazetteer)
            if takesReferences {
                return Prediction(id: record.id, entities: spans.everyMention.map { .init($0.span, $0.type) })
            }
            var found = spans.names.flatMap { name in
                Self.runs(of: name, takesPhrases: takesPhrases).map { Prediction.Entity($0, name.type) }
            }
            if takesAdjectives { found += spans.adjectives.map { .init($0.span, $0.type) } }
            return Prediction(id: record.id, entities: found)
        }
        return [try PredictionFile(name + ".ndjson", predictions)]
    }

    /// The runs that a set has for a name: the name alone, or the name with what is its own, and once more with the
    /// description of a body before it.
    private static func runs(of name: NamedSpans.Name, takesPhrases: Bool) -> [Span] {
        guard takesPhrases else { return [name.span] }
        let isDescribed = name.type == "ORG" && name.wholePhrase != name.phrase
        return isDescribed ? [name.phrase, name.wholePhrase] : [name.phrase]
    }

    func outcome(of predictions: [PredictionFile]) throws -> Outcome {
        let gold = try gold
        let read = try predictions.records(Prediction.self, in: name + ".ndjson")
        // Where one set of a record says which mentions are names, records of it without that mark have none.
        let saysNames = gold.contains(where: \.saysNames)
        var outcome = Outcome()
        var all: [Tally] = []
        for (type, label) in Self.types {
            var tallies: [Tally] = []
            for record in gold {
                let wanted = Set(
                    record.entities.filter { $0.kind == type && $0.isName && !(saysNames && $0.mention == nil) }
                        .map { Span(start: $0.start, end: $0.end) })
                let found = Set(
                    (read[record.id]?.entities ?? []).filter { $0.type == type }.map {
                        Span(start: $0.start, end: $0.end)
                    })
                tallies.append(
                    Tally(gold: wanted.count, read: found.count, right: wanted.intersection(found).count))
                note(wanted.subtracting(found), .missed, label, record, in: &outcome)
                note(found.subtracting(wanted), .unwanted, label, record, in: &outcome)
            }
            outcome.measures.append(Measure(gold: name, capability: label + ", same words", right: tallies, found: nil))
            all = all.isEmpty ? tallies : zip(all, tallies).map { $0 + $1 }
        }
        let together = Measure(
            gold: name, capability: "people, organisations, places, same words", right: all, found: nil)
        outcome.measures.insert(together, at: 0)
        return outcome
    }

    private func note(
        _ spans: Set<Span>, _ fault: Finding.Fault, _ label: String, _ record: Gold, in outcome: inout Outcome
    ) {
        let text = ScalarText(record.text)
        for span in spans.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
            outcome.findings.append(
                Finding(
                    gold: name, capability: label, fault: fault, text: record.id, detail: "",
                    context: text.context(span)))
        }
    }
}
