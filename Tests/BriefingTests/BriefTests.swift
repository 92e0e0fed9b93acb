// SPDX-License-Identifier: Apache-2.0

import Briefing
import Cooperation
import Foundation
import Ledger
import Testing

@Suite("A brief")
struct BriefTests {
    let story: Story

    let words: Words

    init() throws {
        story = try Story()
        words = try Words("en")
    }

    private func brief(_ names: String..., on day: String = "2024-03-01") throws -> Brief {
        try BriefBuilder.brief(story.ledger, about: names, on: day, in: words)
    }

    @Test(
        "every factual line resolves to a sentence that stands in its source",
        arguments: [["Sejin", "Hải Lâm"], ["Sejin"], ["Han Doyun"], ["세진"]])
    func proven(names: [String]) throws {
        let brief = try BriefBuilder.brief(story.ledger, about: names, on: "2024-03-01", in: words)
        let lines = brief.sections.flatMap(\.lines)
        #expect(lines.count > 4)
        for line in lines {
            #expect(line.isGap == line.marks.isEmpty, "\(line.text)")
            for mark in line.marks {
                let sentence = try #require(brief.sentence(mark), "\(mark.text)")
                let source = brief.sources[mark.source - 1].source
                let text = try #require(try story.ledger.text(ofSource: source.id))
                #expect(text.text(at: sentence.evidence.range) == sentence.evidence.quote)
                #expect(sentence.evidence.quote.contains(sentence.words))
            }
        }
        let cited = Set(lines.flatMap(\.marks))
        #expect(cited.count == brief.sources.map(\.sentences.count).reduce(0, +))
    }

    @Test("a pair has all its parts, in their order")
    func structure() throws {
        let brief = try brief("Sejin", "Hải Lâm")
        #expect(brief.title == "Sejin and Hải Lâm")
        #expect(
            brief.sections.map(\.id) == [
                "who", "contacts", "agreements", "commitments", "figures", "statements", "upcoming", "conflicts",
                "names", "gaps",
            ])
        func lines(_ id: String) -> [Brief.Line] { brief.sections.first { $0.id == id }?.lines ?? [] }
        #expect(lines("who").contains { $0.text == "Han Doyun" && $0.detail.contains("so named since 2021-03-05") })
        #expect(lines("contacts").map(\.label) == ["2023-03-04", "2022-03-04", "2021-03-04"])
        #expect(lines("agreements").map(\.text) == ["Pilots"])
        #expect(lines("commitments").map(\.text) == ["Train 40 pilots by 2024"])
        #expect(lines("upcoming").count == 2)
        #expect(lines("names").contains { $0.text == "세진" })
        #expect(lines("gaps").contains { $0.text == "no baseline stated" })
    }

    @Test("three values over time make a chart that says in words what it shows")
    func chart() throws {
        let brief = try brief("Sejin")
        let series = try #require(brief.sections.flatMap(\.series).first)
        #expect(series.points.map(\.value) == [1200, 1500, 2100])
        let page = try BriefPage(brief, in: words).text
        #expect(page.contains("<svg role=\"img\""))
        #expect(page.contains("2021: 1200; 2022: 1500; 2023: 2100"))
    }

    @Test("series that count the same in the same unit are drawn together")
    func comparable() {
        func series(_ indicator: String, _ scope: String, _ unit: String) -> FigureSeries {
            FigureSeries(indicator: indicator, scope: scope, unit: unit, points: [])
        }
        let groups = FigureSeries.comparable([
            series("Students", "Sejin", "persons"), series("students", "Hải Lâm", "persons"),
            series("students", "Sejin", "%"), series("trade", "", "EUR"),
        ])
        #expect(
            groups.map { $0.map(\.title) } == [
                ["Students, Sejin", "students, Hải Lâm"], ["students, Sejin"], ["trade"],
            ])
    }

    @Test("what became known after the day is left out")
    func asOf() throws {
        let early = try brief("Sejin", "Hải Lâm", on: "2021-12-31")
        #expect(early.sources.map { $0.source.published?.description } == ["2021-03-05"])
        #expect(early.sections.first { $0.id == "agreements" }?.lines.isEmpty == true)
    }

    @Test("an unknown name is refused with a code")
    func unknown() throws {
        #expect(throws: BriefingError(.unknownParty, "Atlantis")) { try brief("Atlantis") }
    }

    @Test("the page needs nothing from elsewhere, and names cannot break out of it")
    func page() throws {
        let page = try BriefPage(brief("Sejin", "Hải Lâm"), in: words).text
        #expect(!page.contains("<script"))
        #expect(!page.contains("javascript:"))
        #expect(page.contains("&lt;script&gt;"))
        #expect(page.matches(of: /(?:\ src=|@import|url\()/).isEmpty)
        let ids = page.matches(of: /\ id="([^"]+)"/).map { String($0.output.1) }
        #expect(Set(ids).count == ids.count)
        for link in page.matches(of: /href="#([^"]+)"/) {
            #expect(ids.contains(String(link.output.1)), "\(link.output.1)")
        }
    }

    @Test("Markdown has every line with its marks, and no raw mark-up")
    func markdown() throws {
        let brief = try brief("Sejin", "Hải Lâm")
        let text = BriefMarkdown(brief, in: words).text
        for line in brief.sections.flatMap(\.lines) {
            for mark in line.marks { #expect(text.contains("\\[\(mark.text)\\]")) }
        }
        #expect(!text.replacing("\\<", with: "").contains("<script"))
    }

    @Test("private notes are in no brief, digest or report")
    func privacy() throws {
        let author = Author(name: "Ada", time: "2024-01-01T00:00:00Z")
        for row in try story.ledger.entryRecords() {
            try story.ledger.addNote("keep this from the press", about: row.id, by: author, isPrivate: true)
        }
        let digest = try Digest(story.ledger, since: "2021-01-01", on: "2024-01-01", in: words)
        let report = try YearReport(story.ledger, about: "Sejin", year: 2023, in: words)
        let texts = [
            BriefMarkdown(try brief("Sejin"), in: words).text, try BriefPage(brief("Sejin"), in: words).text,
            digest.markdown,
            try digest.html, digest.atom, report.csv(), try report.html,
        ]
        for text in texts { #expect(!text.contains("keep this from the press")) }
    }

    @Test("a missing program is named with what to install")
    func missing() throws {
        #expect(throws: BriefingError(.missingProgram, "PDF", detail: "chromium (or weasyprint)")) {
            try PrintedPage.bytes(of: "<p>x", as: .pdf, path: "/nowhere")
        }
    }

    @Test("the page becomes PDF and DOCX where the programs are there", arguments: PrintedPage.Form.allCases)
    func printed(form: PrintedPage.Form) throws {
        let page = try BriefPage(brief("Sejin", "Hải Lâm"), in: words).text
        do {
            let bytes = try PrintedPage.bytes(of: page, as: form)
            #expect(bytes.starts(with: form == .pdf ? Array("%PDF".utf8) : Array("PK".utf8)))
        } catch let error as BriefingError where error.code == .missingProgram {
            print("skipped: \(error)")
        }
    }
}

@Suite("A digest and a yearly report")
struct DigestTests {
    let story: Story
    let words: Words

    init() throws {
        story = try Story()
        words = try Words("en")
    }

    @Test("a digest tells what is new since a day and what is due")
    func digest() throws {
        let digest = try Digest(story.ledger, since: "2023-05-01", on: "2024-02-01", in: words)
        func section(_ id: String) -> [Digest.Item] { digest.sections.first { $0.id == id }?.items ?? [] }
        #expect(section("new").map(\.kind).sorted() == ["Memorandum", "Opening", "Pledge", "Programme"])
        #expect(section("new").allSatisfy { !$0.quotes.isEmpty })
        #expect(!digest.markdown.replacing("\\<", with: "").contains("<script"))
        let folder = story.folder.appending(path: "digest.atom")
        try Data(digest.atom.utf8).write(to: folder)
        let check = try Peer.check("atom", folder)
        #expect(check.status != 1, "\(check.said)")
    }

    @Test("a report has a row for each partner, with direction and country")
    func report() throws {
        let report = try YearReport(story.ledger, about: "Sejin", year: 2023, in: words)
        #expect(report.rows.contains { $0.city == "Hải Lâm" && $0.direction == "out" && $0.country == "VN" })
        #expect(report.rows.contains { $0.form == "memorandum" && $0.date == "2023-05-02" })
        #expect(report.csv().hasPrefix("country,city,field,date,tie,direction,kind,what,quote,source\r\n"))
        #expect(try report.html.contains("The year in numbers"))
    }

    @Test("a spreadsheet program reads the report: the rows as text, the numbers as numbers, nothing private")
    func workbook() throws {
        let author = Author(name: "Ada", time: "2024-01-01T00:00:00Z")
        for row in try story.ledger.entryRecords() {
            try story.ledger.addNote("keep this from the press", about: row.id, by: author, isPrivate: true)
        }
        let report = try YearReport(story.ledger, about: "Sejin", year: 2023, in: words)
        let file = story.folder.appending(path: "report.xlsx")
        try report.writeWorkbook(to: file)
        let check = try Peer.check("xlsx", file)
        if check.status == 2 { return print("skipped: \(check.said)") }
        #expect(check.status == 0, "\(check.said)")
        let lines = check.said.split(separator: "\n")
        for row in report.rows {
            #expect(lines.contains { $0.contains(row.date) && $0.contains(row.quote) }, "\(row.heading)")
        }
        let visits = report.rows.filter { $0.form == "visit" && $0.direction == "out" }.count
        #expect(lines.contains { $0.hasSuffix("\t\(words("report.visits-out"))\t\(visits)") }, "\(check.said)")
        #expect(!check.said.contains("keep this from the press"))
    }

    @Test("what a page looks back on is told apart from news")
    func past() throws {
        let digest = try Digest(story.ledger, since: "2021-03-01", on: "2021-12-31", in: words)
        func texts(_ id: String) -> [String] { digest.sections.first { $0.id == id }?.items.map(\.text) ?? [] }
        #expect(texts("past").isEmpty)
        let ledger = try story.emptyLedger()
        for page in try Story.lookingBack() { _ = try ledger.addWithoutPage(page) }
        let later = try Digest(ledger, since: "2023-01-01", on: "2023-12-31", in: words)
        #expect(later.sections.first { $0.id == "past" }?.items.map(\.text) == ["Treaty of friendship"])
        #expect(later.sections.first { $0.id == "new" }?.items.map(\.text) == ["A dinner"])
    }
}
