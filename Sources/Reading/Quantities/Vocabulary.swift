// SPDX-License-Identifier: Apache-2.0

/// The words that a grammar knows, each with a number; looked up by the bytes of a text without making strings.
package struct Vocabulary: Sendable {
    /// The number of a word that the grammar does not know.
    package static let unknown: Int32 = -1

    private var words: [[UInt8]] = []
    private var hashes: [Int] = []
    private var slots: [Int32] = Array(repeating: Vocabulary.unknown, count: 64)

    /// Makes an empty vocabulary.
    package init() {}

    /// How many words are known.
    package var count: Int { words.count }

    /// Adds a word in its lower-case form, or finds it, and gives its number.
    package mutating func intern(_ word: String) -> Int32 {
        let bytes = Array(word.lowercased().utf8)
        let known = bytes.withUnsafeBufferPointer { find($0[...]) }
        if known != Vocabulary.unknown { return known }
        words.append(bytes)
        hashes.append(bytes.withUnsafeBufferPointer { Vocabulary.hash($0) })
        let number = Int32(words.count - 1)
        if words.count * 4 > slots.count { grow() } else { place(number) }
        return number
    }

    /// Whether a word of the vocabulary is a sign and not letters.
    package func isSign(_ number: Int) -> Bool {
        guard let first = words[number].first else { return false }
        return first < 128 ? !(first &- 97 < 26 || first &- 48 < 10) : first == 0xe2
    }

    /// The number of a known word, or `unknown`.
    package func find(_ word: String) -> Int32 {
        let bytes = Array(word.lowercased().utf8)
        return bytes.withUnsafeBufferPointer { find($0[...]) }
    }

    /// The number of the word that these bytes spell; ASCII capitals count as small letters.
    package func find(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int32 {
        let hash = Vocabulary.hash(UnsafeBufferPointer(rebasing: bytes))
        var slot = hash & (slots.count - 1)
        while slots[slot] != Vocabulary.unknown {
            let number = Int(slots[slot])
            if hashes[number] == hash, spells(words[number], bytes) { return slots[slot] }
            slot = (slot + 1) & (slots.count - 1)
        }
        return Vocabulary.unknown
    }

    private func spells(_ word: [UInt8], _ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard word.count == bytes.count else { return false }
        var index = bytes.startIndex
        for letter in word {
            if letter != Vocabulary.lowercased(bytes[index]) { return false }
            index += 1
        }
        return true
    }

    private mutating func grow() {
        slots = Array(repeating: Vocabulary.unknown, count: slots.count * 4)
        for number in words.indices { place(Int32(number)) }
    }

    private mutating func place(_ number: Int32) {
        var slot = hashes[Int(number)] & (slots.count - 1)
        while slots[slot] != Vocabulary.unknown { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = number
    }

    /// FNV-1a over the small letters.
    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(lowercased(byte))) &* 0x100_0000_01b3 }
        return Int(truncatingIfNeeded: (hash ^ (hash >> 32)) & 0x7fff_ffff)
    }

    @inline(__always)
    private static func lowercased(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 32 : byte }
}
