// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Desk

extension AccountsVerb {
    /// `entente accounts token`.
    struct Token: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make, list and take back the tokens by which programs use the interface.",
            subcommands: [Add.self, List.self, Remove.self])

        /// `entente accounts token add`.
        struct Add: ParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "Make a token and print it, this once; only its hash is kept.")

            @Argument(help: "The account in whose name the program speaks.")
            var name: String

            @Option(name: .customLong("for"), help: ArgumentHelp("What it is for.", valueName: "text"))
            var label = ""

            @Option(help: "What its bearer may do, at most what the account may.")
            var role: Role = .viewer

            @Option(help: ArgumentHelp("How long it holds (default: until it is taken back).", valueName: "number"))
            var days: Int?

            @OptionGroup var accounts: AccountOptions

            func run() throws {
                let store = try accounts.made()
                let token = try store.makeToken(
                    for: name, label: label, role: role, lasting: days, by: AccountOptions.performer)
                print(token.text)
                try store.close()
            }
        }

        /// `entente accounts token list`.
        struct List: ParsableCommand {
            static let configuration = CommandConfiguration(abstract: "Print the tokens by number.")

            @OptionGroup var accounts: AccountOptions
            @OptionGroup var rows: RowOptions

            func run() throws {
                let store = try accounts.made()
                try rows.print(try store.tokens())
                try store.close()
            }
        }

        /// `entente accounts token remove`.
        struct Remove: ParsableCommand {
            static let configuration = CommandConfiguration(abstract: "Take a token back.")

            @Argument(help: "The number of the token.")
            var number: Int64

            @OptionGroup var accounts: AccountOptions

            func run() throws {
                let store = try accounts.made()
                try store.removeToken(number, by: AccountOptions.performer)
                print("removed \(number)")
                try store.close()
            }
        }
    }
}
