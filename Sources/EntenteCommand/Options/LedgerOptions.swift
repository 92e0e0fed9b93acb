// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Ledger

/// The option that names the ledger.
struct LedgerOptions: ParsableArguments {
    @Option(
        help: "The ledger's file (default: $ENTENTE_LEDGER, else ~/.local/share/entente/ledger.sqlite).",
        completion: .file(extensions: ["sqlite"]))
    var ledger: String?

    /// Where the ledger is.
    var location: URL {
        let environment = ProcessInfo.processInfo.environment
        if let path = ledger ?? environment["ENTENTE_LEDGER"], !path.isEmpty { return URL(filePath: path) }
        return Self.dataFolder(environment).appending(path: "entente/ledger.sqlite")
    }

    /// Changes a ledger that is there and closes it.
    func change(_ work: (Ledger) throws -> Void) throws {
        let store = try Ledger(at: location, ifAbsent: .refuse)
        try work(store)
        try store.close()
    }

    /// Asks a ledger that is there, which stays byte for byte as it is, and closes it.
    func ask(asOf day: String? = nil, _ work: (Ledger) throws -> Void) throws {
        let store = try Ledger(at: location, ifAbsent: .refuse, access: .readOnly, asOf: day)
        try work(store)
        try store.close()
    }

    /// Makes the folder that the ledger is to be in.
    func makeFolder() throws(CommandFailure) {
        let folder = location.deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw CommandFailure(folder.path, "the ledger's folder cannot be made", advice: "name another by --ledger")
        }
    }

    /// Where the user's own data is kept (XDG Base Directory Specification: relative paths do not count).
    private static func dataFolder(_ environment: [String: String]) -> URL {
        if let path = environment["XDG_DATA_HOME"], path.hasPrefix("/") { return URL(filePath: path) }
        let home = environment["HOME"].map { URL(filePath: $0) } ?? FileManager.default.homeDirectoryForCurrentUser
        return home.appending(path: ".local/share")
    }
}
