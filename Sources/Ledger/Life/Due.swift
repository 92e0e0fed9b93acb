// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB

/// Something that somebody should look after, and why.
public struct DueItem: Hashable, Sendable, Codable {
    /// Why it is listed.
    public enum Reason: String, Hashable, Sendable, Codable, CaseIterable {
        /// Its day is past and it is still open.
        case overdue
        /// Its day is near.
        case due
        /// It is open, was more than hoped, and no page has spoken of it for long.
        case noNews = "no news"
        /// An agreement after which its parties have done nothing together.
        case noFollowUp = "no follow-up"
        /// Two places or bodies that have had no dealings for long; whoever holds an office changes.
        case noContact = "no contact"
    }

    /// Why it is listed.
    public let reason: Reason
    /// The commitment, agreement or the last thing that two parties did together.
    public let entry: NamedItem
    /// The two parties without contact; empty for others.
    public let parties: [NamedItem]
    /// When it is due, or when there was last news or contact, in EDTF: a day, a month, a year or a span of them.
    public let day: String?
    /// The status of a commitment.
    public let status: CommitmentStatus?
    /// How many pages speak of it.
    public let sources: Int
    /// How many of them are not copies.
    public let origins: Int

    /// Lists something.
    package init(
        reason: Reason, entry: NamedItem, parties: [NamedItem], day: String?, status: CommitmentStatus?, sources: Int,
        origins: Int
    ) {
        self.reason = reason
        self.entry = entry
        self.parties = parties
        self.day = day
        self.status = status
        self.sources = sources
        self.origins = origins
    }
}

/// What `Ledger.due` looks for; days are `YYYY-MM-DD`.
public struct DueQuery: Hashable, Sendable {
    /// The day from which to look, normally today.
    public var today: String
    /// How many days ahead a commitment counts as due.
    public var ahead: Int
    /// How many months without news or contact count as long.
    public var months: Int
    /// The greatest number of rows for each reason.
    public var limit: Int

    /// Asks from the point of view of `today`.
    public init(today: String, ahead: Int = 90, months: Int = 12, limit: Int = 100) {
        self.today = today
        self.ahead = ahead
        self.months = months
        self.limit = limit
    }

    /// The day that lies so many months back, as `YYYY-MM-DD`; `nil` where `today` is no day.
    package var longAgo: String? { Day(today).map { ($0 - months * 365 / 12).text } }
}

extension Ledger {
    /// What is due, overdue or silent: commitments by their day, then agreements, then pairs of parties.
    public func due(_ query: DueQuery) throws(LedgerError) -> [DueItem] {
        guard let today = Day(query.today) else {
            throw LedgerError(.unsuitedValue, path: path, detail: "\(query.today) is no day")
        }
        let soon = (today + query.ahead).text
        let long = query.longAgo ?? query.today
        return try read { database in
            let open = Schema.openCommitment
            let overdue = try items(
                .overdue, "\(open) AND last_day < ?", "last_day", [query.today, query.limit], database)
            let due = try items(
                .due, "\(open) AND last_day BETWEEN ? AND ?", "last_day", [query.today, soon, query.limit], database)
            let silent = try items(
                .noNews,
                """
                \(open) AND last_day IS NULL AND last_seen < ? AND sort NOT IN (\(Self.hoped)) AND NOT EXISTS (
                    SELECT 1 FROM follow_up JOIN membership ON membership.item = follow_up.commitment
                    WHERE membership.canonical = canonical.number AND follow_up.day >= ?)
                """, "last_seen", [long, long, query.limit], database)
            return try overdue + due + silent + lonelyAgreements(long, query.limit, database)
                + silentPairs(long, query.limit, database)
        }
    }

    /// The forces of what nobody has promised, so that nobody waits for news of it.
    private static let hoped = [Commitment.Force.wish, .hope].map { "'\($0.rawValue)'" }.joined(separator: ", ")

    /// Open commitments in the order of `day`, which has an index of its own.
    private func items(
        _ reason: DueItem.Reason, _ condition: String, _ day: String, _ arguments: StatementArguments,
        _ database: Database
    ) throws -> [DueItem] {
        let index = asOf == nil ? "INDEXED BY canonical_open_by_\(day)" : ""
        let sql = """
            SELECT number, id, heading, status, sources, origins, \(day) AS day
            FROM canonical \(index)
            WHERE \(condition) ORDER BY \(day), id LIMIT ?
            """
        return try database.all(sql, arguments).map { row in
            DueItem(
                reason: reason, entry: NamedItem(id: try row.value("id"), name: try row.value("heading")),
                parties: try parties(of: row.value("number"), database), day: try row.value("day"),
                status: try row.word("status"), sources: try row.value("sources"),
                origins: try row.value("origins"))
        }
    }

    /// Who takes part in an entry and not only looks on, by name.
    private func parties(of entry: Int64, _ database: Database) throws -> [NamedItem] {
        let sql = """
            SELECT DISTINCT canonical.id, canonical.heading FROM canonical_party
                JOIN canonical ON canonical.number = canonical_party.party
            WHERE canonical_party.entry = ? AND canonical_party.role NOT IN ('for', 'witness')
            ORDER BY canonical.heading, canonical.id LIMIT 8
            """
        return try database.all(sql, [entry]).map {
            NamedItem(id: try $0.value("id"), name: try $0.value("heading"))
        }
    }

    /// Agreements after which none of their parties has had dealings with another of them.
    ///
    /// Such an agreement is the last that its pairs share, so that only pairs which have gone quiet are looked at.
    private func lonelyAgreements(_ long: String, _ limit: Int, _ database: Database) throws -> [DueItem] {
        let sql = """
            SELECT DISTINCT pair.day, entry.number, entry.id, \(Self.lastDaySQL(ofPairBy: "entry")),
                entry.heading, entry.sources, entry.origins
            FROM pair_contact AS pair CROSS JOIN pair_entry AS mine
                ON mine.low = pair.low AND mine.high = pair.high AND mine.day = pair.day
                CROSS JOIN canonical AS entry ON entry.number = mine.entry
            WHERE pair.day < ? AND pair.day > '' AND entry.kind = 'agreement' AND NOT EXISTS (
                SELECT 1 FROM pair_entry AS own JOIN pair_contact AS last
                    ON last.low = own.low AND last.high = own.high AND last.day > own.day
                WHERE own.entry = entry.number)
            ORDER BY pair.day, entry.id LIMIT ?
            """
        return try database.all(sql, [long, limit]).map { row in
            DueItem(
                reason: .noFollowUp, entry: NamedItem(id: try row.value("id"), name: try row.value("heading")),
                parties: try parties(of: row.value("number"), database),
                day: DaySpan.text(from: try row.value("day"), to: try row.value("last_day")), status: nil,
                sources: try row.value("sources"), origins: try row.value("origins"))
        }
    }
}

extension Day {
    /// The day as `YYYY-MM-DD`.
    var text: String {
        // Civil from days (Howard Hinnant, "chrono-compatible low-level date algorithms").
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return [(year, 4), (month, 2), (day, 2)].map { number, width in
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }.joined(separator: "-")
    }
}
