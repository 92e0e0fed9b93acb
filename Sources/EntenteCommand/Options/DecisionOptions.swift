// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// A person's word on something that waits in a list, by its number there.
struct DecisionOptions: ParsableArguments {
    @Argument(help: "The number in the list.")
    var number: Int64

    @Option(help: "Why.")
    var note: String?

    @OptionGroup var author: AuthorOptions
    @OptionGroup var ledger: LedgerOptions
}
