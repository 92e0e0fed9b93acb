// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Pages
import Testing

@Suite("Authors whom only the text names")
struct SignedTextTests {
    private func authors(top: String = "", bottom: String = "", head: String = "") throws -> [String] {
        try read(html: page(head: head, body: "<article>\(top)\(Prose.paragraphs)\(bottom)</article>")).authors
    }

    @Test(
        "a text is signed at its end or by the agency of its dateline",
        arguments: [
            ("", "<p>The yard will be chosen in June. (Rosa Lind)</p>", ["Rosa Lind"]),
            ("", "<p>The yard will be chosen in June. (Rosa P. Lind) +++</p>", ["Rosa P. Lind"]),
            (
                "", "<p>(Reporting by Rosa Lind, Jon Ferry and Ilse Brandt; editing by Carl Dorn)</p>",
                ["Rosa Lind", "Jon Ferry", "Ilse Brandt"]
            ),
            ("", "<p align=\"right\"><em>Rosa Lind</em></p>", ["Rosa Lind"]),
            (
                "",
                "<p align=\"right\">Rosa Lind</p><p>(1) See the plan of the port.</p><p>(2) As above.</p><p>(3) Seldon.</p>",
                ["Rosa Lind"]
            ),
            ("", "<p>© 2025 Rosa Lind</p>", ["Rosa Lind"]),
            (
                "",
                "<p>Text by <a rel=\"cc:attributionURL\" href=\"/\">Rosa Lind</a> under <a rel=\"license\">CC BY</a></p>",
                ["Rosa Lind"]
            ),
            ("<p>Seldon (qpa/lno) – The port opens a new berth for its ferries on Monday.</p>", "", ["qpa/lno"]),
        ])
    func signed(top: String, bottom: String, expected: [String]) throws {
        #expect(try authors(top: top, bottom: bottom) == expected)
    }

    @Test(
        "brackets that name who said something, a party or a place are no signature",
        arguments: [
            ("", "<p>The yard told us at length: \"We will choose in June!\" (Rosa Lind)</p>"),
            ("", "<p>The yard will be chosen in June (Seldon Yard)</p>"),
            ("", "<p>© 2025 Seldon Media GmbH</p>"),
            ("<p>Ilse Brandt (SPD) said that the port opens a new berth for its ferries on Monday.</p>", ""),
            ("<p>The ferry (built in 2021) – the oldest of three – leaves the port of Seldon on Monday.</p>", ""),
        ])
    func unsigned(top: String, bottom: String) throws {
        #expect(try authors(top: top, bottom: bottom) == [])
    }

    @Test("where nobody is named, the source behind the text is, or who owns the page")
    func smallPrint() throws {
        #expect(try authors(bottom: "<p>Source: Andes Wire</p>") == ["Andes Wire"])
        #expect(
            try authors(bottom: "<figure><img src=\"a\"><figcaption>Source: Andes Wire</figcaption></figure>") == [])
        #expect(
            try authors(
                bottom: "<p>Quelle: andeswire</p>", head: "<meta name=\"author\" content=\"courier24.example\">")
                == ["andeswire"])
        let credits =
            "<div><div><div>Words</div><div>ROSA LIND</div></div><div><div>Design</div><div>JON FERRY</div></div></div>"
        #expect(try authors(bottom: credits) == ["ROSA LIND"])
        #expect(
            try authors(top: "<header><h1>Two ports</h1><p class=\"credit\">ANDES</p></header>") == ["ANDES"])
        #expect(
            try authors(head: "<meta name=\"copyright\" content=\"© Seldon Energy AG 2025. All rights reserved.\">")
                == ["Seldon Energy AG"])
        let html = page(
            head: "<title>Two ports - Rosa Lind's Harbour Diary</title>",
            body:
                "<article>\(Prose.paragraphs)</article><footer><p>Copyright (c) 2012-2025 Rosa Lind. Theme: Quay.</p></footer>"
        )
        #expect(try read(html: html).authors == ["Rosa Lind"])
    }

    @Test("an author who is named counts before what the text says at its end")
    func named() throws {
        let found = try authors(
            bottom: "<p>The yard will be chosen in June. (Jon Ferry)</p>",
            head: "<meta name=\"author\" content=\"Rosa Lind\">")
        #expect(found == ["Rosa Lind"])
        let signed = try authors(
            bottom: "<p>The yard will be chosen in June. (Rosa P. Lind)</p>",
            head: "<meta name=\"author\" content=\"rosa.lind\">")
        #expect(signed == ["Rosa P. Lind"])
    }

    @Test("a label over the headline is of the line behind it")
    func labelled() throws {
        let found = try authors(
            top: "<div><h2>The Ferry Book</h2><span> by </span><h4>Rosa Lind</h4></div><h1>Chapter 1: The berth</h1>")
        #expect(found == ["Rosa Lind"])
    }

    @Test("one word for an author is completed by the words about that person")
    func aboutThem() throws {
        let found = try authors(
            bottom: "<div class=\"author-bio\">Rosa Lind is an engineer and writes about ports.</div>",
            head: "<meta name=\"author\" content=\"Rosa\">")
        #expect(found == ["Rosa Lind"])
    }

    @Test("what an element of a blog is filed under says nothing of what it is")
    func filed() throws {
        let post =
            "<h1>Ferries</h1>\(Prose.paragraphs)<div class=\"meta\">By <a rel=\"author\" href=\"/a\">oradmin</a></div>"
        let article = try read(
            html: page(
                body: "<div class=\"post-7 post type-post hentry category-comments tag-related\">\(post)</div>"
                    + "<div class=\"recent\">\(Prose.paragraphs)</div>"))
        #expect(article.authors == ["oradmin"])
        #expect(article.texts(.body) == [Prose.first, Prose.second, Prose.third])
    }

    @Test("the day on which a person joined is not the day of the page")
    func joined() throws {
        let article = try read(
            html: page(
                body: "<div><span class=\"join-date\" title=\"10:46 AM - 20 Mar 2007\">Joined March 2007</span></div>"
                    + "<article><small class=\"time\"><a class=\"post-timestamp\" title=\"11:25 PM - 10 Jul 2020\">Jul "
                    + "10</a></small>\(Prose.paragraphs)</article>"))
        #expect(article.source.published?.value.description == "2020-07-10")
    }
}
