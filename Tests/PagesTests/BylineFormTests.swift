// SPDX-License-Identifier: Apache-2.0

import Pages
import Testing

@Suite("Bylines in the forms of many newsrooms")
struct BylineFormTests {
    @Test(
        "what is not the name goes, whoever it stands with",
        arguments: [
            ("By ROSA LIND AND BEN OTTER", ["ROSA LIND", "BEN OTTER"]),
            ("Von Rosa Lind, Bergen", ["Rosa Lind"]),
            ("Por Rosa Lind | Bergen", ["Rosa Lind"]),
            ("Rosa Lind, qpa", ["Rosa Lind", "qpa"]),
            ("Von unserer Korrespondentin Rosa Lind", ["Rosa Lind"]),
            ("oprac. Rosa Lind", ["Rosa Lind"]),
            ("By Senior Reporter Rosa Lind", ["Rosa Lind"]),
            ("By Rosa Lind Senior Reporter", ["Rosa Lind"]),
            ("By Rosa Lind, Political Editor", ["Rosa Lind"]),
            ("Rosa Lind Wirtschaftsredakteurin", ["Rosa Lind"]),
            ("By Rosa LindStaff Writer", ["Rosa Lind"]),
            ("Rosa Lind, M.D.", ["Rosa Lind"]),
            ("Rosa Lind, Jr.", ["Rosa Lind Jr."]),
            ("By Rosa Lind May 3, 2024", ["Rosa Lind"]),
            ("By Rosa Lind and agencies", ["Rosa Lind"]),
            ("By Rosa Lind And Ben Otter For The Seldon Courier On Sunday", ["Rosa Lind", "Ben Otter"]),
            ("Story by Rosa Lind, Photos by Ben Otter", ["Rosa Lind"]),
            ("Analysis by Rosa Lind", ["Rosa Lind"]),
            ("Eine Kolumne von Rosa Lind", ["Rosa Lind"]),
            ("Das Interview führte Rosa Lind", ["Rosa Lind"]),
            ("Por: Rosa Lind", ["Rosa Lind"]),
            ("Published By: Rosa Lind", ["Rosa Lind"]),
            ("Posted by : Rosa Lind", ["Rosa Lind"]),
            ("Opracowanie: Rosa Lind", ["Rosa Lind"]),
            ("Skrevet av Rosa Lind", ["Rosa Lind"]),
            ("Автор: Анна Белова", ["Анна Белова"]),
            ("Bởi Lê Sóng", ["Lê Sóng"]),
            ("도담비 서아름 기자", ["도담비", "서아름"]),
            ("記者王小明／台北報導", ["王小明"]),
            ("R. L.", ["R. L."]),
            ("Edited by Rosa Lind", []),
            ("By Staff Writer", ["Staff Writer"]),
            ("By Staff and news service reports", ["Staff and news service reports"]),
        ])
    func forms(byline: String, names: [String]) throws {
        let body = "<article><h1>Two ports</h1><p class=\"byline\">\(byline)</p>\(Prose.paragraphs)</article>"
        #expect(try read(html: page(body: body)).authors == names)
    }

    @Test("a line that nothing marks may end in an initial")
    func initials() throws {
        let body = "<article><h1>Two ports</h1><p>Von R. L. am 3.5.2025 um 09:07 Uhr</p>\(Prose.paragraphs)</article>"
        #expect(try read(html: page(body: body)).authors == ["R. L."])
    }

    @Test(
        "mark-up says it in many ways",
        arguments: [
            "<meta property=\"article:author\" content=\"Rosa Lind\">",
            "<meta name=\"sailthru.byline_name\" content=\"Rosa Lind\">",
            "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"author\":{\"givenName\":\"Rosa\",\"familyName\":\"Lind\"}}</script>",
            "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"author\":{\"name\":\"\"},\"creator\":[\"Rosa Lind\"]}</script>",
            "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"author\":{\"name\":\"Rosa Lind\"}, 'x': 1}</script>",
        ])
    func heads(head: String) throws {
        let html = page(head: head, body: "<article><h1>Two ports</h1>\(Prose.paragraphs)</article>")
        #expect(try read(html: html).authors == ["Rosa Lind"])
    }

    @Test(
        "and so do properties of elements",
        arguments: [
            "<p property=\"schema:author\">Rosa Lind</p>", "<p property=\"dc:creator\">Rosa Lind</p>",
            "<p class=\"vcard\"><a class=\"url fn\">Rosa Lind</a></p>",
        ])
    func properties(element: String) throws {
        let html = page(body: "<article><h1>Two ports</h1>\(element)\(Prose.paragraphs)</article>")
        #expect(try read(html: html).authors == ["Rosa Lind"])
    }

    @Test("the site's own name beside a person says nothing")
    func ownName() throws {
        let head =
            "<meta property=\"og:site_name\" content=\"SCN\"><meta name=\"author\" content=\"Rosa Lind, SCN\">"
        let html = page(head: head, body: "<article><h1>Two ports</h1>\(Prose.paragraphs)</article>")
        #expect(try read(html: html).authors == ["Rosa Lind"])
    }

    @Test("a box marked as a byline that holds more is looked into, and tags in it are no names")
    func boxes() throws {
        let words =
            "The ferries of two ports, the captains of two cities and a hundred years of rivalry at sea, told by those "
            + "who were there when it began."
        let box =
            "<div class=\"author-box\">By <a class=\"author\">Rosa Lind</a> on 3/11/2025<p>\(words)</p></div>"
        let tags = "<a rel=\"tag\">Ports</a> / <a rel=\"tag\">Ferries</a>"
        let byline = "<p class=\"author-line\"><a>Rosa Lind</a> \(tags)</p>"
        for top in [box, byline] {
            let html = page(body: "<article><h1>Two ports</h1>\(top)\(Prose.paragraphs)</article>")
            #expect(try read(html: html).authors == ["Rosa Lind"])
        }
    }

    @Test("whom a `meta` names beside the one author of JSON-LD wrote with them")
    func fellowAuthors() throws {
        let head =
            "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"author\":{\"name\":\"Rosa Lind\"}}</script>"
            + "<meta name=\"author\" content=\"Rosa Lind, Ben Otter\">"
        let html = page(head: head, body: "<article><h1>Two ports</h1>\(Prose.paragraphs)</article>")
        #expect(try read(html: html).authors == ["Rosa Lind", "Ben Otter"])
    }

    @Test("the source under a chart or a table is not the article's")
    func chartSource() throws {
        let source = "<p>Source: Seldon Statistics</p>"
        for chart in ["<img src=\"chart.png\">", "<table><tr><td>Ferries</td><td>3</td></tr></table>"] {
            let html = page(body: "<article><h1>Two ports</h1>\(Prose.paragraphs)\(chart)\(source)</article>")
            #expect(try read(html: html).authors.isEmpty)
        }
        let plain = page(body: "<article><h1>Two ports</h1>\(Prose.paragraphs)\(source)</article>")
        #expect(try read(html: plain).authors == ["Seldon Statistics"])
    }
}
