// SPDX-License-Identifier: Apache-2.0

/// What the texts of a topic speak of: wider than one thing, as "the caravan", "the migrants" and "the families" are one
/// subject of a story.
///
/// What is one thing already is brought together by how alike its words are in the language model's vectors, the most alike
/// first, until none are alike enough. What takes up little of the topic is then told with the subject nearest to it.
/// Somebody and something never joins with a happening.
package struct StoryConcepts: Sendable {
    /// The concept of each mention of each text, by a number that is the text's own.
    package let inDocuments: [[Int]]
    /// The concept of each mention of each text, by a number that the whole topic shares.
    package let overDocuments: [[Int]]

    /// The least cosine between what two concepts are called, for them to be one.
    private static let likeness: Float = 0.75
    /// The least share of a topic's mentions that a concept of its own takes up.
    private static let share = 0.04

    /// Brings together what `identities` says is one thing; `wordVector` gives the vector of a word as it is written.
    package init(
        _ documents: [StoryCoreference.Document], identities: StoryCoreference, wordVector: (String) -> [Float]?
    ) {
        var concepts = identities.overDocuments
        for areEvents in [false, true] {
            var chains: [Int: ConceptClusters.Cluster] = [:]
            for (number, document) in documents.enumerated() {
                for (place, mention) in document.mentions.enumerated() where document.areEvents[place] == areEvents {
                    let chain = identities.overDocuments[number][place]
                    chains[chain, default: .init(chain: chain)].add(Self.vector(of: mention, wordVector))
                }
            }
            var clusters = ConceptClusters(chains.values.sorted { $0.chains[0] < $1.chains[0] })
            clusters.joinAlike(least: Self.likeness)
            clusters.absorb(below: Self.share)
            let joined = clusters.joined
            for number in documents.indices {
                for place in documents[number].mentions.indices where documents[number].areEvents[place] == areEvents {
                    concepts[number][place] = joined[concepts[number][place]] ?? concepts[number][place]
                }
            }
        }
        overDocuments = concepts
        inDocuments = concepts.map { concepts in
            var first: [Int: Int] = [:]
            return concepts.enumerated().map { place, concept in
                first[concept] = first[concept] ?? place
                return first[concept] ?? place
            }
        }
    }

    /// The direction of all content words of a mention together; empty where none of them has a vector.
    private static func vector(of mention: CoreferenceMention, _ wordVector: (String) -> [Float]?) -> [Float] {
        var sum: [Float] = []
        for word in mention.contentWords {
            guard let vector = (wordVector(word) ?? wordVector(word.lowercased())).map(ConceptClusters.unit) else {
                continue
            }
            sum = ConceptClusters.sum(sum, vector)
        }
        return ConceptClusters.unit(sum)
    }
}
