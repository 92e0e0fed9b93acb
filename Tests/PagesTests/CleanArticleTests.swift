// SPDX-License-Identifier: Apache-2.0

import Pages
import Testing

@Suite("Clean articles in print")
struct CleanArticleTests {
    private let clean: CleanArticle

    init() throws {
        let html = page(
            head: "<meta name=\"date\" content=\"2025-11-03\"><meta name=\"author\" content=\"Rosa Lind\">",
            body: "<article><h1>Two *ports*</h1>\(Prose.paragraphs)<blockquote>1. At last!</blockquote>"
                + "<figure><figcaption>On the quay</figcaption></figure><p><a href=\"#\">Share</a></p></article>")
        clean = CleanArticle(try read(html: html))
    }

    @Test("the body is the article's own text alone")
    func body() {
        #expect(clean.body == [Prose.first, Prose.second, Prose.third, "1. At last!"].joined(separator: "\n\n"))
    }

    @Test("text for people has title, author, date and captions")
    func text() {
        #expect(clean.text.hasPrefix("Two *ports*\n\nRosa Lind · 2025-11-03\n\n\(Prose.first)"))
        #expect(clean.text.hasSuffix("1. At last!\n\n[On the quay]\n"))
    }

    @Test("Markdown is escaped")
    func markdown() {
        #expect(clean.markdown.hasPrefix("# Two \\*ports\\*\n\n*Rosa Lind · 2025-11-03*\n\n"))
        #expect(clean.markdown.contains("\n\n> 1\\. At last!\n\n"))
    }

    @Test("a line of NDJSON has file, title, authors, date and text")
    func ndjson() throws {
        let html = page(body: "<article><p>\(Prose.first)</p></article>")
        let line = CleanArticle(try read(html: html)).ndjson(file: "a/b.html")
        #expect(
            line == "{\"authors\":[],\"file\":\"a/b.html\",\"text\":\"\(Prose.first)\"}")
    }
}
