// SPDX-License-Identifier: Apache-2.0

/// The proof of an entry: a run of the source's canonical text and the exact words that stand there.
public struct Evidence: Hashable, Sendable {
    /// Where the quote stands in the canonical text.
    public var range: TextRange
    /// The text at `range`, letter by letter.
    public var quote: String

    /// Pairs a range with the words that stand there.
    public init(range: TextRange, quote: String) {
        self.range = range
        self.quote = quote
    }

    /// Cites `range` of `text`; `nil` where the range does not fit the text.
    public init?(range: TextRange, in text: String) {
        guard let quote = text.text(at: range) else { return nil }
        self.init(range: range, quote: quote)
    }
}

extension Evidence: Codable {
    private enum CodingKeys: String, CodingKey { case quote }

    /// Reads the range's four numbers and the quote from one object.
    public init(from decoder: any Decoder) throws {
        range = try TextRange(from: decoder)
        quote = try decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .quote)
    }

    /// Writes the range's four numbers and the quote into one object.
    public func encode(to encoder: any Encoder) throws {
        try range.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(quote, forKey: .quote)
    }
}
