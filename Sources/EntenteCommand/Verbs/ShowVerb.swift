// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Ledger

/// `entente show`: looks the ledger up.
struct ShowVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Print what the ledger holds of one kind.",
        discussion: """
            FORMATS
              table   columns that fit the terminal, the less needed ones left out
              json    an array of objects
              ndjson  one object a line
              csv     comma-separated values with a line of headings (RFC 4180)

            EXAMPLES
              entente show people
              entente show commitments
              entente show statements --format csv > statements.csv
              entente show conflicts --ledger busan.sqlite --format json
            """)

    /// What can be shown.
    enum Kind: String, CaseIterable, ExpressibleByArgument {
        case people, engagements, agreements, commitments, institutions, programmes, statements, figures, conflicts
        case sources
    }

    /// How rows are printed.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case table, json, ndjson, csv
    }

    @Argument(
        help: """
            What to show: people, engagements, agreements, commitments, institutions, programmes, statements, \
            figures, conflicts or sources.
            """)
    var kind: Kind

    @OptionGroup var ledger: LedgerOptions

    @Option(help: "How to print it: table, json, ndjson or csv.")
    var format: Format = .table

    @Option(help: "When to use colour: auto, always or never.")
    var color: ColourChoice = .auto

    func run() throws {
        let store = try Ledger(at: ledger.location, ifAbsent: .refuse)
        let output = StandardOutput()
        switch kind {
        case .people: try print(try store.people(), to: output)
        case .engagements: try print(try store.engagements(), to: output)
        case .agreements: try print(try store.agreements(), to: output)
        case .commitments: try print(try store.commitments(), to: output)
        case .institutions: try print(try store.institutions(), to: output)
        case .programmes: try print(try store.programmes(), to: output)
        case .statements: try print(try store.statements(), to: output)
        case .figures: try print(try store.figures(), to: output)
        case .conflicts: try print(try store.conflicts(), to: output)
        case .sources: try print(try store.sources(), to: output)
        }
        try output.flush()
        try store.close()
    }

    private func print<Row: LedgerRow>(_ rows: [Row], to output: StandardOutput) throws {
        switch format {
        case .table:
            let table = TextTable(
                columns: Row.columns.map {
                    TextTable.Column($0.heading, isTrailing: $0.alignment == .trailing, isDetail: $0.isDetail)
                },
                rows: rows.map { $0.cells.map(\.text) })
            let lines = table.lines(limit: Terminal.width(of: STDOUT_FILENO), style: TextStyle(isOn: color.isOn))
            for line in lines { try output.writeLine(line) }
        case .json: try output.writeLine(try JSONText.indented(rows))
        case .ndjson: for row in rows { try output.writeLine(try JSONText.line(row)) }
        case .csv:
            try output.write(CommaSeparatedValues.line(Row.columns.map(\.name)))
            for row in rows { try output.write(CommaSeparatedValues.line(row.cells.map(\.text))) }
        }
    }
}
