// SPDX-License-Identifier: Apache-2.0

/// Searches through bytes, eight at a time.
enum ByteScan {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    /// Eight bytes, the first in the lowest place.
    @inline(__always)
    static func word(_ base: UnsafePointer<UInt8>) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(base).loadUnaligned(as: UInt64.self))
    }

    /// The highest bit of every zero byte, right up to the lowest one.
    @inline(__always)
    static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & highs }

    @inline(__always)
    private static func matches(_ word: UInt64, _ byte: UInt8) -> UInt64 { zeros(word ^ (ones &* UInt64(byte))) }

    /// The first place from `start` on that holds one of the bytes, or `end`.
    @inline(__always)
    static func first(
        _ base: UnsafePointer<UInt8>, from start: Int, to end: Int, _ a: UInt8, _ b: UInt8, _ c: UInt8, _ d: UInt8
    ) -> Int {
        var index = start
        while index &+ 8 <= end {
            let word = word(base + index)
            let found = matches(word, a) | matches(word, b) | matches(word, c) | matches(word, d)
            if found != 0 { return index &+ found.trailingZeroBitCount >> 3 }
            index &+= 8
        }
        while index < end {
            let byte = base[index]
            if byte == a || byte == b || byte == c || byte == d { return index }
            index &+= 1
        }
        return end
    }

    /// The first place from `start` on that holds the byte, or `end`.
    @inline(__always)
    static func first(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int, _ byte: UInt8) -> Int {
        first(base, from: start, to: end, byte, byte, byte, byte)
    }

    /// Whether a zero byte is among the first `length`.
    @inline(__always)
    static func containsZero(_ base: UnsafePointer<UInt8>, _ length: Int) -> Bool {
        first(base, from: 0, to: length, 0) < length
    }

    /// The letters A to Z of eight bytes made small.
    @inline(__always)
    static func lowercased(_ word: UInt64) -> UInt64 {
        let low = word & ~highs
        let atLeastA = low &+ (ones &* UInt64(0x80 - 0x41))
        let beyondZ = low &+ (ones &* UInt64(0x7F - 0x5A))
        return word | ((atLeastA ^ beyondZ) & ~word & highs) >> 2
    }

    /// The letter made small.
    @inline(__always)
    static func lowercased(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

    @inline(__always)
    static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    /// Tab, line feed, form feed, carriage return or blank.
    @inline(__always)
    static func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 && (0x1_0000_3600 as UInt64) >> UInt64(byte) & 1 != 0 }

    /// Whether the byte ends a tag's name: white space, `/` or `>`.
    @inline(__always)
    static func endsTagName(_ byte: UInt8) -> Bool {
        byte < 64 && (0x4000_8001_0000_3600 as UInt64) >> UInt64(byte) & 1 != 0
    }

    /// Whether the byte ends an attribute's name: white space, `/`, `>` or `=`.
    @inline(__always)
    static func endsAttributeName(_ byte: UInt8) -> Bool {
        byte < 64 && (0x6000_8001_0000_3600 as UInt64) >> UInt64(byte) & 1 != 0
    }
}
