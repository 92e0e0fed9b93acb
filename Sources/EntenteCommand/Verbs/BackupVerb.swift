// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Ledger

/// `entente backup`: copies the ledger while it may be in use.
struct BackupVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the ledger into one file, also while others use it.",
        discussion: """
            The copy is checked before it takes its name, so there is never half a backup.

            EXAMPLES
              entente backup ledger-2026-03.sqlite
              entente backup --share for-the-ministry.sqlite
            """)

    @Argument(help: "The file to write.", completion: .file())
    var file: String

    @Flag(help: "Leave out the private notes.")
    var share = false

    @Flag(help: "Replace the file if there is one.")
    var replace = false

    @OptionGroup var ledger: LedgerOptions

    func run() throws {
        let store = try Ledger(at: ledger.location, ifAbsent: .refuse)
        try store.backUp(to: URL(filePath: file), replacing: replace, sharing: share)
        print("backed up to \(file)")
        try store.close()
    }
}

/// `entente restore`: puts a backup in the place of the ledger.
struct RestoreVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a backup in the place of the ledger.",
        discussion: """
            The backup is checked first. A ledger that is there already is only replaced with --replace.

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
        print("restored \(ledger.location.path)")
    }
}
