// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Ledger

/// `entente show`: looks the ledger up.
struct ShowVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Print what the ledger holds of one kind.",
        discussion: """
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
              entente show conflicts --ledger busan.sqlite --format json
            """)

    @Argument(help: "What to show.")
    var kind: Listing

    @OptionGroup var ledger: LedgerOptions

    @OptionGroup var filter: FilterOptions
    @OptionGroup var rows: RowOptions

    func run() throws {
        let store = try Ledger(at: ledger.location, ifAbsent: .refuse, access: .readOnly)
        try rows.print(try kind.answer(from: store, filter.filter))
        try store.close()
    }
}

/// The ledger's own names are the arguments, so that what it learns to list can be shown.
extension Listing: ExpressibleByArgument {}
