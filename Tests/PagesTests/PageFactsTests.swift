// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Pages
import Testing

@Suite("what a page says about itself")
struct PageFactsTests {
    private func facts(_ head: String) throws -> PageFacts? {
        try read(
            html: page(head: head, body: "<article><h1>Two ports</h1>\(Prose.paragraphs)</article>"),
            location: "https://seldoncourier.example/a/1"
        ).source.page
    }

    @Test("its own URL, section, tags and lead image are found in meta elements")
    func meta() throws {
        let found = try facts(
            """
            <link rel="canonical" href="/a/1"><meta property="article:section" content="Harbours">
            <meta property="article:tag" content="ports"><meta property="article:tag" content="Ports">
            <meta property="article:tag" content="captains"><meta property="og:image" content="//img.example/1.jpg">
            """)
        #expect(found?.canonical == "https://seldoncourier.example/a/1")
        #expect(found?.section == "Harbours")
        #expect(found?.tags == ["ports", "captains"])
        #expect(found?.image == "https://img.example/1.jpg")
    }

    @Test("what meta elements leave out is taken from JSON-LD")
    func linkedData() throws {
        let found = try facts(
            """
            <script type="application/ld+json">{"@type":"NewsArticle","articleSection":["World"],"keywords":"ports, captains",
            "image":{"@type":"ImageObject","url":"https://img.example/2.jpg"},"datePublished":"2025-11-03T09:10:00+09:00",
            "dateModified":"2025-11-04T01:00:00Z"}</script>
            """)
        #expect(found?.section == "World")
        #expect(found?.tags == ["ports", "captains"])
        #expect(found?.image == "https://img.example/2.jpg")
        #expect(found?.publishedZone == "+09:00")
        #expect(found?.modifiedZone == "Z")
    }

    @Test("a page that says nothing has no facts")
    func nothing() throws {
        #expect(try facts("") == nil)
    }
}
