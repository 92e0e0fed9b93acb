// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Ledger

/// Everything that two parties share, as one page shows it.
package struct Relationship: Sendable {
    /// What is left out of it.
    package struct Filter: Hashable, Sendable {
        /// Only this kind of entry.
        package var kind: Entry.Kind?
        /// Only what can lie on this day, as `YYYY-MM-DD`, or later.
        package var since: String?
        /// Only what can lie on this day or earlier.
        package var until: String?
        /// Only what was known on this day.
        package var asOf: String?
        /// Only what these words stand in: in the heading, a name or the proof; case and accents do not matter.
        package var text: String?

        /// Makes a filter that lets through what all given parts let through.
        package init(
            kind: Entry.Kind? = nil, since: String? = nil, until: String? = nil, asOf: String? = nil,
            text: String? = nil
        ) {
            self.kind = kind
            self.since = since
            self.until = until
            self.asOf = asOf
            self.text = text
        }
    }

    /// How much of it is listed.
    package enum Extent: Hashable, Sendable {
        /// The latest of each kind, as many as a person looks at.
        case latest
        /// Everything, up to 200 entries that both share and 60 figures and statements of each alone.
        case whole

        /// The most entries of a part of the page.
        fileprivate func limit(_ kind: Entry.Kind?) -> Int {
            guard self == .latest else { return .max }
            return switch kind {
            case .figure: 24
            case .statement: 8
            case .agreement, .commitment: 12
            default: 24
            }
        }
    }

    /// One of the two.
    package struct Side: Sendable {
        /// What a list shows of it.
        package let row: RecordRow
        /// Who holds or held an office of it.
        package let holders: [OfficeHolder]
    }

    /// The two parties.
    package let sides: [Side]
    /// What they share, the latest first; with the extent `latest` not all of it.
    package let facts: [Fact]
    /// How many entries there are of each kind, listed or not.
    package let counts: [Entry.Kind: Int]
    /// The first and last day of what they share, as `YYYY-MM-DD`.
    package let days: ClosedRange<String>?
    /// What asks for attention: open and past its day, without news, without contact.
    package let signals: [DueItem]
    /// When they last had to do with each other, in EDTF as precisely as it is known; `nil` where that is never.
    package let lastContact: String?
    /// Whether there is more than this program lists of any two.
    package let isCut: Bool

    /// More than that no page shows.
    private static let limit = 200
    /// Most statements and most figures of each side alone.
    private static let searched = 60
    /// After how many months without news or contact it is said.
    private static let quietMonths = 12

    /// What `left` and `right` share, seen on the day `today`; throws `BRIEF-001` for a name that means nobody.
    package init(
        _ ledger: Ledger, _ left: String, _ right: String, _ filter: Filter = Filter(), extent: Extent = .whole,
        today: String
    ) throws {
        sides = try [left, right].map { name in
            guard let id = try ledger.partyIds(named: name).first else { throw BriefingError(.unknownParty, name) }
            return Side(row: try ledger.recordRow(id), holders: try ledger.holders(of: id, asOf: filter.asOf))
        }
        let ids = sides.map(\.row.id)
        let shared = try Self.sharedRows(ledger, ids, filter)
        isCut = shared.count > Self.limit
        var rows = Array(shared.prefix(Self.limit))
        rows += try Self.ownRows(ledger, ids, filter, beside: rows)
        rows.sort { ($1.day, $0.id) < ($0.day, $1.id) }
        var facts: [Fact]
        if let text = filter.text {
            facts = try Fact.of(rows, in: ledger, asOf: filter.asOf).filter { $0.mentions(text) }
            rows = facts.map(\.row)
        } else {
            facts = try Fact.of(Self.listed(rows, extent), in: ledger, asOf: filter.asOf)
        }
        facts.sort { ($1.day, $0.row.id) < ($0.day, $1.row.id) }
        self.facts = facts
        counts = Dictionary(grouping: rows.compactMap { Entry.Kind(rawValue: $0.kind) }) { $0 }.mapValues(\.count)
        let days = rows.map(\.day).filter { !$0.isEmpty }
        self.days = days.last.flatMap { first in days.first.map { first...$0 } }
        let contacts = rows.filter { Self.contact.contains($0.kind) && $0.day <= today }
        lastContact = contacts.first.map(\.time).flatMap { $0.isEmpty ? nil : $0 }
        signals = Self.signals(rows, contacts.first, sides: sides.map(\.row), today: today)
    }

    private static let contact = Set([Entry.Kind.engagement, .agreement].map(\.rawValue))

    /// What a page of this extent lists: of each part the latest.
    private static func listed(_ rows: [RecordRow], _ extent: Extent) -> [RecordRow] {
        var counts: [Entry.Kind?: Int] = [:]
        return rows.filter { row in
            let kind = Entry.Kind(rawValue: row.kind)
            counts[kind, default: 0] += 1
            var isListed = counts[kind, default: 0] <= extent.limit(kind)
            if let kind, kind.isOccasion {
                counts[nil, default: 0] += 1
                isListed = isListed || counts[nil, default: 0] <= extent.limit(nil)
            }
            return isListed
        }
    }

    /// Whether not everything is listed that is counted.
    package var isShort: Bool { facts.count < counts.values.reduce(0, +) }

    /// The facts of one kind.
    package func facts(_ kind: Entry.Kind) -> [Fact] { facts.filter { $0.kind == kind } }

    private static func sharedRows(_ ledger: Ledger, _ ids: [String], _ filter: Filter) throws -> [RecordRow] {
        var query = RecordQuery(
            kind: filter.kind?.rawValue, since: filter.since, until: filter.until, asOf: filter.asOf,
            latestFirst: true, limit: limit + 1)
        var rows = try ledger.pair(ids[0], ids[1], query)
        query.party = ids[0]
        query.partner = ids[1]
        let known = Set(rows.map(\.id))
        rows += try ledger.entryRecords(query).filter { !known.contains($0.id) }
        return rows
    }

    /// Figures and statements that one side alone has, where they stand on a page about both.
    private static func ownRows(
        _ ledger: Ledger, _ ids: [String], _ filter: Filter, beside shared: [RecordRow]
    ) throws -> [RecordRow] {
        let kinds: [Entry.Kind] = [.figure, .statement].filter { filter.kind == nil || filter.kind == $0 }
        guard !kinds.isEmpty, !shared.isEmpty else { return [] }
        let pages = try ledger.sources(ofRecords: shared.map(\.id))
        var known = Set(shared.map(\.id))
        var found: [RecordRow] = []
        for kind in kinds {
            for id in ids {
                let query = RecordQuery(
                    kind: kind.rawValue, party: id, since: filter.since, until: filter.until,
                    asOf: filter.asOf, sources: pages, latestFirst: true, limit: searched)
                found += try ledger.entryRecords(query).filter { known.insert($0.id).inserted }
            }
        }
        return found
    }

    private static func signals(
        _ rows: [RecordRow], _ lastContact: RecordRow?, sides: [RecordRow], today: String
    ) -> [DueItem] {
        let long = DueQuery(today: today, months: quietMonths).longAgo ?? ""
        var items = rows.filter { $0.kind == Entry.Kind.commitment.rawValue }.compactMap { row -> DueItem? in
            let status = row.status.flatMap(CommitmentStatus.init) ?? .open
            guard status.isOpen else { return nil }
            if let last = row.lastDay {
                return last < today ? item(.overdue, row, last, status) : item(.due, row, last, status)
            }
            let seen = row.lastSeen ?? ""
            return seen < long ? item(.noNews, row, seen, status) : nil
        }
        if let lastContact, lastContact.day < long, !lastContact.day.isEmpty {
            let reason: DueItem.Reason =
                lastContact.kind == Entry.Kind.agreement.rawValue ? .noFollowUp : .noContact
            items.append(
                item(
                    reason, lastContact, lastContact.time, nil, sides.map { NamedItem(id: $0.id, name: $0.heading) }))
        }
        let order = DueItem.Reason.allCases
        return items.sorted { left, right in
            let (one, other) = (order.firstIndex(of: left.reason) ?? 0, order.firstIndex(of: right.reason) ?? 0)
            return (one, left.day ?? "", left.entry.id) < (other, right.day ?? "", right.entry.id)
        }
    }

    private static func item(
        _ reason: DueItem.Reason, _ row: RecordRow, _ day: String, _ status: CommitmentStatus?,
        _ parties: [NamedItem] = []
    ) -> DueItem {
        DueItem(
            reason: reason, entry: NamedItem(id: row.id, name: row.heading), parties: parties,
            day: day.isEmpty ? nil : day, status: status, sources: row.sources, origins: row.origins)
    }
}

extension Entry.Kind {
    /// Whether it belongs on a line of time; figures and statements have places of their own.
    package var isOccasion: Bool { self != .figure && self != .statement }
}

extension RecordRow {
    fileprivate var day: String { firstDay ?? firstSeen ?? "" }

    /// The same as precisely as it is known: `2025` for a day somewhere in that year.
    fileprivate var time: String { DaySpan.text(from: day, to: firstDay == nil ? nil : lastDay) }
}

extension Fact {
    /// The day that it is sorted by: its own, else the first on which a page spoke of it; empty where there is none.
    package var day: String { row.day }

    /// Whether the words stand in the heading, a name or the proof.
    package func mentions(_ text: String) -> Bool {
        let wanted = FoldedText(text).value
        let texts = [row.heading] + participants.map(\.party.name) + proofs.map(\.evidence.quote)
        return texts.contains { FoldedText($0).value.contains(wanted) }
    }
}
