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

    /// How rows are printed.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case table, json, ndjson, csv
    }

    @Argument(help: "What to show.")
    var kind: Listing

    @OptionGroup var ledger: LedgerOptions

    @Option(help: "How to print it: table, json, ndjson or csv.")
    var format: Format = .table

    @Option(help: "When to use colour: auto, always or never.")
    var color: ColourChoice = .auto

    func run() throws {
        let store = try Ledger(at: ledger.location, ifAbsent: .refuse, access: .readOnly)
        let output = StandardOutput()
        try print(try kind.answer(from: store), to: output)
        try output.flush()
        try store.close()
    }

    private func print(_ answer: Listing.Answer, to output: StandardOutput) throws {
        switch format {
        case .table:
            let table = TextTable(
                columns: answer.columns.map {
                    TextTable.Column($0.heading, isTrailing: $0.alignment == .trailing, isDetail: $0.isDetail)
                },
                rows: answer.rows.map { $0.cells.map(\.text) })
            let lines = table.lines(limit: Terminal.width(of: STDOUT_FILENO), style: TextStyle(isOn: color.isOn))
            for line in lines { try output.writeLine(line) }
        case .json: try output.writeLine(try JSONText.indented(Rows(answer.rows)))
        case .ndjson: for row in answer.rows { try output.writeLine(try JSONText.line(row)) }
        case .csv:
            try output.write(CommaSeparatedValues.line(answer.columns.map(\.name)))
            for row in answer.rows { try output.write(CommaSeparatedValues.line(row.cells.map(\.text))) }
        }
    }
}

/// The ledger's own names are the arguments, so that what it learns to list can be shown.
extension Listing: ExpressibleByArgument {}

/// Rows as one JSON array, each encoded as what it is.
private struct Rows: Encodable {
    private let rows: [any LedgerRow]

    init(_ rows: [any LedgerRow]) {
        self.rows = rows
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        for row in rows { try container.encode(row) }
    }
}
