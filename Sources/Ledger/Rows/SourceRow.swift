// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB

/// A page in the ledger, as `entente show sources` lists it.
public struct SourceRow: LedgerRow {
    /// `sha256:` and the fingerprint of the page's bytes.
    public let id: String
    /// The title of the article.
    public let title: String?
    /// Who published it.
    public let publisher: String?
    /// When it was first published.
    public let published: PartialDate?
    /// How that date is known.
    public let publishedBasis: DatedValue.Basis?
    /// When it was last changed.
    public let modified: PartialDate?
    /// When it was fetched.
    public let retrieved: String?
    /// When it came into the ledger, where that was kept.
    public let added: String?
    /// The language as a BCP 47 tag.
    public let language: String?
    /// The URL or path that the page was read from.
    public let location: String?
    /// The feed or archive that the page was found in.
    public let via: String?
    /// The id of the record that the page came as.
    public let record: String?
    /// The number of entries that come from it.
    public let entries: Int

    /// The day on which it was read, as `YYYY-MM-DD`: fetched, or else added from a file.
    public var dayRead: String? { (retrieved ?? added).map { String($0.prefix(10)) } }

    /// See `cells`.
    public static let columns = [
        Column("published", heading: "Published"), Column("publisher", heading: "Publisher"),
        Column("title", heading: "Title"), Column("language", heading: "Language"),
        Column("location", heading: "Location"), Column("entries", heading: "Entries", alignment: .trailing),
        Column("retrieved", heading: "Retrieved", isDetail: true), Column("via", heading: "Via", isDetail: true),
        Column("id", heading: "Id", isDetail: true),
    ]

    /// What it is and where it comes from, then its id.
    public var cells: [Cell] {
        [
            Cell(published?.description), Cell(publisher), Cell(title), Cell(language), Cell(location),
            .count(entries), Cell(retrieved), Cell(via), .text(id),
        ]
    }
}

extension SourceRow {
    /// The columns that a query on `source` and its `article` selects so that `init(_:)` finds them.
    static let selected = """
        source.*, article.title,
            (SELECT count(*) FROM item WHERE item.source = source.number AND item.kind = 'entry') AS entries,
            (SELECT via FROM retrieval WHERE retrieval.source = source.number ORDER BY number LIMIT 1) AS via
        """

    /// Reads the columns named above.
    init(_ row: Row) throws {
        let published = try row.date("published")
        id = try row.value("id")
        title = try row.value("title")
        publisher = try row.value("publisher")
        self.published = published?.value
        publishedBasis = published?.basis
        modified = try row.date("modified")?.value
        retrieved = try row.value("retrieved")
        added = try row.value("added")
        language = try row.value("language")
        location = try row.value("location")
        via = try row.value("via")
        record = try row.value("record")
        entries = try row.value("entries")
    }
}

extension Ledger {
    /// What the ledger knows of the source with this very id; `nil` where it does not hold it.
    public func source(_ id: String) throws(LedgerError) -> SourceRow? {
        let request: SQLRequest<Row> = """
            SELECT \(sql: SourceRow.selected)
            FROM source JOIN article ON article.source = source.number WHERE source.id = \(id)
            """
        return try read { database in try request.fetchOne(database).map { try SourceRow($0) } }
    }

    /// Pages in the order of publication.
    public func sources(_ filter: LedgerFilter = LedgerFilter()) throws(LedgerError) -> [SourceRow] {
        let named: SQL? = filter.party.map { name in
            """
            source.number IN (SELECT item.source FROM party_name JOIN item ON item.number = party_name.party
                WHERE instr(party_name.folded, \(FoldedText(name).value)) > 0)
            """
        }
        let conditions = LedgerFilter.all([
            filter.kindCondition("source.language"), named, filter.sourceCondition, filter.periodCondition(),
        ])
        let order = ListOrder(key: "source.first_day", id: "source.id")
        return try read { database in
            let last = try filter.after.map { id in
                guard let place = try order.place(of: id, in: "source", number: "id", database) else {
                    throw LedgerError(.unknownId, path: path, detail: id)
                }
                return place
            }
            let rows = try order.rows(
                behind: last, limit: filter.limit ?? .max, offset: filter.offset, database
            ) { part, page in
                """
                SELECT \(sql: SourceRow.selected)
                FROM source JOIN article ON article.source = source.number
                WHERE \(LedgerFilter.all([conditions, part])) \(page)
                """
            }
            return try rows.map { try SourceRow($0) }
        }
    }
}
