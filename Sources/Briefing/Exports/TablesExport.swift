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
        let start = options.byteOrderMark ? "\u{FEFF}" : ""
        for table in DataTable.records {
            try destination.file("\(table.name).csv") { sink in
                try sink.write(start + CommaSeparatedRecord.text(table.columns.map(\.name)))
                try table.fill(ledger, options) { try sink.write(CommaSeparatedRecord.text($0)) }
            }
        }
        try destination.file("datapackage.json") { sink in
            try sink.write(try DataTable.package(byteOrderMark: options.byteOrderMark).line + "\n")
        }
    }
}
