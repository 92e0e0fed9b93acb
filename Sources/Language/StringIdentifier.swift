// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The 64-bit number that published pipelines know a string by.
///
/// Strings that are symbols of the format have small fixed numbers; every other string is hashed
/// (MurmurHash64A over its UTF-8 bytes, seed 1).
package struct StringIdentifier: Sendable {
    private let symbols: [Spelling: UInt64]
    /// No symbol is longer, so longer strings are hashed without a look-up.
    private let longestSymbol: Int

    /// Uses `symbols`, the format's table of fixed numbers.
    package init(symbols: [String: UInt64]) {
        self.symbols = Dictionary(uniqueKeysWithValues: symbols.map { (Spelling($0.key), $0.value) })
        longestSymbol = symbols.keys.map(\.utf8.count).max() ?? 0
    }

    /// The number of `string`; 0 for the empty string.
    package func callAsFunction(_ string: String) -> UInt64 {
        if string.isEmpty { return 0 }
        if string.utf8.count <= longestSymbol, let fixed = symbols[Spelling(string)] { return fixed }
        var string = string
        return string.withUTF8 { MurmurHash.hash64A($0, seed: 1) }
    }
}

/// The two MurmurHash variants of the format.
package enum MurmurHash {
    /// MurmurHash64A of `bytes`.
    package static func hash64A(_ bytes: UnsafeBufferPointer<UInt8>, seed: UInt64) -> UInt64 {
        let multiplier: UInt64 = 0xc6a4_a793_5bd1_e995
        var hash = seed ^ (UInt64(bytes.count) &* multiplier)
        let wholeWords = bytes.count / 8
        let raw = UnsafeRawBufferPointer(bytes)
        for word in 0..<wholeWords {
            var block = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: word * 8, as: UInt64.self))
            block = block &* multiplier
            block ^= block >> 47
            block = block &* multiplier
            hash ^= block
            hash = hash &* multiplier
        }
        let rest = bytes.count & 7
        if rest > 0 {
            for index in (0..<rest).reversed() { hash ^= UInt64(bytes[wholeWords * 8 + index]) << UInt64(8 * index) }
            hash = hash &* multiplier
        }
        hash ^= hash >> 47
        hash = hash &* multiplier
        hash ^= hash >> 47
        return hash
    }

    /// The four 32-bit buckets of a 64-bit id: MurmurHash3's 128-bit finish over a single half block, as the
    /// hash embeddings of published pipelines compute it.
    package static func buckets(of id: UInt64, seed: UInt32) -> (UInt32, UInt32, UInt32, UInt32) {
        func mix(_ value: UInt64) -> UInt64 {
            var value = value
            value ^= value >> 33
            value = value &* 0xff51_afd7_ed55_8ccd
            value ^= value >> 33
            value = value &* 0xc4ce_b9fe_1a85_ec53
            value ^= value >> 33
            return value
        }
        var scaled = id &* 0x87c3_7b91_1142_53d5
        scaled = (scaled << 31 | scaled >> 33) &* 0x4cf5_ad43_2745_937f
        var first = scaled ^ UInt64(seed) ^ 8
        var second = UInt64(seed) ^ 8
        first = first &+ second
        second = second &+ first
        first = mix(first)
        second = mix(second)
        first = first &+ second
        second = second &+ first
        return (
            UInt32(truncatingIfNeeded: first), UInt32(truncatingIfNeeded: first >> 32),
            UInt32(truncatingIfNeeded: second), UInt32(truncatingIfNeeded: second >> 32)
        )
    }
}
