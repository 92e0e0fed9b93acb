// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB

/// A party or entry, named.
public struct NamedItem: Codable, Hashable, Sendable {
    /// Its lasting id.
    public let id: String
    /// The name of a party, or the heading of an entry.
    public let name: String

    /// Names something.
    public init(id: String, name: String) {
        self.id = id
        self.name = name
    }
}

/// The source of a row, short enough to stand beside it.
public struct SourceReference: Codable, Hashable, Sendable {
    /// `sha256:` and the fingerprint of the page's bytes.
    public let id: String
    /// The title of the article.
    public let title: String?
    /// Who published it.
    public let publisher: String?
    /// When it was first published.
    public let published: PartialDate?
    /// The URL or path that the page was read from.
    public let location: String?

    /// Publisher and day, or failing that title, location or the beginning of the id.
    public var label: String {
        if let publisher { return [publisher, published?.description].compactMap(\.self).joined(separator: " ") }
        return title ?? location ?? String(id.prefix(19))
    }
}

extension SourceReference {
    /// The source of an article.
    package init(_ article: Article) {
        id = article.source.id
        title = article.title
        publisher = article.source.publisher
        published = article.source.published?.value
        location = article.source.location
    }

    /// The columns that a query selects so that `init(row:)` finds them.
    static let columns = """
        source.id AS source_id, article.title AS source_title, source.publisher AS source_publisher,
        source.published AS source_published, source.location AS source_location
        """

    /// Reads the columns named above.
    init(row: Row) throws {
        id = try row.value("source_id")
        title = try row.value("source_title")
        publisher = try row.value("source_publisher")
        published = (try row.value("source_published") as String?).flatMap { PartialDate($0) }
        location = try row.value("source_location")
    }
}

extension Database {
    /// The evidence of an item itself, or the premises of the date in `field`.
    func evidence(of item: Int64, field: String = "") throws -> [Evidence] {
        let sql = "SELECT * FROM evidence WHERE item = ? AND field = ? ORDER BY position"
        return try Row.fetchAll(cachedStatement(sql: sql), arguments: [item, field]).map { try $0.evidence() }
    }
}

extension [Evidence] {
    /// The quotes as they stand in a table.
    var cell: Cell { .list(map(\.quote)) }
}
