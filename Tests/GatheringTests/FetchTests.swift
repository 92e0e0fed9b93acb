// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gathering
import TestServer
import Testing

@Suite(
    "Fetching from a server of any manners",
    .enabled(if: LocalServer.isPossible, Comment(rawValue: LocalServer.absence)))
struct FetchTests {
    private let server: LocalServer

    init() throws {
        server = try LocalServer()
    }

    @Test("a page comes with where it was found, when, and what the server said about it")
    func page() throws {
        let client = try WebClient(Clients.manner, now: { Date(timeIntervalSince1970: 1_700_000_000) })
        let fetched = try #require(try client.fetch(try server.address("/hops?left=2#part")))
        #expect(fetched.page.bytes.starts(with: "<!doctype html>".utf8))
        #expect(fetched.page.location == "http://127.0.0.1:\(server.port)/page")
        #expect(fetched.page.contentType == "text/html; charset=utf-8")
        #expect(fetched.page.retrieved == "2023-11-14T22:13:20Z")
        #expect(fetched.retrieval.requested == "http://127.0.0.1:\(server.port)/hops?left=2")
        #expect(fetched.retrieval.location == fetched.page.location)
        #expect(fetched.retrieval.headers["content-type"] == "text/html; charset=utf-8")
    }

    @Test("compressed content is unpacked")
    func compressed() throws {
        let fetched = try Clients.client().fetch(try server.address("/gzip"))
        #expect(fetched?.page.bytes.starts(with: "<!doctype html>".utf8) == true)
    }

    @Test("a page that did not change is not sent again")
    func conditional() throws {
        let client = try Clients.client()
        let first = try #require(try client.fetch(try server.address("/same")))
        let validators = Validators(
            entityTag: first.retrieval.headers["etag"], lastModified: first.retrieval.headers["last-modified"])
        #expect(try client.fetch(try server.address("/same"), unlessStill: validators) == nil)
        let line = try #require(try server.log().last)
        #expect(line.headers["If-None-Match"] == "\"one\"")
        #expect(line.headers["If-Modified-Since"] == "Sat, 03 Jun 2023 10:00:00 GMT")
        // A server cannot smuggle header lines into the next request.
        let bad = Validators(entityTag: "\"one\"\r\nX-Evil: 1", lastModified: nil)
        #expect(try client.fetch(try server.address("/same"), unlessStill: bad) != nil)
    }

    @Test("the visitor says its name, its version and whom to write to")
    func userAgent() throws {
        let client = try Clients.client { $0.contact = "https://desk.example/about\r\n" }
        _ = try client.fetch(try server.address("/page"))
        #expect(
            try server.log().allSatisfy { $0.headers["User-Agent"] == "entente/0 (+https://desk.example/about)" })
    }

    @Test(
        "what a server does wrong is told with its code, in bounded time",
        arguments: [
            ("/slow", "GATHER-006"), ("/drip", "GATHER-006"), ("/endless", "GATHER-007"), ("/endless-head", "GATHER-"),
            ("/cut", "GATHER-013"), ("/huge", "GATHER-007"), ("/garbage", "GATHER-013"), ("/silence", "GATHER-013"),
            ("/half-chunk", "GATHER-013"), ("/bad-chunk", "GATHER-013"), ("/not-gzip", "GATHER-013"),
            ("/bomb", "GATHER-008"), ("/double-bomb", "GATHER-008"), ("/loop", "GATHER-009"),
            ("/hops?left=11", "GATHER-009"), ("/nowhere", "GATHER-013"), ("/status?code=404", "GATHER-010"),
            ("/status?code=503", "GATHER-010"), ("/to?url=file:///etc/passwd", "GATHER-002"),
            ("/to?url=ftp://127.0.0.1/x", "GATHER-002"), ("/to?url=javascript:alert(1)", "GATHER-00"),
            ("/to?url=http://", "GATHER-001"), ("/private/page", "GATHER-011"),
            ("/to?url=/private/page", "GATHER-011"),
        ])
    func faults(path: String, code: String) throws {
        let client = try Clients.client {
            $0.limits.time = .seconds(path == "/slow" || path == "/drip" ? 2 : 20)
        }
        let started = ContinuousClock.now
        let failure = try #require(client.failure(try server.address(path)))
        #expect(failure.code.rawValue.hasPrefix(code), "\(failure)")
        #expect(ContinuousClock.now - started < .seconds(60))
        #expect(!"\(failure)".contains("\n"))
    }

    @Test("what a server says less of than it sends is cut at what it said; its type does not change the bytes")
    func untrueButHarmless() throws {
        let client = try Clients.client()
        #expect(try client.fetch(try server.address("/short"))?.page.bytes.count == 40)
        let typed = try client.fetch(try server.address("/wrong-type"))
        #expect(typed?.page.contentType == "image/png")
    }

    @Test("when to ask again is told")
    func retryAfter() throws {
        let failure = try Clients.client().failure(try server.address("/status?code=503"))
        #expect(failure?.problem == .status(503, retryAfter: "120"))
        #expect(failure?.isTemporary == true)
        #expect(try Clients.client().failure(try server.address("/status?code=404"))?.isTemporary == false)
    }

    @Test("credentials of a URL go to its server and nowhere else")
    func credentials() throws {
        let address = try WebAddress("http://mori:s3cret@127.0.0.1:\(server.port)/secret")
        let fetched = try #require(try Clients.client().fetch(address))
        #expect(String(decoding: fetched.page.bytes, as: UTF8.self).hasPrefix("Basic "))
        #expect(!"\(fetched)".contains("s3cret"))
        #expect(fetched.page.location?.contains("mori") == false)
        let away = try WebAddress("http://mori:s3cret@127.0.0.1:\(server.port)/to?url=/secret")
        let moved = try #require(try Clients.client().fetch(away))
        #expect(String(decoding: moved.page.bytes, as: UTF8.self) == "none")
        let wrong = try WebAddress("http://mori:s3cret@127.0.0.1:\(server.port)/status?code=403")
        #expect(try Clients.client().failure(wrong).map { "\($0)".contains("s3cret") } == false)
    }

    @Test("a wish to stop ends a request that hangs")
    func interruption() throws {
        let interruption = Interruption()
        let client = try WebClient(Clients.manner, interruption: interruption)
        DispatchQueue.global().asyncAfter(deadline: .now() + 1) { interruption.raise() }
        #expect(client.failure(try server.address("/slow"))?.problem == .stopped)
    }

    @Test("between two requests to one host there is a pause, and robots.txt can make it longer")
    func pause() throws {
        let client = try Clients.client {
            $0.delay = .milliseconds(300)
        }
        for _ in 0..<3 { _ = try client.fetch(try server.address("/page")) }
        let times = try server.log().map(\.time)
        #expect(times.count == 4)
        #expect(zip(times, times.dropFirst()).allSatisfy { $1 - $0 >= 0.28 })

        try server.setRobots(status: "200", text: "User-agent: entente\nCrawl-delay: 1\n")
        let slower = try Clients.client()
        for _ in 0..<2 { _ = try slower.fetch(try server.address("/page")) }
        let last = try server.log().suffix(2).map(\.time)
        #expect(last[1] - last[0] >= 0.98)
    }
}
