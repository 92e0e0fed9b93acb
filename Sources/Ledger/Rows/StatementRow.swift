// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// What somebody said, as `entente show statements` lists it.
public struct StatementRow: LedgerRow {
    /// The lasting id.
    public let id: String
    /// Who said it, where that is certain.
    public let speaker: NamedItem?
    /// The words said.
    public let text: String
    /// The words that mark the speech.
    public let verb: String
    /// Whether the words stand in quotation marks.
    public let direct: Bool
    /// When the source was published.
    public let date: PartialDate?
    /// How sure the reader is, 0 to 1.
    public let confidence: Double
    /// Where it is said.
    public let source: SourceReference
    /// The words that say it.
    public let evidence: [Evidence]

    /// See `cells`.
    public static let columns = [
        Column("date", heading: "Published"), Column("speaker", heading: "Speaker"),
        Column("verb", heading: "Verb"), Column("direct", heading: "Speech"), Column("text", heading: "Text"),
        Column("source", heading: "Source"), Column("evidence", heading: "Evidence", isDetail: true),
        Column("id", heading: "Id", isDetail: true),
    ]

    /// The facts, then where they come from.
    public var cells: [Cell] {
        [
            Cell(date?.description), Cell(speaker?.name), .text(verb), .text(direct ? "direct" : "indirect"),
            .text(text), .text(source.label), evidence.cell, .text(id),
        ]
    }
}

extension StatementRow {
    init(_ statement: Statement, _ entry: StoredEntry) {
        id = entry.id
        speaker = statement.speaker.map(entry.party)
        text = statement.text
        verb = statement.verb
        direct = statement.direct
        date = entry.source.published
        confidence = entry.confidence
        source = entry.source
        evidence = entry.evidence
    }
}

extension Ledger {
    /// What was said, in the order of publication.
    public func statements(_ filter: LedgerFilter = LedgerFilter()) throws(LedgerError) -> [StatementRow] {
        try entries(.statement, filter).compactMap { entry in
            guard case .statement(let statement) = entry.content else { return nil }
            return StatementRow(statement, entry)
        }
    }
}
