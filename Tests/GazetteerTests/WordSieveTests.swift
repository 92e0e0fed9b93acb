// SPDX-License-Identifier: Apache-2.0

import Gazetteer
import Testing

@Suite("Word sieve")
struct WordSieveTests {
    private let words = ["dr", "ambassador", "u.s.", "hanoi", "Đà", "o'brien", "cooperation-council"]

    @Test("lets through every word of its list, in whatever case")
    func listed() {
        let sieve = WordSieve(words)
        for word in words {
            #expect(sieve.mayHold(word))
            #expect(sieve.mayHold(word.uppercased()))
        }
    }

    @Test("holds back words with other ends or of other length", arguments: ["da", "door", "ambassadors", "hair", "x"])
    func others(_ word: String) {
        #expect(!WordSieve(words).mayHold(word))
    }

    @Test("lets through what has other signs than letters of ASCII", arguments: ["", "U.S.", "é", "3rd", "Dr."])
    func signs(_ word: String) {
        #expect(WordSieve(words).mayHold(word))
    }

    @Test("long words count as of one length")
    func long() {
        let sieve = WordSieve([String(repeating: "a", count: 40)])
        #expect(sieve.mayHold(String(repeating: "a", count: 90)))
        #expect(!sieve.mayHold(String(repeating: "a", count: 14)))
    }
}
