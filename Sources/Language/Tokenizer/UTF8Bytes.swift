// SPDX-License-Identifier: Apache-2.0

/// Valid UTF-8 as the pattern matcher reads it.
extension Span<UInt8> {
    /// The scalar at the byte `position`, and how many bytes it takes.
    @inline(__always)
    func scalar(at position: Int) -> (value: UInt32, width: Int) {
        let first = UInt32(self[position])
        if first < 0x80 { return (first, 1) }
        let second = UInt32(self[position + 1] & 0x3f)
        if first < 0xe0 { return ((first & 0x1f) << 6 | second, 2) }
        let third = UInt32(self[position + 2] & 0x3f)
        if first < 0xf0 { return ((first & 0x0f) << 12 | second << 6 | third, 3) }
        return ((first & 0x07) << 18 | second << 12 | third << 6 | UInt32(self[position + 3] & 0x3f), 4)
    }

    /// Where the scalar begins that is `number` scalars before the byte `position`, if there are as many.
    func position(_ number: Int, scalarsBefore position: Int) -> Int? {
        var position = position
        for _ in 0..<number {
            guard position > 0 else { return nil }
            repeat { position -= 1 } while self[position] & 0xc0 == 0x80
        }
        return position
    }

    /// Whether `$` holds at the byte `position`: at the end, or before a line feed that ends the text.
    func isEnd(_ position: Int) -> Bool {
        position == count || (position == count - 1 && self[position] == 10)
    }

    /// Whether `byte` is one of the bytes.
    func holds(_ byte: UInt8) -> Bool {
        for position in indices where self[position] == byte { return true }
        return false
    }

    /// Whether these are the same bytes as those of `other`.
    func isSame(as other: Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        for position in indices where self[position] != other[position] { return false }
        return true
    }

    /// The bytes as a string.
    var string: String { withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) } }
}
