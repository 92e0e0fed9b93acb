// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Desk
import Foundation

/// `entente accounts`: who may use the Desk.
struct AccountsVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accounts",
        abstract: "Look after the accounts of the Desk, their roles, passwords and tokens, and read its log.",
        discussion: """
            Accounts stand in a file of their own beside the ledger (LEDGER.accounts), so that none goes along when a \
            ledger is handed on. Once there is one, everybody signs in. Passwords are asked for at the terminal, or read \
            from the first line of the standard input.

            viewer  reads
            editor  reads, adds, corrects and judges
            admin   all that, and looks after accounts

            EXAMPLES
              entente accounts add 'Anna Berg' --role admin
              entente accounts role 'Anna Berg' editor
              entente accounts token add 'Anna Berg' --for 'nightly export' --days 90
              entente accounts log --limit 50
            """,
        subcommands: [Add.self, List.self, Remove.self, Password.self, ChangeRole.self, Token.self, Log.self])

    /// What each of them needs: the accounts of a ledger.
    struct AccountOptions: ParsableArguments {
        @OptionGroup var ledger: LedgerOptions

        /// Who does it, for the log.
        static var performer: Performer { Performer(NSUserName(), at: "command") }

        /// Opens the accounts, made if need be.
        func made() throws -> Accounts {
            try ledger.makeFolder()
            return try Accounts(at: Accounts.location(beside: ledger.location))
        }
    }

    /// `entente accounts add`.
    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Make an account.")

        @Argument(help: "The name, which also signs what the person says.")
        var name: String

        @Option(help: "What the person may do: viewer, editor or admin.")
        var role: Role = .viewer

        @OptionGroup var accounts: AccountOptions

        func run() throws {
            let store = try accounts.made()
            try store.add(name, role, password: try PasswordInput.new(for: name), by: AccountOptions.performer)
            print("added \(DisplayText.oneLine(name)) (\(role.rawValue))")
            try store.close()
        }
    }

    /// `entente accounts list`.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Print the accounts by name.")

        @OptionGroup var accounts: AccountOptions
        @OptionGroup var rows: RowOptions

        func run() throws {
            let store = try accounts.made()
            try rows.print(try store.all())
            try store.close()
        }
    }

    /// `entente accounts remove`.
    struct Remove: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take an account away with its sessions and tokens; what the person said stays.")

        @Argument(help: "The name.")
        var name: String

        @OptionGroup var accounts: AccountOptions

        func run() throws {
            let store = try accounts.made()
            try store.remove(name, by: AccountOptions.performer)
            print("removed \(DisplayText.oneLine(name))")
            try store.close()
        }
    }

    /// `entente accounts password`.
    struct Password: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give an account another password, and end its sessions.")

        @Argument(help: "The name.")
        var name: String

        @OptionGroup var accounts: AccountOptions

        func run() throws {
            let store = try accounts.made()
            try store.change(
                name, password: try PasswordInput.new(for: name), by: AccountOptions.performer)
            print("changed \(DisplayText.oneLine(name))")
            try store.close()
        }
    }

    /// `entente accounts role`.
    struct ChangeRole: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "role", abstract: "Give an account another role, which holds at once.")

        @Argument(help: "The name.")
        var name: String

        @Argument(help: "The role: viewer, editor or admin.")
        var role: Role

        @OptionGroup var accounts: AccountOptions

        func run() throws {
            let store = try accounts.made()
            try store.change(name, to: role, by: AccountOptions.performer)
            print("changed \(DisplayText.oneLine(name)) (\(role.rawValue))")
            try store.close()
        }
    }

    /// `entente accounts log`.
    struct Log: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print who did what, when and from where, the latest first.")

        @Option(help: ArgumentHelp("No more lines than this.", valueName: "number"))
        var limit = 100

        @Option(help: ArgumentHelp("Only lines before the one with this number.", valueName: "number"))
        var before: Int64?

        @OptionGroup var accounts: AccountOptions
        @OptionGroup var rows: RowOptions

        func run() throws {
            let store = try accounts.made()
            try rows.print(try store.log(limit: limit, before: before))
            try store.close()
        }
    }
}

/// A role goes by its own word.
extension Role: ExpressibleByArgument {}
