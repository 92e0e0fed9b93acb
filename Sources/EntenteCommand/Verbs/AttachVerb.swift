// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Ledger

/// `entente attach`: files that hang on entries and parties.
struct AttachVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attach",
        abstract: "Hang files on entries and parties: gifts, orders of protocol, texts of agreements.",
        discussion: """
            The file is kept in the ledger with its fingerprint, and entente verify checks it.

            EXAMPLES
              entente attach add 9f1c… seating.pdf --kind protocol --caption 'Seating at the dinner' --by 'Anna Berg'
              echo 'A compass of 1974, given by Mayor Seo' | entente attach add 9f1c… - --kind gift --by 'Anna Berg'
              entente attach list
              entente attach get 41d0… > seating.pdf
            """,
        subcommands: [Add.self, List.self, Get.self, Remove.self])

    /// `entente attach add`.
    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Hang a file on an entry or a party.")

        @Argument(help: "The id of what it belongs to, as search and show print it.")
        var id: String

        @Argument(help: "The file; - for the standard input.", completion: .file())
        var file: String

        @Option(help: "What it is: gift, protocol, agreement-text, photograph or other.")
        var kind: AttachmentRow.Kind = .other

        @Option(help: "What it says, in a few words.")
        var caption: String = ""

        @OptionGroup var author: AuthorOptions
        @OptionGroup var ledger: LedgerOptions

        func run() throws {
            let bytes: [UInt8]
            do {
                bytes = Array(
                    file == "-"
                        ? FileHandle.standardInput.readDataToEndOfFile() : try Data(contentsOf: URL(filePath: file)))
            } catch {
                throw CommandFailure(file, "the file cannot be read", advice: "check the path")
            }
            try ledger.change { store in
                let name = file == "-" ? nil : URL(filePath: file).lastPathComponent
                let attachment = try store.attach(
                    bytes, named: name, as: kind, caption: caption, to: id, by: try author.author())
                print("added attachment \(attachment)")
            }
        }
    }

    /// `entente attach list`.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List attachments.")

        @Argument(help: "The id of what they belong to; all where left out.")
        var id: String?

        @OptionGroup var ledger: LedgerOptions
        @OptionGroup var rows: RowOptions

        func run() throws {
            try ledger.ask { store in
                try rows.print(try store.attachments(to: id))
            }
        }
    }

    /// `entente attach get`.
    struct Get: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Print the bytes of an attachment.")

        @Argument(help: "The id of the attachment.")
        var id: String

        @OptionGroup var ledger: LedgerOptions

        func run() throws {
            try ledger.ask { store in
                guard let bytes = try store.attachmentBytes(id) else { throw AttachVerb.unknown(id) }
                let output = StandardOutput()
                try output.write(bytes)
                try output.flush()
            }
        }
    }

    /// `entente attach remove`.
    struct Remove: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Take an attachment away.")

        @Argument(help: "The id of the attachment.")
        var id: String

        @OptionGroup var ledger: LedgerOptions

        func run() throws {
            try ledger.change { store in
                guard try store.removeAttachment(id) else { throw AttachVerb.unknown(id) }
                print("removed attachment \(id)")
            }
        }
    }

    private static func unknown(_ id: String) -> CommandFailure {
        CommandFailure(id, "there is no such attachment", advice: "list them with entente attach list")
    }
}

/// A kind goes by its own word.
extension AttachmentRow.Kind: ExpressibleByArgument {}
