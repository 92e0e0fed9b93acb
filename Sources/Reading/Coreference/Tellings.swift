// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Which texts tell the same story, by when they came out and how alike the words of their mentions are.
struct Tellings {
    /// The story of each text, by the number of its first.
    let stories: [Int]

    /// The least cosine between the words of two texts of one story.
    private static let likeness = 0.45
    /// How many days apart tellings of one story come out at most.
    private static let daysApart = 3

    init(_ documents: [StoryCoreference.Document]) {
        let vectors = documents.map { Self.vector($0.mentions) }
        var sets = DisjointSets(count: documents.count)
        for later in documents.indices {
            for earlier in 0..<later where Self.areNear(documents[earlier].published, documents[later].published) {
                if Self.cosine(vectors[earlier], vectors[later]) >= Self.likeness { sets.join(earlier, later) }
            }
        }
        stories = documents.indices.map { sets.root(of: $0) }
    }

    /// Whether two texts can have come out within days of each other.
    private static func areNear(_ one: PartialDate?, _ other: PartialDate?) -> Bool {
        guard let mine = one.flatMap(day), let theirs = other.flatMap(day) else { return true }
        return abs(mine.number - theirs.number) <= daysApart
    }

    private static func day(_ date: PartialDate) -> CivilDay? {
        guard let month = date.start.month, let day = date.start.day else { return nil }
        return CivilDay(date.start.year, month, day)
    }

    /// How often each word stands in the mentions, pronouns apart, so that many times count little more than some.
    private static func vector(_ mentions: [CoreferenceMention]) -> [(word: String, weight: Double)] {
        var counts: [String: Int] = [:]
        for mention in mentions where !mention.isPronoun && !mention.isReport {
            for word in mention.words where word.count > 3 || word == mention.lemma || !mention.name.isEmpty {
                counts[word, default: 0] += 1
            }
        }
        return counts.map { (word: $0.key, weight: Double($0.value).squareRoot()) }.sorted { $0.word < $1.word }
    }

    private static func cosine(
        _ one: [(word: String, weight: Double)], _ other: [(word: String, weight: Double)]
    ) -> Double {
        let weights = Dictionary(uniqueKeysWithValues: other.map { ($0.word, $0.weight) })
        let shared = one.reduce(0) { $0 + $1.weight * (weights[$1.word] ?? 0) }
        let lengths = [one, other].map { $0.reduce(0) { $0 + $1.weight * $1.weight } }
        return shared > 0 ? shared / (lengths[0] * lengths[1]).squareRoot() : 0
    }
}
