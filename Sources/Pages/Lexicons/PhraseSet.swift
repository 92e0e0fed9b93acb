// SPDX-License-Identifier: Apache-2.0

/// Many phrases looked for at once, byte by byte, by their first bytes.
struct PhraseSet: Sendable {
    private typealias Bytes = UnsafeBufferPointer<UInt8>

    /// The phrases in UTF-8 by their first byte.
    private let buckets: [[[UInt8]]]
    /// A bit for each two bytes with which a phrase begins.
    private let openings: [UInt64]

    /// Takes lower-case phrases; empty ones are left out.
    init(_ phrases: some Sequence<String>) {
        var buckets = [[[UInt8]]](repeating: [], count: 256)
        var openings = [UInt64](repeating: 0, count: 1024)
        for phrase in phrases {
            let bytes = Array(phrase.utf8)
            guard let first = bytes.first else { continue }
            buckets[Int(first)].append(bytes)
            for second in bytes.count > 1 ? bytes[1]...bytes[1] : 0...255 {
                let pair = Int(first) << 8 | Int(second)
                openings[pair >> 6] |= 1 << UInt64(pair & 63)
            }
        }
        self.buckets = buckets
        self.openings = openings
    }

    /// The end of the first phrase of the list that stands at `index`.
    func end(at index: Int, in line: [UInt8]) -> Int? { line.withUnsafeBufferPointer { end(at: index, in: $0) } }

    private func end(at index: Int, in line: Bytes) -> Int? {
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
        line.withUnsafeBufferPointer { line in
            openings.withUnsafeBufferPointer { openings in
                for index in start..<max(start, line.count) {
                    let second = index + 1 < line.count ? line[index + 1] : 0
                    let pair = Int(line[index]) << 8 | Int(second)
                    guard openings[pair >> 6] >> UInt64(pair & 63) & 1 != 0 else { continue }
                    if let end = end(at: index, in: line) { return end }
                }
                return nil
            }
        }
    }
}
