// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB

/// Gathers one reading from the tables as it was added, with the short ids that it came with.
struct ReadingReader {
    let database: Database

    /// The reading of the source with this id; `nil` where the ledger does not hold it.
    func reading(of id: String) throws -> Reading? {
        guard let row = try one("SELECT * FROM source WHERE id = ?", [id]) else { return nil }
        let source = row["number"] as Int64
        guard let article = try one("SELECT * FROM article WHERE source = ?", [source]) else { return nil }
        let evidence = try evidence(of: source)
        return Reading(
            id: row["record"],
            article: Article(
                source: try self.source(from: row, evidence: evidence[id] ?? [:]), title: article["title"],
                authors: try CompactJSON.value([String].self, from: article["authors"]), text: article["text"],
                blocks: try all("SELECT * FROM block WHERE source = ? ORDER BY position", [source])
                    .map { Block(role: try $0.value("role"), range: $0.range) }),
            parties: try parties(of: source, evidence), entries: try entries(of: source, evidence),
            conflicts: try conflicts(of: source, evidence))
    }

    private typealias Proofs = [String: [String: [Evidence]]]

    private func source(from row: Row, evidence: [String: [Evidence]]) throws -> Source {
        Source(
            id: row["id"], location: row["location"], publisher: row["publisher"], language: row["language"],
            published: try row.date("published", premises: evidence["published"] ?? []),
            modified: try row.date("modified", premises: evidence["modified"] ?? []), retrieved: row["retrieved"])
    }

    private func parties(of source: Int64, _ evidence: Proofs) throws -> [Party] {
        let sql = """
            SELECT item.number, item.short, party.kind, party.identifiers
            FROM party JOIN item ON item.number = party.item WHERE item.source = ? ORDER BY item.number
            """
        return try all(sql, [source]).map { row in
            let number = row["number"] as Int64
            let names = try all("SELECT name FROM party_name WHERE party = ? ORDER BY position", [number])
                .map { $0["name"] as String }
            return Party(
                id: row["short"], kind: try row.value("kind"), name: names.first ?? "",
                aliases: Array(names.dropFirst()),
                identifiers: try CompactJSON.value([String: String].self, from: row["identifiers"]),
                mentions: try all("SELECT * FROM mention WHERE party = ? ORDER BY position", [number]).map(\.range),
                offices: try offices(of: number, evidence))
        }
    }

    private func offices(of holder: Int64, _ evidence: Proofs) throws -> [Office] {
        let sql = """
            SELECT item.id, office.title, body.short AS body
            FROM office JOIN item ON item.number = office.item LEFT JOIN item AS body ON body.number = office.body
            WHERE office.holder = ? ORDER BY item.number
            """
        return try all(sql, [holder]).map { row in
            Office(title: row["title"], of: row["body"], evidence: evidence[row["id"]]?[""] ?? [])
        }
    }

    private func entries(of source: Int64, _ evidence: Proofs) throws -> [Entry] {
        let shorts = try shortIds(of: source)
        let sql = """
            SELECT item.id, item.short, entry.kind, entry.confidence, entry.content
            FROM entry JOIN item ON item.number = entry.item WHERE item.source = ? ORDER BY item.number
            """
        return try all(sql, [source]).map { row in
            let proofs = evidence[row["id"]] ?? [:]
            var record = try Entry.Content(kind: try row.value("kind"), json: row["content"]).record
            record.rewriteParties { _, id in shorts[id] ?? id }
            record.rewriteEntries { _, id in shorts[id] ?? id }
            record.rewriteDates { field, date in
                DatedValue(value: date.value, basis: date.basis, premises: proofs[field] ?? [])
            }
            return Entry(
                id: row["short"], content: record.content, confidence: row["confidence"], evidence: proofs[""] ?? [])
        }
    }

    private func conflicts(of source: Int64, _ evidence: Proofs) throws -> [Conflict] {
        let sql = """
            SELECT item.number, item.id, conflict.kind, conflict.reason, odd.short AS odd
            FROM conflict JOIN item ON item.number = conflict.item LEFT JOIN item AS odd ON odd.number = conflict.odd
            WHERE item.source = ? ORDER BY item.number
            """
        let sides = """
            SELECT item.short FROM conflict_side JOIN item ON item.number = conflict_side.item
            WHERE conflict_side.conflict = ? ORDER BY conflict_side.position
            """
        return try all(sql, [source]).map { row in
            Conflict(
                kind: try row.value("kind"),
                between: try all(sides, [row["number"] as Int64]).map { $0["short"] as String },
                odd: row["odd"], reason: row["reason"], evidence: evidence[row["id"]]?[""] ?? [])
        }
    }

    private func shortIds(of source: Int64) throws -> [String: String] {
        var shorts: [String: String] = [:]
        for row in try all("SELECT id, short FROM item WHERE source = ?", [source]) { shorts[row["id"]] = row["short"] }
        return shorts
    }

    /// All evidence of a source by the lasting id of what it proves, then by field.
    private func evidence(of source: Int64) throws -> Proofs {
        let sql = """
            SELECT item.id, evidence.* FROM evidence JOIN item ON item.number = evidence.item
            WHERE item.source = ? ORDER BY item.number, evidence.field, evidence.position
            """
        var proofs: Proofs = [:]
        for row in try all(sql, [source]) {
            proofs[row["id"], default: [:]][row["field"], default: []].append(row.evidence)
        }
        return proofs
    }

    private func one(_ sql: String, _ arguments: StatementArguments) throws -> Row? {
        try Row.fetchOne(database.cachedStatement(sql: sql), arguments: arguments)
    }

    private func all(_ sql: String, _ arguments: StatementArguments) throws -> [Row] {
        try Row.fetchAll(database.cachedStatement(sql: sql), arguments: arguments)
    }
}
