// SPDX-License-Identifier: Apache-2.0

import Asking
import Briefing
import Desk
import Foundation
import Gathering
import Gazetteer
import HTML
import Language
import Ledger
import Pages
import Reading
import Testing

@Suite("The handbook is complete")
struct HandbookTests {
    private static func chapter(_ name: String) throws -> String {
        try String(
            contentsOf: Program.house.appending(path: "Documentation/handbook/\(name).md"), encoding: .utf8)
    }

    /// Every code that a message can begin with.
    static let codes =
        PageError.Code.allCases.map(\.rawValue) + ModelError.Code.allCases.map(\.rawValue)
        + GazetteerError.Code.allCases.map(\.rawValue) + LedgerError.Code.allCases.map(\.rawValue)
        + GatheringError.Code.allCases.map(\.rawValue) + AskingError.Code.allCases.map(\.rawValue)
        + BriefingError.Code.allCases.map(\.rawValue) + DeskError.Code.allCases.map(\.rawValue)
        + AccessError.Code.allCases.map(\.rawValue)
        + [
            HTMLError.tooLarge(bytes: 0, limit: 0), .tooDeep(limit: 0, byte: 0), .tooManyNodes(limit: 0, byte: 0),
            .tooManyAttributes(limit: 0, byte: 0),
        ].map(\.code)
        + [ReadingError.resource(name: "", reason: ""), .frames(file: "", line: nil, reason: "")].compactMap { error in
            error.description.split(separator: " ").first.map(String.init)
        }

    @Test("the chapter on errors explains every code, with what it means and what to do", arguments: codes)
    func explained(code: String) throws {
        let rows = try Self.chapter("errors").split(separator: "\n").filter { $0.hasPrefix("| `\(code)` |") }
        #expect(rows.count == 1)
        let cells = rows.first?.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } ?? []
        #expect(cells.count >= 3)
        #expect(cells.allSatisfy { !$0.isEmpty })
    }

    @Test("what can befall a page that is added has words in every language", arguments: PageLanguage.allCases)
    func words(language: PageLanguage) throws {
        let words = try Words(language)
        let codes = PageError.Code.allCases.map(\.rawValue) + GatheringError.Code.allCases.map(\.rawValue)
        for code in codes + AskingError.Code.allCases.map(\.rawValue) { #expect(words.failure(code) != nil, "\(code)") }
        for format in ExportFormats.all {
            for part in ["name", "about"] {
                let key = "exports.\(format.name).\(part)"
                #expect(words[key] != key)
            }
        }
    }

    @Test("it explains no code that the program does not have")
    func noOthers() throws {
        let explained = try Self.chapter("errors").matches(of: /^\| `([A-Z]+-\d{3})` \|/.anchorsMatchLineEndings())
        #expect(explained.map { String($0.output.1) }.sorted() == Self.codes.sorted())
        #expect(Set(Self.codes).count == Self.codes.count)
    }

    @Test("both chapters and the help list the same exit statuses", arguments: ["errors", "command"])
    func statuses(chapter: String) throws {
        let rows = try Self.chapter(chapter).matches(of: /^\| (\d+) \|/.anchorsMatchLineEndings())
        #expect(rows.map { String($0.output.1) } == ["0", "1", "2", "64", "141"])
    }

    @Test("the contents name every chapter")
    func contents() throws {
        let folder = Program.house.appending(path: "Documentation/handbook").path
        let contents = try String(
            contentsOf: Program.house.appending(path: "Documentation/README.md"), encoding: .utf8)
        for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
            #expect(contents.contains("(handbook/\(name))"), "\(name)")
        }
    }

    @Test("the README shows what the program prints", .enabled(if: LanguageModel.isDefaultPresent))
    func readme() throws {
        let readme = try String(contentsOf: Program.house.appending(path: "README.md"), encoding: .utf8)
        let screen = try #require(readme.firstMatch(of: /\n\$ entente (read .+)\n([^`]+)```/))
        let house = try Scratch()
        try FileManager.default.createSymbolicLink(
            at: house.url.appending(path: "Samples"), withDestinationURL: Program.house.appending(path: "Samples"))
        let run = try Program.run(screen.output.1.split(separator: " ").map(String.init), in: house)
        var rest = Substring(Self.folded(run.output))
        for part in screen.output.2.split(separator: /\n *…/) {
            let found = rest.range(of: Self.folded(part))
            #expect(found != nil, "not printed, or not in this order: \(part)")
            if let found { rest = rest[found.upperBound...] }
        }
    }

    /// The words alone, wherever lines are broken.
    private static func folded(_ text: some StringProtocol) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
