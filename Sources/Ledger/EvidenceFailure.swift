// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB

/// A piece of evidence that does not prove what it should.
public struct EvidenceFailure: Hashable, Sendable, Codable, CustomStringConvertible {
    /// The id of the source.
    public let source: String
    /// The lasting id of what should be proven: an entry, office or conflict, or the source for its own dates.
    public let item: String
    /// The member whose premises fail, such as `date`; empty for the proof of the item itself.
    public let field: String
    /// What is wrong, as the end of a sentence.
    public let reason: String

    /// One line that says where and what.
    public var description: String {
        "\(item)\(field.isEmpty ? "" : " (\(field))") of \(source): \(reason)"
    }
}

extension Ledger {
    /// Holds every stored quote against the stored text of its article; an empty list is the proof that all stand.
    public func evidenceFailures() throws(LedgerError) -> [EvidenceFailure] {
        try read { database in
            var failures: [EvidenceFailure] = []
            let sources = try Row.fetchCursor(
                database,
                sql: """
                    SELECT source.number, source.id, article.text
                    FROM source LEFT JOIN article ON article.source = source.number ORDER BY source.id
                    """)
            while let row = try sources.next() {
                let id: String = try row.value("id")
                guard let text = try row.value("text") as String? else {
                    failures.append(EvidenceFailure(source: id, item: id, field: "", reason: "the article is missing"))
                    continue
                }
                failures += try evidenceFailures(
                    ofSource: id, number: try row.value("number"), text: text, in: database)
            }
            return failures
        }
    }

    private func evidenceFailures(
        ofSource id: String, number: Int64, text: String, in database: Database
    ) throws -> [EvidenceFailure] {
        let citations = Citations(text: text)
        let proofs = """
            SELECT item.id, evidence.* FROM evidence JOIN item ON item.number = evidence.item
            WHERE item.source = ? ORDER BY item.number, evidence.field, evidence.position
            """
        let unproven = """
            SELECT item.id FROM item WHERE item.source = ? AND NOT item.retired AND item.kind IN ('entry', 'office', 'conflict')
                AND NOT EXISTS (SELECT 1 FROM evidence WHERE evidence.item = item.number AND evidence.field = '')
            ORDER BY item.number
            """
        let misquoted = try Row.fetchAll(database.cachedStatement(sql: proofs), arguments: [number])
            .compactMap { row in
                try citations.fault(of: row.evidence()).map {
                    EvidenceFailure(source: id, item: try row.value("id"), field: try row.value("field"), reason: $0)
                }
            }
        let followed = """
            SELECT item.id, follow_up.sentence FROM follow_up JOIN item ON item.number = follow_up.evidence
            WHERE item.source = ? AND follow_up.sentence IS NOT NULL ORDER BY follow_up.number
            """
        let misheard = try Row.fetchAll(database.cachedStatement(sql: followed), arguments: [number])
            .compactMap { row in
                try citations.fault(of: CompactJSON.value(Evidence.self, from: row.value("sentence"))).map {
                    EvidenceFailure(source: id, item: try row.value("id"), field: "follow-up", reason: $0)
                }
            }
        let bare = try String.fetchAll(database.cachedStatement(sql: unproven), arguments: [number])
            .map { EvidenceFailure(source: id, item: $0, field: "", reason: "there is no evidence") }
        return misquoted + misheard + bare
    }
}
