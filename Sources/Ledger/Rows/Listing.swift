// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Something that a ledger can list, by the name that `entente show` takes.
public enum Listing: String, Hashable, Sendable, Codable, CaseIterable {
    case people, organisations, places, engagements, agreements, commitments, institutions, programmes
    case relations, statements, figures, conflicts, sources, subscriptions

    /// A table whose rows are all of one kind.
    public struct Answer: Sendable {
        /// The columns, also where there is no row.
        public let columns: [Column]
        /// The rows, each of which encodes itself as JSON and gives one cell a column.
        public let rows: [any LedgerRow]

        init<Row: LedgerRow>(_ rows: [Row]) {
            columns = Row.columns
            self.rows = rows
        }
    }

    /// The kind of entry that it lists; `nil` for anything else.
    public var entryKind: Entry.Kind? {
        switch self {
        case .engagements: .engagement
        case .agreements: .agreement
        case .commitments: .commitment
        case .institutions: .institution
        case .programmes: .programme
        case .relations: .relation
        case .statements: .statement
        case .figures: .figure
        case .people, .organisations, .places, .conflicts, .sources, .subscriptions: nil
        }
    }

    /// Asks `ledger` for the records that `filter` lets through: each entry once, however many pages tell of it.
    public func records(from ledger: Ledger, _ filter: LedgerFilter = LedgerFilter()) throws(LedgerError) -> Answer {
        guard let entryKind else { return try answer(from: ledger, filter) }
        return Answer(try ledger.entryRows(entryKind, filter))
    }

    /// Asks `ledger` for the rows that `filter` lets through, of entries one a page.
    public func answer(from ledger: Ledger, _ filter: LedgerFilter = LedgerFilter()) throws(LedgerError) -> Answer {
        switch self {
        case .people: Answer(try ledger.people(filter))
        case .organisations: Answer(try ledger.organisations(filter))
        case .places: Answer(try ledger.places(filter))
        case .engagements: Answer(try ledger.engagements(filter))
        case .agreements: Answer(try ledger.agreements(filter))
        case .commitments: Answer(try ledger.commitments(filter))
        case .institutions: Answer(try ledger.institutions(filter))
        case .programmes: Answer(try ledger.programmes(filter))
        case .relations: Answer(try ledger.relations(filter))
        case .statements: Answer(try ledger.statements(filter))
        case .figures: Answer(try ledger.figures(filter))
        case .conflicts: Answer(try ledger.conflicts(filter))
        case .sources: Answer(try ledger.sources(filter))
        case .subscriptions: Answer(try ledger.subscriptions())
        }
    }
}
