// SPDX-License-Identifier: Apache-2.0

/// The words of one name, cut into memory that is used again for the next.
struct NameWords {
    /// Bytes of a name that are looked at.
    static let longestName = 120

    /// The words in lower case, one blank behind each.
    private(set) var text = [UInt8](repeating: 0, count: 2 * longestName)
    /// Where they stand.
    private(set) var words: [Range<Int>] = []

    /// Cuts at everything that is no letter, at a capital after a small letter, and drops digits at a word's end.
    mutating func cut(_ name: UnsafeBufferPointer<UInt8>) {
        words.removeAll(keepingCapacity: true)
        var start = 0
        var end = 0
        var previousIsSmall = false
        let name = name.prefix(Self.longestName)
        text.withUnsafeMutableBufferPointer { text in
            func close() {
                while end - start > 2, text[end - 1] &- 0x30 < 10 { end -= 1 }
                guard end > start else { return }
                words.append(start..<end)
                text[end] = 0x20
                end += 1
                start = end
            }
            for byte in name {
                switch byte {
                case 0x41...0x5A:
                    if previousIsSmall { close() }
                    text[end] = byte | 0x20
                    end += 1
                    previousIsSmall = false
                case 0x61...0x7A:
                    text[end] = byte
                    end += 1
                    previousIsSmall = true
                case 0x30...0x39, 0x80...:
                    text[end] = byte
                    end += 1
                    previousIsSmall = false
                default:
                    close()
                    previousIsSmall = false
                }
            }
            close()
        }
    }
}

/// Marks by phrases, found by a hash of their bytes.
struct MarkTable: Sendable {
    private var slots: [Int32]
    private var hashes: [Int] = []
    private var entries: [(phrase: [UInt8], marks: Marks)]
    /// Bytes of the longest phrase.
    let longest: Int

    init(_ marks: [String: Marks]) {
        entries = marks.sorted { $0.key < $1.key }.map { (Array($0.key.utf8), $0.value) }
        longest = entries.reduce(0) { max($0, $1.phrase.count) }
        var size = 16
        while size < 4 * entries.count { size *= 2 }
        slots = Array(repeating: -1, count: size)
        for (index, entry) in entries.enumerated() {
            let hash = ByteHash.value(of: entry.phrase, 0..<entry.phrase.count)
            var slot = hash & (size - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = Int32(index)
            hashes.append(hash)
        }
    }

    /// The marks of the phrase that stands in this range of `text`.
    subscript(text: [UInt8], range: Range<Int>) -> Marks {
        range.count > longest ? [] : marks(of: text, range, hash: ByteHash.value(of: text, range))
    }

    /// The marks of a name as it is, whatever the case of its letters.
    func marks(ofName name: UnsafeBufferPointer<UInt8>) -> Marks {
        if name.count > longest { return [] }
        var hash = ByteHash()
        for byte in name { hash.add(Self.lowered(byte)) }
        var slot = hash.value & (slots.count - 1)
        while slots[slot] >= 0 {
            let index = Int(slots[slot])
            if hashes[index] == hash.value, entries[index].phrase.elementsEqual(name.lazy.map(Self.lowered)) {
                return entries[index].marks
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return []
    }

    private static func lowered(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

    /// The same where the hash of those bytes is known.
    func marks(of text: [UInt8], _ range: Range<Int>, hash: Int) -> Marks {
        var slot = hash & (slots.count - 1)
        while slots[slot] >= 0 {
            let index = Int(slots[slot])
            if hashes[index] == hash, entries[index].phrase.elementsEqual(text[range]) { return entries[index].marks }
            slot = (slot + 1) & (slots.count - 1)
        }
        return []
    }
}

/// A quick hash of bytes (FNV-1a) that is the same in every run; for tables that no page fills.
struct ByteHash {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Takes one more byte.
    mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }

    /// Takes more bytes.
    mutating func add(_ bytes: [UInt8], _ range: Range<Int>) {
        bytes.withUnsafeBufferPointer { bytes in
            for index in range { add(bytes[index]) }
        }
    }

    /// The hash of all bytes taken so far.
    var value: Int { Int(truncatingIfNeeded: state ^ state >> 32) }

    static func value(of bytes: [UInt8], _ range: Range<Int>) -> Int {
        var hash = ByteHash()
        hash.add(bytes, range)
        return hash.value
    }

    static func value(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var hash = ByteHash()
        for byte in bytes { hash.add(byte) }
        return hash.value
    }
}
