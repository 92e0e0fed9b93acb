// SPDX-License-Identifier: Apache-2.0

/// A Korean name by its sounds, however it is spelt.
struct KoreanName: Hashable, Sendable {
    /// One syllable: the classes of its consonants and the vowels that it may have, as bits.
    struct Syllable: Hashable, Sendable {
        let onset: String
        let vowels: UInt32
        let coda: String

        /// Whether both may be spellings of one syllable.
        func isCompatible(with other: Syllable) -> Bool {
            onset == other.onset && coda == other.coda && vowels & other.vowels != 0
        }
    }

    /// The family names in Hangul that the spelling may stand for.
    let families: Set<String>
    /// Every way to cut the given name into syllables.
    let readings: [[Syllable]]

    /// Whether both may be spellings of one name.
    func isCompatible(with other: KoreanName) -> Bool {
        guard !families.isDisjoint(with: other.families) else { return false }
        return readings.contains { mine in
            other.readings.contains { theirs in
                mine.count == theirs.count && zip(mine, theirs).allSatisfy { $0.isCompatible(with: $1) }
            }
        }
    }

    /// Keys one of which two spellings of one name share: family name and consonants.
    var keys: [String] {
        let skeletons = Set(
            readings.map { reading in reading.map { "\($0.onset).\($0.coda)" }.joined(separator: "|") })
        return families.sorted().flatMap { family in skeletons.sorted().map { "\(family) \($0)" } }
    }
}

/// Reads Korean names in Hangul and in any common spelling in Latin letters.
struct KoreanRomanisation: Sendable {
    struct List: Decodable {
        let leads: [String]
        let medials: [String]
        let tails: [String]
        let onsets: [String: String]
        let codas: [String: String]
        let vowels: [String: [String]]
        let surnames: [String: [String]]
    }

    private let leads: [String]
    private let tails: [String]
    private let onsets: [String: String]
    private let codas: [String: String]
    private let vowels: [String: UInt32]
    private let families: [String: Set<String>]
    private let hangulFamilies: Set<String>

    init(_ list: List) {
        leads = list.leads
        tails = list.tails
        onsets = list.onsets
        codas = list.codas
        let bits = Dictionary(uniqueKeysWithValues: list.medials.enumerated().map { ($1, UInt32(1) << $0) })
        vowels = list.vowels.mapValues { $0.reduce(0) { $0 | (bits[$1] ?? 0) } }
        var families: [String: Set<String>] = [:]
        for (hangul, spellings) in list.surnames {
            for spelling in spellings { families[spelling.lowercased(), default: []].insert(hangul) }
        }
        self.families = families
        hangulFamilies = Set(list.surnames.keys)
    }

    /// The Korean name that `tokens`, folded words of a name, may be; `nil` where they cannot be one.
    func name(_ tokens: [String]) -> KoreanName? {
        if tokens.count == 1, let name = hangulName(tokens[0]) { return name }
        guard (2...3).contains(tokens.count) else { return nil }
        if let name = latinName(family: tokens[0], given: Array(tokens.dropFirst())) { return name }
        return latinName(family: tokens[tokens.count - 1], given: Array(tokens.dropLast()))
    }

    private func hangulName(_ name: String) -> KoreanName? {
        let scalars = Array(name.unicodeScalars)
        guard (2...5).contains(scalars.count), scalars.allSatisfy({ (0xAC00...0xD7A3).contains($0.value) }) else {
            return nil
        }
        for length in [2, 1] where scalars.count > length {
            let family = String(String.UnicodeScalarView(scalars.prefix(length)))
            guard hangulFamilies.contains(family) else { continue }
            return KoreanName(families: [family], readings: [scalars.dropFirst(length).map(syllable)])
        }
        return nil
    }

    private func syllable(_ scalar: Unicode.Scalar) -> KoreanName.Syllable {
        let index = Int(scalar.value - 0xAC00)
        return KoreanName.Syllable(
            onset: leads[index / 588], vowels: UInt32(1) << (index % 588 / 28), coda: tails[index % 28])
    }

    private func latinName(family: String, given: [String]) -> KoreanName? {
        guard let families = families[family] else { return nil }
        var readings: [[KoreanName.Syllable]] = [[]]
        for part in given.flatMap({ $0.split { "-'’".contains($0) } }) {
            let tails = syllables(of: Array(part))
            readings = readings.flatMap { head in tails.map { head + $0 } }.filter { $0.count <= 3 }
        }
        readings = readings.filter { !$0.isEmpty }
        return readings.isEmpty ? nil : KoreanName(families: families, readings: Array(readings.prefix(8)))
    }

    /// Every way to cut `letters` into one to three syllables.
    private func syllables(of letters: [Character]) -> [[KoreanName.Syllable]] {
        var found: [[KoreanName.Syllable]] = []
        cut(letters, at: 0, [], &found)
        return found
    }

    private func cut(
        _ letters: [Character], at start: Int, _ before: [KoreanName.Syllable],
        _ found: inout [[KoreanName.Syllable]]
    ) {
        if start == letters.count { found.append(before) }
        guard start < letters.count, before.count < 3 else { return }
        for onset in 0...3 where start + onset < letters.count {
            guard let first = onset == 0 ? "" : onsets[String(letters[start..<start + onset])] else { continue }
            for vowel in 1...3 where start + onset + vowel <= letters.count {
                let middle = start + onset
                guard let bits = vowels[String(letters[middle..<middle + vowel])] else { continue }
                for coda in 0...2 where middle + vowel + coda <= letters.count {
                    let end = middle + vowel
                    guard let last = coda == 0 ? "" : codas[String(letters[end..<end + coda])] else { continue }
                    let syllable = KoreanName.Syllable(onset: first, vowels: bits, coda: last)
                    cut(letters, at: end + coda, before + [syllable], &found)
                }
            }
        }
    }
}
