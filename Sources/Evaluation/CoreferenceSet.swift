// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Gold of which words of a text mean the same person, body, place or thing.
///
/// Names, pronouns and titles alone are read, most descriptions are not; gold takes whole noun phrases. The links are those of Vilain and
/// others (1995), known as MUC: an entity with four mentions has three.
struct CoreferenceSet: GoldSet {
    /// A gold text with its mentions.
    struct Gold: Decodable {
        struct Mention: Decodable {
            let start: Int
            let end: Int
            let cluster: String
            /// `entity` or `event`.
            let kind: String
        }

        let id: String
        let text: String
        let date: String?
        let mentions: [Mention]
    }

    /// The mentions read in a text, those of one party together.
    struct Prediction: TextRecord, Encodable {
        let id: String
        let clusters: [[Span]]

        private enum CodingKeys: String, CodingKey { case id, clusters }

        init(id: String, clusters: [[Span]]) {
            self.id = id
            self.clusters = clusters
        }

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: CodingKeys.self)
            id = try values.decode(String.self, forKey: .id)
            clusters = try values.decode([[[Int]]].self, forKey: .clusters).map(\.spans)
        }

        func encode(to encoder: any Encoder) throws {
            var values = encoder.container(keyedBy: CodingKeys.self)
            try values.encode(id, forKey: .id)
            try values.encode(clusters.map { $0.map { [$0.start, $0.end] } }, forKey: .clusters)
        }
    }

    let name: String
    let folder: URL

    private var gold: [Gold] {
        get throws { try GoldFile.records(Gold.self, at: folder.appending(path: "gold.ndjson")) }
    }

    func predictions(by reader: TextReader) throws -> [PredictionFile] {
        let predictions = try gold.map { record in
            let result = try reader.read(id: record.id, text: record.text, published: record.date)
            let text = ScalarText(record.text)
            let references = Dictionary(grouping: result.trace.references, by: \.party)
            let phrases = Dictionary(
                result.trace.wholePhrases.map { ($0.name, $0.phrase) }, uniquingKeysWith: { first, _ in first })
            let clusters = result.reading.parties.map { party in
                (party.mentions.map { phrases[$0] ?? $0 } + (references[party.id] ?? []).map(\.words))
                    .map { text.withoutArticle(result.span(of: $0)) }
            }
            return Prediction(id: record.id, clusters: clusters.filter { !$0.isEmpty })
        }
        return [try PredictionFile(name + ".ndjson", predictions)]
    }

    func outcome(of predictions: [PredictionFile]) throws -> Outcome {
        let gold = try gold
        let read = try predictions.records(Prediction.self, in: name + ".ndjson")
        var mentions: [Tally] = []
        var links: [Tally] = []
        for record in gold {
            let text = ScalarText(record.text)
            let entities = record.mentions.filter { $0.kind == "entity" }
            var wanted: [String: Set<Span>] = [:]
            for mention in entities {
                let span = text.withoutArticle(Span(start: mention.start, end: mention.end))
                wanted[mention.cluster, default: []].insert(span)
            }
            // A run that two parties share counts for the first alone.
            var seen: Set<Span> = []
            let found = (read[record.id]?.clusters ?? []).map { Set($0.filter { seen.insert($0).inserted }) }
            mentions.append(
                Tally(
                    gold: Set(wanted.values.flatMap { $0 }).count, read: seen.count,
                    right: seen.intersection(wanted.values.flatMap { $0 }).count))
            links.append(
                Tally(
                    gold: wanted.values.map { $0.count - 1 }.reduce(0, +),
                    read: found.map { max($0.count - 1, 0) }.reduce(0, +),
                    right: found.flatMap { cluster in
                        wanted.values.map { max($0.intersection(cluster).count - 1, 0) }
                    }.reduce(0, +)))
        }
        return Outcome(measures: [
            Measure(gold: name, capability: "mentions of entities, same words", right: mentions, found: nil),
            Measure(gold: name, capability: "same entity, links", right: links, found: nil),
        ])
    }
}

extension ScalarText {
    /// The run without the article at its beginning.
    fileprivate func withoutArticle(_ span: Span) -> Span {
        let article = Span(start: span.start, end: min(span.start + 4, span.end))
        return words(article).lowercased() == "the " ? Span(start: article.end, end: span.end) : span
    }
}
