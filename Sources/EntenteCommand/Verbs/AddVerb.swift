// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Ledger

/// `entente add`: reads pages into the ledger.
struct AddVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Read pages and keep their bytes, text and readings in the ledger.",
        discussion: """
            Each page is stored whole or not at all. A page whose bytes the ledger has already changes nothing. A URL \
            is asked whether its page has changed since it was last added.

            EXAMPLES
              entente add page.html
              entente add pages/ --ledger busan.sqlite
              entente add https://example.org/news/1
              entente add crawl.warc.gz press-release.pdf
              cat page.html | entente add -
            """)

    @OptionGroup var inputs: InputOptions
    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var identity: IdentityOptions
    @OptionGroup var model: ModelOptions
    @OptionGroup var frames: FrameOptions
    @OptionGroup var web: WebOptions

    func run() throws {
        let output = StandardOutput()
        let desk = ReadingDesk(model: model.model, frames: frames.folder)
        // Opened for the first page, so that no empty ledger is left where nothing could be read.
        let store = LazyLedger(ledger, thresholds: identity.thresholds, aliases: identity.files)
        let visitor = WebVisitor(
            web.manner, hosts: web.hosts, memory: try store.existing().map(WebVisitor.Memory.init))
        let batch = InputBatch(inputs, web: visitor)
        let unchanged = Ledger.Addition.unchanged.rawValue
        try batch.forEach(
            writingTo: output, unmodified: { try output.writeLine("\(unchanged) \(DisplayText.oneLine($0))") },
            { document in
                let result = try desk.reading(of: document)
                if let remark = result.remark { Diagnostics.report(remark) }
                let addition = try store.add(result, called: document.name)
                try output.writeLine("\(addition.rawValue) \(DisplayText.oneLine(document.name))")
            })
        try store.close()
    }
}
