// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Briefing
import Foundation
import Gathering
import Ledger

/// `entente import`: readings that were exported go into a ledger.
struct ImportVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Put exported readings (NDJSON or Parquet) into the ledger.",
        discussion: """
            Every reading is checked as a new page is. What the ledger has already is left as it is. The bytes of the \
            pages do not come along, and entente verify says so. Of Parquet, which DuckDB reads, it takes files with a \
            column "reading", or a folder of tables as entente export parquet and the job for Apache Spark write it.

            EXAMPLES
              entente import readings.ndjson --ledger copy.sqlite
              entente import tables/ --ledger copy.sqlite
              entente export ndjson --with-text | entente import - --ledger copy.sqlite
            """)

    @Argument(help: "The file or folder of Parquet files, or - for the standard input.", completion: .file())
    var path: String

    @OptionGroup var ledger: LedgerOptions

    /// A longer line is no reading.
    private static let longestLine = 1 << 27

    func run() throws {
        try ledger.makeFolder()
        let tables = ReadingTable.files(at: path)
        let table = tables.isEmpty ? nil : try ReadingTable(tables)
        let input = try InputBytes(window(table), name: path)
        let store = try Ledger(at: ledger.location)
        let importer = ReadingLinesImport(store, at: Date.now.ISO8601Format())
        var counts = (added: 0, unchanged: 0, failed: 0)
        var number = 0
        while let line = try input.line(limit: Self.longestLine) {
            number += 1
            guard line.contains(where: { $0 > 32 }) else { continue }
            do {
                switch try importer.add(line, subject: "\(path):\(number)") {
                case .added: counts.added += 1
                case .unchanged: counts.unchanged += 1
                }
            } catch let error as BriefingError {
                Diagnostics.report(error)
                counts.failed += 1
            } catch let error as LedgerError where !error.code.concernsLedger {
                Diagnostics.report(error)
                counts.failed += 1
            }
        }
        try table?.finish()
        try store.close()
        print("\(counts.added) added, \(counts.unchanged) there already, \(counts.failed) refused")
        if counts.failed > 0 { throw ExitStatus.someInputsFailed }
    }

    private func window(_ table: ReadingTable?) throws -> ByteWindow {
        if let table { return try ByteWindow(copying: table.lines.fileDescriptor, name: path) }
        return try path == "-" ? .standardInput(name: path) : ByteWindow(path: path)
    }
}

extension LedgerError.Code {
    /// Whether the fault lies with the ledger's file, so that no later line can succeed.
    fileprivate var concernsLedger: Bool {
        switch self {
        case .danglingReference, .duplicateId, .misquoted, .unproven, .unsuitedValue, .snapshotMismatch: false
        default: true
        }
    }
}
