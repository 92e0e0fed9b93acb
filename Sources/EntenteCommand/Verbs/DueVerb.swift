// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Cooperation
import Foundation
import Ledger

/// `entente due`: what somebody should look after.
struct DueVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "due",
        abstract: "Print commitments that are due, overdue or silent, and ties that have gone quiet.",
        discussion: """
            overdue       its day is past and it is still open
            due           its day is near
            no news       it was promised and is open, and no page has spoken of it for long
            no follow-up  an agreement after which its parties have done nothing together
            no contact    two places or bodies that have had no dealings for long

            EXAMPLES
              entente due
              entente due --today 2025-06-30 --ahead 180
              entente due --months 6 --format csv
            """)

    @Option(help: ArgumentHelp("The day to look from (default: that of --as-of, or today).", valueName: "day"))
    var today: PartialDate?

    @Option(help: ArgumentHelp("How many days ahead count as near.", valueName: "days"))
    var ahead = 90

    @Option(help: ArgumentHelp("How many months without news count as long.", valueName: "months"))
    var months = 12

    @Option(help: ArgumentHelp("No more rows than this for each reason.", valueName: "number"))
    var limit = 100

    @OptionGroup var known: AsOfOptions
    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var rows: RowOptions

    func run() throws {
        try ledger.ask(asOf: known.day) { store in
            let day = today.map { DaySpan($0).first } ?? known.day ?? Date.now.formatted(.iso8601.year().month().day())
            try rows.print(try store.due(DueQuery(today: day, ahead: ahead, months: months, limit: limit)))
        }
    }
}
