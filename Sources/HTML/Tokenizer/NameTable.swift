// SPDX-License-Identifier: Apache-2.0

/// Numbers for names in lower case: known ones first, then those of a document as they come.
struct NameTable: Sendable {
    private struct Entry: Sendable {
        /// The first eight bytes and the last eight, lower case; together with the length they are the whole name up
        /// to sixteen bytes.
        var head: UInt64
        var tail: UInt64
        var bytes: ByteRange
    }

    private var slots: [Int32]
    private var entries: [Entry] = []
    private var bytes: [UInt8] = []

    /// A table in which the names have the numbers of their places; an empty one is never found.
    ///
    /// `hidden` get numbers too, but are not found: names with capitals that others are replaced by.
    init(names: [String], hidden: [String] = []) {
        slots = Array(repeating: -1, count: 1024)
        for name in names + hidden {
            let isFound = !name.isEmpty && entries.count < names.count
            Array(name.utf8).withUnsafeBufferPointer { buffer in
                guard isFound, let base = buffer.baseAddress else {
                    append(Key(head: 0, tail: 0), buffer)
                    return
                }
                let key = Key(base, buffer.count, available: buffer.count)
                let slot = slot(of: key, base, buffer.count)
                slots[slot] = Int32(entries.count)
                append(key, buffer)
            }
        }
    }

    var count: Int { entries.count }

    /// The bytes of a name.
    func name(_ number: Int32) -> ArraySlice<UInt8> { bytes[entries[Int(number)].bytes.range] }

    /// The number of a name, which gets one if it has none.
    ///
    /// `available` is how many bytes may be read from `base` on.
    @inline(__always)
    mutating func number(of base: UnsafePointer<UInt8>, _ length: Int, available: Int) -> Int32 {
        let key = Key(base, length, available: available)
        let slot = slot(of: key, base, length)
        let found = slots[slot]
        return found >= 0 && !key.hasNull ? found : insert(key, base, length, slot: slot)
    }

    /// The number of a name; `nil` if it has none.
    func find(_ base: UnsafePointer<UInt8>, _ length: Int, available: Int) -> Int32? {
        let key = Key(base, length, available: available)
        let found = slots[slot(of: key, base, length)]
        return found >= 0 && !key.hasNull ? found : nil
    }

    private struct Key {
        var head: UInt64
        var tail: UInt64
        /// Whether there is a zero byte in it.
        var hasNull = false

        init(head: UInt64, tail: UInt64) {
            self.head = head
            self.tail = tail
        }

        @inline(__always)
        init(_ base: UnsafePointer<UInt8>, _ length: Int, available: Int) {
            if length >= 8 {
                head = ByteScan.lowercased(ByteScan.word(base))
                tail = ByteScan.lowercased(ByteScan.word(base + (length - 8)))
                hasNull = ByteScan.containsZero(base, length)
                return
            }
            var word: UInt64
            if available >= 8 {
                word = ByteScan.word(base) & ~(~0 << (UInt64(length) * 8))
            } else {
                word = 0
                for index in 0..<length { word |= UInt64(base[index]) << (UInt64(index) * 8) }
            }
            head = ByteScan.lowercased(word)
            tail = 0
            hasNull = ByteScan.zeros(word | (~0 << (UInt64(length) * 8))) != 0
        }
    }

    @inline(__always)
    private func slot(of key: Key, _ base: UnsafePointer<UInt8>, _ length: Int) -> Int {
        let mixed =
            (key.head &* 0x9E37_79B9_7F4A_7C15) ^ (key.tail &* 0xC2B2_AE3D_27D4_EB4F)
            ^ UInt64(truncatingIfNeeded: length)
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: (mixed ^ (mixed >> 29)) &* 0x9E37_79B9_7F4A_7C15 >> 32) & mask
        while true {
            let number = slots[slot]
            if number < 0 { return slot }
            let entry = entries[Int(number)]
            if entry.head == key.head, entry.tail == key.tail, entry.bytes.count == length,
                length <= 16 || isSame(entry, base, length)
            {
                return slot
            }
            slot = (slot + 1) & mask
        }
    }

    private func isSame(_ entry: Entry, _ base: UnsafePointer<UInt8>, _ length: Int) -> Bool {
        let start = Int(entry.bytes.start)
        for index in 0..<length where bytes[start + index] != ByteScan.lowercased(base[index]) { return false }
        return true
    }

    private mutating func insert(_ key: Key, _ base: UnsafePointer<UInt8>, _ length: Int, slot: Int) -> Int32 {
        if key.hasNull {
            // A NUL in a name stands for U+FFFD.
            let name = (0..<length).flatMap { base[$0] == 0 ? [0xEF, 0xBF, 0xBD] : [base[$0]] }
            return name.withUnsafeBufferPointer { buffer in
                buffer.baseAddress.map { self.number(of: $0, buffer.count, available: buffer.count) } ?? 0
            }
        }
        let number = Int32(entries.count)
        slots[slot] = number
        append(key, UnsafeBufferPointer(start: base, count: length), lowercase: true)
        if entries.count * 2 > slots.count { grow() }
        return number
    }

    private mutating func append(_ key: Key, _ name: UnsafeBufferPointer<UInt8>, lowercase: Bool = false) {
        let start = bytes.count
        for byte in name { bytes.append(lowercase ? ByteScan.lowercased(byte) : byte) }
        entries.append(Entry(head: key.head, tail: key.tail, bytes: ByteRange(start, bytes.count)))
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: -1, count: old.count * 4)
        bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            for number in old where number >= 0 {
                let entry = entries[Int(number)]
                let start = Int(entry.bytes.start)
                let key = Key(head: entry.head, tail: entry.tail)
                slots[slot(of: key, base + start, entry.bytes.count)] = number
            }
        }
    }
}
