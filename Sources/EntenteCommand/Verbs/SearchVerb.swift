// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Cooperation
import Ledger

/// `entente search`: finds entries and parties by their words.
struct SearchVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Find entries and parties by their words.",
        discussion: """
            Case and accents do not count: hop tac finds hợp tác, da nang finds Đà Nẵng. All words have to occur.

              "in quotes"   the words stand together
              trade*        what begins so
              -fishing      but not this
              ferry OR ship either
              부산          in Hangul, what begins so

            The best come first; each record once, however many pages tell of it.

            EXAMPLES
              entente search container line
              entente search '"sister city"' --party incheon --since 2022
              entente search scholarship* --kind commitment --force pledge
              entente search 부산 --format ndjson
            """)

    /// What can be searched for.
    enum Kind: String, CaseIterable, ExpressibleByArgument {
        case agreement, commitment, engagement, figure, institution, programme, relation, statement, party
    }

    @Argument(help: "The words.")
    var words: [String]

    @Option(help: "Only this kind: an entry's kind, or party; may be given again.")
    var kind: [Kind] = []

    @OptionGroup var filter: FilterOptions
    @OptionGroup var known: AsOfOptions
    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var rows: RowOptions

    func run() throws {
        try ledger.ask(asOf: known.day) { store in
            let hits = try store.search(words.joined(separator: " "), kinds: kind.map(\.rawValue), filter.filter)
            try rows.print(hits)
        }
    }
}
