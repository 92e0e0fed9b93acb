// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Ledger

/// `entente follow-ups`: what later pages tell of commitments, and a person's word on it.
struct FollowUpsVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "follow-ups",
        abstract: "Review what later pages tell of commitments: in works, kept, stalled, broken; accept or reject.",
        discussion: """
            The program only suggests: an accepted suggestion becomes the status of the commitment, a rejected one is \
            not made again. entente correct ID status kept judges without a suggestion.

            EXAMPLES
              entente follow-ups list
              entente follow-ups list --about 3f0a…
              entente follow-ups accept 12 --note 'seen it sail' --by 'Anna Berg'
              entente follow-ups reject 12 --by 'Anna Berg'
            """,
        subcommands: [List.self, Accept.self, Reject.self])

    /// `entente follow-ups list`.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List suggestions, the earliest first.")

        @Option(help: ArgumentHelp("Only about the commitment with this id.", valueName: "id"))
        var about: String?

        @Flag(help: "Those that somebody has decided as well.")
        var all = false

        @OptionGroup var known: AsOfOptions
        @OptionGroup var ledger: LedgerOptions
        @OptionGroup var rows: RowOptions

        func run() throws {
            try ledger.ask(asOf: known.day) { store in
                try rows.print(try store.followUps(of: about).filter { all || $0.verdict == nil })
            }
        }
    }

    /// `entente follow-ups accept`.
    struct Accept: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Make a suggestion the status of its commitment.")

        @OptionGroup var decision: DecisionOptions

        func run() throws { try decision.decide(.accepted) }
    }

    /// `entente follow-ups reject`.
    struct Reject: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Say that a page does not tell of the commitment.")

        @OptionGroup var decision: DecisionOptions

        func run() throws { try decision.decide(.rejected) }
    }
}

extension DecisionOptions {
    /// Keeps a person's word on the suggestion with this number.
    fileprivate func decide(_ verdict: FollowUp.Verdict) throws {
        try ledger.change { store in
            try store.decide(followUp: number, verdict, by: try author.author(), note: note)
            print("\(verdict.rawValue) \(number)")
        }
    }
}
