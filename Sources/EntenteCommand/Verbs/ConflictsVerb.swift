// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Ledger

/// `entente conflicts`: where pages cannot all be right.
struct ConflictsVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "conflicts",
        abstract: "Print where pages contradict each other, with both sides and the reason.",
        discussion: """
            Conflicts inside one page are listed by entente show conflicts.

            EXAMPLES
              entente conflicts
              entente conflicts --about 'Hai Phong' --format json
              entente conflicts --kind date --all
            """)

    @Option(help: ArgumentHelp("Only about this party or entry, by name or id.", valueName: "name"))
    var about: String?

    @Option(help: "Only of this kind, such as date, value or office-holder.")
    var kind: DisagreementKind?

    @Flag(help: "Those that were resolved as well.")
    var all = false

    @OptionGroup var known: AsOfOptions
    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var rows: RowOptions

    func run() throws {
        try ledger.ask(asOf: known.day) { store in
            if let about {
                let named = try store.partyIds(named: about)
                var found: [Disagreement] = []
                for id in named.isEmpty ? [about] : named {
                    let own = try store.disagreements(kind: kind, of: id, resolvedToo: all)
                    found += own.filter { one in !found.contains { $0.id == one.id } }
                }
                try rows.print(found)
            } else {
                try rows.print(try store.disagreements(kind: kind, resolvedToo: all))
            }
        }
    }
}

/// A kind goes by its own word.
extension DisagreementKind: ExpressibleByArgument {}
