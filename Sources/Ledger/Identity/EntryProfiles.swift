// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB

/// Profiles that were read in one transaction, so that each is read once.
final class ProfileCache {
    fileprivate var profiles: [Int64: EntryProfile] = [:]
    fileprivate var represented: [Int64: Set<Int64>] = [:]

    /// Forgets all, since the records of their parties have changed.
    func clear() {
        profiles = [:]
        represented = [:]
    }
}

/// Reads profiles of entries from the tables.
struct EntryProfiles {
    let database: Database
    let knowledge: IdentityKnowledge
    let cache: ProfileCache

    init(database: Database, knowledge: IdentityKnowledge, cache: ProfileCache = ProfileCache()) {
        self.database = database
        self.knowledge = knowledge
        self.cache = cache
    }

    /// The profile of an item; `nil` where it is no entry.
    func profile(of item: Int64) throws -> EntryProfile? {
        if cache.profiles[item] == nil { try load([item]) }
        return cache.profiles[item]
    }

    /// Reads the profiles of many items at once, which costs much less than one by one.
    func load(_ items: [Int64]) throws {
        let wanted = Set(items.filter { cache.profiles[$0] == nil }).sorted()
        guard !wanted.isEmpty else { return }
        let list = wanted.list
        let parties = try self.parties(of: list)
        let offices = try self.offices(of: list)
        let sql = """
            SELECT entry.*, item.source, source.seen, (
                SELECT quote FROM evidence WHERE evidence.item = entry.item AND evidence.field = ''
                ORDER BY position LIMIT 1) AS quote
            FROM json_each(?) AS wanted JOIN entry ON entry.item = wanted.value
                JOIN item ON item.number = entry.item JOIN source ON source.number = item.source
            """
        for row in try database.all(sql, [list]) {
            let item: Int64 = try row.value("item")
            cache.profiles[item] = try profile(
                row, item: item, parties: parties[item] ?? [], offices: offices[item] ?? [:])
        }
    }

    private struct Participant {
        let role: String
        let record: Int64
        let kind: Party.Kind
    }

    private func profile(
        _ row: Row, item: Int64, parties participants: [Participant], offices: [Int64: Set<UniqueOffice>]
    ) throws -> EntryProfile {
        let kind: Entry.Kind = try row.word("kind")
        var parties: [String: Set<Int64>] = [:]
        var kinds: [Int64: Party.Kind] = [:]
        var sides: [Int64: Set<Int64>] = [:]
        for participant in participants {
            parties[participant.role, default: []].insert(participant.record)
            kinds[participant.record] = participant.kind
            if !Self.isAside(participant.role) {
                sides[participant.record] = try represented(by: participant.record, participant.kind)
            }
        }
        // Who signs may differ from page to page; whom an agreement binds makes it what it is.
        let bound = kind == .agreement ? parties["party"] ?? [] : []
        let all = bound.isEmpty ? Set(sides.keys).union(sides.values.joined()) : bound
        let nearer = all.filter { (kinds[$0] ?? .city) != .country && kinds[$0] != .group }
        let first: String? = try row.value("first_day")
        let last: String? = try row.value("last_day")
        let heading: String = try row.value("heading")
        let sentence = NameTokens.joined(try row.value("quote") ?? "")
        return EntryProfile(
            item: item, source: try row.value("source"), kind: kind, sort: try row.value("sort"), heading: heading,
            content: try Entry.Content(kind: kind, json: row.value("content")),
            span: first.flatMap { first in last.map { DaySpan(first: first, last: $0) } },
            seen: (try row.value("seen") as String?).flatMap { Day($0) }, parties: parties,
            actors: nearer.isEmpty ? all : nearer, sides: sides, place: parties["place"]?.min(), kinds: kinds,
            offices: offices, words: knowledge.contentWords(of: heading),
            sentence: sentence.unicodeScalars.count >= 40 ? sentence : "")
    }

    private func parties(of list: String) throws -> [Int64: [Participant]] {
        let sql = """
            SELECT entry_party.entry, entry_party.role, canonical.number, canonical.kind FROM json_each(?) AS wanted
                JOIN entry_party ON entry_party.entry = wanted.value
                JOIN membership ON membership.item = entry_party.party
                JOIN canonical ON canonical.number = membership.canonical
            """
        return try Dictionary(grouping: database.all(sql, [list])) { try $0.value("entry") as Int64 }.mapValues {
            rows in
            try rows.map {
                Participant(role: try $0.value("role"), record: try $0.value("number"), kind: try $0.word("kind"))
            }
        }
    }

    /// The unique offices that the pages of entries give to those who take part.
    private func offices(of list: String) throws -> [Int64: [Int64: Set<UniqueOffice>]] {
        let sql = """
            SELECT entry_party.entry, membership.canonical, office.title, bodies.canonical AS body
            FROM json_each(?) AS wanted JOIN entry_party ON entry_party.entry = wanted.value
                JOIN office ON office.holder = entry_party.party
                JOIN membership ON membership.item = entry_party.party
                JOIN membership AS bodies ON bodies.item = office.body
            """
        var offices: [Int64: [Int64: Set<UniqueOffice>]] = [:]
        for row in try database.all(sql, [list]) {
            let office = knowledge.office(try row.value("title"))
            guard office.isUnique, office.standing == .holder else { continue }
            offices[try row.value("entry"), default: [:]][try row.value("canonical"), default: []].insert(
                UniqueOffice(title: office.title, body: try row.value("body")))
        }
        return offices
    }

    /// Roles that do not make a party one of those who act.
    static func isAside(_ role: String) -> Bool { ["place", "witness", "scope", "saidBy"].contains(role) }

    /// The bodies, cities and countries whose office a person holds.
    private func represented(by record: Int64, _ kind: Party.Kind) throws -> Set<Int64> {
        guard kind == .person else { return [] }
        if let known = cache.represented[record] { return known }
        let rows = try database.all(
            "SELECT body FROM tenure WHERE holder = ? AND body <> 0 AND standing <> 'former' LIMIT 6", [record])
        let bodies = Set(try rows.map { try $0.value("body") as Int64 })
        cache.represented[record] = bodies
        return bodies
    }
}
