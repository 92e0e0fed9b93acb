// SPDX-License-Identifier: Apache-2.0

import Foundation
import Ledger

/// The ledger of a command, opened or made when something is to be kept.
final class LazyLedger {
    private let options: LedgerOptions
    private let thresholds: IdentityThresholds
    private let aliases: [URL]
    private var opened: Ledger?

    /// Names the ledger and leaves it alone; the rest says what it is to make one.
    init(_ options: LedgerOptions, thresholds: IdentityThresholds = IdentityThresholds(), aliases: [URL] = []) {
        self.options = options
        self.thresholds = thresholds
        self.aliases = aliases
    }

    /// The ledger, made if need be.
    func made() throws -> Ledger {
        if let opened { return opened }
        try options.makeFolder()
        let ledger = try Ledger(at: options.location, thresholds: thresholds, aliases: aliases)
        opened = ledger
        return ledger
    }

    /// The ledger where there is one already.
    func existing() throws -> Ledger? {
        guard opened != nil || FileManager.default.fileExists(atPath: options.location.path) else { return nil }
        return try made()
    }

    /// Keeps a page, which messages call `name`.
    func add(_ result: ReadingDesk.Result, called name: String) throws -> Ledger.Addition {
        let ledger = try made()
        do {
            return try ledger.add(result.snapshot, reading: result.reading, at: Date.now.ISO8601Format())
        } catch  where error.concernsOnePage {
            throw CommandFailure(name, error.description, endsRun: false)
        }
    }

    /// Finishes all work.
    func close() throws {
        try opened?.close()
        opened = nil
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
