// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Briefing
import Foundation
import Gazetteer
import Ledger

/// `entente export`: the whole ledger in an open format.
struct ExportVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the whole ledger in an open format.",
        discussion: """
            FORMATS
            \(ExportFormats.all.map { "  \($0.name.padding(toLength: 10, withPad: " ", startingAt: 0)) \($0.summary)" }
                .joined(separator: "\n"))

            Exports carry quotes and links; whole articles go along only with --with-text. Private notes never do.

            EXAMPLES
              entente export ndjson > readings.ndjson
              entente export csv --output tables/ --bom
              entente export icalendar --output ledger.ics
            """)

    @Argument(help: "The format: \(ExportFormats.all.map(\.name).joined(separator: ", ")).")
    var format: String

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "The file, or for csv, parquet and notes the folder, to write (default: the standard output).",
            valueName: "path"),
        completion: .file())
    var output: String?

    @Flag(help: "Let the texts of the articles go along.")
    var withText = false

    @Flag(name: .customLong("bom"), help: "Begin CSV with a byte order mark, which some spreadsheets need.")
    var byteOrderMark = false

    @OptionGroup var ledger: LedgerOptions

    func validate() throws {
        guard let found = ExportFormats.named(format) else {
            let names = ExportFormats.all.map(\.name).joined(separator: ", ")
            throw ValidationError("There is no format \(format); there are \(names).")
        }
        if found.fileName == nil, output == nil {
            throw ValidationError("The format \(format) writes several files; name a folder by --output.")
        }
    }

    func run() throws {
        guard let found = ExportFormats.named(format) else { return }
        let store = try Ledger(at: ledger.location, ifAbsent: .refuse, access: .readOnly)
        var options = ExportOptions(withText: withText, byteOrderMark: byteOrderMark)
        if found.name == "geojson", let gazetteer = try? Gazetteer.standard() {
            options.locate = { identifiers in
                let place = identifiers["geonames"].flatMap { Int($0) }.flatMap { gazetteer.place(geonames: $0) }
                let country = identifiers["iso3166"].flatMap { gazetteer.country(code: $0) }
                    .map { gazetteer.place(of: $0) }
                return (place ?? country)?.coordinate.map {
                    ExportOptions.Point(latitude: $0.latitude, longitude: $0.longitude)
                }
            }
        }
        let destination: any ExportDestination =
            output.map { OutputFiles(location: URL(filePath: $0), isFolder: found.fileName == nil) }
            ?? StandardOutputFile() as any ExportDestination
        try found.write(store, to: destination, options)
        try store.close()
    }
}
