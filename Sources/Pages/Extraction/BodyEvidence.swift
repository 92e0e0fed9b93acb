// SPDX-License-Identifier: Apache-2.0

import HTML

/// What a page's JSON-LD gives as the text of the article, as evidence of which runs belong to it.
///
/// It is never the text itself: sites cut it short, glue its paragraphs together and leave headings out.
struct BodyEvidence {
    private let shingles: Set<Int>

    /// Words of a shingle.
    private static let width = 4
    /// Shingles below which the text proves nothing.
    private static let least = 60

    /// `nil` where no text of the article is given, or too little.
    init?(linkedData: LinkedData, types: [String]) {
        let bodies = linkedData.items(ofTypes: types).compactMap { $0.texts["articlebody"] }
        guard let longest = bodies.max(by: { $0.utf8.count < $1.utf8.count }), longest.utf8.count < 400_000 else {
            return nil
        }
        let text = Self.withoutTags(CharacterReferences.decoded(in: longest))
        let shingles = Set(Self.shingles(of: text))
        guard shingles.count >= Self.least else { return nil }
        self.shingles = shingles
    }

    /// The share of a text's shingles that the evidence has; `nil` for texts too short to tell.
    func share(of text: String) -> Double? {
        let own = Self.shingles(of: text)
        guard !own.isEmpty else { return nil }
        return Double(own.count(where: shingles.contains)) / Double(own.count)
    }

    /// The share of the evidence that the texts cover.
    func coverage(by texts: some Sequence<String>) -> Double {
        var covered: Set<Int> = []
        for text in texts { covered.formUnion(Self.shingles(of: text).filter(shingles.contains)) }
        return Double(covered.count) / Double(shingles.count)
    }

    private static func shingles(of text: String) -> [Int] {
        let words = PhraseLexicon.key(text).words.map { word in
            // A hash that is the same in every run of the program.
            word.utf8.reduce(5381) { ($0 &* 33) ^ Int($1) }
        }
        guard words.count >= width else { return [] }
        return (0...words.count - width).map { start in
            words[start..<start + width].reduce(17) { ($0 &* 1_000_003) ^ $1 }
        }
    }

    private static func withoutTags(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var isTag = false
        for scalar in text.unicodeScalars {
            if scalar == "<" { isTag = true }
            if !isTag { result.append(scalar) }
            if scalar == ">", isTag {
                isTag = false
                result.append(" ")
            }
        }
        return String(result)
    }
}
