// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Ledger

/// `entente note`: what persons write about entries and parties.
struct NoteVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "note",
        abstract: "Write, list and remove notes about entries and parties.",
        discussion: """
            Notes hang on ids that last, so they outlive reading again. A private note is kept apart: it is shown by \
            entente note list --private alone, and entente backup --share leaves it out.

            EXAMPLES
              entente note add 9f1c… 'Ask the port for the tender papers.' --by 'Anna Berg'
              entente note add 9f1c… 'He was tired.' --private --by 'Anna Berg'
              entente note list
            """,
        subcommands: [Add.self, List.self, Remove.self])

    /// `entente note add`.
    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Write a note.")

        @Argument(help: "The id of what it is about, as search and show print it.")
        var id: String

        @Argument(help: "The note.")
        var text: String

        @Flag(help: "Keep it out of every export.")
        var `private` = false

        @OptionGroup var author: AuthorOptions
        @OptionGroup var ledger: LedgerOptions

        func run() throws {
            try ledger.change { store in
                let note = try store.addNote(text, about: id, by: try author.author(), isPrivate: `private`)
                print("added note \(note)")
            }
        }
    }

    /// `entente note list`.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List notes.")

        @Argument(help: "The id of what they are about; all where left out.")
        var id: String?

        @Flag(help: "List the private notes.")
        var `private` = false

        @OptionGroup var ledger: LedgerOptions
        @OptionGroup var rows: RowOptions

        func run() throws {
            try ledger.ask { store in
                try rows.print(try store.notes(about: id, private: `private`))
            }
        }
    }

    /// `entente note remove`.
    struct Remove: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Take a note away.")

        @Argument(help: "The id of the note.")
        var id: String

        @OptionGroup var ledger: LedgerOptions

        func run() throws {
            try ledger.change { store in
                guard try store.removeNote(id) else {
                    throw CommandFailure(id, "there is no such note", advice: "list them with entente note list")
                }
                print("removed note \(id)")
            }
        }
    }
}
