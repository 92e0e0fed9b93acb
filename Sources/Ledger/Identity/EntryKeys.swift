// SPDX-License-Identifier: Apache-2.0

import Cooperation

extension IdentityKnowledge {
    /// The keys of an entry; two entries that may be one share at least one.
    func keys(of profile: EntryProfile) -> [Int64] {
        let actors = profile.actors.sorted()
        var keys: Set<String> = []
        switch profile.content {
        case .engagement: engagementKeys(profile, actors, into: &keys)
        case .agreement:
            for pair in Self.pairs(actors) { keys.insert("agreement \(pair)") }
            for actor in actors.prefix(4) { keys.insert("agreement \(profile.sort) \(actor)") }
        case .commitment(let commitment):
            let by = actors.isEmpty ? [0] : Array(actors.prefix(4))
            for word in profile.words.sorted().prefix(8) {
                for actor in by { keys.insert("commitment \(actor) \(word)") }
            }
            let letters = Shingles.words(of: profile.words.sorted().joined(separator: " "), length: 1)
            for (index, value) in MinHash.sketch(of: letters, count: 4).enumerated() {
                keys.insert("commitment like \(index) \(value)")
            }
            if let target = commitment.target { keys.insert("target \(target.value) \(target.unit)") }
        case .figure(let figure):
            let scope = profile.parties["scope"]?.first ?? 0
            for word in contentWords(of: figure.indicator).sorted().prefix(4) {
                keys.insert("figure \(scope) \(figure.unit) \(word)")
            }
            keys.insert("figure \(figure.value) \(figure.unit)")
        case .institution(let institution):
            let words = contentWords(of: institution.name).sorted().prefix(6)
            for word in words where !matching.generic.contains(word) { keys.insert("institution \(word)") }
            keys.insert("institution \(words.joined(separator: " "))")
        case .programme:
            for word in profile.words.sorted().prefix(6) {
                for actor in actors.prefix(3) { keys.insert("programme \(actor) \(word)") }
            }
        case .relation:
            let ends = ["subject", "object"].map { profile.parties[$0]?.min() ?? 0 }
            // A tie without a direction may be told from either end.
            for side in [ends, ends.reversed()] { keys.insert("relation \(profile.sort) \(side[0]) \(side[1])") }
        case .statement(let statement):
            let sketch = MinHash.sketch(of: Shingles.words(of: statement.text, length: 3), count: 6)
            for (index, value) in sketch.enumerated() { keys.insert("statement \(index) \(value)") }
        }
        if !profile.sentence.isEmpty { keys.insert("sentence \(profile.kind.rawValue) \(profile.sentence)") }
        return keys.sorted().map(BlockKey.number)
    }

    private func engagementKeys(_ profile: EntryProfile, _ actors: [Int64], into keys: inout Set<String>) {
        guard let window = profile.window else {
            for pair in Self.pairs(actors) { keys.insert("engagement \(pair)") }
            return
        }
        let first = (window.first - 3).number / 7
        let last = (window.last + 3).number / 7
        let name = NameTokens.joined(profile.heading)
        for week in first...min(last, first + 6) { keys.insert("engagement \(name) \(week)") }
        if last - first <= 6 {
            for actor in actors.prefix(6) {
                for week in first...last { keys.insert("engagement \(actor) \(week)") }
            }
            if let place = profile.place {
                for week in first...last { keys.insert("engagement at \(place) \(week)") }
            }
        }
        for pair in Self.pairs(actors) {
            for year in (window.first.number / 365)...(window.last.number / 365) {
                keys.insert("engagement \(pair) \(year)")
            }
        }
    }

    /// The pairs of the first four.
    private static func pairs(_ actors: [Int64]) -> [String] {
        let few = actors.prefix(4)
        return few.indices.flatMap { first in
            few.indices.dropFirst(first + 1).map { "\(few[first]) \(few[$0])" }
        }
    }
}
