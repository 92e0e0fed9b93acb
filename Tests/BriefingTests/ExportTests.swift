// SPDX-License-Identifier: Apache-2.0

import Briefing
import Cooperation
import Foundation
import Ledger
import Testing

@Suite("Exports")
struct ExportTests {
    let story: Story

    init() throws { story = try Story() }

    static let names = ExportFormats.all.map(\.name)

    private func export(_ name: String, _ options: ExportOptions = ExportOptions()) throws -> MemoryDestination {
        let destination = MemoryDestination()
        var options = options
        options.programs = Peer.programs
        do {
            try #require(ExportFormats.named(name)).write(story.ledger, to: destination, options)
        } catch let error as BriefingError where error.code == .missingProgram {
            print("skipped: \(error)")
        }
        return destination
    }

    @Test("a reader or validator that is not ours takes every format", arguments: names)
    func peers(name: String) throws {
        let destination = try export(name)
        guard !destination.files.isEmpty else { return }
        let folder = story.folder.appending(path: name)
        try destination.write(to: folder)
        let format = try #require(ExportFormats.named(name))
        let check = try Peer.check(name, format.fileName.map { folder.appending(path: $0) } ?? folder)
        if check.status == 2 { return print("skipped: \(name), \(check.said)") }
        #expect(check.status == 0, "\(check.said)")
        #expect((Int(check.said.split(separator: "\n").last ?? "") ?? 0) > 0, "\(check.said)")
    }

    @Test("CSV with a byte order mark is valid as well")
    func byteOrderMark() throws {
        let destination = try export("csv", ExportOptions(byteOrderMark: true))
        #expect(try #require(destination["entries.csv"]).hasPrefix("\u{FEFF}id,"))
        let folder = story.folder.appending(path: "marked")
        try destination.write(to: folder)
        let check = try Peer.check("csv", folder)
        #expect(check.status != 1, "\(check.said)")
    }

    @Test("the same ledger gives the same bytes", arguments: names)
    func deterministic(name: String) throws {
        #expect(try export(name).files == export(name).files)
    }

    @Test("private notes are in no export, and articles only where asked for", arguments: names)
    func privacy(name: String) throws {
        let author = Author(name: "Ada", time: "2024-01-01T00:00:00Z")
        let entry = try #require(try story.ledger.entryRecords().first)
        try story.ledger.addNote("keep this from the press", about: entry.id, by: author, isPrivate: true)
        let quotes = try export(name).text
        #expect(!quotes.contains("keep this from the press"))
        #expect(!quotes.contains(Story.unquoted))
        let whole = try export(name, ExportOptions(withText: true)).text
        #expect(!whole.contains("keep this from the press"))
        if name == "ndjson" { #expect(whole.contains(Story.unquoted)) }
    }

    @Test("what is exported as NDJSON and imported is the same ledger")
    func roundTrip() throws {
        let lines = try export("ndjson", ExportOptions(withText: true)).text
        let copy = try story.emptyLedger()
        let importer = ReadingLinesImport(copy)
        for line in lines.split(separator: "\n") {
            #expect(try importer.add(Array(line.utf8), subject: "line") == .added)
            #expect(try importer.add(Array(line.utf8), subject: "line") == .unchanged)
        }
        #expect(try copy.entryRecords() == story.ledger.entryRecords())
        #expect(try copy.partyRecords() == story.ledger.partyRecords())
        let again = MemoryDestination()
        try ReadingLinesExport().write(copy, to: again, ExportOptions(withText: true))
        #expect(again.text == lines)
        #expect(try copy.recordFailures().isEmpty)
    }

    @Test("what is exported as Parquet and imported is the same ledger")
    func parquetRoundTrip() throws {
        let destination = try export("parquet", ExportOptions(withText: true))
        guard !destination.files.isEmpty else { return }
        let folder = story.folder.appending(path: "tables")
        try destination.write(to: folder)
        let files = ReadingTable.files(at: folder.path)
        #expect(files.map(\.lastPathComponent) == ["readings.parquet"])
        let table = try ReadingTable(files, programs: Peer.programs)
        let lines = String(decoding: try table.lines.readToEnd() ?? Data(), as: UTF8.self)
        try table.finish()
        #expect(lines == (try export("ndjson", ExportOptions(withText: true))["readings.ndjson"]))
    }

    @Test("the tables of the job for Apache Spark are found: the parts of a folder, in their order")
    func sparkTables() throws {
        let folder = story.folder.appending(path: "job")
        for name in ["readings/part-1.parquet", "readings/part-0.parquet", "readings/_SUCCESS", "entries/x.parquet"] {
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data().write(to: file)
        }
        let names = ["part-0.parquet", "part-1.parquet"]
        #expect(ReadingTable.files(at: folder.path).map(\.lastPathComponent) == names)
        #expect(ReadingTable.files(at: folder.appending(path: "readings").path).map(\.lastPathComponent) == names)
        #expect(ReadingTable.files(at: folder.appending(path: "readings/_SUCCESS").path).isEmpty)
    }

    @Test("Parquet without its program says what to install")
    func noProgram() throws {
        var options = ExportOptions()
        options.programs = "/nowhere"
        #expect(throws: BriefingError(.missingProgram, "Parquet", detail: "duckdb (pip install duckdb-cli)")) {
            try ParquetExport().write(story.ledger, to: MemoryDestination(), options)
        }
    }

    @Test("a ledger without programmes gives no file of IATI, which asks for one")
    func noProgramme() throws {
        #expect(throws: BriefingError(.nothingToExport, "IATI", detail: "it has no programme")) {
            try AidExport().write(story.emptyLedger(), to: MemoryDestination(), ExportOptions())
        }
    }

    @Test("an empty ledger gives a valid file of every other format", arguments: names.filter { $0 != "iati" })
    func empty(name: String) throws {
        let destination = MemoryDestination()
        let ledger = try story.emptyLedger()
        var options = ExportOptions()
        options.programs = Peer.programs
        let format = try #require(ExportFormats.named(name))
        do { try format.write(ledger, to: destination, options) } catch let error as BriefingError
            where error.code == .missingProgram
        { return print("skipped: \(error)") }
        let folder = story.folder.appending(path: "empty-\(name)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try destination.write(to: folder)
        let check = try Peer.check(name, format.fileName.map { folder.appending(path: $0) } ?? folder)
        #expect(check.status != 1, "\(check.said)")
    }

    @Test("a reading without its text keeps every range and quote")
    func quotesAlone() throws {
        let lines = try export("ndjson").text
        let copy = try story.emptyLedger()
        for line in lines.split(separator: "\n") {
            _ = try ReadingLinesImport(copy).add(Array(line.utf8), subject: "line")
        }
        #expect(try copy.evidenceFailures().isEmpty)
        #expect(try copy.entryRecords().map(\.id) == story.ledger.entryRecords().map(\.id))
    }

    @Test(
        "a line that is no reading is refused with its reason", arguments: ["", "[]", "{}", "{\"schema\":\"other/1\"}"])
    func refused(line: String) throws {
        let importer = ReadingLinesImport(try story.emptyLedger())
        #expect(throws: BriefingError.self) { try importer.add(Array(line.utf8), subject: "file:1") }
    }

    @Test("mark-up in names stays text, and a link that is a script is not set")
    func hostile() throws {
        for name in ["atom", "iati", "timeline"] {
            #expect(!(try export(name).text.contains("<script>")), "\(name)")
        }
        for name in Self.names where !["ndjson", "csv", "parquet"].contains(name) {
            #expect(!(try export(name).text.contains("javascript:")), "\(name)")
        }
    }

    @Test("the handbook tells of every format, and of no other")
    func handbook() throws {
        let page = try String(
            contentsOf: Peer.house.appending(path: "Documentation/handbook/exports.md"), encoding: .utf8)
        let told = page.matches(of: /^\| `([a-z]+)` \|/.anchorsMatchLineEndings()).map { String($0.output.1) }
        #expect(told == Self.names)
    }

    @Test("every kind of party and entry has a row in the crosswalk, and the handbook shows the table")
    func crosswalk() throws {
        let table = try Crosswalk.standard()
        for kind in Party.Kind.allCases { #expect(table.party(kind.rawValue)?.schemaOrg != nil, "\(kind)") }
        for kind in Entry.Kind.allCases { #expect(table.entry(kind.rawValue, "")?.followTheMoney != nil, "\(kind)") }
        let page = try String(
            contentsOf: Peer.house.appending(path: "Documentation/handbook/exports.md"), encoding: .utf8)
        for row in table.parties + table.entries {
            let cells = [row.kind, row.type, row.plover, row.cameo, row.followTheMoney, row.schemaOrg]
            #expect(page.contains("| " + cells.map { $0 ?? "" }.joined(separator: " | ") + " |"), "\(row)")
        }
    }
}
