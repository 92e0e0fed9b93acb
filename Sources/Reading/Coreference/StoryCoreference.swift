// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Puts the mentions of several texts on one topic together that mean the same.
///
/// First each text by itself, then the chains of the texts: by names, and by descriptions that tell enough. Texts whose
/// mentions are much alike, and that came out within days, are taken for tellings of one story, where a noun or a surname
/// is enough.
package struct StoryCoreference: Sendable {
    /// The mentions of one text.
    package struct Document: Sendable {
        /// The mentions in any order.
        package let mentions: [CoreferenceMention]
        /// Whether each of them tells a happening.
        package let areEvents: [Bool]
        /// When the text came out, where that is known.
        package let published: PartialDate?

        /// A text with its mentions.
        package init(mentions: [CoreferenceMention], areEvents: [Bool], published: PartialDate?) {
            self.mentions = mentions
            self.areEvents = areEvents
            self.published = published
        }
    }

    /// The chain of each mention of each text, by a number that is the text's own.
    package let inDocuments: [[Int]]
    /// The chain of each mention of each text, by a number that the whole topic shares.
    package let overDocuments: [[Int]]

    /// Puts the mentions of `documents` together.
    package init(_ documents: [Document]) {
        let resolved = documents.map { DocumentChains($0.mentions, areEvents: $0.areEvents) }
        inDocuments = resolved.map { document in document.mentions.indices.map { document.chains.root(of: $0) } }
        var chains: [StoryChain] = []
        var numbers: [[Int: Int]] = []
        let stories = Tellings(documents).stories
        for (number, document) in resolved.enumerated() {
            var known: [Int: Int] = [:]
            for set in document.chains.sets {
                known[set[0]] = chains.count
                chains.append(
                    StoryChain(
                        set, of: document, isEvent: documents[number].areEvents[set[0]], document: number,
                        story: stories[number]))
            }
            numbers.append(known)
        }
        var joining = StoryJoining(chains: chains, numbers: numbers, stories: stories)
        joining.join()
        overDocuments = zip(inDocuments, numbers).map { roots, numbers in
            roots.map { joining.sets.root(of: numbers[$0] ?? 0) }
        }
    }
}
