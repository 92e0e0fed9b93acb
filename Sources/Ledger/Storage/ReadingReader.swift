// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB

/// Gathers one reading from the tables as it was added, with the short ids that it came with.
struct ReadingReader {
    let database: Database

    /// The reading of the source with this id; `nil` where the ledger does not hold it.
    func reading(of id: String) throws -> Reading? {
        guard let row = try one("SELECT * FROM source WHERE id = ?", [id]) else { return nil }
        let source: Int64 = try row.value("number")
        guard let article = try one("SELECT * FROM article WHERE source = ?", [source]) else { return nil }
        let evidence = try evidence(of: source)
        return Reading(
            id: try row.value("record"),
            article: Article(
                source: try self.source(from: row, evidence: evidence[id] ?? [:]), title: try article.value("title"),
                authors: try CompactJSON.value([String].self, from: article.value("authors")),
                text: try article.value("text"),
                blocks: try all("SELECT * FROM block WHERE source = ? ORDER BY position", [source])
                    .map { Block(role: try $0.word("role"), range: try $0.range()) }),
            parties: try parties(of: source, evidence), entries: try entries(of: source, evidence),
            conflicts: try conflicts(of: source, evidence))
    }

    private typealias Proofs = [String: [String: [Evidence]]]

    private func source(from row: Row, evidence: [String: [Evidence]]) throws -> Source {
        Source(
            id: try row.value("id"), location: try row.value("location"), publisher: try row.value("publisher"),
            language: try row.value("language"),
            published: try row.date("published", premises: evidence["published"] ?? []),
            modified: try row.date("modified", premises: evidence["modified"] ?? []),
            retrieved: try row.value("retrieved"),
            page: try (try row.value("page") as String?).map { try CompactJSON.value(PageFacts.self, from: $0) })
    }

    private func parties(of source: Int64, _ evidence: Proofs) throws -> [Party] {
        let sql = """
            SELECT item.number, item.short, party.kind, party.identifiers, party.country
            FROM party JOIN item ON item.number = party.item WHERE item.source = ? ORDER BY item.position, item.number
            """
        return try all(sql, [source]).map { row in
            let number: Int64 = try row.value("number")
            let names = try all("SELECT name FROM party_name WHERE party = ? ORDER BY position", [number])
                .map { try $0.value("name") as String }
            return Party(
                id: try row.value("short"), kind: try row.word("kind"), name: names.first ?? "",
                aliases: Array(names.dropFirst()),
                identifiers: try CompactJSON.value([String: String].self, from: row.value("identifiers")),
                country: try row.value("country"),
                mentions: try all("SELECT * FROM mention WHERE party = ? ORDER BY position", [number]).map {
                    try $0.range()
                },
                offices: try offices(of: number, evidence))
        }
    }

    private func offices(of holder: Int64, _ evidence: Proofs) throws -> [Office] {
        let sql = """
            SELECT item.id, office.title, body.short AS body
            FROM office JOIN item ON item.number = office.item LEFT JOIN item AS body ON body.number = office.body
            WHERE office.holder = ? ORDER BY item.position, item.number
            """
        return try all(sql, [holder]).map { row in
            Office(
                title: try row.value("title"), of: try row.value("body"),
                evidence: evidence[try row.value("id")]?[""] ?? [])
        }
    }

    private func entries(of source: Int64, _ evidence: Proofs) throws -> [Entry] {
        let shorts = try shortIds(of: source)
        let sql = """
            SELECT item.id, item.short, entry.kind, entry.confidence, entry.content
            FROM entry JOIN item ON item.number = entry.item WHERE item.source = ? ORDER BY item.position, item.number
            """
        return try all(sql, [source]).map { row in
            let proofs = evidence[try row.value("id")] ?? [:]
            var record = try Entry.Content(kind: row.word("kind"), json: row.value("content")).record
            record.rewriteParties { _, id in shorts[id] ?? id }
            record.rewriteEntries { _, id in shorts[id] ?? id }
            record.rewriteDates { field, date in
                DatedValue(value: date.value, basis: date.basis, premises: proofs[field] ?? [])
            }
            return Entry(
                id: try row.value("short"), content: record.content, confidence: try row.value("confidence"),
                evidence: proofs[""] ?? [])
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
                kind: try row.word("kind"),
                between: try all(sides, [row.value("number") as Int64]).map { try $0.value("short") as String },
                odd: try row.value("odd"), reason: try row.value("reason"),
                evidence: evidence[try row.value("id")]?[""] ?? [])
        }
    }

    private func shortIds(of source: Int64) throws -> [String: String] {
        var shorts: [String: String] = [:]
        for row in try all("SELECT id, short FROM item WHERE source = ?", [source]) {
            shorts[try row.value("id")] = try row.value("short")
        }
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
            proofs[try row.value("id"), default: [:]][try row.value("field"), default: []].append(try row.evidence())
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
