// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Ledger

/// `entente add`: reads pages into the ledger.
struct AddVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Read pages and keep their bytes, text and readings in the ledger.",
        discussion: """
            Each page is stored whole or not at all. A page whose bytes the ledger has already changes nothing.

            EXAMPLES
              entente add page.html
              entente add pages/ --ledger busan.sqlite
              curl -s https://example.org/news/1 | entente add -
            """)

    @OptionGroup var inputs: InputOptions
    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var identity: IdentityOptions
    @OptionGroup var model: ModelOptions

    func run() throws {
        let output = StandardOutput()
        let desk = ReadingDesk(model: model.model)
        var opened: Ledger?
        try InputBatch(inputs).forEach(writingTo: output) { document in
            let result = try desk.reading(of: document)
            // Opened only now, so that no empty ledger is left where nothing could be read.
            let store = try opened ?? openedLedger()
            opened = store
            let addition = try add(result, called: document.name, to: store)
            try output.writeLine("\(addition.rawValue) \(DisplayText.oneLine(document.name))")
        }
        try opened?.close()
    }

    private func openedLedger() throws -> Ledger {
        try ledger.makeFolder()
        return try Ledger(at: ledger.location, thresholds: identity.thresholds, aliases: identity.files)
    }

    private func add(_ result: ReadingDesk.Result, called name: String, to store: Ledger) throws -> Ledger.Addition {
        let snapshot = Snapshot(bytes: result.bytes)
        do {
            return try store.add(snapshot, reading: result.reading)
        } catch  where error.concernsOnePage {
            throw CommandFailure(name, error.description, endsRun: false)
        }
    }
}

extension LedgerError {
    /// Whether another page may still be stored.
    fileprivate var concernsOnePage: Bool {
        switch code {
        case .snapshotMismatch, .danglingReference, .duplicateId, .misquoted, .unproven, .unsuitedValue: true
        default: false
        }
    }
}
