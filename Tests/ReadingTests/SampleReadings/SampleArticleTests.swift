// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Testing

/// Texts are compared after normalisation, since Windows-1258 writes many Vietnamese letters as two.
@Suite("The articles of the samples are found whole and clean")
struct SampleArticleTests {
    @Test("the title, without the site's name", arguments: pages(without: ["estonia-rwanda-statement"]))
    func hasTitle(page: String) throws {
        let (expected, article) = try SampleFolder.article(page)
        #expect(article.title.map(composed) == composed(expected.title))
        #expect(texts(.headline, of: article) == [composed(expected.title)])
    }

    @Test("the deck, where there is one", arguments: pages(without: ["daegu-chiang-mai"]))
    func hasDeck(page: String) throws {
        let (expected, article) = try SampleFolder.article(page)
        #expect(texts(.deck, of: article) == [expected.deck].compactMap { $0 }.map(composed))
    }

    @Test("who wrote it", arguments: pages(without: ["can-tho-hokkaido"]))
    func hasAuthors(page: String) throws {
        let (expected, article) = try SampleFolder.article(page)
        #expect(article.authors.map(composed) == expected.authors.map(composed))
    }

    @Test("the language and the day of publication", arguments: SampleFolder.pageNames)
    func hasSource(page: String) throws {
        let (expected, article) = try SampleFolder.article(page)
        #expect(article.source.language == expected.language)
        #expect(article.source.published?.value.description == expected.published)
    }

    @Test(
        "the day of the last change, and who published it",
        arguments: pages(without: ["daegu-chiang-mai", "dundee-twinning"]))
    func hasPublisher(page: String) throws {
        let (expected, article) = try SampleFolder.article(page)
        if let modified = expected.modified { #expect(article.source.modified?.value.description == modified) }
        if let publisher = expected.publisher { #expect(article.source.publisher.map(composed) == composed(publisher)) }
    }

    @Test("the body begins where the article does", arguments: pages(without: ["dundee-twinning"]))
    func hasBeginning(page: String) throws {
        let (expected, article) = try SampleFolder.article(page)
        let start = composed(expected.bodyStartsWith)
        // A dateline can be a line of its own or the first words of a report.
        let body = text([.body, .quote], of: article)
        #expect(
            body.hasPrefix(start) || text([.dateline, .body, .quote], of: article).hasPrefix(start),
            "\(body.prefix(80))")
    }

    @Test("nothing of the body is lost, and it ends where the article does", arguments: SampleFolder.pageNames)
    func hasWholeBody(page: String) throws {
        let (expected, article) = try SampleFolder.article(page)
        let body = text([.dateline, .body, .quote], of: article)
        #expect(body.contains(composed(expected.bodyStartsWith)))
        #expect(body.hasSuffix(composed(expected.bodyEndsWith)), "\(body.suffix(80))")
    }

    @Test("captions are captions, and only they", arguments: SampleFolder.pageNames)
    func hasCaptions(page: String) throws {
        let (expected, article) = try SampleFolder.article(page)
        #expect(texts(.caption, of: article) == expected.captions.map(composed))
    }

    @Test("no menu, button, advertisement or legal line is read", arguments: SampleFolder.pageNames)
    func hasNoFurniture(page: String) throws {
        let (expected, article) = try SampleFolder.article(page)
        let read = article.blocks.filter(\.role.isRead).compactMap { article.text.text(at: $0.range) }.map(composed)
        for words in expected.mustNotContain {
            #expect(!read.contains { $0.contains(composed(words)) }, "\(words) is read")
        }
    }

    private static func pages(without left: Set<String>) -> [String] {
        SampleFolder.pageNames.filter { !left.contains($0) }
    }

    private func text(_ roles: Set<BlockRole>, of article: Article) -> String {
        let blocks = article.blocks.filter { roles.contains($0.role) }
        return composed(blocks.compactMap { article.text.text(at: $0.range) }.joined(separator: " "))
    }

    private func texts(_ role: BlockRole, of article: Article) -> [String] {
        article.blocks.filter { $0.role == role }.compactMap { article.text.text(at: $0.range) }.map(composed)
    }

    private func composed(_ text: String) -> String { text.precomposedStringWithCanonicalMapping }
}
