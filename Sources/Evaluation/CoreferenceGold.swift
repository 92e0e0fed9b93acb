// SPDX-License-Identifier: Apache-2.0

/// A gold text whose words are marked with what they mean.
///
/// The sets write this in three forms: runs with a `cluster` of kind `entity` or `event`; runs with a `cluster` alone;
/// mentions by paragraph, sentence and token with a `concept`, whose text may not be passed on.
struct CoreferenceGold: Decodable {
    /// Words of the text and what they mean.
    struct Mention: Hashable {
        let span: Span
        let cluster: String
        let kind: Kind
    }

    /// Whether words mean somebody or something, or a happening.
    enum Kind: String, Hashable, Codable, CaseIterable {
        case entity, event

        /// What the table calls it.
        var label: String { "same " + rawValue }
    }

    let id: String
    let text: String
    let date: String?
    /// The story that the text belongs to, where several texts tell of one.
    let topic: String?
    let mentions: [Mention]
    /// Whether the marks tell what the text speaks of, wider than one thing each.
    let tellsConcepts: Bool

    private enum CodingKeys: String, CodingKey { case id, text, date, topic, event, mentions, entities }

    private struct Run: Decodable {
        let start: Int
        let end: Int
        let cluster: String
        let kind: Kind?
    }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        id = try values.decode(String.self, forKey: .id)
        date = try values.decodeIfPresent(String.self, forKey: .date)
        let topic =
            try values.decodeIfPresent(String.self, forKey: .topic)
            ?? values.decodeIfPresent(String.self, forKey: .event)
        self.topic = topic
        guard let text = try values.decodeIfPresent(String.self, forKey: .text) else {
            let concepts = ConceptText(try values.decode([ConceptText.Mention].self, forKey: .mentions))
            (self.text, mentions) = (concepts.text, concepts.mentions)
            tellsConcepts = true
            return
        }
        self.text = text
        tellsConcepts = false
        let runs =
            try values.decodeIfPresent([Run].self, forKey: .mentions)
            ?? values.decode([Run].self, forKey: .entities)
        // The same words with the same meaning twice are one mention.
        var seen: Set<Mention> = []
        mentions = runs.map {
            Mention(span: Span(start: $0.start, end: $0.end), cluster: $0.cluster, kind: $0.kind ?? .entity)
        }.filter { seen.insert($0).inserted }
    }

    /// The mentions of one kind, by what they mean, in the order of the text.
    func mentions(of kind: Kind) -> [Mention] { mentions.filter { $0.kind == kind } }
}

/// A text made of its mentions, one a line, for gold that comes without its texts.
private struct ConceptText {
    struct Mention: Decodable {
        let kind: String
        let concept: String
        let mention: String
        let paragraph: String
        let sentence: String
        let first_token: String
        let last_token: String

        /// Where it stood in the text.
        var place: [Int] { [paragraph, sentence, first_token, last_token].map { Int($0) ?? 0 } }
    }

    /// The kinds of concept that are somebody or something, and those that are happenings; the rest are properties.
    private static let kinds: [String: CoreferenceGold.Kind] = [
        "ACTOR": .entity, "ACTOR-I": .entity, "COUNTRY": .entity, "GROUP": .entity, "OBJECT": .entity,
        "EVENT": .event, "ACTION": .event,
    ]

    private(set) var text = ""
    private(set) var mentions: [CoreferenceGold.Mention] = []

    init(_ concepts: [Mention]) {
        var seen: Set<[Int]> = []
        let inOrder = concepts.enumerated().sorted {
            $0.element.place == $1.element.place
                ? $0.offset < $1.offset : $0.element.place.lexicographicallyPrecedes($1.element.place)
        }
        var length = 0
        for (_, concept) in inOrder {
            let words = concept.mention.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            guard let kind = Self.kinds[concept.kind], !words.isEmpty, seen.insert(concept.place).inserted else {
                continue
            }
            let size = words.unicodeScalars.count
            mentions.append(
                .init(span: Span(start: length, end: length + size), cluster: concept.concept, kind: kind))
            text += words + "\n"
            length += size + 1
        }
    }
}
