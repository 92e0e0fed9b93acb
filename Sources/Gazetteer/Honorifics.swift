// SPDX-License-Identifier: Apache-2.0

/// Words of courtesy and rank around names: `Dr`, `H.E.`, `Dato' Seri`, `MP`.
public struct Honorifics: Sendable {
    private struct List: Decodable {
        let before: [String]
        let generations: [String]
        let after: [String]
        let attached: [String]
    }

    private let before: Set<[Substring]>
    private let firstBefore: Set<Substring>
    private let sieve: WordSieve
    private let longest: Int
    private let generations: Set<Substring>
    private let after: Set<[Substring]>
    private let attached: Set<[Substring]>

    /// Reads the list that belongs to this target.
    init() throws(GazetteerError) {
        let list = try Lexicon.load("honorifics", as: List.self)
        // Apostrophes come and go in Malay titles: Dato', Dato.
        before = Set(list.before.map { Words.split($0) })
        firstBefore = Set(before.compactMap(\.first))
        sieve = WordSieve(firstBefore)
        longest = before.map(\.count).max() ?? 0
        generations = Set(list.generations.map { Words.folded($0[...]) })
        after = Set((list.generations + list.after).map { Words.split($0) })
        attached = Set(list.attached.map { Words.split($0) })
    }

    /// Whether a name that begins with `word` may begin with an honorific: quick, and true of some that do not.
    package func canBegin(with word: String) -> Bool { sieve.mayHold(word) }

    /// Whether a word behind a name tells father and son apart: `Jr.`.
    package func isGeneration(_ word: String) -> Bool { generations.contains(Words.folded(word[...])) }

    /// How many of the first words of a name are honorifics; never all of them.
    public func countBefore(_ words: [String]) -> Int {
        var taken = 0
        var found = true
        while found {
            found = false
            // Most words begin no honorific.
            guard taken < words.count, Self.key([words[taken]]).first.map(firstBefore.contains) ?? true else { break }
            for length in stride(from: min(longest, words.count - 1 - taken), to: 0, by: -1)
            where before.contains(Self.key(words[taken..<taken + length])) {
                taken += length
                found = true
                break
            }
        }
        return taken
    }

    /// How many of the last words of a name are letters after it, such as `SC` or `Jr.`; never all of them.
    ///
    /// Letters in capitals count only when written so, since `am` and `ma` are words.
    public func countAfter(_ words: [String]) -> Int {
        var taken = 0
        while taken < words.count - 1 {
            let word = words[words.count - 1 - taken]
            let key = Self.key([word])
            let isLetters = after.contains(key) && word.unicodeScalars.contains { $0.properties.isUppercase }
            guard isLetters || attached.contains(key) else { break }
            taken += 1
        }
        return taken
    }

    /// The name without what stands around it: `H.E. Dr. Vivian Balakrishnan, MP` gives `Vivian Balakrishnan`.
    public func withoutHonorifics(_ name: String) -> String {
        let words = name.split(whereSeparator: \.isWhitespace).map(String.init)
        let kept = words.dropFirst(countBefore(words))
        let bare = kept.dropLast(countAfter(Array(kept)))
        var result = bare.joined(separator: " ")
        if bare.count < kept.count, result.hasSuffix(",") { result.removeLast() }
        return result
    }

    private static func key(_ words: some Sequence<String>) -> [Substring] {
        words.flatMap { word in
            // `H.E.` is one word, `Ph.D.` likewise: full stops fall away inside words.
            Words.split(word).map { $0.hasSuffix("'") ? $0.dropLast() : $0 }
        }
    }
}
