// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Cooperation
import Ledger

/// The option of every verb that asks: what was known on a day.
struct AsOfOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Only what was known on this day, and as it was known then.", valueName: "day"))
    var asOf: PartialDate?

    /// The last day that the option can mean, as `YYYY-MM-DD`.
    var day: String? { asOf.map { DaySpan($0).last } }
}
