// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// What one party is to another, as `entente show relations` lists it.
public struct RelationRow: LedgerRow {
    /// The lasting id.
    public let id: String
    /// What the subject is to the object.
    public let type: Relation.Form
    /// Who or what is told of.
    public let subject: NamedItem
    /// To whom or where.
    public let object: NamedItem
    /// The subject's place among its like, 1 for the largest.
    public let rank: Int?
    /// Among whom or where the rank counts.
    public let scope: String?
    /// The day or year that it is good for.
    public let asOf: DatedValue?
    /// How sure the reader is, 0 to 1.
    public let confidence: Double
    /// Where it is said.
    public let source: SourceReference
    /// The words that say it.
    public let evidence: [Evidence]

    /// See `cells`.
    public static let columns = [
        Column("subject", heading: "Subject"), Column("type", heading: "Type"), Column("object", heading: "Object"),
        Column("rank", heading: "Rank"), Column("scope", heading: "Scope"), Column("asOf", heading: "As of"),
        Column("source", heading: "Source"), Column("evidence", heading: "Evidence", isDetail: true),
        Column("id", heading: "Id", isDetail: true),
    ]

    /// The facts, then where they come from.
    public var cells: [Cell] {
        [
            .text(subject.name), .text(type.rawValue), .text(object.name), Cell(rank.map(String.init)), Cell(scope),
            Cell(asOf?.value.description), .text(source.label), evidence.cell, .text(id),
        ]
    }
}

extension RelationRow {
    init(_ relation: Relation, _ entry: StoredEntry) {
        id = entry.id
        type = relation.type
        subject = entry.party(relation.subject)
        object = entry.party(relation.object)
        rank = relation.rank
        scope = relation.scope
        asOf = relation.asOf
        confidence = entry.confidence
        source = entry.source
        evidence = entry.evidence
    }
}

extension Ledger {
    /// Trading partners, investors, seats … in the order of their sources.
    public func relations(_ filter: LedgerFilter = LedgerFilter()) throws(LedgerError) -> [RelationRow] {
        try entries(.relation, filter).compactMap { entry in
            guard case .relation(let relation) = entry.content else { return nil }
            return RelationRow(relation, entry)
        }
    }
}
