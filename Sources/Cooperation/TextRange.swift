// SPDX-License-Identifier: Apache-2.0

/// A place in a text, counted both ways that the contract asks for.
public struct TextPosition: Hashable, Sendable, Comparable {
    /// Unicode scalars before the place.
    public var scalar: Int
    /// UTF-8 bytes before the place.
    public var byte: Int

    /// The beginning of a text.
    public static let zero = TextPosition(scalar: 0, byte: 0)

    /// Makes a place from both counts, which must name the same spot of one text.
    public init(scalar: Int, byte: Int) {
        self.scalar = scalar
        self.byte = byte
    }

    /// Orders places by their distance from the beginning.
    public static func < (left: TextPosition, right: TextPosition) -> Bool { left.byte < right.byte }

    /// The place that lies `right` further than `left`.
    public static func + (left: TextPosition, right: TextPosition) -> TextPosition {
        TextPosition(scalar: left.scalar + right.scalar, byte: left.byte + right.byte)
    }
}

/// A run of a text; `end` is exclusive.
public struct TextRange: Hashable, Sendable {
    /// Where the run begins.
    public var start: TextPosition
    /// The first place after the run.
    public var end: TextPosition

    /// Makes a run from its two ends.
    public init(start: TextPosition, end: TextPosition) {
        self.start = start
        self.end = end
    }

    /// The run in Unicode scalars.
    public var scalars: Range<Int> { start.scalar..<max(start.scalar, end.scalar) }
    /// The run in UTF-8 bytes.
    public var bytes: Range<Int> { start.byte..<max(start.byte, end.byte) }

    /// Whether `other` lies wholly inside this run.
    public func contains(_ other: TextRange) -> Bool { start <= other.start && other.end <= end }
    /// Whether the two runs share at least one byte.
    public func overlaps(_ other: TextRange) -> Bool { start < other.end && other.start < end }
    /// The run moved `offset` further into a longer text.
    public func shifted(by offset: TextPosition) -> TextRange {
        TextRange(start: start + offset, end: end + offset)
    }
}

extension TextRange: Codable {
    private enum CodingKeys: String, CodingKey { case start, end, byteStart, byteEnd }

    /// Reads `start`, `end` (Unicode scalars) and `byteStart`, `byteEnd` (UTF-8 bytes).
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        start = TextPosition(
            scalar: try container.decode(Int.self, forKey: .start),
            byte: try container.decode(Int.self, forKey: .byteStart))
        end = TextPosition(
            scalar: try container.decode(Int.self, forKey: .end),
            byte: try container.decode(Int.self, forKey: .byteEnd))
    }

    /// Writes `start`, `end` (Unicode scalars) and `byteStart`, `byteEnd` (UTF-8 bytes).
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(start.scalar, forKey: .start)
        try container.encode(end.scalar, forKey: .end)
        try container.encode(start.byte, forKey: .byteStart)
        try container.encode(end.byte, forKey: .byteEnd)
    }
}

extension String {
    /// The text at `range`, or `nil` where the range does not fit this text.
    public func text(at range: TextRange) -> String? {
        guard range.start <= range.end else { return nil }
        let bytes = range.bytes
        guard bytes.lowerBound >= 0, bytes.upperBound <= utf8.count else { return nil }
        let start = utf8.index(utf8.startIndex, offsetBy: bytes.lowerBound)
        let end = utf8.index(start, offsetBy: bytes.count)
        return String(self.utf8[start..<end])
    }
}
