// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB

/// Who said something and when.
public struct Author: Hashable, Sendable, Codable {
    /// The person's name.
    public var name: String
    /// The time as ISO 8601, such as `2026-03-01T09:30:00Z`.
    public var time: String

    /// Names a person and a time; the time comes from the caller, so that the same words give the same bytes.
    public init(name: String, time: String) {
        self.name = name
        self.time = time
    }
}

/// A word on whether two things are one.
public struct Judgement: Hashable, Sendable, Codable {
    /// What is judged.
    public enum Verdict: String, Hashable, Sendable, Codable, CaseIterable {
        /// They are one.
        case positive
        /// They are not one, and the program never joins them again.
        case negative
        /// A person could not tell.
        case unsure
        /// The program thinks so and leaves it to a person.
        case proposed
    }

    /// The number by which it is undone.
    public let number: Int64
    /// One side.
    public let left: NamedItem
    /// The other.
    public let right: NamedItem
    /// What is judged.
    public let verdict: Verdict
    /// How sure the program was, 0 to 1; `nil` for a person.
    public let score: Double?
    /// What speaks for it and against it.
    public let reasons: [String]
    /// Who said so; `nil` for the program.
    public let author: Author?
    /// What the person added.
    public let note: String?
    /// Who undid it; `nil` while it holds.
    public let undoneBy: Author?
}

/// The rows of judgements.
struct JudgementStore {
    let database: Database

    /// Keeps a judgement about two items.
    func add(
        _ left: Int64, _ right: Int64, _ verdict: Judgement.Verdict, _ assessment: Assessment?, by author: Author?,
        note: String? = nil
    ) throws -> Int64 {
        try database.run(
            """
            INSERT INTO judgement (left_item, right_item, verdict, score, reasons, author, made_at, note)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                left, right, verdict.rawValue, assessment.map { ($0.score * 1000).rounded() / 1000 },
                try CompactJSON.text(of: assessment?.reasons ?? []), author?.name, author?.time, note,
            ])
        return database.lastInsertedRowID
    }

    /// The records that a judgement keeps apart from `record`, and those on which a person could not tell.
    func apart(from record: Int64) throws -> Set<Int64> {
        guard
            try database.one("SELECT 1 FROM judgement WHERE verdict <> 'positive' AND undone_by IS NULL LIMIT 1") != nil
        else { return [] }
        let sql = """
            SELECT other.canonical FROM judgement
                JOIN membership AS mine ON mine.item = judgement.left_item
                JOIN membership AS other ON other.item = judgement.right_item
            WHERE judgement.verdict IN ('negative', 'unsure') AND judgement.undone_by IS NULL AND mine.canonical = ?
            UNION SELECT other.canonical FROM judgement
                JOIN membership AS mine ON mine.item = judgement.right_item
                JOIN membership AS other ON other.item = judgement.left_item
            WHERE judgement.verdict IN ('negative', 'unsure') AND judgement.undone_by IS NULL AND mine.canonical = ?
            """
        return Set(try database.all(sql, [record, record]).map { try $0.value("canonical") })
    }

    /// A judgement that still holds.
    func open(_ number: Int64) throws -> Row? {
        try database.one("SELECT * FROM judgement WHERE number = ? AND undone_by IS NULL", [number])
    }

    /// Takes a judgement back.
    func close(_ number: Int64, by author: Author) throws {
        try database.run(
            "UPDATE judgement SET undone_by = ?, undone_at = ? WHERE number = ?", [author.name, author.time, number])
    }

    /// Takes back proposals that a person has now decided.
    func closeProposals(_ left: Int64, _ right: Int64, by author: Author) throws {
        try database.run(
            """
            UPDATE judgement SET undone_by = ?, undone_at = ?
            WHERE verdict IN ('proposed', 'unsure') AND undone_by IS NULL
                AND ((left_item = ? AND right_item = ?) OR (left_item = ? AND right_item = ?))
            """, [author.name, author.time, left, right, right, left])
    }

    /// Lets the proposals wait again that a person's judgement had answered; `judgement` is its row.
    func reopenProposals(closedWith judgement: Row) throws {
        let left: Int64 = try judgement.value("left_item")
        let right: Int64 = try judgement.value("right_item")
        let author: String? = try judgement.value("author")
        let time: String? = try judgement.value("made_at")
        try database.run(
            """
            UPDATE judgement SET undone_by = NULL, undone_at = NULL
            WHERE verdict = 'proposed' AND undone_by = ? AND undone_at = ?
                AND ((left_item = ? AND right_item = ?) OR (left_item = ? AND right_item = ?))
            """, [author, time, left, right, right, left])
    }

    /// Judgements with the records of both sides.
    func judgements(
        where condition: String, order: String, _ arguments: StatementArguments
    ) throws -> [Judgement] {
        let sql = """
            SELECT judgement.*, one.id AS left_id, one.heading AS left_name, two.id AS right_id,
                two.heading AS right_name
            FROM judgement
                JOIN membership AS mine ON mine.item = judgement.left_item
                JOIN membership AS other ON other.item = judgement.right_item
                JOIN canonical AS one ON one.number = mine.canonical
                JOIN canonical AS two ON two.number = other.canonical
            WHERE \(condition) ORDER BY \(order)
            """
        return try database.all(sql, arguments).map { row in
            let author: String? = try row.value("author")
            let undone: String? = try row.value("undone_by")
            return Judgement(
                number: try row.value("number"),
                left: NamedItem(id: try row.value("left_id"), name: try row.value("left_name")),
                right: NamedItem(id: try row.value("right_id"), name: try row.value("right_name")),
                verdict: try row.word("verdict"), score: try row.value("score"),
                reasons: try CompactJSON.value([String].self, from: row.value("reasons")),
                author: try author.map { Author(name: $0, time: try row.value("made_at") ?? "") },
                note: try row.value("note"),
                undoneBy: try undone.map { Author(name: $0, time: try row.value("undone_at") ?? "") })
        }
    }

    /// The positive judgements about an item that still hold.
    func positives(of item: Int64) throws -> [Int64] {
        try database.all(
            """
            SELECT number FROM judgement
            WHERE (left_item = ? OR right_item = ?) AND verdict = 'positive' AND undone_by IS NULL
            """, [item, item]
        ).map { try $0.value("number") }
    }

    /// Whether a merge of these items' records was already proposed and waits.
    func isProposed(_ left: Int64, _ right: Int64) throws -> Bool {
        try database.one(
            """
            SELECT 1 FROM judgement WHERE verdict = 'proposed' AND undone_by IS NULL
                AND ((left_item = ? AND right_item = ?) OR (left_item = ? AND right_item = ?))
            """, [left, right, right, left]) != nil
    }

    /// The parts into which the items fall that only positive judgements hold together.
    func parts(of items: [Int64]) throws -> [[Int64]] {
        let items = items.sorted()
        let numbers = Dictionary(uniqueKeysWithValues: zip(items, items.indices))
        var sets = DisjointSets(count: items.count)
        for (number, item) in items.enumerated() {
            let rows = try database.all(
                """
                SELECT right_item FROM judgement WHERE left_item = ? AND verdict = 'positive' AND undone_by IS NULL
                """, [item])
            for row in rows {
                if let other = numbers[try row.value("right_item")] { sets.join(number, other) }
            }
        }
        return sets.sets.map { set in set.map { items[$0] } }
    }
}
