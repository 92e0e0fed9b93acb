// SPDX-License-Identifier: Apache-2.0

/// What the words of a text were taken to mean.
struct CoreferencePrediction: TextRecord, Encodable {
    /// Words with what they were taken to mean.
    struct Mention: Hashable, Codable {
        let start: Int
        let end: Int
        let kind: CoreferenceGold.Kind
        /// What they mean in their text, by a number that is the text's own.
        let chain: Int
        /// What they mean in the story, by a number that its texts share.
        let story: Int
        /// The base form of the word that the others hang on.
        let lemma: String

        var span: Span { Span(start: start, end: end) }
    }

    let id: String
    /// The mentions of the gold.
    var given: [Mention] = []
    /// The mentions that the reader found by itself.
    var found: [Mention] = []
}
