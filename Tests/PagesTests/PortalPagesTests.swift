// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Pages
import Testing

/// Pages in `Fixtures/`, written for this test in the mark-up habits of Korean and Vietnamese portals.
///
/// Their people, places and events are invented. Beside each page stands what a reader finds in it, written by hand.
@Suite("Portal pages")
struct PortalPagesTests {
    struct Expected: Decodable {
        struct Part: Decodable, Equatable {
            var role: BlockRole
            var text: String
        }

        var title: String
        var authors: [String]
        var published: String
        var modified: String?
        var blocks: [Part]
    }

    static let folder = Bundle.module.resourceURL?.appendingPathComponent("Fixtures")

    static let names: [String] = {
        guard let folder, let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else {
            return []
        }
        return files.filter { $0.hasSuffix(".html") }.map { String($0.dropLast(5)) }.sorted()
    }()

    @Test("there are at least ten pages of each language")
    func count() {
        for language in ["ko-", "vi-"] { #expect(Self.names.count { $0.hasPrefix(language) } >= 10) }
    }

    @Test("title, authors, days and every block of the article are read exactly", arguments: names)
    func exact(name: String) throws {
        let folder = try #require(Self.folder)
        let html = try Data(contentsOf: folder.appendingPathComponent(name + ".html"))
        let expected = try JSONDecoder().decode(
            Expected.self, from: Data(contentsOf: folder.appendingPathComponent(name + ".json")))
        let article = try PageReader().article(from: Page(bytes: Array(html), location: name + ".html"))
        #expect(article.title == expected.title)
        #expect(article.authors == expected.authors)
        #expect(article.source.published?.value.description == expected.published)
        if let modified = expected.modified { #expect(article.source.modified?.value.description == modified) }
        #expect(article.source.language?.prefix(2) == name.prefix(2))
        let parts = article.blocks.filter { [.deck, .body, .quote, .caption].contains($0.role) }.compactMap { block in
            article.text.text(at: block.range).map { Expected.Part(role: block.role, text: $0) }
        }
        #expect(parts == expected.blocks)
    }
}
