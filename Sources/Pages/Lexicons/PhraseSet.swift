// SPDX-License-Identifier: Apache-2.0

/// Many phrases looked for at once, byte by byte, by their first byte.
struct PhraseSet: Sendable {
    /// The phrases in UTF-8 by their first byte.
    private let buckets: [[[UInt8]]]
    /// Whether a phrase begins with a byte.
    private let opens: [Bool]

    /// Takes lower-case phrases; empty ones are left out.
    init(_ phrases: some Sequence<String>) {
        var buckets = [[[UInt8]]](repeating: [], count: 256)
        for phrase in phrases {
            let bytes = Array(phrase.utf8)
            if let first = bytes.first { buckets[Int(first)].append(bytes) }
        }
        self.buckets = buckets
        opens = buckets.map { !$0.isEmpty }
    }

    /// The end of the first phrase of the list that stands at `index`.
    func end(at index: Int, in line: [UInt8]) -> Int? {
        for phrase in buckets[Int(line[index])] where index + phrase.count <= line.count {
            var offset = 1
            while offset < phrase.count, line[index + offset] == phrase[offset] { offset += 1 }
            if offset == phrase.count { return index + offset }
        }
        return nil
    }

    /// The end of a phrase that the line begins with.
    func prefixEnd(of line: [UInt8]) -> Int? { line.isEmpty ? nil : end(at: 0, in: line) }

    /// The end of the first phrase found from `start` on.
    func firstEnd(in line: [UInt8], from start: Int = 0) -> Int? {
        for index in start..<max(start, line.count) where opens[Int(line[index])] {
            if let end = end(at: index, in: line) { return end }
        }
        return nil
    }
}
