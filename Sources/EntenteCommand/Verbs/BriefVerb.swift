// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Briefing
import Cooperation
import Foundation
import Ledger

/// In what form a document is written.
enum BriefFormat: String, CaseIterable, ExpressibleByArgument {
    case markdown, html, pdf, docx

    /// Writes `page`, or for Markdown `markdown`, to `output` or the standard output.
    func write(markdown: String, page: () throws -> String, to output: String?) throws {
        let bytes: Data
        switch self {
        case .markdown: bytes = Data(markdown.utf8)
        case .html: bytes = Data(try page().utf8)
        case .pdf: bytes = try PrintedPage.bytes(of: page(), as: .pdf)
        case .docx: bytes = try PrintedPage.bytes(of: page(), as: .docx)
        }
        if let output { return try OutputFiles.write(bytes, to: URL(filePath: output)) }
        let standard = StandardOutput()
        try standard.write(bytes)
        try standard.flush()
    }
}

/// `entente brief`: the book for a visit.
struct BriefVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "brief",
        abstract: "Write a briefing about a party, or about what two have with each other.",
        discussion: """
            Every line names the sentences that prove it; what no source states is listed as not known. PDF is printed \
            by Chromium or WeasyPrint, DOCX made by pandoc.

            EXAMPLES
              entente brief Busan Vietnam
              entente brief Incheon 'Hai Phong' --on 2025-06-30 --format pdf --output visit.pdf
              entente brief Incheon --language ko --format html > incheon.html
            """)

    @Argument(help: "One party or two, by name or id.")
    var names: [String]

    @Option(
        help: ArgumentHelp(
            "The day to look from; what became known later is left out (default: today).", valueName: "day"))
    var on: PartialDate?

    @Option(help: "In what form: markdown, html, pdf or docx.")
    var format: BriefFormat = .markdown

    @Option(
        name: .shortAndLong, help: ArgumentHelp("The file to write (default: the standard output).", valueName: "file"))
    var output: String?

    @OptionGroup var language: LanguageOptions
    @OptionGroup var ledger: LedgerOptions

    func validate() throws {
        guard (1...2).contains(names.count) else { throw ValidationError("name one party or two") }
    }

    func run() throws {
        let store = try Ledger(at: ledger.location, ifAbsent: .refuse, access: .readOnly)
        let day = on.map { DaySpan($0).last } ?? Date.now.formatted(.iso8601.year().month().day())
        let words = try language.words
        let brief = try BriefBuilder.brief(store, about: names, on: day, in: words)
        try store.close()
        try format.write(
            markdown: BriefMarkdown(brief, in: words).text, page: { try BriefPage(brief, in: words).text }, to: output)
    }
}
