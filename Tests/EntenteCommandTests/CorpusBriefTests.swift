// SPDX-License-Identifier: Apache-2.0

import Briefing
import Foundation
import Ledger
import Testing

@Suite(
    "Briefs of the test corpus",
    .enabled(if: LanguageModel.isDefaultPresent, "the medium language model is missing; make model fetches it"))
struct CorpusBriefTests {
    private let corpus: ReadCorpus
    private let ledger: Ledger
    private let words: Words

    init() throws {
        corpus = try ReadCorpus.shared.get()
        ledger = try Ledger(
            at: corpus.scratch.url.appending(path: "ledger.sqlite"), ifAbsent: .refuse, access: .readOnly)
        words = try Words("en")
    }

    /// A pair, a city, a country and a person of each relationship.
    static let subjects = [
        ["Incheon", "Hai Phong"], ["Bergen", "Valparaíso"], ["Portugal", "Ghana"], ["Incheon"], ["Ghana"],
        ["Seo Min-jae"], ["Ingrid Sørvåg"],
    ]
    private static let day = "2025-12-31"

    private func brief(_ names: [String]) throws -> Brief {
        try BriefBuilder.brief(ledger, about: names, on: Self.day, in: words)
    }

    private func printed(_ names: [String], _ form: String) throws -> URL {
        let file = corpus.scratch.url.appending(path: "\(UUID().uuidString).\(form)")
        let run = try Program.run(
            ["brief", "--on", Self.day, "--format", form, "--output", file.path] + names, in: corpus.scratch)
        try #require(run.status == 0, "\(run.errors)")
        return file
    }

    @Test("every factual line resolves to a sentence of its page", arguments: subjects)
    func proven(names: [String]) throws {
        let brief = try brief(names)
        let lines = brief.sections.flatMap(\.lines)
        #expect(lines.count > 10)
        for line in lines {
            #expect(line.isGap == line.marks.isEmpty, "\(line.text)")
            for mark in line.marks {
                let sentence = try #require(brief.sentence(mark), "\(mark.text)")
                let text = try #require(try ledger.text(ofSource: brief.sources[mark.source - 1].source.id))
                #expect(text.text(at: sentence.evidence.range) == sentence.evidence.quote)
            }
        }
    }

    @Test("the parts of a brief are there in their order, whatever it is about", arguments: subjects)
    func structure(names: [String]) throws {
        let brief = try brief(names)
        #expect(
            brief.sections.map(\.id) == [
                "who", "contacts", "agreements", "commitments", "figures", "statements", "upcoming", "conflicts",
                "names", "gaps",
            ])
        #expect(brief.sections.allSatisfy { !$0.lines.isEmpty || !$0.absence.isEmpty })
        #expect(brief.sections.first?.lines.isEmpty == false)
    }

    @Test("no line is called by the catalogue's word for the rest, and large numbers can be read", arguments: subjects)
    func readable(names: [String]) throws {
        for line in try brief(names).sections.flatMap(\.lines) {
            #expect(![line.text, line.label].contains { $0.lowercased() == words.term("form", "other") }, "\(line)")
            #expect(!line.detail.contains(/\b\d{7,}\b (?:EUR|USD|residents)/), "\(line.detail)")
        }
    }

    @Test("an office that pages write with other capitals is one office")
    func offices() throws {
        let who = try #require(try brief(["Seo Min-jae"]).sections.first)
        let offices = who.lines.dropFirst().map { $0.text.lowercased() }
        #expect(offices.contains("mayor of incheon"))
        #expect(Set(offices).count == offices.count, "\(offices)")
    }

    @Test("lines begin with a capital letter, and no conflict is about a word of the contract")
    func headings() throws {
        for names in Self.subjects {
            for section in try brief(names).sections where !["statements", "names"].contains(section.id) {
                for line in section.lines where !line.isGap {
                    #expect(line.text.first?.isLowercase != true, "\(line.text)")
                }
            }
        }
        let conflicts = try brief(["Incheon", "Hai Phong"]).sections.first { $0.id == "conflicts" }?.lines ?? []
        #expect(conflicts.contains { $0.detail == "Sister city" })
        #expect(conflicts.contains { $0.detail == "Vietnamese residents" })
    }

    @Test("a figure is said by those who gave this value, and cites where it stands")
    func figures() throws {
        let figures = try #require(try brief(["Portugal", "Ghana"]).sections.first { $0.id == "figures" })
        let brief = try brief(["Portugal", "Ghana"])
        let trade = try #require(figures.lines.first { $0.text.contains("840,000,000") })
        #expect(!trade.detail.contains("Helena Vasconcelos"), "she said 480 million")
        #expect(trade.marks.allSatisfy { brief.sentence($0)?.evidence.quote.contains("840 million") == true })
    }

    @Test("whoever holds an office now stands first, with the first page that names them in it")
    func holders() throws {
        let who = try #require(try brief(["Bergen", "Valparaíso"]).sections.first)
        func names(_ place: String) -> [String] {
            (who.groups.first { $0.title == place }?.lines ?? []).map(\.text)
        }
        #expect(names("Valparaíso").dropFirst().first == "Catalina Fuentealba")
        #expect(names("Bergen").dropFirst().first == "Ingrid Sørvåg")
        #expect(who.lines.contains { $0.text == "Ingrid Sørvåg" && $0.detail.contains("since 2022-05-25") })
        let pair = try #require(try brief(["Incheon", "Hai Phong"]).sections.first)
        #expect(pair.lines.contains { $0.text == "Pham Thu Hang" && $0.label.hasPrefix("Chairwoman of Hai Phong") })
    }

    @Test("a pair tells what a person needs before the visit")
    func visit() throws {
        let brief = try brief(["Incheon", "Hai Phong"])
        func texts(_ id: String) -> String {
            (brief.sections.first { $0.id == id }?.lines ?? []).map { "\($0.label) \($0.text) \($0.detail)" }
                .joined(separator: "\n")
        }
        #expect(texts("who").contains("Mayor of Incheon Seo Min-jae so named since 2022-09-16"))
        #expect(texts("agreements").contains("Sister city"))
        #expect(texts("commitments").contains("scholarships"))
        #expect(texts("figures").contains("14,800"))
        #expect(texts("figures").contains("said by Seo Min-jae"))
        #expect(texts("conflicts").contains("2022-09-16"))
        #expect(texts("names").contains("서민재"))
        #expect(texts("gaps").contains("no baseline stated"))
    }

    @Test("the same brief stands in HTML, Markdown, DOCX and PDF, each line with its marks")
    func forms() throws {
        let lines = try brief(["Incheon", "Hai Phong"]).sections.flatMap(\.lines)
        for (form, reader) in [
            ("html", "pandoc -f html -t plain --wrap=none"), ("markdown", "pandoc -f markdown -t plain --wrap=none"),
            ("docx", "pandoc -f docx -t plain --wrap=none"), ("pdf", "pdftotext"),
        ] {
            guard try Program.shell("command -v \(reader.prefix { $0 != " " })", in: corpus.scratch).status == 0 else {
                print("skipped: \(reader) is not installed")
                continue
            }
            let file = try printed(["Incheon", "Hai Phong"], form)
            let output = form == "pdf" ? " -" : ""
            let text = Self.letters(try Program.shell("\(reader) '\(file.path)'\(output)", in: corpus.scratch).output)
            for line in lines {
                // On paper a change of script makes another run of text, which its reader puts elsewhere.
                let pieces = form == "pdf" ? line.text.split(separator: " ").map(String.init) : [line.text]
                for letters in pieces.map(Self.letters) where !letters.isEmpty {
                    #expect(text.contains(letters), "\(form): \(line.text)")
                }
                for mark in line.marks { #expect(text.contains("[\(mark.text)]"), "\(form): \(mark.text)") }
            }
            #expect(text.contains(Self.letters("read \(Date.now.formatted(.iso8601.year().month().day()))")), "\(form)")
        }
    }

    /// The text without what line breaks, hyphens and typographers change.
    private static func letters(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter {
                    $0.properties.isAlphabetic || $0.properties.numericType != nil
                        || $0 == "[" || $0 == "]"
                }))
    }

    @Test("a brief in Korean and Vietnamese has the same lines with the same marks", arguments: ["ko", "vi"])
    func languages(language: String) throws {
        let english = try brief(["Bergen", "Valparaíso"])
        let other = try BriefBuilder.brief(
            ledger, about: ["Bergen", "Valparaíso"], on: Self.day, in: try Words(language))
        #expect(other.sections.map(\.id) == english.sections.map(\.id))
        #expect(other.sections.map { $0.lines.map(\.marks) } == english.sections.map { $0.lines.map(\.marks) })
        #expect(zip(other.sections, english.sections).allSatisfy { $0.title != $1.title })
    }
}
