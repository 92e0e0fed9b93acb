// SPDX-License-Identifier: Apache-2.0

/// A range of bytes in half the room of a `Range<Int>`.
struct ByteRange: Hashable, Sendable {
    var start: UInt32
    var end: UInt32

    init(_ start: Int, _ end: Int) {
        self.start = UInt32(truncatingIfNeeded: start)
        self.end = UInt32(truncatingIfNeeded: end)
    }

    static let empty = ByteRange(0, 0)

    var count: Int { Int(end) - Int(start) }
    var isEmpty: Bool { start == end }
    var range: Range<Int> { Int(start)..<Int(max(start, end)) }
}
