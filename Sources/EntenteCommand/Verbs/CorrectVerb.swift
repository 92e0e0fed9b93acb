// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Ledger

/// `entente correct`: a person's word on a value.
struct CorrectVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct",
        abstract: "Correct a value; your word is shown before what pages say.",
        discussion: """
            What pages say is kept beside it, and the correction outlives reading again. It is withdrawn by the \
            number that is printed.

            EXAMPLES
              entente correct 9f1c… date 2022-09-15 --note 'seen on the signed paper' --by 'Anna Berg'
              entente correct 9f1c… status kept --by 'Anna Berg'
              entente correct --withdraw 12 --by 'Anna Berg'
            """)

    @Argument(help: "The id of the entry or party.")
    var id: String?

    @Argument(help: "The field, such as date, place, status or name.")
    var field: String?

    @Argument(help: "The value.")
    var value: String?

    @Option(help: "Why.")
    var note: String?

    @Option(help: ArgumentHelp("Take the correction with this number back instead.", valueName: "number"))
    var withdraw: Int64?

    @OptionGroup var author: AuthorOptions
    @OptionGroup var ledger: LedgerOptions

    func validate() throws {
        if withdraw == nil, id == nil || field == nil || value == nil {
            throw ValidationError("Say what to correct: ID FIELD VALUE, or --withdraw NUMBER.")
        }
    }

    func run() throws {
        try ledger.change { store in
            let author = try author.author()
            if let withdraw {
                try store.withdraw(claim: withdraw, by: author)
                print("withdrawn \(withdraw)")
            } else if let id, let field, let value {
                print("corrected \(try store.assert(field, value, of: id, by: author, note: note))")
            }
        }
    }
}
