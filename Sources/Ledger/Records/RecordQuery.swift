// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB

/// What records an answer is narrowed to; a part that is `nil` lets everything through.
public struct RecordQuery: Hashable, Sendable {
    /// The kind of party or entry, such as `person` or `engagement`.
    public var kind: String?
    /// The finer kind of an entry, such as `visit` or `pledge`.
    public var sort: String?
    /// The id of a record of a party that takes part, or for whom somebody takes part.
    public var party: String?
    /// The id of a second party; only what both share.
    public var partner: String?
    /// The status, such as `planned`, `signed` or `open`.
    public var status: String?
    /// Part of the name or heading; case and accents do not matter.
    public var text: String?
    /// The first and last day, as `YYYY-MM-DD`, between which it can lie.
    public var since: String?
    /// See `since`.
    public var until: String?
    /// Only what was known on this day, and as it was known then.
    public var asOf: String?
    /// Only what a page spoke of on this day, as `YYYY-MM-DD`, or later.
    public var seenSince: String?
    /// Only what one of these sources speaks of, by their ids.
    public var sources: [String]?
    /// Whether entries come with the latest first.
    public var latestFirst: Bool
    /// The greatest number of rows.
    public var limit: Int
    /// The number of rows to leave out at the beginning.
    public var offset: Int
    /// The id of the record behind which the list begins, so that a page of it costs the same wherever it is.
    public var after: String?

    /// Makes a query that lets through what all given parts let through.
    public init(
        kind: String? = nil, sort: String? = nil, party: String? = nil, partner: String? = nil, status: String? = nil,
        text: String? = nil, since: String? = nil, until: String? = nil, asOf: String? = nil,
        seenSince: String? = nil, sources: [String]? = nil, latestFirst: Bool = false, limit: Int = 100,
        offset: Int = 0, after: String? = nil
    ) {
        self.kind = kind
        self.sort = sort
        self.party = party
        self.partner = partner
        self.status = status
        self.text = text
        self.since = since
        self.until = until
        self.asOf = asOf
        self.seenSince = seenSince
        self.sources = sources
        self.latestFirst = latestFirst
        self.limit = limit
        self.offset = offset
        self.after = after
    }
}

/// One party or entry of the world in a list.
public struct RecordRow: Hashable, Sendable, Codable {
    /// The lasting id of the record.
    public let id: String
    /// The kind of party or entry.
    public let kind: String
    /// The finer kind of an entry; empty for a party.
    public let sort: String
    /// The shown name or heading.
    public let heading: String
    /// The first day of its shown date, as `YYYY-MM-DD`.
    public let firstDay: String?
    /// The last day of its shown date.
    public let lastDay: String?
    /// The status, where it has one.
    public let status: String?
    /// The first day on which a page spoke of it.
    public let firstSeen: String?
    /// The last day on which a page spoke of it.
    public let lastSeen: String?
    /// How many pages speak of it.
    public let sources: Int
    /// How many of them are not copies of another.
    public let origins: Int
}

extension RecordRow {
    init(_ row: Row) throws {
        id = try row.value("id")
        kind = try row.value("kind")
        sort = try row.value("sort")
        heading = try row.value("heading")
        firstDay = try row.value("first_day")
        lastDay = try row.value("last_day")
        status = try row.value("status")
        firstSeen = try row.value("first_seen")
        lastSeen = try row.value("last_seen")
        sources = try row.value("sources")
        origins = try row.value("origins")
    }

    init(_ row: RecordRow, showing shown: ShownEntry) {
        id = row.id
        kind = row.kind
        sort = shown.sort
        heading = shown.heading
        firstDay = shown.days?.first
        lastDay = shown.days?.last
        status = shown.status
        firstSeen = row.firstSeen
        lastSeen = row.lastSeen
        sources = row.sources
        origins = row.origins
    }
}

extension Ledger {
    /// Parties of the world by name.
    public func partyRecords(_ query: RecordQuery = RecordQuery()) throws(LedgerError) -> [RecordRow] {
        try records(.party, query, in: ListOrder(key: "canonical.folded", id: "canonical.id"))
    }

    /// Entries of the world by their days, the earliest first unless asked otherwise; what has none goes by the first
    /// day on which a page spoke of it.
    public func entryRecords(_ query: RecordQuery = RecordQuery()) throws(LedgerError) -> [RecordRow] {
        let order = ListOrder(
            key: "COALESCE(canonical.first_day, canonical.first_seen)", id: "canonical.id",
            isDescending: query.latestFirst)
        return try records(.entry, query, in: order)
    }

    /// What two parties share, the latest first; takes ids of records or names.
    public func pair(_ left: String, _ right: String, _ query: RecordQuery = RecordQuery()) throws(LedgerError)
        -> [RecordRow]
    {
        try read { database in
            let mine = try records(named: left, in: database)
            let theirs = try records(named: right, in: database)
            var seen: Set<String> = []
            var rows: [RecordRow] = []
            for one in mine {
                for other in theirs where one != other {
                    let found = try shared(one, other, query, in: database)
                    rows += try recordRows(found, database).filter { seen.insert($0.id).inserted }
                }
            }
            rows.sort { ($0.firstDay ?? $0.firstSeen ?? "", $1.id) > ($1.firstDay ?? $1.firstSeen ?? "", $0.id) }
            return Array(rows.dropFirst(query.offset).prefix(query.limit))
        }
    }

    /// What two parties share: themselves, or by those who hold an office with them.
    ///
    /// A page often names the mayor alone; whose mayor it is another page says. An office counts for a year before and
    /// after the days on which it was seen.
    private func shared(_ one: Int64, _ other: Int64, _ query: RecordQuery, in database: Database) throws -> [Row] {
        let side = """
            SELECT entry FROM canonical_party WHERE party = ? AND role NOT IN ('witness', 'saidBy', 'place')
            UNION SELECT held.entry FROM tenure JOIN canonical_party AS held ON held.party = tenure.holder
            WHERE tenure.body = ? AND tenure.standing = 'holder' AND held.role NOT IN ('witness', 'saidBy')
                AND (held.day IS NULL OR tenure.first_day IS NULL OR held.day BETWEEN date(tenure.first_day, '-1 year')
                    AND date(COALESCE(tenure.last_day, tenure.first_day), '+1 year'))
            """
        return try database.all(
            """
            SELECT canonical.*, COALESCE(canonical.first_day, canonical.first_seen, '') AS day FROM canonical
            WHERE canonical.number IN (
                SELECT entry FROM pair_entry WHERE low = ? AND high = ?
                UNION SELECT entry FROM (\(side)) WHERE entry IN (\(side)))
                AND (? IS NULL OR canonical.kind = ?) AND (? IS NULL OR day >= ?) AND (? IS NULL OR day <= ?)
                AND (? IS NULL OR canonical.first_seen <= ?)
            ORDER BY day DESC, canonical.id LIMIT ?
            """,
            [
                min(one, other), max(one, other), one, one, other, other, query.kind, query.kind, query.since,
                query.since, query.until, query.until, query.asOf, query.asOf, query.limit + query.offset,
            ])
    }

    /// The records of parties that a name or id means: those of exactly this name, those spoken of most first.
    private func records(named name: String, in database: Database) throws -> [Int64] {
        if let record = try? IdLookup(database: database, path: path).record(name) { return [record] }
        let joined = NameTokens.joined(name)
        let sql = """
            SELECT block_key.canonical FROM block_key JOIN canonical ON canonical.number = block_key.canonical
            WHERE block_key.key = ? ORDER BY canonical.sources DESC LIMIT 5
            """
        return try database.all(sql, [BlockKey.number("any \(joined)")]).map { try $0.value("canonical") }
    }

    private func records(
        _ class: MembershipStore.Class, _ query: RecordQuery, in order: ListOrder
    ) throws(LedgerError) -> [RecordRow] {
        try read { database in
            let ids = IdLookup(database: database, path: path)
            let party = try query.party.map { try ids.record($0) }
            let partner = try query.partner.map { try ids.record($0) }
            let spoken = query.sources.map { sources -> SQL in
                """
                SELECT canonical_source.canonical FROM canonical_source
                WHERE canonical_source.source IN (SELECT source.number FROM source WHERE source.id IN \(sources))
                """
            }
            let taking = [party, partner].compactMap { $0 }.map { number -> SQL in
                "SELECT entry FROM canonical_party WHERE party = \(number)"
            }
            // A party or page has few entries beside all of a kind; the sign keeps SQLite from walking these instead.
            let members = taking.isEmpty ? [spoken].compactMap { $0 } : taking
            let sign = SQL(sql: members.isEmpty ? "" : "+")
            let conditions: [SQL?] = [
                members.isEmpty ? nil : "canonical.number IN (\(members.joined(separator: " INTERSECT ")))",
                taking.isEmpty
                    ? nil : spoken.map { "EXISTS (\($0) AND canonical_source.canonical = canonical.number)" },
                // Said as it is in the indexes, which hold one class alone.
                "\(sign)\(sql: "canonical.class = '\(`class`.rawValue)'")",
                query.kind.map { "\(sign)canonical.kind = \($0)" }, query.sort.map { "canonical.sort = \($0)" },
                query.status.map { "canonical.status = \($0)" },
                query.text.map { "instr(canonical.folded, \(FoldedText($0).value)) > 0" },
                query.since.map { "COALESCE(canonical.last_day, canonical.last_seen) >= \($0)" },
                query.until.map { "COALESCE(canonical.first_day, canonical.first_seen) <= \($0)" },
                query.seenSince.map { "canonical.last_seen >= \($0)" },
                query.asOf.map { "(canonical.first_seen IS NULL OR canonical.first_seen <= \($0))" },
            ]
            let last = try query.after.flatMap { id in
                try order.place(of: ids.record(id), in: "canonical", number: "number", database)
            }
            let rows = try order.rows(behind: last, limit: query.limit, offset: query.offset, database) { part, page in
                """
                SELECT canonical.* FROM canonical WHERE \(LedgerFilter.all(conditions + [part])) \(page)
                """
            }
            return try recordRows(rows, database)
        }
    }
}
