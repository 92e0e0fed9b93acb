// SPDX-License-Identifier: Apache-2.0

import Briefing
import Cooperation
import Foundation
import Ledger
import Testing

@Suite("Words of the languages")
struct WordsTests {
    static let sources = Peer.house.appending(path: "Sources/Briefing")

    @Test("there is a file for every language, and no other")
    func files() throws {
        let folder = Self.sources.appending(path: "Resources/words")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(names == Words.languages.map { "\($0).yaml" })
    }

    @Test("every language has the same keys, with the same values to fill in", arguments: Words.languages)
    func keys(language: String) throws {
        let english = try Words("en")
        let words = try Words(language)
        #expect(words.keys == english.keys)
        for key in words.keys {
            func places(_ text: String) -> Set<String> { Set(text.matches(of: /\{[a-z]+\}/).map { String($0.output) }) }
            // One of something need not be counted.
            if !key.hasSuffix("-one") { #expect(places(words(key)) == places(english(key)), "\(language) \(key)") }
            #expect(!words(key).isEmpty && !words(key).contains("\n"), "\(language) \(key)")
        }
    }

    @Test("every key that the program asks for is there, and every word is asked for")
    func use() throws {
        let files = try FileManager.default.subpathsOfDirectory(atPath: Self.sources.path).filter {
            $0.hasSuffix("swift")
        }
        let code = try files.map { try String(contentsOf: Self.sources.appending(path: $0), encoding: .utf8) }.joined()
        let keys = Set(try Words("en").keys)
        for asked in code.matches(of: /"([a-z]+\.[a-z\-]+)"/).map({ String($0.output.1) })
        where keys.contains(where: { $0.hasPrefix(asked.prefix { $0 != "." } + ".") }) {
            #expect(keys.contains(asked) || keys.contains("\(asked)-one"), "\(asked)")
        }
        // These are asked for by the words of the contract.
        let terms = ["kind", "form", "force", "status", "conflict", "reason", "field", "tie", "direction", "register"]
        let built = ["section", "absence", "commitments", "digest", "column", "report"]
        for key in keys where !(terms + built).contains(String(key.prefix { $0 != "." })) {
            let base = key.replacing(/-(one|other)$/, with: "")
            #expect(code.contains("\"\(key)\"") || code.contains("\"\(base)\""), "\(key) is used nowhere")
        }
    }

    @Test("every word of the contract has a name", arguments: Words.languages)
    func terms(language: String) throws {
        let words = try Words(language)
        let terms: [(String, [String])] = [
            ("kind", Party.Kind.allCases.map(\.rawValue) + Entry.Kind.allCases.map(\.rawValue)),
            ("form", Engagement.Form.allCases.map(\.rawValue) + Agreement.Form.allCases.map(\.rawValue)),
            ("form", Relation.Form.allCases.map(\.rawValue)),
            ("force", Commitment.Force.allCases.map(\.rawValue)),
            ("status", Engagement.Status.allCases.map(\.rawValue) + Agreement.Status.allCases.map(\.rawValue)),
            ("status", CommitmentStatus.allCases.map(\.rawValue)),
            ("conflict", DisagreementKind.allCases.map(\.rawValue)),
            ("reason", DueItem.Reason.allCases.map(\.rawValue)),
        ]
        for (group, raw) in terms {
            for word in raw { #expect(words.keys.contains("\(group).\(word)"), "\(group).\(word)") }
        }
    }

    @Test("a brief speaks the language it is asked for, and leaves what pages say as it is")
    func korean() throws {
        let story = try Story()
        let words = try Words("ko")
        let brief = try BriefBuilder.brief(story.ledger, about: ["Sejin", "Hải Lâm"], on: "2024-03-01", in: words)
        let page = try BriefPage(brief, in: words).text
        #expect(page.contains("<html lang=\"ko\""))
        #expect(page.contains("최근 접촉") && page.contains("Han Doyun met Đặng Thu Hà, 2023"))
        for english in ["Last contacts", "so named since", "sources", "Meeting;"] {
            #expect(!page.contains(">\(english)") && !page.contains(" \(english) "), "\(english)")
        }
    }
}
