// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import GRDB

/// Gathers the claims of records from the readings of their pages and from what people said.
///
/// It asks one question for all items of all records, since a page of the Desk shows hundreds.
struct ClaimReader {
    let database: Database

    private static let memberLimit = 400
    /// What a list shows rests on no more pages than that.
    static let shownLimit = 60

    /// One item of a record, and the page that it stands on.
    private struct Member {
        let record: Int64
        let number: Int64
        let id: String
        let isEntry: Bool
        let origin: Int64
        let seen: String?
        let source: SourceReference

        init(_ row: Row) throws {
            record = try row.value("record")
            number = try row.value("number")
            id = try row.value("id")
            isEntry = try row.value("class") as String == "entry"
            origin = try row.value("origin")
            seen = try row.value("seen")
            source = try SourceReference(row: row)
        }
    }

    /// The values to show, by field; of a field with many values the first.
    func shown(ofRecord record: Int64) throws -> [String: String] {
        let items = try database.all(
            """
            SELECT membership.item, entry.kind, entry.content FROM membership
                JOIN item ON item.number = membership.item JOIN entry ON entry.item = membership.item
            WHERE membership.canonical = ? AND NOT item.retired LIMIT 2
            """, [record])
        let hasPeople =
            try database.one(
                """
                SELECT 1 FROM membership JOIN claim ON claim.item = membership.item
                WHERE membership.canonical = ? AND claim.author IS NOT NULL LIMIT 1
                """, [record]) != nil
        if items.count == 1, !hasPeople {
            let content = try Entry.Content(kind: items[0].word("kind"), json: items[0].value("content"))
            return Dictionary(content.values.map { ($0.field, $0.value) }) { first, _ in first }
        }
        var shown: [String: String] = [:]
        for value in ClaimedValue.ranked(try claims(ofRecord: record, limit: Self.shownLimit)) where value.isShown {
            shown[value.field] = shown[value.field] ?? value.value
        }
        return shown
    }

    /// The claims of the latest pages, the earliest of them first; with `asOf` only what was known on that day.
    func claims(
        ofRecord record: Int64, asOf day: String? = nil, limit: Int = Self.memberLimit
    ) throws -> [Claim] {
        try claims(ofRecords: [record], asOf: day, limit: limit)[record] ?? []
    }

    /// The same of several records, by their numbers.
    func claims(
        ofRecords records: [Int64], asOf day: String? = nil, limit: Int = Self.memberLimit
    ) throws -> [Int64: [Claim]] {
        let sql = """
            SELECT latest.canonical AS record, item.number, item.id, item.kind AS class,
                COALESCE(source.origin, source.number) AS origin, source.seen, \(SourceReference.columns)
            FROM (
                SELECT membership.canonical, membership.item,
                    row_number() OVER (PARTITION BY membership.canonical ORDER BY membership.item DESC) AS place
                FROM membership JOIN item ON item.number = membership.item JOIN source ON source.number = item.source
                WHERE membership.canonical IN (SELECT value FROM json_each(?))
                    AND (? IS NULL OR source.seen IS NULL OR source.seen <= ?)
            ) AS latest
                JOIN item ON item.number = latest.item JOIN source ON source.number = item.source
                JOIN article ON article.source = source.number
            WHERE latest.place <= ?
            """
        let members = try database.all(sql, [Self.list(records), day, day, limit]).map { try Member($0) }
            .sorted { ($0.seen ?? "", $0.number) < ($1.seen ?? "", $1.number) }
        let said = try entryClaims(members.filter(\.isEntry)).merging(
            partyClaims(members.filter { !$0.isEntry })
        ) { $0 + $1 }
        let kept = try kept(members, asOf: day)
        var claims: [Int64: [Claim]] = [:]
        for member in members {
            claims[member.record, default: []] += (said[member.number] ?? []) + (kept[member.number] ?? [])
        }
        return claims
    }

    private func entryClaims(_ members: [Member]) throws -> [Int64: [Claim]] {
        guard !members.isEmpty else { return [:] }
        let items = Self.list(members.map(\.number))
        let contents = try rows("SELECT item, kind, content FROM entry WHERE item IN items", items)
        let evidence = try self.evidence(items)
        let directness = try self.directness(items)
        let parties = try rows(
            """
            SELECT entry_party.entry AS item, entry_party.role, canonical.id, canonical.heading FROM entry_party
                JOIN membership ON membership.item = entry_party.party
                JOIN canonical ON canonical.number = membership.canonical
            WHERE entry_party.entry IN items ORDER BY entry_party.entry, entry_party.position
            """, items)
        // Pages that copy each other say the same.
        var known: [String: [(field: String, value: String)]] = [:]
        return try Dictionary(
            uniqueKeysWithValues: members.map { member in
                let proof = evidence[member.number] ?? []
                let closeness = directness[member.number] ?? .body
                var claims: [Claim] = []
                for row in contents[member.number] ?? [] {
                    let json: String = try row.value("content")
                    let kind: Entry.Kind = try row.word("kind")
                    let key = kind.rawValue + json
                    let values = try known[key] ?? Entry.Content(kind: kind, json: json).values
                    known[key] = values
                    claims += values.map { claim(member, $0.field, $0.value, nil, proof, closeness) }
                }
                for row in parties[member.number] ?? [] {
                    let named = NamedItem(id: try row.value(at: 2), name: try row.value(at: 3))
                    claims.append(claim(member, try row.value(at: 1), named.name, named, proof, closeness))
                }
                return (member.number, claims)
            })
    }

    private func partyClaims(_ members: [Member]) throws -> [Int64: [Claim]] {
        guard !members.isEmpty else { return [:] }
        let items = Self.list(members.map(\.number))
        let names = try rows(
            "SELECT party AS item, position, name FROM party_name WHERE party IN items ORDER BY party, position", items)
        let offices = try rows(
            """
            SELECT office.holder AS item, office.item AS office, office.title, canonical.heading FROM office
                LEFT JOIN membership ON membership.item = office.body
                LEFT JOIN canonical ON canonical.number = membership.canonical
            WHERE office.holder IN items ORDER BY office.holder, office.item
            """, items)
        let numbers = try offices.values.flatMap { try $0.map { try $0.value("office") as Int64 } }
        let evidence = try self.evidence(Self.list(numbers.sorted()))
        return try Dictionary(
            uniqueKeysWithValues: members.map { member in
                let named = try (names[member.number] ?? []).map { row in
                    let isMain = try row.value("position") as Int == 0
                    return claim(member, isMain ? "name" : "alias", try row.value("name"), nil, [], .body)
                }
                let held = try (offices[member.number] ?? []).map { row in
                    let title: String = try row.value("title")
                    let body: String? = try row.value("heading")
                    let proof = evidence[try row.value("office") as Int64] ?? []
                    return claim(member, "office", body.map { "\(title) of \($0)" } ?? title, nil, proof, .body)
                }
                return (member.number, named + held)
            })
    }

    /// What people said of the items, and what earlier readings of their pages said.
    private func kept(_ members: [Member], asOf day: String?) throws -> [Int64: [Claim]] {
        let found = try rows(
            "SELECT * FROM claim WHERE item IN items ORDER BY number", Self.list(members.map(\.number)))
        guard !found.isEmpty else { return [:] }
        return try Dictionary(
            uniqueKeysWithValues: members.map { member in
                let claims = try (found[member.number] ?? []).compactMap { row -> Claim? in
                    let first: String? = try row.value("first_seen")
                    let last: String? = try row.value("last_seen")
                    if let day, let first, first.prefix(10) > day { return nil }
                    let name: String? = try row.value("author")
                    let author = name.map { Author(name: $0, time: first ?? "") }
                    return Claim(
                        number: author == nil ? nil : try row.value("number"), item: member.id,
                        field: try row.value("field"), value: try row.value("value"), party: nil,
                        source: author == nil ? member.source : nil, origin: author == nil ? member.origin : nil,
                        author: author, note: try row.value("note"),
                        evidence: try CompactJSON.value([Evidence].self, from: row.value("evidence")),
                        directness: .body,
                        firstSeen: first.map { String($0.prefix(10)) }, lastSeen: last.map { String($0.prefix(10)) },
                        withdrawnBy: try row.value("undone_by"))
                }
                return (member.number, claims)
            })
    }

    private func claim(
        _ member: Member, _ field: String, _ value: String, _ party: NamedItem?, _ evidence: [Evidence],
        _ directness: Claim.Directness
    ) -> Claim {
        Claim(
            number: nil, item: member.id, field: field, value: value, party: party, source: member.source,
            origin: member.origin, author: nil, note: nil, evidence: evidence, directness: directness,
            firstSeen: member.seen, lastSeen: member.seen, withdrawnBy: nil)
    }

    private func evidence(_ items: String) throws -> [Int64: [Evidence]] {
        let sql = """
            SELECT item, scalar_start, byte_start, scalar_end, byte_end, quote FROM evidence
            WHERE item IN items AND field = '' ORDER BY item, position
            """
        return try rows(sql, items).mapValues { try $0.map { try $0.evidence() } }
    }

    /// Where the first evidence of each item stands.
    private func directness(_ items: String) throws -> [Int64: Claim.Directness] {
        let sql = """
            SELECT evidence.item, block.role FROM evidence JOIN item ON item.number = evidence.item
                JOIN block ON block.source = item.source AND block.byte_start <= evidence.byte_start
                    AND evidence.byte_start < block.byte_end
            WHERE evidence.item IN items AND evidence.field = '' ORDER BY evidence.item, evidence.position
            """
        return try rows(sql, items).compactMapValues { rows in
            guard let first = rows.first else { return nil }
            let role: BlockRole = try first.word("role")
            return switch role {
            case .headline, .deck: .headline
            case .caption: .caption
            default: .body
            }
        }
    }

    /// The rows of a question about `items`, by the number in their column `item`.
    private func rows(_ sql: String, _ items: String) throws -> [Int64: [Row]] {
        var found: [Int64: [Row]] = [:]
        for row in try database.all("WITH items AS (SELECT value FROM json_each(?)) \(sql)", [items]) {
            found[try row.value("item"), default: []].append(row)
        }
        return found
    }

    /// Numbers as SQLite's `json_each` takes them.
    private static func list(_ numbers: [Int64]) -> String {
        "[" + numbers.map(String.init).joined(separator: ",") + "]"
    }
}
