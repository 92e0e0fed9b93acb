// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// What binds parties to one another, as `entente show agreements` lists it.
public struct AgreementRow: LedgerRow {
    /// The lasting id.
    public let id: String
    /// When it was signed or established.
    public let date: PartialDate?
    /// How the date is known.
    public let dateBasis: DatedValue.Basis?
    /// What sort of agreement it is.
    public let type: Agreement.Form
    /// Its own name, or the words that the source calls it by.
    public let name: String?
    /// Whom it binds.
    public let parties: [NamedItem]
    /// The persons who signed.
    public let signatories: [NamedItem]
    /// Who was there to see it signed.
    public let witnesses: [NamedItem]
    /// What it is about.
    public let scope: String?
    /// How far it has come.
    public let status: Agreement.Status?
    /// How sure the reader is, 0 to 1.
    public let confidence: Double
    /// Where it is said.
    public let source: SourceReference
    /// The words that say it.
    public let evidence: [Evidence]

    /// See `cells`.
    public static let columns = [
        Column("date", heading: "Date"), Column("type", heading: "Type"), Column("name", heading: "Name"),
        Column("parties", heading: "Parties"), Column("status", heading: "Status"), Column("scope", heading: "Scope"),
        Column("signatories", heading: "Signed by", isDetail: true),
        Column("witnesses", heading: "Witnesses", isDetail: true),
        Column("source", heading: "Source"), Column("evidence", heading: "Evidence", isDetail: true),
        Column("id", heading: "Id", isDetail: true),
    ]

    /// The facts, then where they come from.
    public var cells: [Cell] {
        [
            Cell(date?.description), .text(type.rawValue), Cell(name), .list(parties.map(\.name)),
            Cell(status?.rawValue), Cell(scope), .list(signatories.map(\.name)), .list(witnesses.map(\.name)),
            .text(source.label), evidence.cell, .text(id),
        ]
    }
}

extension AgreementRow {
    init(_ agreement: Agreement, _ entry: StoredEntry) {
        id = entry.id
        date = agreement.date?.value
        dateBasis = agreement.date?.basis
        type = agreement.type
        name = agreement.name
        parties = agreement.parties.map(entry.party)
        signatories = agreement.signatories.map(entry.party)
        witnesses = agreement.witnesses.map(entry.party)
        scope = agreement.scope
        status = agreement.status
        confidence = entry.confidence
        source = entry.source
        evidence = entry.evidence
    }
}

extension Ledger {
    /// Treaties, memoranda, sister-city ties … in the order of their dates.
    public func agreements(_ filter: LedgerFilter = LedgerFilter()) throws(LedgerError) -> [AgreementRow] {
        try entries(.agreement, filter).compactMap { entry in
            guard case .agreement(let agreement) = entry.content else { return nil }
            return AgreementRow(agreement, entry)
        }
    }
}
