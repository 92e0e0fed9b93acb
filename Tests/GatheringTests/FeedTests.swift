// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gathering
import Pages
import TestNumbers
import Testing

@Suite("Feeds, sitemaps and lists of feeds")
struct FeedTests {
    static let base = "https://city.example/news/feed"

    private func feed(_ text: String, type: String? = nil) throws -> Feed {
        try FeedReader.feed(
            from: Page(bytes: Array(text.utf8), contentType: type), base: try WebAddress(Self.base))
    }

    private static func seconds(_ feed: Feed) -> [Int?] {
        feed.pages.map { $0.date.map { Int($0.timeIntervalSince1970) } }
    }

    static let rss = """
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom">
        <channel><title>City &amp; port&nbsp;news</title><link>https://city.example/</link>
        <atom:link rel="self" href="https://city.example/feed"/>
        <image><title>Logo</title><url>https://city.example/logo.png</url></image>
        <item><title> Accord
          signed </title><link>https://city.example/1</link><media:title>Picture</media:title>
          <pubDate>Sat, 03 Jun 2023 10:00:00 +0900</pubDate></item>
        <item><guid>https://city.example/2</guid><pubDate>Fri, 2 Jun 23 10:00 GMT</pubDate></item>
        <item><guid isPermaLink="false">https://city.example/no</guid><title>Opaque</title></item>
        <item><link><![CDATA[/3?a=1&b=2]]></link></item>
        <item><link>https://city.example/1</link><title>Twice</title></item>
        <item><link>javascript:alert(1)</link></item>
        </channel></rss>
        """

    @Test("RSS 2.0: links once and whole, titles, dates")
    func rss() throws {
        let feed = try feed(Self.rss)
        #expect(feed.form == .rss)
        #expect(feed.title == "City & port news")
        #expect(
            feed.pages.map(\.address.text) == [
                "https://city.example/1", "https://city.example/2", "https://city.example/3?a=1&b=2",
            ])
        #expect(feed.pages.first?.title == "Accord signed")
        #expect(Self.seconds(feed) == [1_685_754_000, 1_685_700_000, nil])
        #expect(feed.fault == nil)
    }

    @Test("RSS 1.0 (RDF)")
    func rdf() throws {
        let feed = try feed(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
              xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="https://city.example/"><title>News</title></channel>
            <item rdf:about="https://city.example/a"><title>A</title><link>https://city.example/a</link>
              <dc:date>2023-06-03T10:00:00+09:00</dc:date></item>
            <item rdf:about="https://city.example/b"><title>B</title></item>
            </rdf:RDF>
            """)
        #expect(feed.form == .rdf)
        #expect(feed.title == "News")
        #expect(feed.pages.map(\.address.text) == ["https://city.example/a", "https://city.example/b"])
        #expect(Self.seconds(feed) == [1_685_754_000, nil])
    }

    @Test("Atom: the alternate link counts, the later date, and the base of the document")
    func atom() throws {
        let feed = try feed(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://other.example/x/">
            <title>Reports</title><link href="https://other.example/"/><updated>2023-01-01T00:00:00Z</updated>
            <entry><title>One</title><link rel="enclosure" href="a.pdf"/><link rel="alternate" href="one"/>
              <published>2023-06-01T00:00:00Z</published><updated>2023-06-03T01:00:00Z</updated>
              <source><title>Elsewhere</title><link href="https://elsewhere.example/"/></source></entry>
            <entry><title type="html">Two &lt;b&gt;</title><link href="https://other.example/two"/></entry>
            <entry><title>No link</title></entry>
            </feed>
            """)
        #expect(feed.form == .atom)
        #expect(feed.title == "Reports")
        #expect(feed.pages.map(\.address.text) == ["https://other.example/x/one", "https://other.example/two"])
        #expect(feed.pages.map(\.title) == ["One", "Two <b>"])
        #expect(Self.seconds(feed) == [1_685_754_000, nil])
    }

    @Test("JSON Feed: items with a wrong member do not cost the others")
    func json() throws {
        let feed = try feed(
            """
            {"version": "https://jsonfeed.org/version/1.1", "title": "Port", "items": [
              {"id": "1", "url": "/1", "title": "One", "date_published": "2023-06-03T10:00:00+09:00"},
              {"id": 2, "url": 7}, "text", {"external_url": "https://else.example/3", "title": 4}]}
            """)
        #expect(feed.form == .json)
        #expect(feed.pages.map(\.address.text) == ["https://city.example/1", "https://else.example/3"])
        #expect(Self.seconds(feed) == [1_685_754_000, nil])
    }

    @Test("sitemaps, with the news extension, and their indexes")
    func sitemaps() throws {
        let map = try feed(
            """
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
              xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
              xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
            <url><loc> https://city.example/a </loc><lastmod>2023-06-03</lastmod>
              <image:image><image:loc>https://city.example/a.png</image:loc></image:image></url>
            <url><loc>https://city.example/b</loc><news:news><news:publication><news:name>City</news:name>
              </news:publication><news:publication_date>2023-06-04T01:02:03+00:00</news:publication_date>
              <news:title>Bridge opened</news:title></news:news></url>
            </urlset>
            """)
        #expect(map.form == .sitemap)
        #expect(map.pages.map(\.address.text) == ["https://city.example/a", "https://city.example/b"])
        #expect(map.pages.last?.title == "Bridge opened")
        #expect(Feed.newestFirst(map.pages).map(\.address.target) == ["/b", "/a"])
        let index = try feed(
            """
            <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            <sitemap><loc>https://city.example/1.xml.gz</loc><lastmod>2023-06</lastmod></sitemap>
            <sitemap><loc>https://city.example/2.xml</loc></sitemap></sitemapindex>
            """)
        #expect(index.form == .sitemapIndex)
        #expect(index.pages.isEmpty)
        #expect(index.lists.map(\.address.target) == ["/1.xml.gz", "/2.xml"])
    }

    @Test("OPML, also nested")
    func opml() throws {
        let list = try feed(
            """
            <opml version="2.0"><head><title>Cities</title></head><body>
            <outline text="Asia"><outline type="rss" text="Osaka" xmlUrl="https://osaka.example/rss"/></outline>
            <outline text="Lyon" xmlUrl="https://lyon.example/atom" htmlUrl="https://lyon.example/"/></body></opml>
            """)
        #expect(list.form == .opml)
        #expect(list.title == "Cities")
        #expect(list.lists.map(\.address.host) == ["osaka.example", "lyon.example"])
        #expect(list.lists.map(\.title) == ["Osaka", "Lyon"])
    }

    @Test("Korean feeds in the encoding of older servers")
    func encodings() throws {
        let head = Array("<?xml version=\"1.0\" encoding=\"euc-kr\"?><rss><channel><title>".utf8)
        let title: [UInt8] = [0xBA, 0xCE, 0xBB, 0xEA, 0xBD, 0xC3]
        let rest = Array("</title><item><link>https://k.example/1</link></item></channel></rss>".utf8)
        let read = try FeedReader.feed(from: Page(bytes: head + title + rest), base: try WebAddress(Self.base))
        #expect(read.title == "부산시")
        #expect(read.pages.count == 1)
    }

    @Test("white space and a mark before the declaration, prefixes that nobody declared")
    func sloppy() throws {
        let feed = try feed(
            "\u{FEFF}\n <?xml version='1.0'?><rss><channel><item><dc:date>2023-06-03</dc:date>"
                + "<media:content><media:title>x</media:title></media:content>"
                + "<title>A&eacute;B</title><link>https://a.example/</link></item></channel></rss>")
        #expect(feed.pages.map(\.title) == ["A B"])
        #expect(Self.seconds(feed) == [1_685_750_400])
    }

    @Test("a feed that is damaged further on is read up to there, and the line is named")
    func damaged() throws {
        let feed = try feed(
            "<rss><channel>\n<item><link>https://a.example/1</link></item>\n<item><link>https://a.example/2</title>")
        #expect(feed.pages.map(\.address.target) == ["/1"])
        guard case .damagedFeed(let line, _)? = feed.fault?.problem else {
            Issue.record("\(String(describing: feed.fault))")
            return
        }
        #expect(line == 3)
    }

    @Test("entities that grow, entities from files and endless nesting are refused")
    func hostile() throws {
        let bomb = """
            <!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
            <rss><channel><title>&b;</title></channel></rss>
            """
        let file =
            "<!DOCTYPE rss [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><rss><channel><title>&f;</title></channel></rss>"
        let outside = "<!DOCTYPE rss SYSTEM \"file:///etc/passwd\"><rss><channel><title>x&f;y</title></channel></rss>"
        for text in [bomb, file] {
            #expect(throws: GatheringError.self) { try feed(text) }
        }
        #expect(try feed(outside).title == "x y")
        let deep = "<rss>" + String(repeating: "<a>", count: 100_000)
        #expect(try feed(deep).fault != nil)
    }

    @Test(
        "what is no feed is refused",
        arguments: ["", "plain text", "{}", "{\"items\": []}", "<html><body></body></html>"])
    func others(text: String) {
        #expect(throws: GatheringError.self) { try feed(text) }
    }

    @Test(
        "dates of mail and of RFC 3339",
        arguments: [
            ("2023-06-03T10:00:00+09:00", 1_685_754_000), ("2023-06-03 01:00:00Z", 1_685_754_000),
            ("2023-06-03T01:00:00.123Z", 1_685_754_000), ("2023-06-03", 1_685_750_400), ("2023-06", 1_685_577_600),
            ("Sat, 03 Jun 2023 10:00:00 +0900", 1_685_754_000), ("3 Jun 2023 01:00 GMT", 1_685_754_000),
            ("Sat, 3 June 2023 10:00:00 KST", 1_685_754_000), ("Fri, 02 Jun 2023 21:00:00 EDT", 1_685_754_000),
        ])
    func dates(text: String, seconds: Int) throws {
        let feed = try feed("<rss><channel><item><link>/1</link><pubDate>\(text)</pubDate></item></channel></rss>")
        #expect(Self.seconds(feed) == [seconds])
    }

    @Test("what is no date is none", arguments: ["soon", "2023-13-01", "32 Jun 2023 25:00", "0", "99999999999"])
    func noDates(text: String) throws {
        let feed = try feed("<rss><channel><item><link>/1</link><pubDate>\(text)</pubDate></item></channel></rss>")
        #expect(Self.seconds(feed) == [nil])
    }

    @Test("mutated feeds never end the program, and give only links that can be fetched")
    func mutated() throws {
        var random = SeededNumbers(seed: 4287)
        let base = try WebAddress(Self.base)
        for _ in 0..<3000 {
            let bytes = Array(Self.rss.utf8).mutated(by: &random)
            guard let feed = try? FeedReader.feed(from: Page(bytes: bytes), base: base) else { continue }
            #expect(feed.pages.allSatisfy { $0.address.scheme == "http" || $0.address.scheme == "https" })
        }
    }
}
