// SPDX-License-Identifier: Apache-2.0

/// Tells at once of most words that a list does not hold them: by their first and last letter and their length.
package struct WordSieve: Sendable {
    /// Longer words count as of this length.
    private static let longest = 15

    /// For each pair of a first and a last letter, a bit for each length.
    private var lengths = [UInt16](repeating: 0, count: 32 * 32)

    /// Makes the sieve of a list of words; case does not count.
    package init(_ words: some Sequence<some StringProtocol>) {
        for word in words {
            guard let place = Array(word.utf8).withUnsafeBufferPointer(Self.place) else { continue }
            lengths[place.ends] |= 1 << UInt16(place.length)
        }
    }

    /// Whether the list may hold `word`, in whatever case: true of all that it holds and of some that it does not.
    @inline(__always)
    package func mayHold(_ word: String) -> Bool {
        guard let place = word.utf8.withContiguousStorageIfAvailable(Self.place) ?? nil else { return true }
        return lengths[place.ends] & 1 << UInt16(place.length) != 0
    }

    /// Where a word belongs; `nil` for one that has other bytes than letters of ASCII, which passes every sieve.
    @inline(__always)
    private static func place(of word: UnsafeBufferPointer<UInt8>) -> (ends: Int, length: Int)? {
        guard let first = word.first, let last = word.last, word.allSatisfy({ 0x61...0x7A ~= $0 | 0x20 }) else {
            return nil
        }
        // The five low bits of a letter are its place in the alphabet.
        return (Int(first & 0x1F) << 5 | Int(last & 0x1F), min(word.count, longest))
    }
}
