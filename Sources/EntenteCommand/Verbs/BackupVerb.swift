// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Desk
import Foundation
import Ledger

/// `entente backup`: copies the ledger while it may be in use.
struct BackupVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the ledger into one file, also while others use it.",
        discussion: """
            The copy is checked before it takes its name, so there is never half a backup. The accounts of the Desk go \
            into a file beside it (FILE.accounts), but not with --share.

            EXAMPLES
              entente backup ledger-2026-03.sqlite
              entente backup --share for-the-ministry.sqlite
            """)

    @Argument(help: "The file to write.", completion: .file())
    var file: String

    @Flag(help: "Leave out the private notes and the accounts.")
    var share = false

    @Flag(help: "Replace the file if there is one.")
    var replace = false

    @OptionGroup var ledger: LedgerOptions

    func run() throws {
        try ledger.change { store in
            try store.backUp(to: URL(filePath: file), replacing: replace, sharing: share)
            if !share, let accounts = try Accounts.existing(at: Accounts.location(beside: ledger.location)) {
                try accounts.backUp(to: Accounts.location(beside: URL(filePath: file)))
                try accounts.close()
            }
            print("backed up to \(file)")
        }
    }
}

/// `entente restore`: puts a backup in the place of the ledger.
struct RestoreVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a backup in the place of the ledger.",
        discussion: """
            The backup is checked first. A ledger that is there already is only replaced with --replace. \
            Accounts beside the backup take the place of the Desk's; where there are none, the Desk keeps its own.

            EXAMPLES
              entente restore ledger-2026-03.sqlite --ledger new.sqlite
              entente restore ledger-2026-03.sqlite --replace
            """)

    @Argument(help: "The backup.", completion: .file())
    var file: String

    @Flag(help: "Replace the ledger if there is one.")
    var replace = false

    @OptionGroup var ledger: LedgerOptions

    func run() throws {
        try ledger.makeFolder()
        try Ledger.restore(URL(filePath: file), to: ledger.location, replacing: replace)
        let kept = Accounts.location(beside: URL(filePath: file))
        if FileManager.default.fileExists(atPath: kept.path) {
            let accounts = try Accounts(at: Accounts.location(beside: ledger.location))
            try accounts.restore(kept)
            try accounts.close()
        }
        print("restored \(ledger.location.path)")
    }
}
