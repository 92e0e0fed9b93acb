// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Ledger

/// The options that say who speaks and when.
struct AuthorOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Who says so (default: $ENTENTE_AUTHOR).", valueName: "name"))
    var by: String?

    @Option(help: ArgumentHelp("When, as ISO 8601 has it (default: now).", valueName: "time"))
    var at: String?

    /// The person and the time.
    func author() throws -> Author {
        let name = by ?? ProcessInfo.processInfo.environment["ENTENTE_AUTHOR"] ?? ""
        guard !name.trimmingCharacters(in: .whitespaces).isEmpty else {
            throw ValidationError("Say who says so: --by NAME, or set ENTENTE_AUTHOR.")
        }
        return Author(name: name, time: try at.map(Self.checked) ?? Date.now.formatted(.iso8601))
    }

    private static func checked(_ time: String) throws -> String {
        let isTime = (try? Date(time, strategy: .iso8601)) != nil
        let isDay = (try? Date(time, strategy: Date.ISO8601FormatStyle().year().month().day())) != nil
        guard isTime || isDay else {
            throw ValidationError("\(time) is no time; write 2026-03-01T09:30:00Z or 2026-03-01.")
        }
        return time
    }
}
