// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB

/// The records that a change has reached and that must be brought up to date.
struct Touched {
    var parties: Set<Int64> = []
    var entries: Set<Int64> = []
}

/// Gives each item of a page its record: the one that already means the same, or a new one.
///
/// To be used inside the transaction that stores the page. The work depends on the page and on the few records that
/// share a key with it, not on the size of the ledger.
struct Identification {
    let database: Database
    let knowledge: IdentityKnowledge
    let thresholds: IdentityThresholds
    let cache = ProfileCache()

    var memberships: MembershipStore { MembershipStore(database: database) }
    var judgements: JudgementStore { JudgementStore(database: database) }
    var parties: PartyStore { PartyStore(database: database, knowledge: knowledge) }
    var profiles: EntryProfiles {
        EntryProfiles(database: database, knowledge: knowledge, cache: cache)
    }
    var entries: EntryStore { EntryStore(database: database, knowledge: knowledge, profiles: profiles) }
    var blocks: BlockIndex { BlockIndex(database: database) }

    /// The score that two parties of one page need, since the reader took them for two.
    private static let scoreInsideOnePage = 0.9
    private static let candidateLimit = 16
    private static let entryLimit = 8
    private static let keyLimit = 48
    private static let memberLimit = 5

    /// Places every item of a source that has no record yet.
    func place(source: Int64, _ touched: inout Touched) throws {
        for item in try parties.items(ofSource: source) where try memberships.record(ofItem: item.number) == nil {
            try place(item, of: source, &touched)
        }
        cache.clear()
        let rows = try database.all(
            """
            SELECT item.number FROM item JOIN entry ON entry.item = item.number
                LEFT JOIN membership ON membership.item = item.number
            WHERE item.source = ? AND membership.item IS NULL ORDER BY item.number
            """, [source])
        try placeEntries(rows.map { try $0.value("number") }, &touched)
    }

    // MARK: Parties

    private func place(_ item: PartyStore.Item, of source: Int64, _ touched: inout Touched) throws {
        let profile = try parties.profile(ofItem: item)
        let candidates = try partyCandidates(of: profile)
        let others = try parties.profiles(ofRecords: candidates)
        let ranked = candidates.compactMap { record -> (record: Int64, result: Assessment)? in
            guard let other = others[record],
                let result = PartyComparison(knowledge: knowledge, left: profile, right: other).assessment(),
                result.score >= thresholds.propose
            else { return nil }
            return (record, result)
        }.sorted { ($0.result.score, $1.record) > ($1.result.score, $0.record) }

        var best: (record: Int64, result: Assessment)?
        for candidate in ranked where candidate.result.score >= thresholds.merge {
            let isTaken = try isNamed(candidate.record, in: source)
            if !isTaken || candidate.result.score >= Self.scoreInsideOnePage {
                best = candidate
                break
            }
        }
        let record: Int64
        if let best {
            record = best.record
            try keep(.positive, item.number, record, best.result)
        } else {
            let heading = try database.one(
                "SELECT name FROM party_name WHERE party = ? AND position = 0", [item.number])
            record = try memberships.found(
                on: item.number, .party, kind: item.kind.rawValue, heading: heading?.value("name") ?? item.id)
        }
        try memberships.join(item.number, to: record)
        try parties.count(item, into: record)
        if item.kind == .city || item.kind == .country {
            try database.run("UPDATE canonical SET kind = ? WHERE number = ?", [item.kind.rawValue, record])
        }
        try parties.show(record)
        touched.parties.insert(record)
        for other in ranked where other.record != record {
            // The record may have gone into another one in the meantime.
            guard try memberships.record(ofItem: item.number) == record else { continue }
            _ = try join(other.record, to: record, &touched)
        }
    }

    func partyCandidates(of profile: PartyProfile) throws -> [Int64] {
        var hits = try blocks.hits(knowledge.keys(of: profile), limit: Self.keyLimit)
        if profile.family == .person, !profile.names.contains(where: \.isFull) {
            for tenure in profile.tenures where tenure.body != 0 {
                let rows = try database.all(
                    "SELECT DISTINCT holder FROM tenure WHERE body = ? AND title = ? LIMIT 8",
                    [tenure.body, tenure.title])
                for row in rows { hits[try row.value("holder"), default: 0] += 1 }
            }
        }
        return ranked(hits)
    }

    /// Makes two records one where that is sure, or proposes it; records that one page names as two stay two.
    ///
    /// Returns whether they are one now.
    func join(
        _ other: Int64, to record: Int64, _ touched: inout Touched
    ) throws -> Bool {
        guard let mine = try parties.profile(ofRecord: record), let theirs = try parties.profile(ofRecord: other),
            let result = PartyComparison(knowledge: knowledge, left: mine, right: theirs).assessment(),
            result.score >= thresholds.propose, try !judgements.apart(from: record).contains(other),
            let left = try memberships.first(of: record), let right = try memberships.first(of: other)
        else { return false }
        let isTaken = try shareSource(record, other)
        if result.score >= thresholds.merge, !isTaken || result.score >= Self.scoreInsideOnePage {
            _ = try judgements.add(left, right, .positive, result, by: nil)
            try unify(record, other, &touched)
            return true
        }
        if try !isTaken && !judgements.isProposed(left, right) {
            _ = try judgements.add(left, right, .proposed, result, by: nil)
        }
        return false
    }

    // MARK: Entries

    /// Places the entries of one page, which are never one with each other.
    private func placeEntries(_ items: [Int64], _ touched: inout Touched) throws {
        try profiles.load(items)
        let placed = try items.compactMap { try profiles.profile(of: $0) }.map { profile in
            let hits = try blocks.hits(knowledge.keys(of: profile), limit: Self.keyLimit)
            return (profile: profile, candidates: ranked(hits).prefix(Self.entryLimit))
        }
        var members = try self.members(of: Set(placed.flatMap(\.candidates)))
        try profiles.load(members.values.flatMap { $0.map(\.item) })
        for (profile, candidates) in placed {
            var best: (record: Int64, result: Assessment)?
            for record in candidates {
                guard let result = try assessment(of: profile, with: members[record] ?? []),
                    result.score > best?.result.score ?? 0
                else { continue }
                best = (record, result)
            }
            let record: Int64
            if let best, best.result.score >= thresholds.merge {
                record = best.record
                try keep(.positive, profile.item, record, best.result)
            } else {
                record = try memberships.found(
                    on: profile.item, .entry, kind: profile.kind.rawValue, sort: profile.sort,
                    heading: profile.heading)
                if let best, best.result.score >= thresholds.propose {
                    try keep(.proposed, profile.item, best.record, best.result)
                }
            }
            try memberships.join(profile.item, to: record)
            members[record, default: []].append(Member(item: profile.item, source: profile.source))
            try entries.refresh(record)
            touched.entries.insert(record)
        }
    }

    private struct Member {
        let item: Int64
        let source: Int64
    }

    /// The first entries of each record.
    private func members(of records: Set<Int64>) throws -> [Int64: [Member]] {
        let sql = """
            SELECT wanted.value AS record, item.number, item.source FROM json_each(?) AS wanted
                JOIN item ON item.number IN (
                    SELECT membership.item FROM membership JOIN item AS member ON member.number = membership.item
                    WHERE membership.canonical = wanted.value AND NOT member.retired
                    ORDER BY membership.item LIMIT \(Self.memberLimit))
            ORDER BY wanted.value, item.number
            """
        let rows = try database.all(sql, [records.sorted().list])
        return try Dictionary(grouping: rows) { try $0.value("record") as Int64 }.mapValues { rows in
            try rows.map { Member(item: try $0.value("number"), source: try $0.value("source")) }
        }
    }

    /// How likely an entry is one with a record: as its likest member says, unless most members rule it out.
    private func assessment(of profile: EntryProfile, with members: [Member]) throws -> Assessment? {
        guard !members.contains(where: { $0.source == profile.source }) else { return nil }
        var best: Assessment?
        var against = 0
        for member in members {
            guard let other = try profiles.profile(of: member.item),
                let result = EntryComparison(knowledge: knowledge, left: profile, right: other).assessment()
            else {
                against += 1
                continue
            }
            if result.score > best?.score ?? 0 { best = result }
        }
        if against * 2 > members.count { best?.oppose(0.85, "most pages speak against it") }
        return best
    }

    // MARK: Both

    private func ranked(_ hits: [Int64: Int]) -> [Int64] {
        hits.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(Self.candidateLimit).map(\.key)
    }

    private func keep(
        _ verdict: Judgement.Verdict, _ item: Int64, _ record: Int64, _ result: Assessment
    ) throws {
        guard let first = try memberships.first(of: record) else { return }
        _ = try judgements.add(item, first, verdict, result, by: nil)
    }

    private func isNamed(_ record: Int64, in source: Int64) throws -> Bool {
        try database.one(
            "SELECT 1 FROM canonical_source WHERE source = ? AND canonical = ? LIMIT 1", [source, record]) != nil
    }

    private func shareSource(_ left: Int64, _ right: Int64) throws -> Bool {
        try database.one(
            """
            SELECT 1 FROM canonical_source AS mine JOIN canonical_source AS other
                ON other.canonical = ? AND other.origin = mine.origin AND other.source = mine.source
            WHERE mine.canonical = ? LIMIT 1
            """, [left, right]) != nil
    }
}
