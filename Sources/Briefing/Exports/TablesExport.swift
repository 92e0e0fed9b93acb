// SPDX-License-Identifier: Apache-2.0

import Ledger

/// CSV by RFC 4180, a file a table, under a Frictionless `datapackage.json` that says what the columns are.
package struct TablesExport: ExportFormat {
    package let name = "csv"
    package let summary = "a folder of CSV tables with a Frictionless datapackage.json"
    package let fileName: String? = nil

    /// Makes the format.
    package init() {}

    package func write(
        _ ledger: Ledger, to destination: any ExportDestination, _ options: ExportOptions
    ) throws {
        func head(_ table: DataTable) -> String {
            (options.byteOrderMark ? "\u{FEFF}" : "") + CommaSeparatedRecord.text(table.columns.map(\.name))
        }
        for table in [DataTable.sources, .parties] {
            try destination.file("\(table.name).csv") { sink in
                try sink.write(head(table))
                try table.fill(ledger, options) { try sink.write(CommaSeparatedRecord.text($0)) }
            }
        }
        try destination.files(DataTable.ofEntries.map { "\($0.name).csv" }) { sinks in
            let files = Array(zip(DataTable.ofEntries, sinks))
            for (table, sink) in files { try sink.write(head(table)) }
            try Walk(ledger).facts { fact in
                for (table, sink) in files {
                    for row in table.rows(of: fact) { try sink.write(CommaSeparatedRecord.text(row)) }
                }
            }
        }
        try destination.file("datapackage.json") { sink in
            try sink.write(DataTable.package(byteOrderMark: options.byteOrderMark).line + "\n")
        }
    }
}
