// SPDX-License-Identifier: Apache-2.0

import Desk
import Foundation
import Ledger
import Testing

@Suite("The Desk's pages")
struct DeskPagesTests {
    @Test(
        "every section answers on an empty ledger", arguments: ["/", "/pairs", "/search", "/review", "/add", "/briefs"])
    func emptyLedger(path: String) async throws {
        let answer = try await DeskProbe().get(path)
        #expect(answer.status == 200)
        #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
        #expect(answer.body.contains("<main id=\"main\""))
        #expect(answer.body.contains("aria-current=\"page\""))
    }

    @Test("a relationship shows what two share, and the filter in the address narrows it")
    func relationship() async throws {
        let desk = try DeskProbe()
        try desk.addPage()
        let whole = try await desk.get("/pairs/Incheon/Hai%20Phong")
        #expect(whole.status == 200)
        #expect(whole.body.contains("Mayor Seo visited Hai Phong"))
        #expect(whole.body.contains("1 Jun 2024"))
        #expect(whole.body.contains("id=\"commitments\""))
        let narrow = try await desk.get("/pairs/Incheon/Hai%20Phong?kind=commitment&since=2024")
        #expect(narrow.body.contains("30 scholarships"))
        #expect(!narrow.body.contains("Mayor Seo visited Hai Phong"))
        let bad = try await desk.get("/pairs/Incheon/Hai%20Phong?since=yesterday")
        #expect(bad.status == 400)
        #expect(bad.body.contains("DESK-002"))
    }

    @Test("the reader marks the words of each entry and links them to the list, both ways")
    func reader() async throws {
        let desk = try DeskProbe()
        let source = try desk.addPage()
        let short = source.dropFirst(7).prefix(16)
        let page = try await desk.get("/sources/\(short)?at=8-20")
        #expect(page.status == 200)
        #expect(page.body.contains("href=\"#entry-1\""))
        #expect(page.body.contains("id=\"entry-1\""))
        #expect(page.body.contains("href=\"#w8\""))
        #expect(page.body.contains("id=\"w8\""))
        #expect(page.body.contains("<details class=\"furniture\""))
        #expect(page.body.contains("asked"))
        #expect(try await desk.get("/sources/\(source)").status == 200)
        #expect(try await desk.get("/sources/0123456789abcdef").status == 404)
    }

    @Test("an entry typed in from selected words is proved by them and stands in the reader")
    func enter() async throws {
        let desk = try DeskProbe()
        let source = try desk.addPage()
        let address = "/sources/\(source.dropFirst(7).prefix(16))"
        let form = try await desk.get("\(address)/enter?at=14-17&kind=engagement")
        #expect(form.body.contains(">Seo</textarea>"))
        let sent = try await desk.post(
            "\(address)/enter",
            [
                ("kind", "engagement"), ("quote", "visited Hai Phong"), ("type", "visit"), ("title", "a short visit"),
                ("visitor", "Incheon\nHai Phong"), ("date", "2024-06-01"),
            ])
        #expect(sent.status == 303)
        let entry = try await desk.get(sent.headers[.location] ?? "")
        #expect(entry.status == 200)
        #expect(entry.body.contains("visited Hai Phong"))
        #expect(try await desk.get(address).body.contains("typed in by"))
        let absent = try await desk.post(
            "\(address)/enter", [("kind", "engagement"), ("quote", "words that are not there"), ("type", "visit")])
        #expect(absent.status == 400)
    }

    @Test("an agreement without a name goes by its form, in the reader's language")
    func namelessAgreement() async throws {
        let desk = try DeskProbe()
        let source = try desk.addPage()
        let sent = try await desk.post(
            "/sources/\(source.dropFirst(7).prefix(16))/enter",
            [
                ("kind", "agreement"), ("quote", "visited Hai Phong"), ("type", "sister-city"),
                ("party", "Incheon\nHai Phong"), ("status", "signed"), ("date", "2024-06-01"),
            ])
        let entry = try #require(sent.headers[.location])
        #expect(try await desk.get(entry).body.contains("<title>sister cities"))
        #expect(try await desk.get("\(entry)?lang=ko").body.contains("<title>자매도시"))
        #expect(try await !desk.get("/search?q=sister&lang=vi").body.contains(">sister-city<"))
    }

    @Test("a correction is shown before what pages say, and can be taken back")
    func correction() async throws {
        let desk = try DeskProbe()
        try desk.addPage()
        let id = try #require(try desk.ledger.entryRecords(RecordQuery(kind: "engagement")).first?.id)
        let sent = try await desk.post(
            "/entries/\(id)/correct", [("field", "date"), ("value", "2024-06-02"), ("back", "/entries/\(id)")])
        #expect(sent.status == 303)
        #expect(sent.headers[.location] == "/entries/\(id)")
        #expect(try await desk.get("/entries/\(id)").body.contains("2 Jun 2024"))
        #expect(try await desk.get("/review").body.contains("date = 2024-06-02"))
        let claim = try #require(try desk.ledger.history(of: id).first { $0.author != nil }?.number)
        _ = try await desk.post("/claims/\(claim)/withdraw", [])
        #expect(try desk.ledger.claims(of: id).first { $0.field == "date" && $0.isShown }?.value == "2024-06-01")
    }

    @Test("two parties are made one and parted again")
    func merge() async throws {
        let desk = try DeskProbe()
        try desk.addPage()
        let left = try #require(try desk.ledger.partyIds(named: "Incheon").first)
        let right = try #require(try desk.ledger.partyIds(named: "Hai Phong").first)
        _ = try await desk.post("/entries/\(left)/join", [("other", "http://localhost/parties/\(right)")])
        let one = try desk.ledger.record(left).row.id
        #expect(try desk.ledger.record(right).row.id == one)
        let number = try #require(try desk.ledger.decisions().first { $0.kind == .judgement }?.number)
        _ = try await desk.post("/judgements/\(number)/undo", [])
        #expect(try desk.ledger.record(left).row.id != desk.ledger.record(right).row.id)
        _ = try await desk.post("/entries/\(left)/join", [("other", "hai phong")])
        #expect(try desk.ledger.record(left).row.id == desk.ledger.record(right).row.id)
    }

    @Test("a promise that has gone quiet is told with who gave it")
    func quietPromise() async throws {
        let desk = try DeskProbe()
        try desk.addPage()
        let today = try await desk.get("/").body
        let promise = try #require(today.split(separator: "<li class=\"signal-no-news\">").dropFirst().first)
        #expect(promise.contains("30 scholarships"))
        #expect(promise.contains("<span>Incheon</span>") && promise.contains("<span>Hai Phong</span>"))
    }

    @Test("what came in is new until it is marked as seen")
    func seen() async throws {
        let desk = try DeskProbe()
        try desk.addPage()
        #expect(try await desk.get("/").body.contains("A visit"))
        let latest = try desk.ledger.newest(after: 0, limit: 1).latest
        let sent = try await desk.post("/seen", [("latest", String(latest))])
        let cookie = try #require(sent.headers[.setCookie]?.split(separator: ";").first.map(String.init))
        #expect(!(try await desk.get("/", [.cookie: cookie]).body.contains("A visit")))
    }

    @Test("briefs open without scripts and with the one style that stands in them")
    func brief() async throws {
        let desk = try DeskProbe()
        try desk.addPage()
        let brief = try await desk.get("/briefs/pair/Incheon/Hai%20Phong")
        #expect(brief.status == 200)
        #expect(brief.headers[.contentSecurityPolicy]?.contains("style-src 'sha256-") == true)
        let markdown = try await desk.get("/briefs/brief?name=Incheon&format=markdown")
        #expect(markdown.headers[.contentDisposition]?.contains("attachment") == true)
        #expect(try await desk.get("/briefs/brief?name=Nowhere").status == 404)
        #expect(try await desk.get("/exports/geojson").status == 200)
        #expect(try await desk.get("/exports/zip").status == 404)
    }
}
