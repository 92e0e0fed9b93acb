// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Cooperation
import Ledger

/// The options of verbs that list records in time.
struct PeriodOptions: ParsableArguments {
    @Option(help: "Only this kind of entry.")
    var kind: Entry.Kind?

    @Option(
        help: ArgumentHelp("Only what can lie on this date or later: 2025, 2025-08 or 2025-08-31.", valueName: "date"))
    var since: PartialDate?

    @Option(help: ArgumentHelp("Only what can lie on this date or earlier.", valueName: "date"))
    var until: PartialDate?

    @Option(help: ArgumentHelp("No more rows than this.", valueName: "number"))
    var limit = 1000

    /// The query that the options make.
    var query: RecordQuery {
        RecordQuery(
            kind: kind?.rawValue, since: since.map { DaySpan($0).first }, until: until.map { DaySpan($0).last },
            limit: limit)
    }
}

/// `entente pair`: what two parties share.
struct PairVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pair",
        abstract: "Print what two parties share, the latest first.",
        discussion: """
            Parties are named or given by id. A person stands for the body whose office they hold.

            EXAMPLES
              entente pair Busan Vietnam
              entente pair Incheon 'Hai Phong' --kind agreement --format csv
            """)

    @Argument(help: "One party.")
    var left: String

    @Argument(help: "The other.")
    var right: String

    @OptionGroup var period: PeriodOptions
    @OptionGroup var known: AsOfOptions
    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var rows: RowOptions

    func run() throws {
        try ledger.ask(asOf: known.day) { store in
            try rows.print(try store.pair(left, right, period.query))
        }
    }
}
