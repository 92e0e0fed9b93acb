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

        /// The mentions with what they were taken for, as text `number` of the story.
        func mentions(in story: StoryCoreference, _ number: Int) -> [CoreferencePrediction.Mention] {
            spans.indices.map { place in
                .init(
                    start: spans[place].start, end: spans[place].end, kind: kinds[place],
                    chain: story.inDocuments[number][place], story: story.overDocuments[number][place],
                    lemma: document.mentions[place].lemma)
            }
        }
    }

    /// The gold's mentions.
    let given: [(span: Span, kind: CoreferenceGold.Kind)]
    /// The reader's own.
    let found: [(span: Span, kind: CoreferenceGold.Kind)]
    private let result: TextReader.Result
    private let text: PositionedText

    init(_ gold: CoreferenceGold, read reader: TextReader, findsMentions: Bool) throws {
        result = try reader.read(id: gold.id, text: gold.text, published: gold.date)
        text = PositionedText(result.reading.article.text)
        given = gold.mentions.map { ($0.span, $0.kind) }
        guard findsMentions else {
            found = []
            return
        }
        let events = try reader.events(id: gold.id, text: gold.text, coded: false)
        let happenings = events.events.map { (span: events.span(of: $0.trigger), kind: CoreferenceGold.Kind.event) }
        found = Self.entities(of: result).map { (span: $0, kind: .entity) } + happenings
    }

    /// Where the reading names or means a party.
    private static func entities(of result: TextReader.Result) -> [Span] {
        let phrases = Dictionary(
            result.trace.wholePhrases.map { ($0.name, $0.phrase) }, uniquingKeysWith: { first, _ in first })
        let named = result.reading.parties.flatMap(\.mentions).map { phrases[$0] ?? $0 }
        var seen: Set<Span> = []
        return (named + result.trace.references.map(\.words)).map(result.span).filter { seen.insert($0).inserted }
    }

    /// Some of the mentions, ready for coreference; runs without words are left out.
    func chained(_ mentions: KeyPath<Self, [(span: Span, kind: CoreferenceGold.Kind)]>) -> Chained {
        let all = self[keyPath: mentions]
        let read = result.trace.mentions(
            at: all.map { (range: text.range($0.span, offset: result.offset), isEvent: $0.kind == .event) })
        let known = zip(all, read).compactMap { mention, read in read.map { (mention, $0) } }
        return Chained(
            spans: known.map(\.0.span), kinds: known.map(\.0.kind),
            document: .init(
                mentions: known.map(\.1), areEvents: known.map { $0.0.kind == .event },
                published: result.reading.article.source.published?.value))
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
