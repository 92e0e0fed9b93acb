// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Ledger

/// `entente resolve`: a person's word on a conflict.
struct ResolveVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolve",
        abstract: "Settle a conflict with a note; both sides are kept.",
        discussion: """
            The resolution outlives reading again. It is undone by the number that is printed.

            EXAMPLES
              entente resolve 9f1c… --holds 2022-09-15 --note 'seen on the signed paper' --by 'Anna Berg'
              entente resolve 9f1c… --no-conflict --note 'two different days' --by 'Anna Berg'
              entente resolve --reopen 4 --by 'Anna Berg'
            """)

    @Argument(help: "The id of the conflict.")
    var id: String?

    @Option(help: ArgumentHelp("The value that holds.", valueName: "value"))
    var holds: String?

    @Flag(help: "Both sides can be right.")
    var noConflict = false

    @Option(help: "Why.")
    var note: String?

    @Option(help: ArgumentHelp("Open the conflict with this resolution again instead.", valueName: "number"))
    var reopen: Int64?

    @OptionGroup var author: AuthorOptions
    @OptionGroup var ledger: LedgerOptions

    func validate() throws {
        if reopen == nil, id == nil || note == nil || (holds == nil) != noConflict {
            throw ValidationError("Say which conflict, --holds VALUE or --no-conflict, and why with --note.")
        }
    }

    func run() throws {
        try ledger.change { store in
            let author = try author.author()
            if let reopen {
                try store.reopen(resolution: reopen, by: author)
                print("reopened \(reopen)")
            } else if let id, let note {
                let outcome: Disagreement.Outcome = noConflict ? .noConflict : .settled
                print("resolved \(try store.resolve(id, outcome, holds: holds, note: note, by: author))")
            }
        }
    }
}
