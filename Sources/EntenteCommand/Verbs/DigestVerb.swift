// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Briefing
import Cooperation
import Foundation
import Ledger

/// `entente digest`: what has come in since a day.
struct DigestVerb: ParsableCommand {
    enum Form: String, CaseIterable, ExpressibleByArgument {
        case markdown, html, atom
    }

    static let configuration = CommandConfiguration(
        commandName: "digest",
        abstract: "Write what is new, changed, newly in conflict and due soon.",
        discussion: """
            A day counts by the publication of its pages. What was over more than a month before the first page told \
            of it stands apart from what is new.

            EXAMPLES
              entente digest --since 2025-06-01
              entente digest --since 2025-06 --format atom > digest.atom
            """)

    @Option(help: ArgumentHelp("The first day that counts.", valueName: "day"))
    var since: PartialDate

    @Option(help: ArgumentHelp("The last day that counts (default: today).", valueName: "day"))
    var until: PartialDate?

    @Option(help: "In what form: markdown, html or atom.")
    var format: Form = .markdown

    @OptionGroup var language: LanguageOptions
    @OptionGroup var ledger: LedgerOptions

    func run() throws {
        let store = try Ledger(at: ledger.location, ifAbsent: .refuse, access: .readOnly)
        let day = until.map { DaySpan($0).last } ?? Date.now.formatted(.iso8601.year().month().day())
        let digest = try Digest(store, since: DaySpan(since).first, on: day, in: language.words)
        try store.close()
        let output = StandardOutput()
        switch format {
        case .markdown: try output.write(digest.markdown)
        case .html: try output.write(try digest.html)
        case .atom: try output.write(digest.atom)
        }
        try output.flush()
    }
}
