// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB

/// What an answer is narrowed to; a filter that is `nil` lets everything through.
public struct LedgerFilter: Hashable, Sendable {
    /// Part of any name of a party that is shown or takes part; case, accents and width do not matter.
    ///
    /// Of entries the city, body or country takes part as well whose office somebody in it holds on the same page.
    public var party: String?
    /// Part of any name of a second party; only what both take part in is let through.
    public var partner: String?
    /// Part of any name of the place where it is.
    public var place: String?
    /// How firm a commitment is; lets nothing else through.
    public var force: Commitment.Force?
    /// How far it has come, such as `planned` or `signed`; lets through only what says so.
    public var status: String?
    /// The finer kind: of a party (`city`), an engagement (`meeting`), a statement (`direct`, `indirect`), a conflict
    /// (`office-holder`), or the unit of a figure; for sources the language.
    public var kind: String?
    /// Only what can lie on the first day of this date or later.
    ///
    /// An entry without a date of its own, and a party, counts on the day that its source was published; what has
    /// neither is left out.
    public var since: PartialDate?
    /// Only what can lie on the last day of this date or earlier; see `since`.
    public var until: PartialDate?
    /// The beginning of a source's id, with or without `sha256:`, or part of its location or publisher.
    public var source: String?
    /// The greatest number of rows; `nil` for all.
    public var limit: Int?
    /// The number of rows to leave out at the beginning.
    public var offset: Int
    /// For sources: the id of the one behind which the list begins; see `RecordQuery.after`.
    public var after: String?

    /// Makes a filter that lets through what all given parts let through.
    public init(
        party: String? = nil, partner: String? = nil, place: String? = nil, force: Commitment.Force? = nil,
        status: String? = nil, kind: String? = nil, since: PartialDate? = nil, until: PartialDate? = nil,
        source: String? = nil, limit: Int? = nil, offset: Int = 0, after: String? = nil
    ) {
        self.party = party
        self.partner = partner
        self.place = place
        self.force = force
        self.status = status
        self.kind = kind
        self.since = since
        self.until = until
        self.source = source
        self.limit = limit
        self.offset = offset
        self.after = after
    }
}

extension LedgerFilter {
    /// Joins conditions, none of which means all rows.
    static func all(_ conditions: [SQL?]) -> SQL {
        let conditions = conditions.compactMap(\.self)
        return conditions.isEmpty ? "TRUE" : conditions.joined(separator: " AND ")
    }

    /// Keeps rows whose `column` is the kind asked for.
    func kindCondition(_ column: String) -> SQL? {
        kind.map { "\(sql: column) = \($0)" }
    }

    /// Keeps rows one of whose parties has the name; `parties` is a subquery that gives the rows of those parties.
    func partyCondition(_ parties: SQL) -> SQL? {
        party.map { Self.anyOf(parties, isNamed: $0) }
    }

    /// Keeps rows of the table `entry` in which a party of the name takes part, itself or through its office holders.
    var participantCondition: SQL? { party.map(Self.isParticipant) }

    /// Keeps rows of the table `entry` by what only entries have: a second party, a place, a force, a status.
    var entryCondition: SQL? {
        let wanted: [SQL?] = [
            partner.map(Self.isParticipant),
            place.map {
                Self.anyOf(
                    "SELECT party FROM entry_party WHERE entry_party.entry = entry.item AND entry_party.role = 'place'",
                    isNamed: $0)
            },
            force.map { "json_extract(entry.content, '$.force') = \($0.rawValue)" },
            status.map {
                """
                (COALESCE(json_extract(entry.content, '$.status'), json_extract(entry.content, '$.state')) = \($0)
                    OR EXISTS (SELECT 1 FROM membership AS member JOIN canonical AS record
                        ON record.number = member.canonical
                        WHERE member.item = entry.item AND record.kind = 'commitment' AND record.status = \($0)))
                """
            },
        ]
        return wanted.contains { $0 != nil } ? Self.all(wanted) : nil
    }

    private static func isParticipant(_ name: String) -> SQL {
        anyOf(participants(of: "entry.item"), isNamed: name)
    }

    /// The rows of all who take part in an entry, and of those whose offices they hold on the same page.
    static func participants(of entry: SQL) -> SQL {
        """
        SELECT party FROM entry_party WHERE entry_party.entry = \(entry)
        UNION ALL SELECT office.body FROM entry_party JOIN office ON office.holder = entry_party.party
        WHERE entry_party.entry = \(entry)
        """
    }

    private static func anyOf(_ parties: SQL, isNamed name: String) -> SQL {
        """
        EXISTS (SELECT 1 FROM party_name WHERE party_name.party IN (\(parties))
            AND instr(party_name.folded, \(FoldedText(name).value)) > 0)
        """
    }

    /// Keeps rows of the source asked for, where the query has joined `source`.
    var sourceCondition: SQL? {
        source.map { text in
            """
            (substr(source.id, 1, length(\(text))) = \(text) OR substr(source.id, 8, length(\(text))) = \(text)
                OR instr(lower(source.location), lower(\(text))) > 0
                OR instr(lower(source.publisher), lower(\(text))) > 0)
            """
        }
    }

    /// Keeps rows whose days overlap the period asked for; the columns are expressions that give the days.
    func periodCondition(first: String = "source.first_day", last: String = "source.last_day") -> SQL? {
        guard since != nil || until != nil else { return nil }
        let beginning: SQL? = since.map { "\(sql: last) >= \(DaySpan($0).first)" }
        let end: SQL? = until.map { "\(sql: first) <= \(DaySpan($0).last)" }
        return Self.all([beginning, end])
    }

    /// The end of a query that keeps the page of rows asked for.
    var page: SQL { "LIMIT \(limit.map { max(0, $0) } ?? -1) OFFSET \(max(0, offset))" }
}
