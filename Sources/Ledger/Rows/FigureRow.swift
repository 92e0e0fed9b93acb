// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// A number that a source gives, as `entente show figures` lists it.
public struct FigureRow: LedgerRow {
    /// The lasting id.
    public let id: String
    /// What is counted.
    public let indicator: String
    /// How the true number relates to the value.
    public let relation: Figure.Comparison
    /// The number, or the lower bound of a range.
    public let value: Double
    /// The upper bound where the source gives a range.
    public let upper: Double?
    /// An ISO 4217 code for money, `%`, a unit, or the noun that is counted.
    public let unit: String
    /// Whom or where it counts.
    public let scope: NamedItem?
    /// The day or year that it is good for.
    public let asOf: PartialDate?
    /// Who gave the number.
    public let saidBy: NamedItem?
    /// How sure the reader is, 0 to 1.
    public let confidence: Double
    /// Where it is said.
    public let source: SourceReference
    /// The words that say it.
    public let evidence: [Evidence]

    /// See `cells`.
    public static let columns = [
        Column("indicator", heading: "Indicator"), Column("relation", heading: ""),
        Column("value", heading: "Value", alignment: .trailing),
        Column("upper", heading: "To", alignment: .trailing), Column("unit", heading: "Unit"),
        Column("scope", heading: "Scope"), Column("asOf", heading: "As of"), Column("saidBy", heading: "Said by"),
        Column("source", heading: "Source"), Column("evidence", heading: "Evidence", isDetail: true),
        Column("id", heading: "Id", isDetail: true),
    ]

    /// The facts, then where they come from.
    public var cells: [Cell] {
        [
            .text(indicator), .text(relation.rawValue), .number(value), upper.map(Cell.number) ?? .empty, .text(unit),
            Cell(scope?.name), Cell(asOf?.description), Cell(saidBy?.name), .text(source.label), evidence.cell,
            .text(id),
        ]
    }
}

extension FigureRow {
    init(_ figure: Figure, _ entry: StoredEntry) {
        id = entry.id
        indicator = figure.indicator
        relation = figure.relation
        value = figure.value
        upper = figure.upper
        unit = figure.unit
        scope = figure.scope.map(entry.party)
        asOf = figure.asOf?.value
        saidBy = figure.saidBy.map(entry.party)
        confidence = entry.confidence
        source = entry.source
        evidence = entry.evidence
    }
}

extension Ledger {
    /// Counts, sums, shares … in the order of the days that they are good for.
    public func figures(_ filter: LedgerFilter = LedgerFilter()) throws(LedgerError) -> [FigureRow] {
        try entries(.figure, filter).compactMap { entry in
            guard case .figure(let figure) = entry.content else { return nil }
            return FigureRow(figure, entry)
        }
    }
}
