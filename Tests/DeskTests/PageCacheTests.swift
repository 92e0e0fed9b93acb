// SPDX-License-Identifier: Apache-2.0

import Asking
import Desk
import Foundation
import Hashing
import Hummingbird
import Ledger
import Synchronization
import Testing

@Suite("Pages that are kept")
struct PageCacheTests {
    private static let nothing = #"{"question":"who","others":[],"nearest":[]}"#
    private static let pair = "/pairs/Incheon/Hai%20Phong"

    @Test("a page is known again by its tag, until anybody changes the ledger")
    func tags() async throws {
        let desk = try DeskProbe()
        try desk.addPage()
        let first = try await desk.get(Self.pair, [.cookie: desk.cookie])
        let tag = try #require(first.headers[.eTag])
        let again = try await desk.get(Self.pair, [.cookie: desk.cookie])
        #expect(again.body == first.body && again.headers[.eTag] == tag)
        for known in [tag, "\"other\", W/\(tag)", "*"] {
            let answer = try await desk.get(Self.pair, [.cookie: desk.cookie, .ifNoneMatch: known])
            #expect(answer.status == 304 && answer.body.isEmpty)
        }
        try desk.addPage(extra: "They met again.", day: "2025-03-04")
        let changed = try await desk.get(Self.pair, [.cookie: desk.cookie, .ifNoneMatch: tag])
        #expect(changed.status == 200 && changed.body != first.body)
        // Another process has its own connections, as this second ledger has.
        let other = try Ledger(at: desk.file)
        let id = try #require(try other.entryRecords().first?.id)
        _ = try await desk.get("/entries/\(id)")
        _ = try other.assert("title", "Named elsewhere", of: id, by: Author(name: "Bo", time: "2025-03-05T00:00:00Z"))
        #expect(try await desk.get("/entries/\(id)").body.contains("Named elsewhere"))
    }

    @Test("what is said of the length holds for every page, made or kept")
    func lengths() async throws {
        let desk = try DeskProbe()
        try desk.addPage()
        for _ in 0..<2 {
            let answer = try await desk.get(Self.pair, [.cookie: desk.cookie])
            #expect(answer.headers[.contentLength] == String(answer.body.utf8.count))
        }
    }

    @Test("nobody gets what is another's: name, token, role, language, looks, last visit")
    func separation() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "cache-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let accounts = try Accounts(at: folder.appending(path: "accounts"), cost: .least)
        let people: [(name: String, role: Role)] = [
            ("Ada <i>Holm</i> & 'co'", .editor), ("Bo Lind", .editor), ("Cy Dahl", .viewer), ("Di Berg", .admin),
        ]
        for (name, role) in people {
            try accounts.add(name, role, password: "a long enough phrase", by: Performer("test", at: "-"))
        }
        let desk = try DeskProbe(door: try DeskDoor(host: "127.0.0.1", accounts: accounts))
        try desk.addPage()
        let id = try #require(try desk.ledger.entryRecords().first?.id)
        var tokens: Set<String> = []
        for _ in 0..<2 {
            for (name, role) in people {
                let session = try #require(
                    try accounts.signIn(name, password: "a long enough phrase", from: "-"))
                let cookie = "entente-session=\(session.text)"
                for path in ["/", Self.pair, "/entries/\(id)", "/review", "/search?q=Seo", "/pairs", "/briefs", "/api"]
                {
                    let answer = try await desk.get(path, [.cookie: cookie])
                    #expect(answer.status == 200)
                    let text = try PageMarkup(answer.body)
                    #expect(text.flaws.isEmpty, "\(path)")
                    #expect(text.account == name, "\(path)")
                    #expect(Set(text.tokens) == [session.digest(for: "form").description], "\(path)")
                    #expect(!answer.body.utf8.contains(2), "no blank is left over")
                    #expect(answer.body.contains("/accounts\"") == (role == .admin), "\(path)")
                    if path.hasPrefix("/entries") {
                        #expect(answer.body.contains("/correct\"") == (role != .viewer))
                    }
                    tokens.formUnion(text.tokens)
                }
            }
        }
        #expect(tokens.count == 2 * people.count)
        let plain = try DeskProbe()
        try plain.addPage()
        let bare = try await plain.get("/").body
        for cookies in ["theme=dark", "size=large", "seen=1", "language=ko"] {
            #expect(try await plain.get("/", [.cookie: "\(plain.cookie); \(cookies)"]).body != bare, "\(cookies)")
        }
    }

    @Test("who asks for a page that is just being made waits for that one")
    func together() async throws {
        let asked = Mutex(0)
        let tools = DeskTools(
            ask: { _ in
                asked.withLock { $0 += 1 }
                Thread.sleep(forTimeInterval: 0.3)
                throw CancellationError()
            },
            add: { _, _ in })
        let desk = try DeskProbe(tools: tools)
        // What fails is of no use to others; each of them asks again.
        _ = try await desk.get("/search?ask=1&q=who")
        _ = try await desk.get("/search?ask=1&q=who")
        #expect(asked.withLock { $0 } == 2)
        let known = DeskTools(
            ask: { _ in
                asked.withLock { $0 += 1 }
                Thread.sleep(forTimeInterval: 0.3)
                return try JSONDecoder().decode(Answer.self, from: Data(Self.nothing.utf8))
            },
            add: { _, _ in })
        let other = try DeskProbe(tools: known)
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<16 { group.addTask { try await other.get("/search?ask=1&q=who").status } }
            for try await status in group { #expect(status == 200) }
        }
        #expect(asked.withLock { $0 } == 3)
    }

    @Test("jobs, downloads and answers to programs are never kept")
    func fresh() async throws {
        let desk = try DeskProbe()
        try desk.addPage()
        #expect(try await desk.get("/add").headers[.eTag] == nil)
        #expect(try await desk.get("/exports/csv").headers[.eTag] == nil)
        #expect(try await desk.get("/").headers[.cacheControl] == "private, no-cache")
        #expect(try await desk.get("/search?ask=1&q=who").headers[.cacheControl] == "private, no-store")
    }
}
