// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Briefing
import Foundation
import Ledger

/// `entente import`: readings that were exported go into a ledger.
struct ImportVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Put exported readings (NDJSON) into the ledger.",
        discussion: """
            Every reading is checked as a new page is. What the ledger has already is left as it is. The bytes of the \
            pages do not come along, and entente verify says so.

            EXAMPLES
              entente import readings.ndjson --ledger copy.sqlite
              entente export ndjson --with-text | entente import - --ledger copy.sqlite
            """)

    @Argument(help: "The file, or - for the standard input.", completion: .file())
    var file: String

    @OptionGroup var ledger: LedgerOptions

    func run() throws {
        try ledger.makeFolder()
        let input = try file == "-" ? FileHandle.standardInput : FileHandle(forReadingFrom: URL(filePath: file))
        let store = try Ledger(at: ledger.location)
        let importer = ReadingLinesImport(store)
        var counts = (added: 0, unchanged: 0, failed: 0)
        var number = 0
        var rest = Data()
        func take(_ line: Data) throws {
            number += 1
            guard line.contains(where: { $0 > 32 }) else { return }
            do {
                switch try importer.add(line, subject: "\(file):\(number)") {
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
        while let piece = try input.read(upToCount: 1 << 20), !piece.isEmpty {
            rest.append(piece)
            var start = rest.startIndex
            while let end = rest[start...].firstIndex(of: 10) {
                try take(Data(rest[start..<end]))
                start = end + 1
            }
            rest = Data(rest[start...])
        }
        if !rest.isEmpty { try take(rest) }
        try store.close()
        print("\(counts.added) added, \(counts.unchanged) there already, \(counts.failed) refused")
        if counts.failed > 0 { throw ExitStatus.someInputsFailed }
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
