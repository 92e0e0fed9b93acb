// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Pages
import Testing

@Suite("Metadata: who, when, where from")
struct MetadataTests {
    private func article(
        head: String = "", top: String = "", bottom: String = "", language: String = "en",
        location: String? = nil, retrieved: String? = nil
    ) throws -> Article {
        try read(
            html: page(head: head, body: "<article>\(top)\(Prose.paragraphs)\(bottom)</article>", language: language),
            location: location, retrieved: retrieved)
    }

    @Test(
        "the day of publication is found in every usual place",
        arguments: [
            (
                "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"datePublished\":\"2025-11-03T10:00:00+09:00\"}</script>",
                ""
            ),
            (
                "<script type=\"application/ld+json\">{\"@graph\":[{\"@type\":\"WebSite\"},{\"@type\":[\"Article\"],\"datePublished\":\"2025-11-03\"}]}</script>",
                ""
            ),
            (
                "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\", \"datePublished\": \"2025-11-03\", broken</script>",
                ""
            ),
            ("<meta property=\"article:published_time\" content=\"2025-11-03T10:00:00Z\">", ""),
            ("<meta name=\"pubdate\" content=\"Mon, 03 Nov 2025 10:00:00 +0100\">", ""),
            ("<meta name=\"DC.date.issued\" content=\"2025-11-03\">", ""),
            ("<meta itemprop=\"datePublished\" content=\"20251103\">", ""),
            ("<link rel=\"canonical\" href=\"https://example.org/2025/11/03/ports\">", ""),
            ("", "<time datetime=\"2025-11-03\" pubdate>yesterday</time>"),
            ("", "<span itemprop=\"datePublished\">3 November 2025</span>"),
            ("", "<p class=\"post-date\">November 3rd, 2025</p>"),
            ("", "<div>Published: 3 Nov 2025 14:20</div>"),
            ("", "<p>Montag, 3. November 2025</p>"),
            ("", "<p>2025.11.03 14:30 입력</p>"),
            ("", "<p>기사입력 2025-11-03 오후 2:30</p>"),
            ("", "<p>2025년 11월 3일 14:30</p>"),
            ("", "<p>Thứ hai, 3/11/2025, 14:30 (GMT+7)</p>"),
            ("", "<p>Ngày 3 tháng 11 năm 2025</p>"),
            ("", "<p>lunes, 3 de noviembre de 2025</p>"),
            ("", "<p>2025年11月3日</p>"),
            ("", "<p>3 noiembrie 2025</p>"),
            ("", "<p>٣ نوفمبر ٢٠٢٥</p>"),
            ("<meta name=\"city:published-time\" content=\"2025-11-03\">", ""),
            // A property says more than a `meta` that may mean anything.
            ("<meta name=\"date\" content=\"2025-11-01\">", "<time itemprop=\"datePublished\">2025-11-03</time>"),
            ("<meta name=\"date\" content=\"2025-11-01\">", "<p>Published on</p><h2>3 November 2025</h2>"),
            ("", "<blockquote><time datetime=\"2019-01-01\">then</time></blockquote><p>3 November 2025</p>"),
            ("", "<dl><dt>Joined</dt><dd>1 May 2019</dd></dl><p>3 November 2025</p>"),
            ("", "<p><a>03.11.2025</a><a>Rosa Lind</a></p>"),
            ("", "<p>Article updated on 7 November 2025.</p><p>Rosa Lind | 3 November 2025</p>"),
            ("", "<div><span itemprop=\"dateModified\">7 November 2025</span></div><p>3 November 2025</p>"),
            ("", "<p>Press release of 3 November 2025 | Bergen</p>"),
        ])
    func published(head: String, top: String) throws {
        // `3/11/2025` is the third of November everywhere but in English.
        let language = top.contains("Thứ") ? "vi" : "en"
        let found = try article(head: head, top: top, language: language).source.published
        #expect(found?.value.description == "2025-11-03")
    }

    @Test("a month of the United States comes first in English pages and the day elsewhere")
    func order() throws {
        #expect(try article(top: "<p>Posted 11/3/2025</p>").source.published?.value.description == "2025-11-03")
        let vietnamese = try article(top: "<p>Cập nhật 11/3/2025</p>", language: "vi")
        #expect(vietnamese.source.published?.value.description == "2025-03-11")
    }

    @Test("no more precision is claimed than the page has")
    func precision() throws {
        let month = try article(head: "<meta name=\"date\" content=\"November 2025\">")
        #expect(month.source.published?.value.description == "2025-11")
    }

    @Test("a page without a date has none, numbers in scripts notwithstanding")
    func undated() throws {
        let none = try article(head: "<script>var built = '2024-05-06'; var version = 20240506;</script>")
        #expect(none.source.published == nil)
        #expect(none.source.modified == nil)
    }

    @Test("a day after the page was fetched is not believed")
    func future() throws {
        let head =
            "<meta property=\"article:published_time\" content=\"2031-01-01\"><meta name=\"date\" content=\"2025-11-03\">"
        let found = try article(head: head, retrieved: "2025-11-05T00:00:00Z")
        #expect(found.source.published?.value.description == "2025-11-03")
    }

    @Test("what the text shows is stated, with its place as proof; what mark-up says is metadata")
    func basis() throws {
        let stated = try article(top: "<p>Published 3 November 2025</p>")
        let published = try #require(stated.source.published)
        #expect(published.basis == .stated)
        #expect(published.premises.map(\.quote) == ["3 November 2025"])
        #expect(stated.text.text(at: try #require(published.premises.first).range) == "3 November 2025")
        let marked = try article(head: "<meta name=\"date\" content=\"2025-11-03\">")
        #expect(marked.source.published == DatedValue(value: try #require(PartialDate("2025-11-03")), basis: .metadata))
    }

    @Test("publication and last change are kept apart")
    func modified() throws {
        let head =
            "<meta property=\"article:published_time\" content=\"2025-11-03\">"
            + "<meta property=\"article:modified_time\" content=\"2025-11-04T08:00:00+01:00\">"
        let source = try article(head: head).source
        #expect(source.published?.value.description == "2025-11-03")
        #expect(source.modified?.value.description == "2025-11-04")
    }

    @Test("an instant in UTC gives way to the day that the address names")
    func universal() throws {
        let head =
            "<meta property=\"article:published_time\" content=\"2025-11-04T03:10:00Z\">"
            + "<link rel=\"canonical\" href=\"https://example.org/2025/11/03/ports\">"
        #expect(try article(head: head).source.published?.value.description == "2025-11-03")
    }

    @Test(
        "the site's name is no part of the title",
        arguments: [
            "Two ports train captains | The Seldon Courier", "Two ports train captains - The Seldon Courier",
            "The Seldon Courier: Two ports train captains", "Two ports train captains — seldoncourier.example",
        ])
    func title(declared: String) throws {
        let head = "<title>\(declared)</title><meta property=\"og:site_name\" content=\"The Seldon Courier\">"
        let top = declared.hasPrefix("The") ? "<h1>Two ports train captains</h1>" : ""
        let found = try article(head: head, top: top, location: "https://www.seldoncourier.example/a")
        #expect(found.title == "Two ports train captains")
    }

    @Test(
        "authors are found and cleaned",
        arguments: [
            ("<meta name=\"author\" content=\"Rosa Lind\">", "", ["Rosa Lind"]),
            (
                "<meta name=\"author\" content=\"Rosa Lind, Ben Otter and Kim Varga\">", "",
                ["Rosa Lind", "Ben Otter", "Kim Varga"]
            ),
            (
                "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"author\":[{\"@type\":\"Person\",\"name\":\"Rosa Lind\"},{\"name\":\"Ben Otter\"}]}</script>",
                "", ["Rosa Lind", "Ben Otter"]
            ),
            ("", "<span itemprop=\"author\"><span itemprop=\"name\">Rosa Lind</span></span>", ["Rosa Lind"]),
            ("", "<p class=\"byline\">By Rosa Lind and Ben Otter</p>", ["Rosa Lind", "Ben Otter"]),
            ("", "<p>Von Rosa Lind</p>", ["Rosa Lind"]),
            ("", "<p>Von Rechtsanwältin Rosa Lind</p>", ["Rosa Lind"]),
            ("", "<div class=\"recipe-expert-name\">Rosa Lind</div>", ["Rosa Lind"]),
            ("", "<p>나기자 기자 nagija@budu.example</p>", ["나기자"]),
            ("", "<p>Tác giả: Lê Sóng</p>", ["Lê Sóng"]),
            ("<meta name=\"author\" content=\"Rosa\">", "<p>By Rosa Lind</p>", ["Rosa Lind"]),
            ("<meta name=\"author\" content=\"rosa.lind\">", "", ["Rosa Lind"]),
            (
                "<meta name=\"author\" content=\"Rosa Lind\">", "<p>By Rosa Lind, Ben Otter</p>",
                ["Rosa Lind", "Ben Otter"]
            ),
            (
                "<title>Two ports - The Seldon Courier</title><meta name=\"author\" content=\"The Seldon Courier\">",
                "<p>By Rosa Lind</p>", ["Rosa Lind"]
            ),
            (
                "<meta name=\"author\" content=\"Seldon Press, Seldon, Norway\">", "", ["Seldon Press"]
            ),
            ("", "<p>Date: 3 May 2025 Author: Rosa Lind Source: Courier</p>", ["Rosa Lind"]),
            ("", "<h1>Two ports</h1><p>3.5.2025 - Rosa Lind</p>", ["Rosa Lind"]),
            ("", "<div rel=\"author\"><a>Rosa Lind</a>5 hours ago</div>", ["Rosa Lind"]),
            ("", "<p>From Seldon over Lund to Bergen</p>", []),
        ])
    func authors(head: String, top: String, names: [String]) throws {
        #expect(try article(head: head, top: top).authors == names)
    }

    @Test("the language is declared or told from the text")
    func language() throws {
        #expect(try article(language: "en-GB").source.language == "en-GB")
        let bare = "<html><body><article>\(Prose.paragraphs)</article></body></html>"
        #expect(try read(html: bare).source.language == "en")
    }

    @Test("a heading that leads to the front page is the site's name, not the title")
    func logo() throws {
        let body =
            "<h1><a href=\"/\">Harbour Days</a></h1><article><h2>Two ports train captains</h2>\(Prose.paragraphs)</article>"
        let html = page(head: "<title>Two ports train captains - Harbour Days</title>", body: body)
        #expect(try read(html: html).title == "Two ports train captains")
    }

    @Test("a name between bars beside a date is the author's where nothing else names one")
    func nameBesideDate() throws {
        let body = "<article><p>4 May 2025 | 13:10 | Rosa Lind</p><h1>Two ports</h1>\(Prose.paragraphs)</article>"
        #expect(try read(html: page(body: body)).authors == ["Rosa Lind"])
    }

    @Test("the day of a change beside the headline is not the day of publication")
    func changeIsNoPublication() throws {
        let top = "<p>Updated 6 May 2025</p><p>3 May 2025</p>"
        #expect(try article(top: "<h1>Two ports</h1>" + top).source.published?.value.description == "2025-05-03")
    }

    @Test("the day that a masthead shows is today's, where the page has one of its own")
    func masthead() throws {
        let top =
            "<header id=\"bar\"><div class=\"timestamp\">Tuesday, November 4, 2025</div></header>"
            + "<main><h1>Ferries for two ports</h1>"
            + "<div class=\"byline\">by Rosa Lind, The Seldon Post, Posted: November 3, 2025 - 4:01 PM</div>"
        let own = page(body: "\(top)\(Prose.paragraphs)</main>")
        #expect(try read(html: own).source.published?.value.description == "2025-11-03")
        let head = "<meta property=\"article:published_time\" content=\"2025-11-03T20:01:31Z\">"
        let declared = page(head: head, body: top.split(separator: "<div class=\"byline\">")[0] + Prose.paragraphs)
        #expect(try read(html: declared).source.published?.value.description == "2025-11-03")
        let only = page(body: top.split(separator: "<div class=\"byline\">")[0] + Prose.paragraphs)
        #expect(try read(html: only).source.published?.value.description == "2025-11-04")
    }

    @Test("of two days that mark-up gives, the one that a line under the headline shows is the page's")
    func shownOfTwo() throws {
        let head =
            "<meta property=\"article:published_time\" content=\"2025-11-03T14:25:00+00:00\">"
            + "<script type=\"application/ld+json\">{\"@type\":\"Article\",\"datePublished\":\"2025-10-30\"}</script>"
        let line = "<p>Von Rosa Lind Kategorien: Häfen <span><time>3. November 2025, 15:25 Uhr</time></span></p>"
        let found = try read(html: page(head: head, body: "<main><h1>Fähren</h1>\(line)\(Prose.paragraphs)</main>"))
        #expect(found.source.published?.value.description == "2025-11-03")
    }

    @Test("a sentence or two with foreign names tell no language; another script does")
    func shortText() {
        #expect(LanguageGuess.language(of: "Bergen Mayor Ingrid Solheim dropped in on Oslo on 3 May 2021.") == nil)
        #expect(LanguageGuess.language(of: "두 항구 도시의 시장이 선장 교육을 함께 하기로 했다.") == "ko")
    }

    @Test("a declared language that the text plainly is not is passed over, as on translated pages")
    func wronglyDeclared() throws {
        #expect(try article(language: "ko").source.language == "en")
        let short = page(body: "<article><h1>Hello</h1><p>Two ports.</p></article>", language: "vi")
        #expect(try read(html: short).source.language == "vi")
    }

    @Test("the location is the page's own, else the canonical address")
    func location() throws {
        let head = "<link rel=\"canonical\" href=\"https://example.org/ports\">"
        #expect(try article(head: head).source.location == "https://example.org/ports")
        #expect(
            try article(head: head, location: "https://m.example.org/ports?x=1").source.location
                == "https://m.example.org/ports?x=1")
    }
}
