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
        let speaker: String?

        private enum CodingKeys: String, CodingKey {
            case content, kind
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

    /// The statements of a reading.
    init(_ result: TextReader.Result, id: String) {
        let reading = result.reading
        let names = Dictionary(reading.parties.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        self.id = id
        quotes = reading.entries.compactMap { entry in
            guard case .statement(let statement) = entry.content else { return nil }
            return Quote(
                content: entry.evidence.map { evidence in
                    let span = result.span(of: evidence.range)
                    return [span.start, span.end]
                },
                kind: Self.kind(of: statement), speaker: statement.speaker.flatMap { names[$0] })
        }
    }

    /// Judged as the gold judges it: by the quotation marks.
    private static func kind(of statement: Statement) -> QuoteKind {
        if statement.direct { return .direct }
        return statement.text.contains(where: \.isDoubleQuotationMark) ? .mixed : .indirect
    }
}

extension Character {
    fileprivate var isDoubleQuotationMark: Bool { "\"\u{201C}\u{201D}\u{201E}\u{00AB}\u{00BB}".contains(self) }
}

extension [[Int]] {
    /// The pairs of numbers as runs.
    var spans: [Span] { compactMap { $0.count == 2 ? Span(start: $0[0], end: $0[1]) : nil } }
}
