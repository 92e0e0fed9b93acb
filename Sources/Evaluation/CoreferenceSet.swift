// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Reading

/// Gold of which words mean the same person, body, place, thing or happening, in one text and over the texts of a story.
///
/// Both settings of the field are measured: with the gold's mentions given, and with those that the reader finds. Beside
/// each stands a baseline: what hangs on words of one base form is one.
struct CoreferenceSet: GoldSet {
    let name: String
    let folder: URL

    private var gold: [CoreferenceGold] {
        get throws { try GoldFile.records(CoreferenceGold.self, at: folder.appending(path: "gold.ndjson")) }
    }

    /// Whether the texts themselves are there.
    private func hasTexts() -> Bool {
        struct Record: Decodable { let text: String? }
        return GoldFile.first(Record.self, at: folder.appending(path: "gold.ndjson"))?.text != nil
    }

    // MARK: Reading

    func predictions(by reader: TextReader) throws -> [PredictionFile] {
        let gold = try gold
        let findsMentions = hasTexts()
        var predictions = gold.map { CoreferencePrediction(id: $0.id) }
        for texts in stories(of: gold) {
            let read = try texts.map { number in
                try TextMentions(gold[number], read: reader, findsMentions: findsMentions)
            }
            let given = read.map { $0.chained(\.given) }
            let found = read.map { $0.chained(\.found) }
            let tellsConcepts = texts.contains { gold[$0].tellsConcepts }
            let chains = [given, found].map { chained in
                let documents = chained.map(\.document)
                let identities = StoryCoreference(documents)
                guard tellsConcepts else { return (identities.inDocuments, identities.overDocuments) }
                let concepts = reader.reader.concepts(of: documents, identities: identities)
                return (concepts.inDocuments, concepts.overDocuments)
            }
            for (place, number) in texts.enumerated() {
                predictions[number].given = given[place].mentions(chains[0].0[place], chains[0].1[place])
                predictions[number].found = found[place].mentions(chains[1].0[place], chains[1].1[place])
            }
        }
        return [try PredictionFile(name + ".ndjson", predictions)]
    }

    /// The numbers of the texts of each story; a text that belongs to none is one by itself.
    private func stories(of gold: [CoreferenceGold]) -> [[Int]] {
        var stories: [[Int]] = []
        var known: [String: Int] = [:]
        for (number, record) in gold.enumerated() {
            if let topic = record.topic, let story = known[topic] {
                stories[story].append(number)
            } else {
                if let topic = record.topic { known[topic] = stories.count }
                stories.append([number])
            }
        }
        return stories
    }

    // MARK: Scoring

    func outcome(of predictions: [PredictionFile]) throws -> Outcome {
        let gold = try gold
        let read = try predictions.records(CoreferencePrediction.self, in: name + ".ndjson")
        let predictions = gold.map { read[$0.id] ?? CoreferencePrediction(id: $0.id) }
        var outcome = Outcome()
        let settings: [(String, KeyPath<CoreferencePrediction, [CoreferencePrediction.Mention]>)] =
            [("mentions given", \.given), ("mentions found", \.found)]
        let stories = stories(of: gold)
        for (setting, mentions) in settings where setting == "mentions given" || hasTexts() {
            for kind in CoreferenceGold.Kind.allCases where gold.contains(where: { !$0.mentions(of: kind).isEmpty }) {
                let texts = zip(gold, predictions).map { record, prediction in
                    ScoredMentions(record, prediction[keyPath: mentions], kind)
                }
                outcome.measures += measures(
                    kind.label + " in a text, " + setting, texts.map { [$0] }, chain: \.chain)
                guard stories.count < gold.count else { continue }
                outcome.measures += measures(
                    kind.label + " over texts, " + setting, stories.map { $0.map { texts[$0] } }, chain: \.story)
            }
        }
        if hasTexts() { outcome.measures += MentionMeasures(name: name, gold: gold, predictions: predictions).measures }
        return outcome
    }

    /// Ours and the baseline, for groups of texts.
    private func measures(
        _ capability: String, _ groups: [[ScoredMentions]], chain: KeyPath<CoreferencePrediction.Mention, Int>
    ) -> [Measure] {
        let tallies = groups.map { $0.map(\.tally).reduce(Tally(), +) }
        return [
            Measure(
                gold: name, capability: capability,
                chains: groups.map { ScoredMentions.score($0) { String($0[keyPath: chain]) } }, mentions: tallies),
            Measure(
                gold: name, capability: capability + ": by head lemma",
                chains: groups.map { ScoredMentions.score($0, \.lemma) }, mentions: tallies),
        ]
    }
}

/// The mentions of one kind in a text, those of the gold and those of a reading.
private struct ScoredMentions {
    /// Words of one of several texts.
    private struct Key: Hashable {
        let text: Int
        let span: Span
    }

    let gold: [CoreferenceGold.Mention]
    let read: [CoreferencePrediction.Mention]

    init(_ record: CoreferenceGold, _ prediction: [CoreferencePrediction.Mention], _ kind: CoreferenceGold.Kind) {
        let text = ScalarText(record.text)
        // Words that stand twice count once on each side.
        var seen: Set<Span> = []
        gold = record.mentions(of: kind).filter { seen.insert(text.withoutArticle($0.span)).inserted }
            .map { .init(span: text.withoutArticle($0.span), cluster: $0.cluster, kind: kind) }
        seen = []
        read = prediction.filter { $0.kind == kind && seen.insert(text.withoutArticle($0.span)).inserted }
            .map {
                let span = text.withoutArticle($0.span)
                return .init(
                    start: span.start, end: span.end, kind: kind, chain: $0.chain, story: $0.story, lemma: $0.lemma)
            }
    }

    var tally: Tally {
        let both = Set(gold.map(\.span)).intersection(read.map(\.span))
        return Tally(gold: gold.count, read: read.count, right: both.count)
    }

    static func score(
        _ texts: [ScoredMentions], _ chain: (CoreferencePrediction.Mention) -> String
    ) -> CoreferenceScore {
        var gold: [(key: String, mention: Key)] = []
        var read: [(key: String, mention: Key)] = []
        for (number, text) in texts.enumerated() {
            gold += text.gold.map { ($0.cluster, Key(text: number, span: $0.span)) }
            read += text.read.map { (chain($0), Key(text: number, span: $0.span)) }
        }
        return CoreferenceScore(gold: chains(gold), read: chains(read))
    }

    /// What has one key, in the order of the texts.
    private static func chains(_ mentions: [(key: String, mention: Key)]) -> [[Key]] {
        var chains: [[Key]] = []
        var known: [String: Int] = [:]
        for (key, mention) in mentions {
            if let number = known[key] {
                chains[number].append(mention)
            } else {
                known[key] = chains.count
                chains.append([mention])
            }
        }
        return chains
    }
}

extension ScalarText {
    /// The run without the article at its beginning.
    func withoutArticle(_ span: Span) -> Span {
        let article = Span(start: span.start, end: min(span.start + 4, span.end))
        return words(article).lowercased() == "the " ? Span(start: article.end, end: span.end) : span
    }
}
