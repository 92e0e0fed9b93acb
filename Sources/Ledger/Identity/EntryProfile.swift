// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB

/// What one page says of an entry, with its parties as records, ready to be compared.
struct EntryProfile {
    let item: Int64
    let source: Int64
    let kind: Entry.Kind
    let sort: String
    let heading: String
    let content: Entry.Content
    /// The days that its own date can mean.
    let span: DaySpan?
    /// The day from which its page counts.
    let seen: Day?
    /// The records that take part, by role; places and speakers have roles of their own.
    let parties: [String: Set<Int64>]
    /// Those who take part and whom they hold office in; countries only where nobody else does.
    let actors: Set<Int64>
    /// Those who take part, each with whom they stand for.
    let sides: [Int64: Set<Int64>]
    /// The place, and what its name or number says it lies in.
    let place: Int64?

    /// What the records of parties are.
    let kinds: [Int64: Party.Kind]

    /// The offices of which a body has one holder at a time, by the person who holds them on this page.
    let offices: [Int64: Set<UniqueOffice>]

    /// The words of the heading that tell it from others.
    let words: Set<String>
    /// The letters of the sentence that proves it; empty where it is short.
    let sentence: String

    /// The days in which it lies, by its own date or by its page.
    var window: (first: Day, last: Day, isOwn: Bool)? {
        if let span, let first = Day(span.first), let last = Day(span.last) { return (first, last, true) }
        guard let seen else { return nil }
        if case .engagement(let engagement) = content, engagement.status == .planned {
            return (seen, seen + 120, false)
        }
        return (seen - 10, seen, false)
    }
}

/// An office of which a body has one holder at a time.
struct UniqueOffice: Hashable, Sendable {
    let title: String
    let body: Int64
}

/// A day as the number of days since 1 January 1970, for arithmetic.
struct Day: Hashable, Comparable, Sendable {
    let number: Int

    init(number: Int) { self.number = number }

    /// Reads `YYYY-MM-DD`.
    init?(_ text: String) {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return nil }
        // Days from civil (Howard Hinnant, "chrono-compatible low-level date algorithms").
        let year = parts[1] <= 2 ? parts[0] - 1 : parts[0]
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (parts[1] + (parts[1] > 2 ? -3 : 9)) + 2) / 5 + parts[2] - 1
        number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    static func < (left: Day, right: Day) -> Bool { left.number < right.number }
    static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }
    static func - (day: Day, days: Int) -> Day { Day(number: day.number - days) }
    static func - (left: Day, right: Day) -> Int { left.number - right.number }
}

/// Profiles that were read in one transaction, so that each is read once.
final class ProfileCache {
    fileprivate var profiles: [Int64: EntryProfile] = [:]

    /// Forgets all, since the records of their parties have changed.
    func clear() { profiles = [:] }
}

/// Reads profiles of entries from the tables.
struct EntryProfiles {
    let database: Database
    let knowledge: IdentityKnowledge
    var cache: ProfileCache?

    /// The profile of an item; `nil` where it is no entry.
    func profile(of item: Int64) throws -> EntryProfile? {
        if let known = cache?.profiles[item] { return known }
        let profile = try read(item)
        cache?.profiles[item] = profile
        return profile
    }

    private func read(_ item: Int64) throws -> EntryProfile? {
        guard
            let row = try database.one(
                """
                SELECT entry.*, item.source, source.seen FROM entry JOIN item ON item.number = entry.item
                    JOIN source ON source.number = item.source WHERE entry.item = ?
                """, [item])
        else { return nil }
        let kind: Entry.Kind = try row.word("kind")
        let content = try Entry.Content(kind: kind, json: row.value("content"))
        var parties: [String: Set<Int64>] = [:]
        var kinds: [Int64: Party.Kind] = [:]
        let members = try database.all(
            """
            SELECT entry_party.role, canonical.number, canonical.kind FROM entry_party
                JOIN membership ON membership.item = entry_party.party
                JOIN canonical ON canonical.number = membership.canonical
            WHERE entry_party.entry = ?
            """, [item])
        for member in members {
            let number: Int64 = try member.value("number")
            parties[try member.value("role"), default: []].insert(number)
            kinds[number] = try member.word("kind")
        }
        var sides: [Int64: Set<Int64>] = [:]
        for (role, records) in parties where !Self.isAside(role) {
            for record in records { sides[record] = try represented(by: record, kinds[record]) }
        }
        let all = Set(sides.keys).union(sides.values.joined())
        let nearer = all.filter { (kinds[$0] ?? .city) != .country && kinds[$0] != .group }
        let first: String? = try row.value("first_day")
        let last: String? = try row.value("last_day")
        let heading: String = try row.value("heading")
        return EntryProfile(
            item: item, source: try row.value("source"), kind: kind, sort: try row.value("sort"), heading: heading,
            content: content, span: first.flatMap { first in last.map { DaySpan(first: first, last: $0) } },
            seen: (try row.value("seen") as String?).flatMap { Day($0) }, parties: parties,
            actors: nearer.isEmpty ? all : nearer, sides: sides, place: parties["place"]?.min(),
            kinds: kinds, offices: try offices(of: item), words: knowledge.contentWords(of: heading),
            sentence: try sentence(of: item))
    }

    /// The unique offices that the page of an entry gives to those who take part.
    private func offices(of item: Int64) throws -> [Int64: Set<UniqueOffice>] {
        let sql = """
            SELECT membership.canonical, office.title, bodies.canonical AS body
            FROM entry_party JOIN office ON office.holder = entry_party.party
                JOIN membership ON membership.item = entry_party.party
                JOIN membership AS bodies ON bodies.item = office.body
            WHERE entry_party.entry = ?
            """
        var offices: [Int64: Set<UniqueOffice>] = [:]
        for row in try database.all(sql, [item]) {
            let office = knowledge.office(try row.value("title"))
            guard office.isUnique, office.standing == .holder else { continue }
            offices[try row.value("canonical"), default: []].insert(
                UniqueOffice(title: office.title, body: try row.value("body")))
        }
        return offices
    }

    private func sentence(of item: Int64) throws -> String {
        let row = try database.one(
            "SELECT quote FROM evidence WHERE item = ? AND field = '' ORDER BY position LIMIT 1", [item])
        let letters = NameTokens.joined(try row?.value("quote") ?? "")
        return letters.count >= 40 ? letters : ""
    }

    /// Roles that do not make a party one of those who act.
    static func isAside(_ role: String) -> Bool { ["place", "witness", "scope", "saidBy"].contains(role) }

    /// The bodies, cities and countries whose office a person holds.
    func represented(by record: Int64, _ kind: Party.Kind?) throws -> Set<Int64> {
        guard kind == .person else { return [] }
        let rows = try database.all(
            "SELECT body FROM tenure WHERE holder = ? AND body <> 0 AND standing <> 'former' LIMIT 6", [record])
        return Set(try rows.map { try $0.value("body") })
    }
}

extension DaySpan {
    /// Days already known.
    init(first: String, last: String) {
        self.first = first
        self.last = last
    }
}

extension IdentityKnowledge {
    /// The words of a heading or sentence that tell it from others, without endings of number.
    func contentWords(of text: String) -> Set<String> {
        Set(
            NameTokens.folded(text).filter { $0.count > 2 && !matching.common.contains($0) }
                .map { $0.count > 3 && $0.hasSuffix("s") ? String($0.dropLast()) : $0 })
    }
}

extension Set {
    /// The share of what both have in what either has, from 0 to 1.
    func likeness(to other: Set) -> Double {
        let all = union(other).count
        return all == 0 ? 0 : Double(intersection(other).count) / Double(all)
    }

    /// The share of what both have in the smaller one, from 0 to 1.
    func containment(with other: Set) -> Double {
        let least = Swift.min(count, other.count)
        return least == 0 ? 0 : Double(intersection(other).count) / Double(least)
    }
}
