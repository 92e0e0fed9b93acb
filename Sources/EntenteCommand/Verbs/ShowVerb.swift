// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Ledger

/// `entente show`: looks the ledger up.
struct ShowVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Print what the ledger holds of one kind, or all that it knows of one thing.",
        discussion: """
            Entries are shown once each, however many pages tell of them; --by-page prints a row for each page. An id \
            prints all values of a record with what speaks for them, its history and its conflicts.

            FORMATS
              table   columns that fit the terminal, the less needed ones left out
              json    an array of objects
              ndjson  one object a line
              csv     comma-separated values with a line of headings (RFC 4180)

            EXAMPLES
              entente show people
              entente show commitments
              entente show statements --format csv > statements.csv
              entente show engagements --party incheon --with 'hai phong' --since 2024
              entente show commitments --as-of 2024-06-30
              entente show 4f2a90c1d7be3358
              entente show conflicts --ledger busan.sqlite --format json
            """)

    @Argument(help: "What to show: people, agreements and so on, or the id of a record.")
    var subject: ShowSubject

    @Flag(help: "Of entries a row for each page.")
    var byPage = false

    @OptionGroup var known: AsOfOptions
    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var filter: FilterOptions
    @OptionGroup var rows: RowOptions

    func run() throws {
        try ledger.ask(asOf: known.day) { store in
            switch subject {
            case .listing(let kind):
                let filter = filter.filter
                try rows.print(byPage ? kind.answer(from: store, filter) : kind.records(from: store, filter))
            case .record(let id):
                let record = try store.record(id)
                let conflicts = try store.disagreements(of: id, resolvedToo: true)
                try rows.print(RecordAnswer(record: record, history: try store.history(of: id), conflicts: conflicts))
            }
        }
    }
}

/// What can be shown: a kind by the ledger's own name, so that what it learns to list can be shown, or one record.
enum ShowSubject: ExpressibleByArgument {
    case listing(Listing)
    case record(String)

    /// Reads the name of a listing or the sixteen digits of an id.
    init?(argument: String) {
        if let listing = Listing(rawValue: argument) {
            self = .listing(listing)
        } else if argument.count == 16, argument.allSatisfy(\.isHexDigit) {
            self = .record(argument)
        } else {
            return nil
        }
    }

    static var allValueStrings: [String] { Listing.allCases.map(\.rawValue) }
}
