// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Desk
import Foundation
import Ledger
import Testing

/// The files of the Desk in the source tree.
enum DeskFiles {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources/Desk")

    static func templates() throws -> [(name: String, text: String)] {
        let folder = folder.appending(path: "Resources/templates")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
            (name, try String(contentsOf: folder.appending(path: name), encoding: .utf8))
        }
    }

    static func sources() throws -> [(name: String, text: String)] {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return try (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
            .sorted { $0.path < $1.path }
            .map { ($0.lastPathComponent, try String(contentsOf: $0, encoding: .utf8)) }
    }
}

@Suite("The words of the pages")
struct WordsTests {
    @Test("every language has the same keys, and no text is empty", arguments: PageLanguage.allCases)
    func whole(language: PageLanguage) throws {
        let english = try Words(.english)
        let words = try Words(language)
        #expect(words.keys == english.keys)
        for key in words.keys {
            #expect(!words[key].isEmpty, "\(key)")
            let places = { (text: String) in text.matches(of: /\{[a-z]+\}/).map { String($0.output) }.sorted() }
            #expect(places(words[key]) == places(english[key]), "\(key)")
        }
    }

    @Test("every key that a template uses exists")
    func templates() throws {
        let keys = Set(try Words(.english).keys)
        for (name, text) in try DeskFiles.templates() {
            for use in text.matches(of: /\{\{w\.([A-Za-z0-9_.-]+)\}\}/) {
                #expect(keys.contains(String(use.output.1)), "\(name): \(use.output.1)")
            }
        }
    }

    @Test("every key that the code names exists")
    func code() throws {
        let keys = Set(try Words(.english).keys)
        for (name, text) in try DeskFiles.sources() {
            for use in text.matches(of: /words(?:\.text\(\s*|\[)"([a-z_]+\.[A-Za-z0-9_.-]+)"/) {
                #expect(keys.contains(String(use.output.1)), "\(name): \(use.output.1)")
            }
            for use in text.matches(of: /counted\("([a-z_.]+)"/) {
                #expect(keys.contains("\(use.output.1).one") && keys.contains("\(use.output.1).other"), "\(name)")
            }
        }
    }

    @Test("every word of the record has a name")
    func terms() throws {
        let keys = Set(try Words(.english).keys)
        let words =
            Entry.Kind.allCases.map(\.rawValue) + Party.Kind.allCases.map(\.rawValue)
            + Engagement.Form.allCases.map(\.rawValue) + Engagement.Status.allCases.map(\.rawValue)
            + Agreement.Form.allCases.map(\.rawValue) + Agreement.Status.allCases.map(\.rawValue)
            + Commitment.Force.allCases.map(\.rawValue) + CommitmentStatus.allCases.map(\.rawValue)
            + Institution.State.allCases.map(\.rawValue) + Relation.Form.allCases.map(\.rawValue)
        for word in words { #expect(keys.contains("terms.\(word)"), "\(word)") }
        for kind in DisagreementKind.allCases { #expect(keys.contains("conflict.\(kind.rawValue)")) }
        for reason in DueItem.Reason.allCases {
            #expect(keys.contains("reason.\(reason.rawValue.replacing(" ", with: "-"))"))
        }
        for kind in Entry.Kind.allCases {
            for field in HandField.fields(of: kind) { #expect(keys.contains("field.\(field.name)"), "\(field.name)") }
        }
    }

    @Test(
        "the language is chosen by the address, else the cookie, else what the browser accepts",
        arguments: [
            ("/", "", "ko-KR,ko;q=0.9,en;q=0.8", "ko"), ("/", "", "de, vi;q=0.5, en;q=0.4", "vi"),
            ("/?lang=vi", "language=ko", "en", "vi"), ("/", "language=ko", "en", "ko"), ("/", "", "xx", "en"),
            ("/?lang=xx", "", "ko;q=0", "en"),
        ])
    func choice(path: String, cookie: String, accepted: String, expected: String) async throws {
        let answer = try await DeskProbe().get(
            path, cookie.isEmpty ? [.acceptLanguage: accepted] : [.acceptLanguage: accepted, .cookie: cookie])
        #expect(answer.body.contains("<html lang=\"\(expected)\""))
    }
}
