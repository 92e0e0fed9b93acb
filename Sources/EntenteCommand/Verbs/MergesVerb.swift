// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Ledger

/// `entente merges`: whether what pages speak of is one or two, and a person's word on it.
struct MergesVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merges",
        abstract: "Review which parties and entries the program takes for one; accept, reject and undo.",
        discussion: """
            A merge that the program is not sure of waits as a proposal. A person's word outlives reading again: what \
            was judged not the same is never joined by the program. Every word has a number by which it is undone.

            EXAMPLES
              entente merges list
              entente merges list --about 3f0a…
              entente merges accept 12 --by 'Anna Berg'
              entente merges reject 12 --note 'father and son' --by 'Anna Berg'
              entente merges join 3f0a… 77b1… --by 'Anna Berg'
              entente merges part 3f0a… 77b1… --note 'two persons of one name' --by 'Anna Berg'
              entente merges undo 14 --by 'Anna Berg'
              entente merges again --aliases names.yaml
            """,
        subcommands: [List.self, Accept.self, Reject.self, Join.self, Part.self, Undo.self, Again.self])

    /// `entente merges list`.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List proposals, the likeliest first, or every judgement about one record.")

        @Option(help: ArgumentHelp("Every judgement about the record with this id.", valueName: "id"))
        var about: String?

        @Option(help: ArgumentHelp("No more rows than this.", valueName: "number"))
        var limit = 100

        @OptionGroup var ledger: LedgerOptions
        @OptionGroup var rows: RowOptions

        func run() throws {
            try ledger.ask { store in
                let found = try about.map { try store.judgements(of: $0) } ?? store.proposals(limit: limit)
                try rows.print(Array(found.prefix(max(0, limit))))
            }
        }
    }

    /// `entente merges accept`.
    struct Accept: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Join both sides of a proposal.")

        @OptionGroup var decision: DecisionOptions

        func run() throws { try decision.judge(.positive) }
    }

    /// `entente merges reject`.
    struct Reject: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Keep both sides of a proposal apart for good.")

        @Flag(help: "Leave it open: you cannot tell.")
        var unsure = false

        @OptionGroup var decision: DecisionOptions

        func run() throws { try decision.judge(unsure ? .unsure : .negative) }
    }

    /// A person's word on two records.
    struct RecordOptions: ParsableArguments {
        @Argument(help: "The id of one, as search and show print it.")
        var left: String

        @Argument(help: "The id of the other.")
        var right: String

        @Option(help: "Why.")
        var note: String?

        @OptionGroup var author: AuthorOptions
        @OptionGroup var ledger: LedgerOptions

        func judge(_ verdict: Judgement.Verdict) throws {
            try ledger.change { store in
                print("judged \(try store.judge(left, right, verdict, by: try author.author(), note: note))")
            }
        }
    }

    /// `entente merges join`.
    struct Join: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Say that two records are the same.")

        @OptionGroup var records: RecordOptions

        func run() throws { try records.judge(.positive) }
    }

    /// `entente merges part`.
    struct Part: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Say that two items are not the same.")

        @OptionGroup var records: RecordOptions

        func run() throws { try records.judge(.negative) }
    }

    /// `entente merges again`.
    struct Again: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Compare all parties anew, such as with a list of names that has grown.")

        @OptionGroup var identity: IdentityOptions
        @OptionGroup var ledger: LedgerOptions

        func run() throws {
            let store = try Ledger(
                at: ledger.location, ifAbsent: .refuse, thresholds: identity.thresholds, aliases: identity.files)
            print("joined \(try store.reconcile())")
            try store.close()
        }
    }

    /// `entente merges undo`.
    struct Undo: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take a judgement back, whether a person's or the program's.")

        @Argument(help: "The number of the judgement.")
        var number: Int64

        @OptionGroup var author: AuthorOptions
        @OptionGroup var ledger: LedgerOptions

        func run() throws {
            try ledger.change { store in
                try store.undo(judgement: number, by: try author.author())
                print("undone \(number)")
            }
        }
    }
}

extension DecisionOptions {
    /// Keeps a person's word on the proposal with this number.
    fileprivate func judge(_ verdict: Judgement.Verdict) throws {
        try ledger.change { store in
            guard let proposal = try store.proposal(number) else {
                throw CommandFailure(
                    String(number), "no proposal with this number waits",
                    advice: "list them with entente merges list")
            }
            let kept = try store.judge(
                proposal.left.id, proposal.right.id, verdict, by: try author.author(), note: note)
            print("judged \(kept)")
        }
    }
}
