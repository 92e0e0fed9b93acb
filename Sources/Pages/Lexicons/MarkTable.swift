// SPDX-License-Identifier: Apache-2.0

/// The words of one name, cut into memory that is used again for the next.
struct NameWords {
    /// The words in lower case, one blank behind each.
    private(set) var text: [UInt8] = []
    /// Where they stand.
    private(set) var words: [Range<Int>] = []

    /// Takes a name as it is, in lower case.
    mutating func take(whole name: ArraySlice<UInt8>) {
        text.removeAll(keepingCapacity: true)
        for byte in name { text.append(byte &- 0x41 < 26 ? byte | 0x20 : byte) }
    }

    /// Cuts at everything that is no letter, at a capital after a small letter, and drops digits at a word's end.
    mutating func cut(_ name: ArraySlice<UInt8>) {
        text.removeAll(keepingCapacity: true)
        words.removeAll(keepingCapacity: true)
        var previousIsSmall = false
        for byte in name {
            switch byte {
            case 0x41...0x5A:
                if previousIsSmall { close() }
                text.append(byte | 0x20)
                previousIsSmall = false
            case 0x61...0x7A:
                text.append(byte)
                previousIsSmall = true
            case 0x30...0x39, 0x80...:
                text.append(byte)
                previousIsSmall = false
            default:
                close()
                previousIsSmall = false
            }
        }
        close()
    }

    private mutating func close() {
        let start = words.last.map { $0.upperBound + 1 } ?? 0
        while text.count - start > 2, let last = text.last, last &- 0x30 < 10 { text.removeLast() }
        guard text.count > start else { return }
        words.append(start..<text.count)
        text.append(0x20)
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

    /// Takes more bytes.
    mutating func add(_ bytes: [UInt8], _ range: Range<Int>) {
        bytes.withUnsafeBufferPointer { bytes in
            for index in range { state = (state ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
        }
    }

    /// The hash of all bytes taken so far.
    var value: Int { Int(truncatingIfNeeded: state ^ state >> 32) }

    static func value(of bytes: [UInt8], _ range: Range<Int>) -> Int {
        var hash = ByteHash()
        hash.add(bytes, range)
        return hash.value
    }
}
