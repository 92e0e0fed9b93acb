// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestServer
import Testing

@Suite(
    "Pages from the web", .enabled(if: LanguageModel.isPresent, Comment(rawValue: LanguageModel.absence)),
    .enabled(if: LocalServer.isPossible, Comment(rawValue: LocalServer.absence)))
struct WebVerbTests {
    private let scratch: Scratch
    private let server: LocalServer

    init() throws {
        scratch = try Scratch()
        try FileManager.default.createDirectory(atPath: scratch.path("site"), withIntermediateDirectories: false)
        server = try LocalServer(serving: scratch.path("site"))
    }

    private func run(_ verb: String, _ arguments: String..., model: Bool = true) throws -> Program.Run {
        let common = ["--allow-private", "--delay", "0"] + (model ? ["--model", "small"] : [])
        return try Program.run([verb] + arguments + common, in: scratch)
    }

    /// Writes a feed of pages, the newest last, and the pages.
    private func writeFeed(_ numbers: ClosedRange<Int>) throws {
        for number in numbers {
            try scratch.write(
                "site/\(number).html", TestPages.meeting.replacingOccurrences(of: "2,400", with: "2,40\(number)"))
        }
        let items = numbers.map { number in
            "<item><link>/\(number).html</link><pubDate>Sat, 0\(number) Jun 2024 10:00:00 GMT</pubDate></item>"
        }
        try scratch.write(
            "site/feed.xml", "<rss><channel><title>City news</title>\(items.joined())</channel></rss>")
    }

    private func rows(_ kind: String) throws -> [[String: Any]] {
        try Program.run(["show", kind, "--format", "ndjson"], in: scratch).lines.map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
    }

    @Test("a URL is read, and its article printed")
    func reading() throws {
        let read = try run("read", server.url("/page"), "--format", "json")
        #expect(read.status == 0, "\(read.errors)")
        #expect(read.output.contains("\"location\" : \"\(server.url("/page"))\""))
        #expect(read.output.contains("\"retrieved\""))
        let article = try run("article", server.url("/page"), model: false)
        #expect(article.output.hasPrefix("Harbour cities sign accord"))
    }

    @Test("an added page says where it came from; one that did not change is not fetched again")
    func adding() throws {
        #expect(try run("add", server.url("/same")).lines == ["added \(server.url("/same"))"])
        let source = try #require(try rows("sources").first)
        #expect(source["location"] as? String == server.url("/same"))
        #expect(source["retrieved"] as? String != nil)
        #expect(try run("add", server.url("/same")).lines == ["unchanged \(server.url("/same"))"])
        #expect(try server.log().last?.headers["If-None-Match"] == "\"one\"")
        #expect(try rows("sources").count == 1)
    }

    @Test("what cannot be fetched is one line, the rest goes on, and nothing private is visited unasked")
    func faults() throws {
        let run = try run("add", server.url("/status?code=404"), "ftp://x.example/", server.url("/page"))
        #expect(run.status == 1)
        #expect(run.errorLines.count == 2)
        #expect(run.lines == ["added \(server.url("/page"))"])
        let refused = try Program.run(["add", server.url("/page?private")], in: scratch)
        #expect(refused.status == 1)
        #expect(refused.errors.contains("GATHER-003"))
        let secret = try self.run("add", "http://mori:s3cret@127.0.0.1:\(server.port)/secret")
        #expect(!(secret.errors + secret.output).contains("s3cret"))
        #expect(
            try Data(contentsOf: URL(filePath: scratch.path("ledger.sqlite"))).range(of: Data("s3cret".utf8)) == nil)
    }

    @Test("pages of several hosts are fetched at once and told of in the order named; a bad one is one line")
    func addingFromHosts() throws {
        let hosts = ["127.0.0.1", "localhost"]
        try writeFeed(1...3)
        let pages = hosts.map { host in (1...3).map { "http://\(host):\(server.port)/\($0).html" } }
        let urls = pages[0] + [server.url("/status?code=404"), "http://nowhere.invalid/"] + pages[1]
        let run = try Program.run(
            ["add"] + urls + ["--allow-private", "--delay", "0.4", "--model", "small"], in: scratch)
        #expect(run.status == 1)
        // The other host has the same bytes.
        #expect(run.lines == pages[0].map { "added \($0)" } + pages[1].map { "unchanged \($0)" })
        #expect(run.errorLines.count == 2)
        let log = try server.log()
        let times = hosts.map { host in log.filter { $0.headers["Host"]?.hasPrefix(host) == true }.map(\.time) }
        #expect(times.map(\.count) == [5, 4], "robots.txt once, and the pages")
        for times in times { #expect(zip(times, times.dropFirst()).allSatisfy { $1 - $0 >= 0.39 }) }
        #expect(times[1][3] < times[0][4], "the second host was not kept until the first was done")
        #expect(try self.run("article", urls[0], "--hosts", "0", model: false).status == 64)
    }

    @Test("pull takes what is new since the last time, the newest first, and remembers the feed")
    func pulling() throws {
        try writeFeed(1...3)
        let feed = server.url("/feed.xml")
        let first = try run("pull", feed, "--limit", "2")
        #expect(first.status == 0, "\(first.errors)")
        #expect(
            first.lines == ["following \(feed)", "added \(server.url("/3.html"))", "added \(server.url("/2.html"))"])
        #expect(try run("pull").lines == ["added \(server.url("/1.html"))"])
        #expect(try run("pull").lines.isEmpty)
        try writeFeed(4...4)
        #expect(try run("pull").lines == ["added \(server.url("/4.html"))"])
        #expect(try rows("sources").allSatisfy { $0["via"] as? String == feed })
        let subscription = try #require(try rows("subscriptions").first)
        #expect(subscription["title"] as? String == "City news")
        #expect(subscription["form"] as? String == "rss")
    }

    @Test("lists of feeds and indexes of sitemaps lead on; one that is wrong does not cost the others")
    func lists() throws {
        try writeFeed(1...1)
        for number in 5...6 { try scratch.write("site/\(number).html", TestPages.farewell + "<!-- \(number) -->") }
        try scratch.write(
            "site/index.xml",
            "<sitemapindex><sitemap><loc>/no.xml</loc></sitemap><sitemap><loc>/map.xml</loc></sitemap></sitemapindex>")
        try scratch.write(
            "site/map.xml", "<urlset><url><loc>/5.html</loc></url><url><loc>/6.html</loc></url></urlset>")
        try scratch.write(
            "feeds.opml", "<opml><body><outline xmlUrl=\"\(server.url("/feed.xml"))\"/></body></opml>")
        let run = try run("pull", "feeds.opml", server.url("/index.xml"))
        #expect(run.status == 0)
        #expect(run.errorLines.count == 1)
        #expect(run.lines.filter { $0.hasPrefix("added") }.count == 3)
        #expect(try self.run("pull").lines.isEmpty)
    }

    @Test("feeds of several hosts are asked for at once, those of one host one after the other")
    func feedsOfHosts() throws {
        let hosts = ["127.0.0.1", "localhost"]
        try scratch.write("site/empty.xml", "<rss><channel><title>City news</title></channel></rss>")
        let feeds = hosts.flatMap { host in (1...3).map { "http://\(host):\(server.port)/empty.xml?\($0)" } }
        let run = try Program.run(
            ["pull"] + feeds + ["--allow-private", "--delay", "0.4", "--model", "small"], in: scratch)
        #expect(run.status == 0, "\(run.errors)")
        let log = try server.log()
        let times = hosts.map { host in
            log.filter { $0.headers["Host"]?.hasPrefix(host) == true }.map(\.time)
        }
        for times in times {
            try #require(times.count == 4, "robots.txt once, and the feeds")
            #expect(zip(times, times.dropFirst()).allSatisfy { $1 - $0 >= 0.39 })
        }
        #expect(times[1][0] < times[0][3] && times[0][0] < times[1][3])
    }

    @Test("a page that fails for good is asked for once; one that may come is asked for again")
    func failures() throws {
        try scratch.write(
            "site/feed.xml",
            "<rss><channel><item><link>/status?code=404</link></item><item><link>/status?code=503</link></item>"
                + "</channel></rss>")
        #expect(try run("pull", server.url("/feed.xml")).errorLines.count == 2)
        let second = try run("pull")
        #expect(second.status == 1)
        #expect(second.errorLines.count == 1)
        #expect(second.errors.contains("503"))
    }

    @Test("what is no feed is told of and shown; forgetting ends it")
    func noFeed() throws {
        let run = try run("pull", server.url("/page"))
        #expect(run.status == 1)
        #expect(run.errors.contains("GATHER-016"))
        #expect((try rows("subscriptions").first?["fault"] as? String)?.hasPrefix("GATHER-016") == true)
        #expect(try self.run("pull", "--forget", server.url("/page")).lines == ["forgotten \(server.url("/page"))"])
        #expect(try rows("subscriptions").isEmpty)
        #expect(try self.run("pull", "--forget", server.url("/page")).status == 1)
    }

    @Test("a feed with a password is not kept, and pull without a ledger makes none")
    func refusals() throws {
        let run = try run("pull", "http://a:s3cret@127.0.0.1:\(server.port)/feed.xml")
        #expect(run.status == 2)
        #expect(!run.errors.contains("s3cret"))
        #expect(try self.run("pull").errors.contains("LEDGER-004"))
        #expect(try scratch.names == ["site"])
        #expect(try self.run("watch", "--every", "soon").status == 64)
        #expect(try self.run("pull", "--forget").status == 64)
    }

    @Test("watch goes on until it is told to stop, then stops cleanly", arguments: ["TERM", "INT"])
    func watching(signal: String) throws {
        try writeFeed(1...1)
        try scratch.write("more/2.xml", "<rss><channel><item><link>/2.html</link></item></channel></rss>")
        let run = try Program.shell(
            """
            "$ENTENTE" watch --every 1s --allow-private --delay 0 --model small "$FEED" > out 2> err &
            watch=$!
            for i in $(seq 100); do grep -q 1.html out && break; sleep 0.2; done
            cp site/1.html site/2.html && echo "<!-- 2 -->" >> site/2.html && cp more/2.xml site/feed.xml
            for i in $(seq 100); do grep -q 2.html out && break; sleep 0.2; done
            kill -\(signal) $watch
            wait $watch
            echo "status $?"
            cat out err
            """, environment: ["FEED": server.url("/feed.xml")], in: scratch)
        #expect(
            run.lines == [
                "status 0", "following \(server.url("/feed.xml"))", "added \(server.url("/1.html"))",
                "added \(server.url("/2.html"))",
            ])
        #expect(try scratch.names.filter { $0.hasPrefix("ledger") } == ["ledger.sqlite"])
    }

    @Test("watch stops while a server keeps it waiting")
    func stoppingInTime() throws {
        try scratch.write("site/feed.xml", "<rss><channel><item><link>/slow</link></item></channel></rss>")
        let run = try Program.shell(
            """
            "$ENTENTE" watch --allow-private --delay 0 --model small "$FEED" &
            watch=$!
            sleep 2
            kill -TERM $watch
            for i in $(seq 50); do kill -0 $watch 2> /dev/null || break; sleep 0.2; done
            kill -9 $watch 2> /dev/null
            wait $watch
            echo "status $?"
            """, environment: ["FEED": server.url("/feed.xml")], in: scratch)
        #expect(run.lines.last == "status 0")
        #expect(run.errors.isEmpty)
    }

    @Test("pull stops cleanly and goes on the next time", arguments: ["TERM", "INT", "HUP"])
    func stoppingPull(signal: String) throws {
        try writeFeed(1...1)
        try scratch.write(
            "site/feed.xml",
            "<rss><channel><item><link>/1.html</link></item><item><link>/slow</link></item></channel></rss>")
        let run = try Program.shell(
            """
            "$ENTENTE" pull --allow-private --delay 0 --model small "$FEED" > out 2> err &
            pull=$!
            for i in $(seq 100); do grep -q 1.html out && break; sleep 0.2; done
            kill -\(signal) $pull
            for i in $(seq 50); do kill -0 $pull 2> /dev/null || break; sleep 0.2; done
            kill -9 $pull 2> /dev/null
            wait $pull
            echo "status $?"
            cat out err
            """, environment: ["FEED": server.url("/feed.xml")], in: scratch)
        #expect(run.lines == ["status 0", "following \(server.url("/feed.xml"))", "added \(server.url("/1.html"))"])
        #expect(try scratch.names.filter { $0.hasPrefix("ledger") } == ["ledger.sqlite"])
        try scratch.write("site/feed.xml", "<rss><channel></channel></rss>")
        #expect(try self.run("pull", "--timeout", "1").errors.contains("/slow"))
    }

    @Test("pages of a web archive are read, and a damaged record is one line")
    func archive() throws {
        let page = TestPages.meeting
        let answer = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n\(page)"
        func record(_ length: Int, _ name: String) -> String {
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://city.example/\(name)\r\n"
                + "WARC-Date: 2024-05-15T01:00:00Z\r\nContent-Type: application/http;msgtype=response\r\n"
                + "Content-Length: \(length)\r\n\r\n\(answer)\r\n\r\n"
        }
        let text = record(7, "wrong") + record(answer.utf8.count, "right")
        try scratch.write("pages/crawl.warc", text)
        try scratch.write("crawl.warc.gz", try TestPages.packed(record(answer.utf8.count, "right"), in: scratch))
        let run = try run("add", "pages")
        #expect(run.status == 1)
        #expect(run.lines == ["added https://city.example/right"])
        #expect(run.errorLines.count == 1)
        #expect(run.errors.contains("GATHER-018 pages/crawl.warc: the record at byte 0 is damaged"))
        #expect(try self.run("add", "crawl.warc.gz").lines == ["unchanged https://city.example/right"])
        let source = try #require(try rows("sources").first)
        #expect(source["via"] as? String == "pages/crawl.warc")
        #expect(source["retrieved"] as? String == "2024-05-15T01:00:00Z")
        let piped = try Program.shell("\"$ENTENTE\" article --format ndjson - < crawl.warc.gz", in: scratch)
        #expect(piped.lines.count == 1)
    }
}
