// SPDX-License-Identifier: Apache-2.0

/// Runs of words by which texts are compared (Broder 1997), each as a 64-bit number.
enum Shingles {
    /// The runs of `length` words of `text`; a shorter text is one run.
    static func words(of text: String, length: Int) -> Set<UInt64> {
        let words = NameTokens.folded(text).map(hash)
        guard !words.isEmpty else { return [] }
        guard words.count > length else { return [combined(words[...])] }
        return Set((0...words.count - length).map { combined(words[$0..<$0 + length]) })
    }

    private static func hash(_ word: String) -> UInt64 {
        word.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }

    private static func combined(_ words: ArraySlice<UInt64>) -> UInt64 {
        MinHash.mixed(words.reduce(0x9e37_79b9_7f4a_7c15) { MinHash.mixed($0 ^ $1) })
    }
}

/// Sketches of sets, equal in each place with the probability of the sets' likeness (Broder 1997).
enum MinHash {
    /// The least number of the set under each of `count` orders; empty for an empty set.
    static func sketch(of set: Set<UInt64>, count: Int) -> [UInt64] {
        guard !set.isEmpty else { return [] }
        var least = [UInt64](repeating: .max, count: count)
        let seeds = (0..<count).map { mixed(UInt64($0) &+ 0x5851_f42d_4c95_7f2d) }
        for member in set {
            for index in 0..<count { least[index] = min(least[index], mixed(member ^ seeds[index])) }
        }
        return least
    }

    /// Spreads the bits of a number (the finaliser of SplitMix64).
    static func mixed(_ number: UInt64) -> UInt64 {
        var number = number
        number = (number ^ (number >> 30)) &* 0xbf58_476d_1ce4_e5b9
        number = (number ^ (number >> 27)) &* 0x94d0_49bb_1331_11eb
        return number ^ (number >> 31)
    }
}
