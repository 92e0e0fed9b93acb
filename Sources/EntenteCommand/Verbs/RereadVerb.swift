// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Cooperation
import Ledger
import Pages

/// `entente reread`: reads the pages of the ledger anew.
struct RereadVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reread",
        abstract: "Read the ledger's pages anew from their kept bytes, as a new version reads them.",
        discussion: """
            What persons typed in, corrected, merged and decided stays as it is: it hangs on ids that last and on \
            words that do not move. Nothing is fetched.

            EXAMPLES
              entente reread
              entente reread --source harbourpost.example
            """)

    @Option(help: ArgumentHelp("Only this source: part of its address or publisher, or its id.", valueName: "source"))
    var source: String?

    @OptionGroup var identity: IdentityOptions
    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var model: ModelOptions
    @OptionGroup var frames: FrameOptions

    func run() throws {
        let store = try Ledger(
            at: ledger.location, ifAbsent: .refuse, thresholds: identity.thresholds, aliases: identity.files)
        let desk = ReadingDesk(model: model.model, frames: frames.folder)
        var counts: [Ledger.Replacement: Int] = [:]
        var hasFailures = false
        for row in try store.sources(LedgerFilter(source: source)) where !HandEntry.wrote(row) {
            do {
                let article = try KeptPage(row, in: store).article()
                let name = row.location ?? row.id
                let (reading, remark) = try desk.reading(of: article, called: name, id: row.record)
                if let remark { Diagnostics.report(remark) }
                counts[try store.replaceReading(reading), default: 0] += 1
            } catch  where DocumentFault.concerns(error) {
                hasFailures = true
                Diagnostics.report("\(error)")
            }
        }
        print("\(counts[.replaced] ?? 0) read anew, \(counts[.unchanged] ?? 0) unchanged")
        try store.close()
        if hasFailures { throw ExitStatus.someInputsFailed }
    }
}

/// A page as the ledger keeps it.
struct KeptPage {
    private let row: SourceRow
    private let snapshot: Snapshot
    private let stored: Article

    init(_ row: SourceRow, in ledger: Ledger) throws {
        guard let snapshot = try ledger.snapshot(ofSource: row.id), let reading = try ledger.reading(ofSource: row.id)
        else { throw CommandFailure(row.id, "its bytes or its text are missing", advice: "run entente doctor") }
        self.row = row
        self.snapshot = snapshot
        stored = reading.article
    }

    /// The article that is made of the bytes today; of a record its own text, which no page gives.
    func article() throws -> Article {
        if row.record != nil || Array(stored.text.utf8) == snapshot.bytes { return stored }
        return try Self.article(of: snapshot, row)
    }

    /// The article of kept bytes.
    static func article(of snapshot: Snapshot, _ row: SourceRow) throws -> Article {
        try MadeArticle.article(
            of: Page(
                bytes: snapshot.bytes, location: row.location, contentType: snapshot.contentType,
                retrieved: row.retrieved))
    }
}
