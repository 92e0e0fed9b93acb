// SPDX-License-Identifier: Apache-2.0

/// What a run of an article is.
public enum BlockRole: String, Hashable, Sendable, Codable, CaseIterable {
    /// The title of the article.
    case headline
    /// A subtitle or summary under the headline.
    case deck
    /// Who wrote it.
    case byline
    /// Place and time that open a report.
    case dateline
    /// A paragraph, list item, table row or heading of the article itself.
    case body
    /// A quotation set apart as a block.
    case quote
    /// The words under a picture, film or chart.
    case caption
    /// Who owns the text.
    case copyright
    /// Navigation, share buttons, text-size controls, repeated headline and the like; never read.
    case furniture

    /// Whether the reader looks for entries here.
    public var isRead: Bool {
        switch self {
        case .headline, .deck, .body, .quote, .caption: true
        case .byline, .dateline, .copyright, .furniture: false
        }
    }
}

/// A run of an article's canonical text with one role.
public struct Block: Hashable, Sendable {
    /// What the run is.
    public var role: BlockRole
    /// Where it stands in the canonical text.
    public var range: TextRange

    /// Makes a block.
    public init(role: BlockRole, range: TextRange) {
        self.role = role
        self.range = range
    }
}

extension Block: Codable {
    private enum CodingKeys: String, CodingKey { case role }

    /// Reads the role and the range's four numbers from one object.
    public init(from decoder: any Decoder) throws {
        range = try TextRange(from: decoder)
        role = try decoder.container(keyedBy: CodingKeys.self).decode(BlockRole.self, forKey: .role)
    }

    /// Writes the role and the range's four numbers into one object.
    public func encode(to encoder: any Encoder) throws {
        try range.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(role, forKey: .role)
    }
}

/// One page made readable: its canonical text and what each part of it is.
///
/// Blocks are in the order of the text and do not overlap. Between two blocks stands only white space.
public struct Article: Hashable, Sendable {
    /// Where the article came from.
    public var source: Source
    /// The title without the site's name.
    public var title: String?
    /// Who wrote it, in the order named.
    public var authors: [String]
    /// The canonical text that all ranges count in.
    public var text: String
    /// The parts of the text.
    public var blocks: [Block]

    /// Makes an article; every block's range must fit `text`.
    public init(source: Source, title: String?, authors: [String], text: String, blocks: [Block]) {
        self.source = source
        self.title = title
        self.authors = authors
        self.text = text
        self.blocks = blocks
    }
}

/// One snapshot of one page.
public struct Source: Hashable, Sendable, Codable {
    /// `sha256:` and the fingerprint of the page's bytes in hexadecimal.
    public var id: String
    /// The URL or path that the page was read from.
    public var location: String?
    /// Who published it.
    public var publisher: String?
    /// The language as a BCP 47 tag.
    public var language: String?
    /// When it was first published.
    public var published: DatedValue?
    /// When it was last changed.
    public var modified: DatedValue?
    /// When it was fetched; only known for pages fetched by URL or kept in a web archive.
    public var retrieved: String?
    /// What the page says about itself beside that; only known for HTML pages.
    public var page: PageFacts?

    /// Describes a snapshot; what is not known stays `nil`.
    public init(
        id: String, location: String? = nil, publisher: String? = nil, language: String? = nil,
        published: DatedValue? = nil, modified: DatedValue? = nil, retrieved: String? = nil,
        page: PageFacts? = nil
    ) {
        self.id = id
        self.location = location
        self.publisher = publisher
        self.language = language
        self.published = published
        self.modified = modified
        self.retrieved = retrieved
        self.page = page
    }
}
