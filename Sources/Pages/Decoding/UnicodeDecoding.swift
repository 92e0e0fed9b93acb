// SPDX-License-Identifier: Apache-2.0

/// UTF-8 and UTF-16, with the count of what was wrong.
enum UnicodeDecoding {
    /// Decodes UTF-8; each longest wrong sequence becomes one U+FFFD.
    static func utf8(_ bytes: [UInt8]) -> RepairedText {
        if isValid(bytes) { return RepairedText(utf8: bytes) }
        let text = String(decoding: bytes, as: UTF8.self)
        let (count, first) = invalidSequences(bytes)
        return RepairedText(utf8: Array(text.utf8), repairs: count, firstRepair: first)
    }

    private static func isValid(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            var index = asciiEnd(bytes, from: 0)
            while index < bytes.count {
                let width = wellFormedWidth(bytes, at: index)
                if width == 0 { return false }
                index = asciiEnd(bytes, from: index + width)
            }
            return true
        }
    }

    /// The first place from `start` on of a byte that is not ASCII, or the end.
    private static func asciiEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        let raw = UnsafeRawBufferPointer(bytes)
        while index + 8 <= raw.count {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            let high = word & 0x8080_8080_8080_8080
            if high != 0 { return index + high.trailingZeroBitCount >> 3 }
            index += 8
        }
        while index < bytes.count, bytes[index] < 0x80 { index += 1 }
        return index
    }

    /// Decodes UTF-16 in the byte order given; a lone surrogate becomes U+FFFD.
    static func utf16(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> RepairedText {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var index = bytes.startIndex
        while index + 1 < bytes.endIndex {
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            units.append(bigEndian ? first << 8 | second : second << 8 | first)
            index += 2
        }
        var text = String.UnicodeScalarView()
        var result = RepairedText(utf8: [])
        var decoder = UTF16()
        var source = units.makeIterator()
        decoding: while true {
            switch decoder.decode(&source) {
            case .scalarValue(let scalar): text.append(scalar)
            case .emptyInput: break decoding
            case .error:
                text.append("\u{FFFD}")
                result.note(repairAt: String(text).utf16.count * 2)
            }
        }
        result.utf8 = Array(String(text).utf8)
        return result
    }

    /// How many sequences of several bytes are right.
    static func validSequences(_ bytes: [UInt8]) -> Int {
        bytes.count { $0 >= 0xC2 && $0 <= 0xF4 } - invalidSequences(bytes).count
    }

    private static func invalidSequences(_ bytes: [UInt8]) -> (count: Int, first: Int?) {
        bytes.withUnsafeBufferPointer { bytes in
            var count = 0
            var first: Int?
            var index = asciiEnd(bytes, from: 0)
            while index < bytes.count {
                let width = wellFormedWidth(bytes, at: index)
                if width == 0 {
                    count += 1
                    if first == nil { first = index }
                    index += 1
                    while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
                } else {
                    index += width
                }
                index = asciiEnd(bytes, from: index)
            }
            return (count, first)
        }
    }

    private static func wellFormedWidth(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let lead = bytes[index]
        let width: Int
        switch lead {
        case 0..<0x80: return 1
        case 0xC2...0xDF: width = 2
        case 0xE0...0xEF: width = 3
        case 0xF0...0xF4: width = 4
        default: return 0
        }
        guard index + width <= bytes.count else { return 0 }
        for offset in 1..<width where bytes[index + offset] & 0xC0 != 0x80 { return 0 }
        let second = bytes[index + 1]
        switch lead {
        case 0xE0 where second < 0xA0, 0xED where second > 0x9F: return 0
        case 0xF0 where second < 0x90, 0xF4 where second > 0x8F: return 0
        default: return width
        }
    }
}
