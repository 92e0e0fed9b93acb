// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Cooperation
import Ledger

/// `entente enter`: keeps an entry that a person types in.
struct EnterVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enter",
        abstract: "Type in an entry, with yourself as its source.",
        discussion: """
            The entry becomes a page of its own: its text is what you type, its publisher you. So it has proof, is \
            found by every search, is merged with what pages say and can disagree with them.

            Fields are written name=value; those marked + may be given again. A party is written by its name, with its \
            kind in front where the ledger does not know it: person:Anna Berg, organisation:Port of Sejin.

            FIELDS
              agreement    type name party+ signatory+ witness+ scope status date
              commitment   by+ force what measure target baseline deadline
              engagement   type title host+ visitor+ participant+ organiser+ witness+ place date status
              figure       indicator value upper relation unit scope asOf saidBy
              institution  name of+ place state
              programme    name topic+ party+ description
              relation     type subject object rank scope asOf
              statement    speaker text direct verb

            EXAMPLES
              entente enter engagement type=meeting title='lunch at the port' host='Seo Min-jae' \
            visitor='Le Minh Chau' place=Incheon date=2025-11-03 --by 'Anna Berg' --words 'Mr Seo told me on the phone.'
              entente enter commitment by=Incheon force=pledge what='a bench in the park' deadline=2026 --by 'Anna Berg'
            """)

    @Argument(help: "The kind of entry.")
    var kind: Entry.Kind

    @Argument(help: ArgumentHelp("What it says.", valueName: "field=value"))
    var fields: [String]

    @Option(
        help: ArgumentHelp("How you know, in your own words; made of the fields where left out.", valueName: "text"))
    var words: String?

    @OptionGroup var author: AuthorOptions
    @OptionGroup var ledger: LedgerOptions

    func run() throws {
        try ledger.makeFolder()
        let store = try Ledger(at: ledger.location)
        let entry = try HandEntry(kind, fields, words: words, by: try author.author()) { name in
            (try? store.kindOfParty(named: name)) ?? .organisation
        }
        let page = try entry.page()
        let addition = try store.add(page.snapshot, reading: page.reading)
        let id = LastingId.make(source: page.reading.article.source.id, kind: .entry, short: "e1")
        print("\(addition.rawValue) \(kind.rawValue) \(id)")
        try store.close()
    }
}

/// A kind goes by its own word.
extension Entry.Kind: ExpressibleByArgument {}
