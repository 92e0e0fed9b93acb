// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB

/// Something in the ledger that holds the words searched for.
public struct SearchHit: LedgerRow {
    /// The lasting id of the entry or party of one page.
    public let id: String
    /// The id of the record that it belongs to, if it belongs to one.
    public let record: String?
    /// The kind of an entry, or `party`.
    public let kind: String
    /// The finer kind, such as `meeting` or `city`.
    public let sort: String
    /// A few words that stand for it: a heading or a name.
    public let heading: String
    /// The days that it can mean; of an undated entry and a party, the day of its page.
    public let date: PartialDate?
    /// Who takes part in an entry, by role and name.
    public let participants: [EntryRecordRow.Participant]
    /// The words that prove it; for a party its other names.
    public let quotes: [String]
    /// Where it is said.
    public let source: SourceReference
    /// In how many pages its record stands.
    public let sources: Int
    /// From how many texts these pages come.
    public let origins: Int

    /// See `cells`.
    public static let columns = [
        Column("kind", heading: "Kind"), Column("date", heading: "Date"), Column("heading", heading: "What"),
        Column("participants", heading: "Parties"), Column("quotes", heading: "Words"),
        Column("source", heading: "Source"),
        Column("sources", heading: "Sources", alignment: .trailing, isDetail: true),
        Column("origins", heading: "Origins", alignment: .trailing, isDetail: true),
        Column("id", heading: "Id"),
    ]

    /// What it is, then where it comes from.
    public var cells: [Cell] {
        [
            .text(sort == kind ? kind : "\(kind): \(sort)"), Cell(date?.description), .text(heading),
            .list(participants.map { "\($0.party.name) (\($0.role))" }), .list(quotes), .text(source.label),
            .count(sources), .count(origins), .text(id),
        ]
    }
}

extension SearchHit {
    /// What the query below selects.
    fileprivate init(_ row: Row, in database: Database) throws {
        let number: Int64 = try row.value("number")
        id = try row.value("id")
        record = try row.value("record")
        kind = try row.value("kind")
        sort = try row.value("sort")
        heading = try row.value("heading")
        let last: String? = try row.value("last")
        date = (try row.value("day") as String?).flatMap { PartialDate(DaySpan.text(from: $0, to: last)) }
        participants = try (row.value("record_number") as Int64?).map(database.participants) ?? []
        source = try SourceReference(row: row)
        sources = try row.value("sources")
        origins = try row.value("origins")
        let names = "SELECT name FROM party_name WHERE party = ? AND position > 0 ORDER BY position"
        quotes =
            kind == "party"
            ? try String.fetchAll(database.cachedStatement(sql: names), arguments: [number])
            : try database.evidence(of: number).map(\.quote)
    }
}

extension Ledger {
    /// The most rows of the index that a search looks at; what is common to more is narrowed by more words.
    private static let ranked = 2_000

    /// The rows of `search_entry` that hold what is searched for, with their rank.
    ///
    /// To rank them, SQLite reads every one. Words that stand in too many for that tell nothing of their worth: the
    /// latest pages are taken, all of one rank.
    private func entries(holding expression: String) throws(LedgerError) -> SQL {
        let most = Self.ranked * 5
        let count: SQLRequest<Int> = """
            SELECT count(*) FROM (SELECT 1 FROM search_entry WHERE search_entry MATCH \(expression) LIMIT \(most))
            """
        let isCommon = try read { try count.fetchOne($0) } == most
        return isCommon
            ? """
            SELECT rowid AS item, 0.0 AS rank FROM
                (SELECT rowid FROM search_entry WHERE search_entry MATCH \(expression)
                ORDER BY rowid DESC LIMIT \(Self.ranked))
            """
            : """
            SELECT rowid AS item, rank AS rank FROM
                (SELECT rowid, rank FROM search_entry WHERE search_entry MATCH \(expression)
                ORDER BY rank LIMIT \(Self.ranked))
            """
    }

    /// The entries and parties that hold what is searched for, the best first; each record once.
    ///
    /// See `SearchWords` for what can be typed. The limit is 20 where the filter has none.
    public func search(
        _ text: String, kinds: [String] = [], _ filter: LedgerFilter = LedgerFilter()
    ) throws(LedgerError) -> [SearchHit] {
        let words = SearchWords(text)
        guard let expression = words.expression else { return [] }
        let first = "COALESCE(entry.first_day, source.first_day)"
        let last = "COALESCE(entry.last_day, source.last_day)"
        let parties: SQL = "\(LedgerFilter.participants(of: "item.number")) UNION ALL SELECT item.number"
        let conditions = LedgerFilter.all([
            kinds.isEmpty ? nil : "COALESCE(entry.kind, item.kind) IN \(kinds)",
            filter.kindCondition("COALESCE(entry.sort, party.kind)"), filter.partyCondition(parties),
            filter.entryCondition, filter.sourceCondition, filter.periodCondition(first: first, last: last),
        ])
        var found = try entries(holding: expression)
        if let runs = words.runExpression {
            found = """
                SELECT item, min(rank) AS rank FROM (\(found) UNION ALL
                    SELECT rowid AS item, rank AS rank FROM
                        (SELECT rowid, rank FROM search_run WHERE search_run MATCH \(runs)
                        ORDER BY rank LIMIT \(Self.ranked)))
                GROUP BY item
                """
        }
        let limit = max(0, filter.limit ?? 20)
        let request: SQLRequest<Row> = """
            WITH found AS (\(found))
            SELECT item.number, item.id, canonical.id AS record, COALESCE(entry.kind, item.kind) AS kind,
                COALESCE(entry.sort, party.kind) AS sort, COALESCE(IIF(entry.kind = 'figure', canonical.heading, entry.heading), party_name.name) AS heading,
                canonical.number AS record_number, \(sql: first) AS day, \(sql: last) AS last, COALESCE(canonical.sources, 1) AS sources,
                COALESCE(canonical.origins, 1) AS origins, \(sql: SourceReference.columns)
            FROM found JOIN item ON item.number = found.item JOIN source ON source.number = item.source
                JOIN article ON article.source = source.number
                LEFT JOIN entry ON entry.item = item.number
                LEFT JOIN party ON party.item = item.number
                LEFT JOIN party_name ON party_name.party = item.number AND party_name.position = 0
                LEFT JOIN membership ON membership.item = item.number
                LEFT JOIN canonical ON canonical.number = membership.canonical
            WHERE \(conditions) AND item.retired = 0
            ORDER BY found.rank, day DESC NULLS LAST, source.id, item.number
            """
        return try read { database in
            var hits: [SearchHit] = []
            var seen: Set<String> = []
            var skipped = 0
            let rows = try request.fetchCursor(database)
            while hits.count < limit, let row = try rows.next() {
                let key: String = try row.value("record") as String? ?? row.value("id")
                guard seen.insert(key).inserted else { continue }
                if skipped < filter.offset { skipped += 1 } else { hits.append(try SearchHit(row, in: database)) }
            }
            return hits
        }
    }
}
