// SPDX-License-Identifier: Apache-2.0

/// Tells at once of most words that a list does not hold them: by their first and last letter and their length.
package struct WordSieve: Sendable {
    private static let letters = 26
    /// Longer words count as of this length.
    private static let longest = 15

    /// For each pair of a first and a last letter, a bit for each length.
    private var lengths = [UInt16](repeating: 0, count: letters * letters)

    /// Makes the sieve of a list of words; case does not count.
    package init(_ words: some Sequence<some StringProtocol>) {
        for word in words {
            guard let place = Self.place(of: word.utf8) else { continue }
            lengths[place.ends] |= 1 << UInt16(place.length)
        }
    }

    /// Whether the list may hold `word`, in whatever case: true of all that it holds and of some that it does not.
    @inline(__always)
    package func mayHold(_ word: String) -> Bool {
        guard let place = Self.place(of: word.utf8) else { return true }
        return lengths[place.ends] & 1 << UInt16(place.length) != 0
    }

    /// Where a word belongs; `nil` for one that has other bytes than letters of ASCII, which passes every sieve.
    @inline(__always)
    private static func place(of word: some Sequence<UInt8>) -> (ends: Int, length: Int)? {
        var (first, last, length) = (0, 0, 0)
        for byte in word {
            last = Int(byte | 0x20) - 0x61
            guard (0..<letters).contains(last) else { return nil }
            if length == 0 { first = last }
            length += 1
        }
        return length > 0 ? (first * letters + last, min(length, longest)) : nil
    }
}
