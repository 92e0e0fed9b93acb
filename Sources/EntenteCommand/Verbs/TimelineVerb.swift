// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Ledger

/// `entente timeline`: what a party did, in the order of time.
struct TimelineVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "timeline",
        abstract: "Print what a party, or two parties together, did, the earliest first.",
        discussion: """
            What has no date of its own goes by the day of its first page, in brackets.

            EXAMPLES
              entente timeline Busan
              entente timeline Busan Vietnam --since 2024 --kind engagement
              entente timeline 'Seo Min-jae' --format ndjson
            """)

    @Argument(help: "A party, by name or id.")
    var party: String

    @Argument(help: "A second party; only what both share.")
    var partner: String?

    @OptionGroup var period: PeriodOptions
    @OptionGroup var known: AsOfOptions
    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var rows: RowOptions

    func run() throws {
        try ledger.ask(asOf: known.day) { store in
            try rows.print(try store.timeline(of: party, with: partner, period.query))
        }
    }
}
