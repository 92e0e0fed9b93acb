// SPDX-License-Identifier: Apache-2.0

import GRDB
import Hashing

/// What two pages disagree about.
public enum DisagreementKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Two holders of one office at one time.
    case officeHolder = "office-holder"
    /// Two days of one thing.
    case date
    /// Two places of one thing.
    case place
    /// Other parties to one thing.
    case parties
    /// Two values of one figure at one time.
    case value
    /// A status that another page rules out.
    case status
    /// Two spellings of a name that cannot both be right.
    case spelling
}

/// A disagreement that a check has found, before it is stored.
struct Finding: Hashable {
    /// A value and the items that give it.
    struct Side: Hashable {
        let value: String
        let items: [Int64]
    }

    let kind: DisagreementKind
    /// The record that the sides speak of.
    let subject: Int64
    /// A second record, such as the other holder of an office.
    var other: Int64?
    /// The two persons of a finding about an entry that the tables of offices may tell of as well.
    var rivals: [Int64] = []
    let field: String
    let reason: String
    let sides: [Side]
}

/// Keeps what the checks find.
struct DisagreementStore {
    let database: Database

    /// Puts `findings` in the place of what is kept about a record.
    func replace(of record: Int64, by findings: [Finding]) throws {
        try database.run("DELETE FROM disagreement WHERE subject = ? OR other = ?", [record, record])
        for finding in findings { try keep(finding) }
    }

    /// One conflict is kept once: what is known of two persons' offices stands for what an entry says of them.
    private func isKeptAsTenure(_ finding: Finding) throws -> Bool {
        guard finding.rivals.count == 2 else { return false }
        return try database.one(
            "SELECT 1 FROM disagreement WHERE kind = ? AND subject = ? AND other = ?",
            [finding.kind.rawValue, finding.rivals[0], finding.rivals[1]]) != nil
    }

    private func removeTellings(of finding: Finding) throws {
        guard finding.kind == .officeHolder, let other = finding.other else { return }
        try database.run(
            """
            DELETE FROM disagreement WHERE kind = ? AND other IS NULL AND subject IN (
                SELECT mine.entry FROM canonical_party AS mine JOIN disagreement AS told ON told.subject = mine.entry
                WHERE mine.party IN (?, ?))
                AND 2 = (SELECT count(DISTINCT position) FROM disagreement_side
                    WHERE disagreement = number AND value IN (?, ?))
            """,
            [finding.kind.rawValue, finding.subject, other, finding.sides.first?.value, finding.sides.last?.value])
    }

    private func keep(_ finding: Finding) throws {
        if try isKeptAsTenure(finding) { return }
        try removeTellings(of: finding)
        let subjects = try [finding.subject, finding.other].compactMap(\.self).map { number in
            try database.one("SELECT id FROM canonical WHERE number = ?", [number]).map { try $0.value("id") as String }
                ?? ""
        }
        // The id follows from what is disagreed about, so that a person's word on it outlives reading again.
        let words = [finding.kind.rawValue, finding.field] + subjects.sorted() + finding.sides.map(\.value).sorted()
        let id = String(SHA256Digest(of: Array(words.joined(separator: "\n").utf8)).description.prefix(16))
        let items = finding.sides.flatMap(\.items)
        let days = try items.compactMap { item in
            try database.one(
                "SELECT source.seen FROM item JOIN source ON source.number = item.source WHERE item.number = ?", [item]
            )?.value("seen") as String?
        }
        try database.run(
            """
            INSERT OR IGNORE INTO disagreement (id, kind, subject, other, field, reason, first_seen)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [id, finding.kind.rawValue, finding.subject, finding.other, finding.field, finding.reason, days.max()])
        guard database.changesCount > 0 else { return }
        let number = database.lastInsertedRowID
        for (position, side) in finding.sides.enumerated() {
            for item in Set(side.items).sorted() {
                try database.run(
                    "INSERT INTO disagreement_side (disagreement, position, value, item) VALUES (?, ?, ?, ?)",
                    [number, position, side.value, item])
            }
        }
    }
}
