// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// A text against which ranges and quotes are checked, byte by byte and scalar by scalar.
struct Citations {
    private let bytes: [UInt8]
    /// The number of scalars that begin before each byte, and the whole number at the end.
    private let scalarsBefore: [Int32]

    init(text: String) {
        bytes = Array(text.utf8)
        var counts: [Int32] = []
        counts.reserveCapacity(bytes.count + 1)
        var count: Int32 = 0
        for byte in bytes {
            counts.append(count)
            if !Self.continues(byte) { count += 1 }
        }
        counts.append(count)
        scalarsBefore = counts
    }

    /// Whether both counts of both ends name a place between two scalars of the text, in order.
    func fits(_ range: TextRange) -> Bool {
        isPlace(range.start) && isPlace(range.end) && range.start <= range.end
    }

    /// Why `evidence` does not prove anything, as the end of a sentence; `nil` where it stands in the text.
    ///
    /// Quotes are compared as bytes: Swift would call two spellings of one accented letter equal.
    func fault(of evidence: Evidence) -> String? {
        let range = evidence.range
        guard fits(range) else { return "\(Self.describe(range)) do not fit the text" }
        guard !range.bytes.isEmpty else { return "the quote at byte \(range.bytes.lowerBound) is empty" }
        guard bytes[range.bytes].elementsEqual(evidence.quote.utf8) else {
            return "\(Self.describe(range)) do not read \"\(evidence.quote)\""
        }
        return nil
    }

    /// Both counts of both ends.
    ///
    /// The ends may be in the wrong order, which Swift's own ranges do not allow.
    static func describe(_ range: TextRange) -> String {
        "bytes \(range.start.byte)-\(range.end.byte) and scalars \(range.start.scalar)-\(range.end.scalar)"
    }

    private func isPlace(_ position: TextPosition) -> Bool {
        guard (0...bytes.count).contains(position.byte) else { return false }
        if position.byte < bytes.count, Self.continues(bytes[position.byte]) { return false }
        return Int(scalarsBefore[position.byte]) == position.scalar
    }

    private static func continues(_ byte: UInt8) -> Bool { byte & 0b1100_0000 == 0b1000_0000 }
}
