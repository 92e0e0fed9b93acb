// SPDX-License-Identifier: Apache-2.0

import Gathering
import TestNumbers
import TestServer
import Testing

@Suite("robots.txt by RFC 9309")
struct RobotsTests {
    private func rules(_ text: String, product: String = "entente") -> RobotsRules {
        RobotsRules(text.utf8, product: product)
    }

    @Test("the group of a program counts for it alone, and that of every program for all others")
    func groups() {
        let text = """
            User-agent: ExampleBot
            Disallow: /foo
            Disallow: /bar

            User-Agent: *
            Disallow: /

            user-agent: Entente/2.1
            user-agent: other
            allow: /
            """
        #expect(!rules(text, product: "examplebot").allows("/foo/x"))
        #expect(rules(text, product: "examplebot").allows("/baz"))
        #expect(!rules(text, product: "nobody").allows("/baz"))
        #expect(rules(text).allows("/baz"))
    }

    @Test("groups of one program are joined, and other lines do not end a group")
    func joined() {
        let text =
            "User-agent: entente\nDisallow: /a\nSitemap: https://x.example/s.xml\nDisallow: /b\n\n"
            + "User-agent: *\nDisallow: /\n\nUser-agent: ENTENTE # again\nDisallow: /c\n"
        let rules = rules(text)
        #expect(["/a", "/b", "/c"].allSatisfy { !rules.allows($0) })
        #expect(rules.allows("/d"))
    }

    @Test("a group without rules allows everything")
    func emptyGroup() {
        #expect(rules("User-agent: *\nDisallow: /\n\nUser-agent: entente\n").allows("/x"))
        #expect(rules("User-agent: *\nDisallow:\n").allows("/x"))
        #expect(rules("").allows("/x"))
        #expect(rules("Disallow: /\n").allows("/x"))
    }

    @Test(
        "the longest rule decides, of two as long the one that allows",
        arguments: [
            ("/example/page/disallowed.gif", false), ("/example/page/", true), ("/example/", false), ("/ex", true),
            ("/same", true),
        ])
    func longest(target: String, isAllowed: Bool) {
        let text = """
            User-agent: *
            Disallow: /example/
            Allow: /example/page/
            Disallow: /example/page/disallowed.gif
            Allow: /same
            Disallow: /same
            """
        #expect(rules(text).allows(target) == isAllowed)
    }

    @Test(
        "a star stands for anything and a closing dollar for the end",
        arguments: [
            ("/*.pdf$", "/a/b.pdf", true), ("/*.pdf$", "/a/b.pdf?x", false), ("/*.pdf", "/a/b.pdf?x", true),
            ("/a*b*c", "/axxbyyczz", true), ("/a*b*c", "/axxbyy", false), ("/fish*", "/fishheads", true),
            ("/fish*", "/Fish", false), ("*", "/any", true), ("/$", "/", true), ("/$", "/x", false),
            ("/a$b", "/a$b", true), ("/***a", "/bca", true), ("/a**$", "/abc", true), ("/*aab", "/aaaab", true),
        ])
    func wildcards(pattern: String, target: String, matches: Bool) {
        #expect(rules("User-agent: *\nDisallow: \(pattern)\n").allows(target) == !matches)
    }

    @Test(
        "octets compare alike, encoded or not",
        arguments: [
            ("/foo/bar/ツ", "/foo/bar/%E3%83%84"), ("/foo/bar/%e3%83%84", "/foo/bar/ツ"),
            ("/foo/bar/%62%61%7A", "/foo/bar/baz"), ("/a b", "/a%20b"), ("/~joe", "/%7Ejoe"),
        ])
    func encoded(pattern: String, target: String) {
        #expect(!rules("User-agent: *\nDisallow: \(pattern)\n").allows(target))
        #expect(rules("User-agent: *\nDisallow: /a%2Fb\n").allows("/a/b"))
    }

    @Test("robots.txt itself may always be fetched")
    func itself() {
        #expect(rules("User-agent: *\nDisallow: /\n").allows("/robots.txt"))
        #expect(RobotsRules.allowNone.allows("/robots.txt"))
        #expect(!RobotsRules.allowNone.allows("/"))
    }

    @Test("the pause that a site asks for is known, nonsense is not")
    func delay() {
        #expect(rules("User-agent: *\nCrawl-delay: 2.5\n").crawlDelay == 2.5)
        for nonsense in ["-1", "nan", "inf", "soon", ""] {
            #expect(rules("User-agent: *\nCrawl-delay: \(nonsense)\n").crawlDelay == nil)
        }
    }

    @Test("every line end, a byte order mark and comments are understood; what is too long is not read")
    func lines() {
        for end in ["\n", "\r\n", "\r"] {
            let text = "\u{FEFF}User-agent : *\(end)\(end)  Disallow :  /a  # no \(end)"
            #expect(!rules(text).allows("/a"))
        }
        let long = "User-agent: *\nDisallow: /a\n" + String(repeating: "# filler\n", count: 80_000) + "Disallow: /b\n"
        #expect(!rules(long).allows("/a"))
        #expect(rules(long).allows("/b"))
    }

    @Test("any bytes are a robots.txt, and its answers are quick")
    func anyBytes() {
        var random = SeededNumbers(seed: 9309)
        let seed = Array("User-agent: *\r\nDisallow: /a*b$\nAllow: /%E3%83%84\nCrawl-delay: 1\n# x\n".utf8)
        for _ in 0..<3000 {
            let rules = RobotsRules(seed.mutated(by: &random), product: "entente")
            _ = rules.allows("/a/b?c=\(Int.random(in: 0...9, using: &random))%E3")
        }
        let stars = "User-agent: *\nDisallow: /" + String(repeating: "a*", count: 2000) + "b\n"
        #expect(rules(stars).allows("/" + String(repeating: "a", count: 4000)))
    }
}

@Suite("robots.txt of a real server", .enabled(if: LocalServer.isPossible))
struct RobotsServerTests {
    @Test(
        "a missing file allows, one that cannot be had forbids",
        arguments: [("404", nil), ("403", nil), ("200", nil), ("500", "GATHER-012"), ("429", "GATHER-012")])
    func statuses(status: String, code: String?) throws {
        let server = try LocalServer()
        try server.setRobots(status: status)
        #expect(try Clients.client().failure(try server.address("/page"))?.code.rawValue == code)
    }

    @Test("a file that does not come in time forbids")
    func slow() throws {
        let server = try LocalServer()
        try server.setRobots(status: "slow")
        let client = try Clients.client { $0.limits.time = .seconds(1) }
        #expect(client.failure(try server.address("/page"))?.code == .robotsUnreachable)
    }

    @Test("it is fetched once for many pages")
    func once() throws {
        let server = try LocalServer()
        let client = try Clients.client()
        for _ in 0..<3 { _ = try client.fetch(try server.address("/page")) }
        #expect(try server.log().filter { $0.path == "/robots.txt" }.count == 1)
    }
}
