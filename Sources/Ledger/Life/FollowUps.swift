// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB

/// Evidence in a later page of how a commitment fares, and what a person made of it.
public struct FollowUp: Hashable, Sendable, Codable {
    /// What a person says about a suggestion.
    public enum Verdict: String, Hashable, Sendable, Codable, CaseIterable {
        case accepted, rejected
    }

    /// The number by which it is decided.
    public let number: Int64
    /// The commitment.
    public let commitment: NamedItem
    /// What the program suggests.
    public let status: CommitmentStatus
    /// How sure the program is, 0 to 1.
    public let score: Double
    /// Why.
    public let reasons: [String]
    /// The day on which the later page was published.
    public let day: String?
    /// What the later page says there: an entry, or the party that it speaks of.
    public let entry: NamedItem
    /// Where it is said.
    public let source: SourceReference
    /// The words that say it.
    public let evidence: [Evidence]
    /// What a person says; `nil` while nobody has looked.
    public let verdict: Verdict?
    /// Who.
    public let author: Author?
    /// What the person added.
    public let note: String?
}

extension Ledger {
    /// What later pages tell about a commitment, or about all of them, the earliest first.
    public func followUps(of id: String? = nil, limit: Int = 1000) throws(LedgerError) -> [FollowUp] {
        try read { database in
            let record = try id.map { try IdLookup(database: database, path: path).record($0) }
            let sql = """
                SELECT follow_up.*, commitment.id AS commitment_id, commitment.heading AS commitment_name,
                    told.id AS entry_id, told.heading AS entry_name, \(SourceReference.columns)
                FROM follow_up JOIN membership AS mine ON mine.item = follow_up.commitment
                    JOIN canonical AS commitment ON commitment.number = mine.canonical
                    JOIN membership AS theirs ON theirs.item = follow_up.evidence
                    JOIN canonical AS told ON told.number = theirs.canonical
                    JOIN item ON item.number = follow_up.evidence JOIN source ON source.number = item.source
                    JOIN article ON article.source = source.number
                WHERE ? IS NULL OR mine.canonical = ?
                ORDER BY follow_up.day, follow_up.number LIMIT ?
                """
            return try database.all(sql, [record, record, limit]).map { row in
                let author: String? = try row.value("author")
                return FollowUp(
                    number: try row.value("number"),
                    commitment: NamedItem(id: try row.value("commitment_id"), name: try row.value("commitment_name")),
                    status: try row.word("status"), score: try row.value("score"),
                    reasons: try CompactJSON.value([String].self, from: row.value("reasons")),
                    day: try row.value("day"),
                    entry: NamedItem(id: try row.value("entry_id"), name: try row.value("entry_name")),
                    source: try SourceReference(row: row),
                    // Suggestions of older versions stand on the whole evidence of an entry.
                    evidence: try (row.value("sentence") as String?).map {
                        [try CompactJSON.value(Evidence.self, from: $0)]
                    } ?? database.evidence(of: row.value("evidence")),
                    verdict: (try row.value("verdict") as String?).flatMap(FollowUp.Verdict.init),
                    author: try author.map { Author(name: $0, time: try row.value("made_at") ?? "") },
                    note: try row.value("note"))
            }
        }
    }

    /// Keeps a person's word on a suggestion; an accepted one becomes the status of the commitment.
    public func decide(
        followUp number: Int64, _ verdict: FollowUp.Verdict, by author: Author, note: String? = nil
    ) throws(LedgerError) {
        try changeRecords { identification, touched in
            let database = identification.database
            guard let row = try database.one("SELECT commitment, status FROM follow_up WHERE number = ?", [number])
            else {
                throw LedgerError(.unknownId, path: path, detail: "follow-up \(number)")
            }
            try database.run(
                "UPDATE follow_up SET verdict = ?, author = ?, made_at = ?, note = ? WHERE number = ?",
                [verdict.rawValue, author.name, author.time, note, number])
            guard verdict == .accepted else { return }
            try ClaimStore(database: database).add(
                "status", try row.value("status"), of: row.value("commitment"), by: author, note: note)
            if let record = try identification.memberships.record(ofItem: row.value("commitment")) {
                try identification.entries.refresh(record)
            }
        }
    }
}
