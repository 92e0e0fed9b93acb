// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB

/// Finds what a new page tells about commitments of earlier pages.
///
/// A suggestion needs the commitment's words and a party of the page; a person decides whether it holds.
struct FollowUpFinder {
    let database: Database
    let knowledge: IdentityKnowledge

    private static let partyLimit = 10
    private static let wordLimit = 24
    private static let keyLimit = 24

    /// Attaches the entries of a source to the commitments that they tell about.
    func find(inSource source: Int64) throws {
        let actors = try self.actors(ofSource: source)
        let names = try names(ofSource: source)
        let rows = try database.all(
            """
            SELECT item.number, entry.kind, entry.heading, membership.canonical, source.seen,
                (SELECT group_concat(quote, ' ') FROM evidence WHERE evidence.item = item.number AND field = '')
                    AS quote
            FROM item JOIN entry ON entry.item = item.number JOIN membership ON membership.item = item.number
                JOIN source ON source.number = item.source
            WHERE item.source = ? ORDER BY item.position, item.number
            """, [source])
        var known: [String: Set<Int64>] = [:]
        for row in rows {
            let kind: Entry.Kind = try row.word("kind")
            guard kind != .commitment else { continue }
            let text = "\(try row.value("quote") as String? ?? "") \(try row.value("heading") as String)"
            let words = knowledge.contentWords(of: text).subtracting(names).filter { !$0.contains(where: \.isNumber) }
            for candidate in try candidates(actors, words, &known) {
                try attach(row, kind, text, words, to: candidate)
            }
        }
    }

    /// The parties of the page that act, those named most often first.
    private func actors(ofSource source: Int64) throws -> [Int64] {
        let sql = """
            SELECT membership.canonical, count(mention.position) AS mentions FROM item
                JOIN party ON party.item = item.number JOIN membership ON membership.item = item.number
                LEFT JOIN mention ON mention.party = item.number
            WHERE item.source = ? AND party.kind <> 'group' GROUP BY membership.canonical
            ORDER BY mentions DESC, membership.canonical LIMIT \(Self.partyLimit)
            """
        return try database.all(sql, [source]).map { try $0.value("canonical") }
    }

    /// The words of the names of the page's parties, which prove nothing about what is done.
    private func names(ofSource source: Int64) throws -> Set<String> {
        let sql = """
            SELECT party_name.name FROM item JOIN party ON party.item = item.number
                JOIN party_name ON party_name.party = item.number
            WHERE item.source = ? AND party.kind IN ('person', 'city', 'country')
            """
        return Set(try database.all(sql, [source]).flatMap { knowledge.contentWords(of: try $0.value("name")) })
    }

    /// The commitments that share words and an actor with an entry; `known` keeps what was looked up for the page.
    private func candidates(
        _ actors: [Int64], _ words: Set<String>, _ known: inout [String: Set<Int64>]
    ) throws -> [Int64] {
        let words = words.sorted().prefix(Self.wordLimit)
        var wordOf: [Int64: String] = [:]
        for word in words where known[word] == nil {
            known[word] = []
            for actor in actors + [0] { wordOf[BlockKey.number("commitment \(actor) \(word)")] = word }
        }
        let found = try BlockIndex(database: database).records(
            underEachOf: wordOf.keys.sorted(), limit: Self.keyLimit)
        for (key, records) in found { if let word = wordOf[key] { known[word]?.formUnion(records) } }
        var hits: [Int64: Set<String>] = [:]
        for word in words { for record in known[word] ?? [] { hits[record, default: []].insert(word) } }
        return hits.filter { $0.value.count > 1 }.sorted { ($0.value.count, $1.key) > ($1.value.count, $0.key) }
            .prefix(4).map(\.key)
    }

    private func attach(
        _ row: Row, _ kind: Entry.Kind, _ text: String, _ words: Set<String>, to record: Int64
    ) throws {
        let first = try database.one(
            """
            SELECT membership.item, entry.content, canonical.first_seen FROM membership
                JOIN entry ON entry.item = membership.item JOIN canonical ON canonical.number = membership.canonical
            WHERE membership.canonical = ? AND entry.kind = 'commitment' ORDER BY membership.item LIMIT 1
            """, [record])
        let seen: String? = try row.value("seen")
        // A page that makes the same commitment again tells nothing about how it fares.
        let isRepeated =
            try database.one(
                """
                SELECT 1 FROM canonical_source JOIN item ON item.source = canonical_source.source
                WHERE canonical_source.canonical = ? AND item.number = ? LIMIT 1
                """, [record, try row.value("number") as Int64]) != nil
        guard !isRepeated, let first,
            case .commitment(let commitment) = try Entry.Content(kind: .commitment, json: first.value("content")),
            let seen, let made: String = try first.value("first_seen"), made < seen
        else { return }
        let wanted = knowledge.contentWords(of: commitment.what).filter { !$0.contains(where: \.isNumber) }
        let shared = wanted.intersection(words)
        let share = Double(shared.count) / Double(max(1, wanted.count))
        guard shared.count > 1, share >= 0.3,
            let status = try status(row.value("number"), kind, text, commitment)
        else { return }
        try database.run(
            """
            INSERT OR IGNORE INTO follow_up (commitment, evidence, status, score, reasons, day) VALUES (?, ?, ?, ?, ?, ?)
            """,
            [
                try first.value("item") as Int64, try row.value("number") as Int64, status.status.rawValue,
                (min(1, 0.3 + share * 0.7) * 1000).rounded() / 1000,
                try CompactJSON.text(of: ["names \(shared.sorted().joined(separator: ", "))", status.reason]), seen,
            ])
    }

    private func status(
        _ item: Int64, _ kind: Entry.Kind, _ text: String, _ commitment: Commitment
    ) throws -> (status: CommitmentStatus, reason: String)? {
        if kind == .figure, let target = commitment.target,
            let row = try database.one("SELECT content FROM entry WHERE item = ?", [item]),
            case .figure(let figure) = try Entry.Content(kind: .figure, json: row.value("content")),
            figure.unit == target.unit, figure.value != target.value
        {
            let reached = "\(Cell.number(figure.value).text) of \(Cell.number(target.value).text) \(target.unit)"
            return (figure.value > target.value ? .kept : .inWorks, reached)
        }
        if kind != .figure, let target = commitment.target, try isMeasured(target, onPageOf: item) { return nil }
        let folded = " " + NameTokens.folded(text).joined(separator: " ")
        for group in knowledge.followUps {
            if let word = group.words.first(where: { folded.contains(" \($0)") }) {
                return (group.status, "says \(word)")
            }
        }
        return kind == .institution || kind == .programme ? (.inWorks, "a later page speaks of it") : nil
    }

    /// Whether a figure of the page tells how far a target is; then words such as "reached" tell nothing more.
    private func isMeasured(_ target: Commitment.Amount, onPageOf item: Int64) throws -> Bool {
        try database.one(
            """
            SELECT 1 FROM item JOIN entry ON entry.item = item.number
            WHERE item.source = (SELECT source FROM item WHERE number = ?) AND item.kind = 'entry'
                AND entry.kind = 'figure' AND entry.sort = ? AND json_extract(entry.content, '$.value') <> ? LIMIT 1
            """, [item, target.unit, target.value]) != nil
    }
}
