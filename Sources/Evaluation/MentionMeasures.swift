// SPDX-License-Identifier: Apache-2.0

/// How many of the mentions that the reader found are the gold's, and how many of its links between them.
///
/// The links are those of Vilain and others (1995): an entity with four mentions has three, those that were missed
/// included.
struct MentionMeasures {
    let name: String
    let gold: [CoreferenceGold]
    let predictions: [CoreferencePrediction]

    /// The lines of the table.
    var measures: [Measure] {
        let texts = zip(gold, predictions).map(tallies)
        return [
            Measure(
                gold: name, capability: "mentions of entities, same words", right: texts.map(\.mentions), found: nil),
            Measure(gold: name, capability: "same entity, links", right: texts.map(\.links), found: nil),
        ]
    }

    private func tallies(
        _ record: CoreferenceGold, _ prediction: CoreferencePrediction
    ) -> (mentions: Tally, links: Tally) {
        let text = ScalarText(record.text)
        var wanted: [String: Set<Span>] = [:]
        for mention in record.mentions(of: .entity) {
            wanted[mention.cluster, default: []].insert(text.withoutArticle(mention.span))
        }
        var found: [Int: Set<Span>] = [:]
        var seen: Set<Span> = []
        for mention in prediction.found where mention.kind == .entity {
            let span = text.withoutArticle(mention.span)
            if seen.insert(span).inserted { found[mention.chain, default: []].insert(span) }
        }
        let all = Set(wanted.values.flatMap { $0 })
        return (
            Tally(gold: all.count, read: seen.count, right: seen.intersection(all).count),
            Tally(
                gold: wanted.values.map { $0.count - 1 }.reduce(0, +),
                read: found.values.map { $0.count - 1 }.reduce(0, +),
                right: found.values.flatMap { chain in
                    wanted.values.map { max($0.intersection(chain).count - 1, 0) }
                }.reduce(0, +))
        )
    }
}
