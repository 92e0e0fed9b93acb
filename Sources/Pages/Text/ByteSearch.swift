// SPDX-License-Identifier: Apache-2.0

extension String {
    /// The first place of a text, compared byte by byte, from `start` on.
    func firstPlace(of text: String, from start: Index? = nil) -> Range<Index>? {
        let skipped = start.map { utf8.distance(from: startIndex, to: $0) } ?? 0
        return place(of: text) { line, sought in
            var offset = skipped
            while offset + sought.count <= line.count {
                if Self.stands(sought, in: line, at: offset) { return offset }
                offset += 1
            }
            return nil
        }
    }

    /// The last place of a text, compared byte by byte.
    func lastPlace(of text: String) -> Range<Index>? {
        place(of: text) { line, sought in
            var offset = line.count - sought.count
            while offset >= 0 {
                if Self.stands(sought, in: line, at: offset) { return offset }
                offset -= 1
            }
            return nil
        }
    }

    /// Whether a text stands anywhere in this one, compared byte by byte.
    func holds(_ text: String) -> Bool { firstPlace(of: text) != nil }

    /// What stands before, between and behind the places of a separator; the whole where there is none.
    func parts(between separator: String) -> [String] {
        var parts: [String] = []
        var start = startIndex
        while let place = firstPlace(of: separator, from: start) {
            parts.append(String(self[start..<place.lowerBound]))
            start = place.upperBound
        }
        return start == startIndex ? [self] : parts + [String(self[start...])]
    }

    private typealias Bytes = UnsafeBufferPointer<UInt8>

    private func place(of text: String, found: (Bytes, Bytes) -> Int?) -> Range<Index>? {
        var line = self
        var sought = text
        let count = sought.utf8.count
        guard count > 0, count <= line.utf8.count else { return nil }
        guard let offset = line.withUTF8({ line in sought.withUTF8 { found(line, $0) } }) else { return nil }
        // The copy has the storage that offsets count in.
        let start = utf8.index(startIndex, offsetBy: offset)
        return start..<utf8.index(start, offsetBy: count)
    }

    private static func stands(_ sought: Bytes, in line: Bytes, at offset: Int) -> Bool {
        guard line[offset] == sought[0] else { return false }
        var index = 1
        while index < sought.count, line[offset + index] == sought[index] { index += 1 }
        return index == sought.count
    }
}
