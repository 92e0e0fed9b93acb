// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Ledger
import Testing

@Suite("Where pages were got from")
struct RetrievalTests {
    private let folder: TemporaryFolder
    private let ledger: Ledger

    init() throws {
        folder = try TemporaryFolder()
        ledger = try Ledger(at: folder.ledger)
    }

    private func retrieval(_ day: Int, tag: String = "\"a\"", via: String? = nil) -> Retrieval {
        Retrieval(
            requested: "https://city.example/1", location: "https://city.example/news/1",
            instant: "2023-06-0\(day)T10:00:00Z", headers: ["etag": tag, "content-type": "text/html"], via: via)
    }

    private func add(_ page: SamplePage, _ retrieval: Retrieval) throws -> Ledger.Addition {
        var snapshot = page.snapshot
        snapshot.retrieval = retrieval
        return try ledger.add(snapshot, reading: page.reading)
    }

    @Test("a page keeps how it was first got; getting it again is noted, not kept twice")
    func noted() throws {
        let page = Samples.visit
        #expect(try add(page, retrieval(1, via: "https://city.example/feed")) == .added)
        #expect(try add(page, retrieval(3, tag: "\"b\"")) == .unchanged)
        let id = page.reading.article.source.id
        let kept = try #require(try ledger.snapshot(ofSource: id)?.retrieval)
        #expect(kept.instant == "2023-06-01T10:00:00Z")
        #expect(kept.via == "https://city.example/feed")
        #expect(kept.headers["etag"] == "\"b\"")
        #expect(try ledger.count("retrieval") == 1)
        #expect(try ledger.sources().first?.via == "https://city.example/feed")
    }

    @Test("what a URL gave last is known, and that it still gives it can be confirmed")
    func latest() throws {
        #expect(try ledger.latestRetrieval(at: "https://city.example/1") == nil)
        _ = try add(Samples.visit, retrieval(1))
        _ = try add(Samples.meeting, retrieval(2, tag: "\"b\""))
        #expect(try ledger.latestRetrieval(at: "https://city.example/1")?.headers["etag"] == "\"b\"")
        _ = try add(Samples.visit, retrieval(3, tag: "\"c\""))
        #expect(try ledger.latestRetrieval(at: "https://city.example/1")?.headers["etag"] == "\"c\"")
        try ledger.confirmRetrieval(at: "https://city.example/1", instant: "2023-06-04T10:00:00Z")
        #expect(try ledger.latestRetrieval(at: "https://city.example/1")?.headers["etag"] == "\"c\"")
    }

    @Test("a page that was not fetched has no retrieval")
    func none() throws {
        let page = Samples.visit
        _ = try ledger.add(page.snapshot, reading: page.reading)
        #expect(try ledger.snapshot(ofSource: page.reading.article.source.id)?.retrieval == nil)
        #expect(try ledger.sources().first?.via == nil)
    }

    @Test("feeds are followed once, in their order, and can be forgotten")
    func subscriptions() throws {
        let isNew = try ["b", "a", "b"].map {
            try ledger.subscribe(Subscription(location: "https://\($0).example/", since: "2023-06-01"))
        }
        #expect(isNew == [true, true, false])
        var first = try #require(try ledger.subscriptions().first)
        first.title = "News"
        first.form = "rss"
        first.checked = "2023-06-02T00:00:00Z"
        first.entityTag = "\"x\""
        first.fault = "late"
        try ledger.note(first)
        #expect(try ledger.subscriptions().map(\.location) == ["https://b.example/", "https://a.example/"])
        #expect(try ledger.subscriptions().first == first)
        #expect(try ledger.unsubscribe(from: "https://b.example/"))
        #expect(try !ledger.unsubscribe(from: "https://b.example/"))
        #expect(try ledger.subscriptions().count == 1)
    }

    @Test("links wait newest first, a bounded number for each feed, and again only where they changed")
    func links() throws {
        func link(_ name: String, _ day: Int?, via: String = "f") -> FollowedLink {
            FollowedLink(location: name, via: via, dated: day.map { "2023-06-0\($0)T00:00:00Z" })
        }
        try ledger.follow([link("a", 1), link("b", nil), link("c", 3), link("d", 2), link("e", 1, via: "g")])
        #expect(try ledger.waitingLinks(limit: 2).map(\.location) == ["c", "e", "d"])
        #expect(try ledger.waitingLinks(limit: 9).map(\.location) == ["c", "e", "d", "a", "b"])
        for name in ["a", "b", "c"] {
            var read = try #require(try ledger.followedLink(name))
            read.state = .read
            try ledger.note(read)
        }
        try ledger.follow([link("a", 1), link("b", nil), link("c", 4), link("d", 1)])
        #expect(try ledger.waitingLinks(limit: 9).map(\.location) == ["c", "e", "d"])
        #expect(try ledger.followedLink("d")?.dated == "2023-06-02T00:00:00Z")
        _ = try ledger.unsubscribe(from: "f")
        #expect(try ledger.waitingLinks(limit: 9).map(\.location) == ["e"])
        #expect(try ledger.followedLink("a")?.state == .read)
    }
}
