// SPDX-License-Identifier: Apache-2.0

/// Everything that one page says about cooperation: the contract `entente.reading/1`.
public struct Reading: Hashable, Sendable {
    /// The name of the contract that the JSON keeps.
    public static let schema = "entente.reading/1"

    /// The record's own id where the page came as a record that has one.
    public var id: String?
    /// The page's canonical text and where it came from.
    public var article: Article
    /// Who and what is named.
    public var parties: [Party]
    /// What is said to have happened, be counted or have been said.
    public var entries: [Entry]
    /// What cannot all be true.
    public var conflicts: [Conflict]

    /// Makes a reading.
    public init(
        id: String? = nil, article: Article, parties: [Party] = [], entries: [Entry] = [], conflicts: [Conflict] = []
    ) {
        self.id = id
        self.article = article
        self.parties = parties
        self.entries = entries
        self.conflicts = conflicts
    }
}

extension Reading: Codable {
    private enum CodingKeys: String, CodingKey { case id, schema, source, article, parties, entries, conflicts }

    private struct ArticleMembers: Codable {
        var title: String?
        var authors: [String]
        var text: String
        var blocks: [Block]
    }

    /// Reads the contract; throws where it is another schema.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let schema = try container.decode(String.self, forKey: .schema)
        guard schema == Reading.schema else {
            throw DecodingError.dataCorruptedError(
                forKey: .schema, in: container, debugDescription: "expected \(Reading.schema), found \(schema)")
        }
        id = try container.decodeIfPresent(String.self, forKey: .id)
        let members = try container.decode(ArticleMembers.self, forKey: .article)
        article = Article(
            source: try container.decode(Source.self, forKey: .source), title: members.title,
            authors: members.authors, text: members.text, blocks: members.blocks)
        parties = try container.decode([Party].self, forKey: .parties)
        entries = try container.decode([Entry].self, forKey: .entries)
        conflicts = try container.decode([Conflict].self, forKey: .conflicts)
    }

    /// Writes the contract.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(id, forKey: .id)
        try container.encode(Reading.schema, forKey: .schema)
        try container.encode(article.source, forKey: .source)
        try container.encode(
            ArticleMembers(
                title: article.title, authors: article.authors, text: article.text, blocks: article.blocks),
            forKey: .article)
        try container.encode(parties, forKey: .parties)
        try container.encode(entries, forKey: .entries)
        try container.encode(conflicts, forKey: .conflicts)
    }
}
