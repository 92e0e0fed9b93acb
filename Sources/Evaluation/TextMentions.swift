// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Reading

/// The mentions of a gold text, given and found, with what coreference needs to know of them.
struct TextMentions {
    /// Mentions in the form that coreference takes.
    struct Chained {
        let spans: [Span]
        let kinds: [CoreferenceGold.Kind]
        let document: StoryCoreference.Document

        /// Whether each counts alone too; others only where something else means the same.
        let countAlone: [Bool]

        /// The mentions with what each was taken for, in its text and in the story.
        func mentions(_ inText: [Int], _ inStory: [Int]) -> [CoreferencePrediction.Mention] {
            let chains = Dictionary(grouping: inText, by: { $0 }).mapValues(\.count)
            let counted = spans.indices.filter { countAlone[$0] || chains[inText[$0]] ?? 0 > 1 }
            return counted.map { place in
                .init(
                    start: spans[place].start, end: spans[place].end, kind: kinds[place],
                    chain: inText[place], story: inStory[place],
                    lemma: document.mentions[place].lemma)
            }
        }
    }

    /// Words of the text, and whether they count where nothing else means the same.
    typealias Words = (span: Span, kind: CoreferenceGold.Kind, countsAlone: Bool)

    /// The gold's mentions.
    let given: [Words]
    /// The reader's own.
    let found: [Words]
    private let result: TextReader.Result
    private let text: PositionedText

    init(_ gold: CoreferenceGold, read reader: TextReader, findsMentions: Bool) throws {
        result = try reader.read(id: gold.id, text: gold.text, published: gold.date)
        text = PositionedText(result.reading.article.text)
        given = gold.mentions.map { ($0.span, $0.kind, true) }
        guard findsMentions else {
            found = []
            return
        }
        let events = try reader.events(id: gold.id, text: gold.text, coded: false)
        let happenings = events.events.map { (span: events.span(of: $0.trigger), isEvent: true, countsAlone: true) }
        found = (Self.entities(of: result) + happenings).map {
            ($0.span, $0.isEvent ? .event : .entity, $0.countsAlone)
        }
    }

    /// Where the reading names or means a party, and the other noun phrases of the text.
    private static func entities(
        of result: TextReader.Result
    ) -> [(span: Span, isEvent: Bool, countsAlone: Bool)] {
        let phrases = Dictionary(
            result.trace.phrases.map { ($0.name, $0.whole) }, uniquingKeysWith: { first, _ in first })
        let named = result.reading.parties.flatMap(\.mentions).map { phrases[$0] ?? $0 }
        let parties = named + result.trace.references.map(\.words)
        let ends = Set(parties.map(\.end.scalar))
        let others = result.trace.nounPhrases.filter { !ends.contains($0.end.scalar) }
        var seen: Set<Span> = []
        return (parties.map { ($0, true) } + others.map { ($0, false) })
            .map { (span: result.span(of: $0.0), isEvent: false, countsAlone: $0.1) }
            .filter { seen.insert($0.span).inserted }
    }

    /// Some of the mentions, ready for coreference; runs without words are left out.
    func chained(_ mentions: KeyPath<Self, [Words]>) -> Chained {
        let all = self[keyPath: mentions]
        let read = result.trace.mentions(
            at: all.map { (range: text.range($0.span, offset: result.offset), isEvent: $0.kind == .event) })
        let known = zip(all, read).compactMap { mention, read in read.map { (mention, $0) } }
        return Chained(
            spans: known.map(\.0.span), kinds: known.map(\.0.kind),
            document: .init(
                mentions: known.map(\.1), areEvents: known.map { $0.0.kind == .event },
                published: result.reading.article.source.published?.value),
            countAlone: known.map(\.0.countsAlone))
    }
}

/// A text whose places are known in scalars and bytes.
private struct PositionedText {
    /// The byte that each scalar begins at, and the end.
    private let bytes: [Int]

    init(_ text: String) {
        var bytes = [0]
        for scalar in text.unicodeScalars { bytes.append(bytes[bytes.count - 1] + UTF8.width(scalar)) }
        self.bytes = bytes
    }

    /// A run of the gold's text, which begins `offset` scalars behind the canonical text's beginning.
    func range(_ span: Span, offset: Int) -> TextRange {
        let place = { (scalar: Int) in
            let scalar = min(max(scalar + offset, 0), bytes.count - 1)
            return TextPosition(scalar: scalar, byte: bytes[scalar])
        }
        return TextRange(start: place(span.start), end: place(span.end))
    }
}
