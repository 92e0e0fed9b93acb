// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Briefing
import Foundation
import Ledger

/// How rows are printed.
enum RowFormat: String, CaseIterable, ExpressibleByArgument {
    case table, json, ndjson, csv
}

/// The options of every verb that prints rows.
struct RowOptions: ParsableArguments {
    @Option(help: "How to print it: table, json, ndjson or csv.")
    var format: RowFormat = .table

    @Option(help: "When to use colour: auto, always or never.")
    var color: ColourChoice = .auto

    /// Prints rows of one kind to the standard output.
    func print<Row: LedgerRow>(_ rows: [Row]) throws {
        try print(columns: Row.columns, rows)
    }

    /// Prints what a listing answered.
    func print(_ answer: Listing.Answer) throws {
        try print(columns: answer.columns, answer.rows)
    }

    /// Prints all that is known of a record: a sheet to read, an object, or in CSV a row for each value.
    func print(_ answer: RecordAnswer) throws {
        let output = StandardOutput()
        switch format {
        case .table:
            let width = Terminal.width(of: STDOUT_FILENO) ?? 100
            let sheet = RecordSheet(style: TextStyle(isOn: color.isOn), width: width)
            for line in sheet.lines(of: answer) { try output.writeLine(line) }
        case .json: try output.writeLine(try JSONText.indented(answer))
        case .ndjson: try output.writeLine(try JSONText.line(answer))
        case .csv:
            let heads = ["field", "value", "shown", "sources", "origins", "first_seen", "last_seen"]
            try output.write(CommaSeparatedRecord.text(heads))
            for value in answer.record.values {
                let cells = [
                    value.field, value.value, value.isShown ? "yes" : "no", String(value.sources),
                    String(value.origins), value.firstSeen ?? "", value.lastSeen ?? "",
                ]
                try output.write(CommaSeparatedRecord.text(cells))
            }
        }
        try output.flush()
    }

    private func print(columns: [Column], _ rows: [any LedgerRow]) throws {
        let output = StandardOutput()
        switch format {
        case .table:
            let table = TextTable(
                columns: columns.map {
                    TextTable.Column($0.heading, isTrailing: $0.alignment == .trailing, isDetail: $0.isDetail)
                },
                rows: rows.map { $0.cells.map(\.text) })
            let lines = table.lines(limit: Terminal.width(of: STDOUT_FILENO), style: TextStyle(isOn: color.isOn))
            for line in lines { try output.writeLine(line) }
        case .json: try output.writeLine(try JSONText.indented(Rows(rows)))
        case .ndjson: for row in rows { try output.writeLine(try JSONText.line(row)) }
        case .csv:
            try output.write(CommaSeparatedRecord.text(columns.map(\.name)))
            for row in rows { try output.write(CommaSeparatedRecord.text(row.cells.map(\.text))) }
        }
        try output.flush()
    }
}

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
