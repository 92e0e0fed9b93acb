// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB

/// Gathers the claims of a record from the readings of its pages and from what people said.
struct ClaimReader {
    let database: Database

    private static let memberLimit = 400
    /// What a list shows rests on no more pages than that.
    static let shownLimit = 60

    /// One item of the record, and the page that it stands on.
    private struct Member {
        let number: Int64
        let id: String
        let isEntry: Bool
        let origin: Int64
        let seen: String?
        let source: SourceReference

        init(_ row: Row) throws {
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
        let sql = """
            SELECT item.number, item.id, item.kind AS class, COALESCE(source.origin, source.number) AS origin, source.seen,
                \(SourceReference.columns)
            FROM membership JOIN item ON item.number = membership.item JOIN source ON source.number = item.source
                JOIN article ON article.source = source.number
            WHERE membership.canonical = ? AND (? IS NULL OR source.seen IS NULL OR source.seen <= ?)
            ORDER BY membership.item DESC LIMIT ?
            """
        let members = try database.all(sql, [record, day, day, limit]).map { try Member($0) }
        return try members.sorted { ($0.seen ?? "", $0.number) < ($1.seen ?? "", $1.number) }.flatMap { member in
            try (member.isEntry ? entryClaims(member) : partyClaims(member)) + kept(member, asOf: day)
        }
    }

    private func entryClaims(_ member: Member) throws -> [Claim] {
        let item = member.number
        guard let entry = try database.one("SELECT kind, content FROM entry WHERE item = ?", [item]) else { return [] }
        let evidence = try database.evidence(of: item)
        let directness = try self.directness(of: item)
        let content = try Entry.Content(kind: entry.word("kind"), json: entry.value("content"))
        let values = content.values.map { claim(member, $0.field, $0.value, nil, evidence, directness) }
        let parties = try database.all(
            """
            SELECT entry_party.role, canonical.id, canonical.heading FROM entry_party
                JOIN membership ON membership.item = entry_party.party
                JOIN canonical ON canonical.number = membership.canonical
            WHERE entry_party.entry = ? ORDER BY entry_party.position
            """, [item])
        return try values
            + parties.map { party in
                let named = NamedItem(id: try party.value("id"), name: try party.value("heading"))
                return claim(member, try party.value("role"), named.name, named, evidence, directness)
            }
    }

    private func partyClaims(_ member: Member) throws -> [Claim] {
        let item = member.number
        let names = try database.all("SELECT name, position FROM party_name WHERE party = ? ORDER BY position", [item])
            .map { name in
                let isMain = try name.value("position") as Int == 0
                return claim(member, isMain ? "name" : "alias", try name.value("name"), nil, [], .body)
            }
        let offices = try database.all(
            """
            SELECT office.item, office.title, canonical.id, canonical.heading FROM office
                LEFT JOIN membership ON membership.item = office.body
                LEFT JOIN canonical ON canonical.number = membership.canonical
            WHERE office.holder = ? ORDER BY office.item
            """, [item]
        ).map { office in
            let title: String = try office.value("title")
            let body: String? = try office.value("heading")
            return claim(
                member, "office", body.map { "\(title) of \($0)" } ?? title, nil,
                try database.evidence(of: office.value("item")), .body)
        }
        return names + offices
    }

    /// What people said of the item, and what earlier readings of its page said.
    private func kept(_ member: Member, asOf day: String?) throws -> [Claim] {
        let sql = """
            SELECT * FROM claim
            WHERE item = ? AND (? IS NULL OR first_seen IS NULL OR substr(first_seen, 1, 10) <= ?) ORDER BY number
            """
        return try database.all(sql, [member.number, day, day]).map { claim in
            let name: String? = try claim.value("author")
            let author = try name.map { Author(name: $0, time: try claim.value("first_seen") ?? "") }
            return Claim(
                number: author == nil ? nil : try claim.value("number"), item: member.id,
                field: try claim.value("field"), value: try claim.value("value"), party: nil,
                source: author == nil ? member.source : nil, origin: author == nil ? member.origin : nil,
                author: author, note: try claim.value("note"),
                evidence: try CompactJSON.value([Evidence].self, from: claim.value("evidence")), directness: .body,
                firstSeen: (try claim.value("first_seen") as String?).map { String($0.prefix(10)) },
                lastSeen: (try claim.value("last_seen") as String?).map { String($0.prefix(10)) },
                withdrawnBy: try claim.value("undone_by"))
        }
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

    /// Where the first evidence of an item stands.
    private func directness(of item: Int64) throws -> Claim.Directness {
        let sql = """
            SELECT block.role FROM evidence JOIN item ON item.number = evidence.item
                JOIN block ON block.source = item.source AND block.byte_start <= evidence.byte_start
                    AND evidence.byte_start < block.byte_end
            WHERE evidence.item = ? AND evidence.field = '' ORDER BY evidence.position LIMIT 1
            """
        guard let row = try database.one(sql, [item]) else { return .body }
        let role: BlockRole = try row.word("role")
        switch role {
        case .headline, .deck: return .headline
        case .caption: return .caption
        default: return .body
        }
    }
}
