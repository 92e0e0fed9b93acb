// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Briefing
import Foundation
import Ledger

/// `entente report`: a year of a city or country with its partners.
struct ReportVerb: ParsableCommand {
    enum Form: String, CaseIterable, ExpressibleByArgument {
        case csv, xlsx, html, pdf
    }

    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write a year of a city or country: visits in and out, agreements, programmes, dormant ties.",
        discussion: """
            csv and xlsx have a row for each partner of each occasion, in the shape of local-government exchange \
            statistics; xlsx has the ties and the numbers on sheets of their own.

            EXAMPLES
              entente report Incheon --year 2024 > incheon-2024.csv
              entente report Incheon --year 2024 --format xlsx --language ko > incheon-2024.xlsx
              entente report Incheon --year 2024 --format html > council.html
            """)

    @Argument(help: "The city or country, by name or id.")
    var name: String

    @Option(help: "The year.")
    var year: Int

    @Option(help: "In what form: csv, xlsx, html or pdf.")
    var format: Form = .csv

    @Flag(name: .customLong("bom"), help: "Begin CSV with a byte order mark, which some spreadsheets need.")
    var byteOrderMark = false

    @OptionGroup var language: LanguageOptions
    @OptionGroup var ledger: LedgerOptions

    func run() throws {
        let store = try Ledger(at: ledger.location, ifAbsent: .refuse, access: .readOnly)
        let report = try YearReport(store, about: name, year: year, in: language.words)
        try store.close()
        let output = StandardOutput()
        switch format {
        case .csv: try output.write(report.csv(byteOrderMark: byteOrderMark))
        case .xlsx: try output.write(try report.workbook())
        case .html: try output.write(try report.html)
        case .pdf: try output.write(try PrintedPage.bytes(of: report.html, as: .pdf))
        }
        try output.flush()
    }
}
