// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// A gold text with its quotations.
struct QuoteGold: Decodable {
    struct Quote: Decodable {
        let content: [[Int]]
        let kind: QuoteKind
        let speaker: Speaker?
        let names: [String]?

        private enum CodingKeys: String, CodingKey {
            case content, kind, speaker
            case names = "speaker_names"
        }
    }

    struct Speaker: Decodable {
        let start: Int
        let end: Int
        let text: String?
    }

    let id: String
    let text: String
    let date: String?
    let quotes: [Quote]
}

/// How a quotation gives the words.
enum QuoteKind: String, Codable {
    case direct, mixed, indirect
}

/// The quotations read in a text, in the input format of the quotation scorer.
struct QuotePrediction: TextRecord, Encodable {
    struct Quote: Codable {
        let content: [[Int]]
        let kind: QuoteKind
        /// The words that stand for the speaker, a pronoun perhaps.
        let mention: Span?
        let speaker: String?

        private enum CodingKeys: String, CodingKey {
            case content, kind
            case mention = "speaker"
            case speaker = "speaker_name"
        }
    }

    let id: String
    let quotes: [Quote]

    /// A text in which no quotation was read.
    init(id: String) {
        self.id = id
        quotes = []
    }

    /// What of a reading the gold marks: each cue with the words that hang on it.
    ///
    /// Speech that goes on without a cue of its own is a statement of the reading, but no attribution of the gold; nor
    /// does the gold join the pieces of a quotation that a cue parts, or take what somebody calls something. Thoughts, and what stands inside of speech, are
    /// attributions of the gold and no statements.
    init(_ result: TextReader.Result, id: String, text: String) {
        let reading = result.reading
        let names = Dictionary(reading.parties.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let text = ScalarText(text)
        let speakers = Dictionary(
            result.trace.speakers.map { ($0.content, result.span(of: $0.words)) },
            uniquingKeysWith: { first, _ in first })
        self.id = id
        let namings = result.trace.namings
        let told: [Quote] = reading.entries.compactMap { entry in
            guard case .statement(let statement) = entry.content, let proof = entry.evidence.first,
                !namings.contains(proof.range.start)
            else { return nil }
            let span = result.span(of: proof.range)
            guard text.hasBeside(statement.verb, span) else { return nil }
            var content = [span]
            for piece in entry.evidence.dropFirst().map({ result.span(of: $0.range) }) {
                // Over the end of a paragraph a quotation is one; a cue between two pieces parts them.
                guard let last = content.last,
                    text.lettered([Span(start: last.end, end: max(piece.start, last.end))]).isEmpty
                else { break }
                content.append(piece)
            }
            return Quote(
                content: content.map { [$0.start, $0.end] }, kind: Self.kind(of: statement, at: span, in: text),
                mention: speakers[proof.range.start],
                speaker: statement.speaker.flatMap { names[$0] })
        }
        let attributed = result.trace.attributions.compactMap { attribution -> Quote? in
            let span = result.span(of: attribution.content)
            let kind = Self.kind(at: span, in: text)
            // Marks inside a thought set off a word; speech has a verb of speech, or stands in speech.
            guard kind == .indirect || attribution.isSpeech else { return nil }
            return Quote(
                content: [[span.start, span.end]], kind: kind, mention: result.span(of: attribution.holder),
                speaker: attribution.party.flatMap { names[$0] })
        }
        quotes = told + attributed
    }

    /// Judged as the gold judges it: by the quotation marks inside the words and right beside them.
    private static func kind(of statement: Statement, at span: Span, in text: ScalarText) -> QuoteKind {
        statement.direct ? .direct : kind(at: span, in: text)
    }

    private static func kind(at span: Span, in text: ScalarText) -> QuoteKind {
        let around = text.words(text.withPunctuation(around: span))
        return around.contains(where: \.isDoubleQuotationMark) ? .mixed : .indirect
    }
}

extension ScalarText {
    /// Whether `words` stand in the paragraph of a run outside of it, or end the paragraph before it with a colon.
    fileprivate func hasBeside(_ words: String, _ span: Span) -> Bool {
        let around = paragraph(around: span)
        let before = self.words(Span(start: around.start, end: span.start))
        let behind = self.words(Span(start: span.end, end: around.end))
        if before.contains(words) || behind.contains(words) || words.isEmpty { return true }
        guard around.start > 0 else { return false }
        let leadIn = self.words(paragraph(around: Span(start: around.start - 1, end: around.start - 1)))
        return leadIn.contains(words) && leadIn.hasSuffix(":")
    }
}

extension Character {
    fileprivate var isDoubleQuotationMark: Bool { "\"\u{201C}\u{201D}\u{201E}\u{00AB}\u{00BB}".contains(self) }
}

extension [[Int]] {
    /// The pairs of numbers as runs.
    var spans: [Span] { compactMap { $0.count == 2 ? Span(start: $0[0], end: $0[1]) : nil } }
}
