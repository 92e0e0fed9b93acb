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

    /// One of the two.
    package struct Side: Sendable {
        /// What a list shows of it.
        package let row: RecordRow
        /// Who holds or held an office of it.
        package let holders: [OfficeHolder]
    }

    /// The two parties.
    package let sides: [Side]
    /// What they share, the latest first.
    package let facts: [Fact]
    /// What asks for attention: open and past its day, without news, without contact.
    package let signals: [DueItem]
    /// The last day on which they had to do with each other, as `YYYY-MM-DD`; `nil` where there is none.
    package let lastContact: String?
    /// Whether there is more than is listed.
    package let isCut: Bool

    /// More than that no page shows.
    private static let limit = 200
    /// Most statements and most figures of each side alone.
    private static let searched = 60
    /// After how many months without news or contact it is said.
    private static let quietMonths = 12

    /// What `left` and `right` share, seen on the day `today`; throws `BRIEF-001` for a name that means nobody.
    package init(_ ledger: Ledger, _ left: String, _ right: String, _ filter: Filter = Filter(), today: String) throws {
        sides = try [left, right].map { name in
            guard let id = try ledger.partyIds(named: name).first else { throw BriefingError(.unknownParty, name) }
            return Side(row: try ledger.recordRow(id), holders: try ledger.holders(of: id, asOf: filter.asOf))
        }
        let ids = sides.map(\.row.id)
        let shared = try Self.sharedRows(ledger, ids, filter)
        isCut = shared.count > Self.limit
        var facts = try Fact.of(Array(shared.prefix(Self.limit)), in: ledger, asOf: filter.asOf)
        facts += try Self.ownFacts(ledger, ids, filter, beside: facts)
        if let text = filter.text { facts = facts.filter { $0.mentions(text) } }
        facts.sort { ($1.day, $0.row.id) < ($0.day, $1.row.id) }
        self.facts = facts
        let contacts = facts.filter { [.engagement, .agreement].contains($0.kind) && $0.day <= today }
        lastContact = contacts.first.map(\.day).flatMap { $0.isEmpty ? nil : $0 }
        signals = Self.signals(facts, contacts.first, sides: sides.map(\.row), today: today)
    }

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
    private static func ownFacts(
        _ ledger: Ledger, _ ids: [String], _ filter: Filter, beside facts: [Fact]
    ) throws -> [Fact] {
        let pages = Set(facts.flatMap { $0.proofs.map(\.source.id) }).sorted()
        var known = Set(facts.map(\.row.id))
        var found: [RecordRow] = []
        for kind in [Entry.Kind.figure, .statement] where filter.kind == nil || filter.kind == kind {
            for id in ids {
                let query = RecordQuery(
                    kind: kind.rawValue, party: id, since: filter.since, until: filter.until,
                    asOf: filter.asOf, sources: pages, latestFirst: true, limit: searched)
                found += try ledger.entryRecords(query).filter { known.insert($0.id).inserted }
            }
        }
        return try Fact.of(found, in: ledger, asOf: filter.asOf)
    }

    private static func signals(
        _ facts: [Fact], _ lastContact: Fact?, sides: [RecordRow], today: String
    ) -> [DueItem] {
        let long = DueQuery(today: today, months: quietMonths).longAgo ?? ""
        var items = facts.filter { $0.kind == .commitment }.compactMap { fact -> DueItem? in
            let status = fact.row.status.flatMap(CommitmentStatus.init) ?? .open
            guard status.isOpen else { return nil }
            if let last = fact.row.lastDay {
                return last < today ? item(.overdue, fact, last, status) : item(.due, fact, last, status)
            }
            let seen = fact.row.lastSeen ?? ""
            return seen < long ? item(.noNews, fact, seen, status) : nil
        }
        if let lastContact, lastContact.day < long, !lastContact.day.isEmpty {
            let reason: DueItem.Reason = lastContact.kind == .agreement ? .noFollowUp : .noContact
            items.append(
                item(
                    reason, lastContact, lastContact.day, nil,
                    sides.map { NamedItem(id: $0.id, name: $0.heading) }))
        }
        let order = DueItem.Reason.allCases
        return items.sorted { left, right in
            let (one, other) = (order.firstIndex(of: left.reason) ?? 0, order.firstIndex(of: right.reason) ?? 0)
            return (one, left.day ?? "", left.entry.id) < (other, right.day ?? "", right.entry.id)
        }
    }

    private static func item(
        _ reason: DueItem.Reason, _ fact: Fact, _ day: String, _ status: CommitmentStatus?, _ parties: [NamedItem] = []
    ) -> DueItem {
        DueItem(
            reason: reason, entry: NamedItem(id: fact.row.id, name: fact.row.heading), parties: parties,
            day: day.isEmpty ? nil : day, status: status, sources: fact.row.sources, origins: fact.row.origins)
    }
}

extension Fact {
    /// The day that it is sorted by: its own, else the first on which a page spoke of it; empty where there is none.
    package var day: String { row.firstDay ?? row.firstSeen ?? "" }

    /// Whether the words stand in the heading, a name or the proof.
    package func mentions(_ text: String) -> Bool {
        let wanted = FoldedText(text).value
        let texts = [row.heading] + participants.map(\.party.name) + proofs.map(\.evidence.quote)
        return texts.contains { FoldedText($0).value.contains(wanted) }
    }
}
