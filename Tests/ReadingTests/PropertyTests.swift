// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Testing

/// What holds of every reading, whatever the page.
@Suite("Every reading keeps the contract")
struct PropertyTests {
    @Test("readings of the handbook's kind of texts keep the contract", arguments: RandomPages.seeds)
    func sensiblePages(seed: UInt64) throws {
        var pages = RandomPages(seed: seed)
        try check(pages.sensible())
    }

    @Test("readings of nonsense keep the contract", arguments: RandomPages.seeds)
    func nonsensePages(seed: UInt64) throws {
        var pages = RandomPages(seed: seed)
        try check(pages.nonsense())
    }

    @Test("an article without text or without blocks gives a reading without entries")
    func emptyArticle() throws {
        let source = Source(id: "sha256:0")
        for article in [
            Article(source: source, title: nil, authors: [], text: "", blocks: []),
            Article(source: source, title: "Turku", authors: [], text: "Elina Saarela met Knut Berge.", blocks: []),
            Reader.article("   "),
        ] {
            let reading = try Reader.reading(of: article, id: "record-1")
            #expect(reading.parties.isEmpty && reading.entries.isEmpty && reading.conflicts.isEmpty)
            #expect(reading.article.text == article.text && reading.id == "record-1")
        }
    }

    @Test("blocks that are not read say nothing", arguments: BlockRole.allCases.filter { !$0.isRead })
    func passesOverFurniture(role: BlockRole) throws {
        var text = ArticleText()
        text.append("Turku Mayor Elina Saarela met Oslo Mayor Knut Berge on 3 May 2023.", as: role)
        let article = Article(
            source: Source(id: "sha256:0"), title: nil, authors: [], text: text.text, blocks: text.blocks)
        let reading = try Reader.reading(of: article)
        #expect(reading.parties.isEmpty && reading.entries.isEmpty)
    }

    private func check(_ article: Article) throws {
        let reading = try Reader.reading(of: article)
        let faults = ContractCheck(reading: reading).faults
        #expect(faults.isEmpty, "\(faults.prefix(5)) in \(article.text.debugDescription)")
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let json = try encoder.encode(reading)
        #expect(try encoder.encode(Reader.reading(of: article)) == json, "another reading of the same page differs")
        #expect(try JSONDecoder().decode(Reading.self, from: json) == reading)
    }
}
