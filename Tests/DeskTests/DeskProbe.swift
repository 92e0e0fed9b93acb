// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Desk
import Foundation
import Hashing
import Hummingbird
import Ledger
import Logging

/// A Desk over a small ledger of invented people, asked without a socket.
struct DeskProbe {
    /// What came back.
    struct Answer {
        let status: Int
        let headers: HTTPFields
        let body: String
    }

    let ledger: Ledger
    /// Where the ledger is.
    let file: URL
    /// Each route as method and path, with its parts in braces.
    let routes: [(method: HTTPRequest.Method, path: String)]
    private let responder: RouterResponder<DeskContext>
    private let browser = SecretToken()
    /// The cookie by which the Desk knows the browser again.
    var cookie: String { "entente-browser=\(browser.text)" }
    /// What the forms of this browser carry.
    var formToken: String { browser.digest(for: "form").description }

    /// What the hostile page tries.
    static let script = "<script>alert('x')</script>"

    init(tools: DeskTools = .none, largestUpload: Int = 1 << 20, door: DeskDoor = .machine) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "desk-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        file = folder.appending(path: "ledger.sqlite")
        ledger = try Ledger(at: file)
        let day = Date(timeIntervalSince1970: 1_764_000_000)
        let configuration = DeskConfiguration(author: "Anna Berg", now: { day }, largestUpload: largestUpload)
        let server = try DeskServer(configuration, ledger: ledger, door: door, tools: tools)
        routes = server.routes
        responder = server.responder
    }

    func get(_ path: String, _ headers: HTTPFields = [:]) async throws -> Answer {
        try await ask(.get, path, headers, [])
    }

    func post(_ path: String, _ fields: [(String, String)]) async throws -> Answer {
        let named = fields.contains { $0.0 == DeskContext.tokenField }
        let body = QueryFields(named ? fields : fields + [(DeskContext.tokenField, formToken)]).text
        return try await ask(
            .post, path, [.contentType: "application/x-www-form-urlencoded", .cookie: cookie], Array(body.utf8))
    }

    func ask(
        _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields, _ body: [UInt8]
    ) async throws -> Answer {
        let head = HTTPRequest(
            method: method, scheme: "http", authority: "localhost", path: path, headerFields: headers)
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: body)))
        let response = try await responder.respond(to: request, context: DeskContext(logger: Logger(label: "test")))
        let collector = Collector()
        try await response.body.write(CollectingWriter(collector: collector))
        return Answer(
            status: response.status.code, headers: response.headers,
            body: String(decoding: await collector.bytes, as: UTF8.self))
    }

    private actor Collector {
        private(set) var bytes: [UInt8] = []
        func add(_ buffer: ByteBuffer) { bytes.append(contentsOf: buffer.readableBytesView) }
    }

    private struct CollectingWriter: ResponseBodyWriter {
        let collector: Collector
        mutating func write(_ buffer: ByteBuffer) async throws { await collector.add(buffer) }
        consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }

    /// Adds a page about Incheon and Hai Phong, with `extra` words of a hostile site; gives the id of its source.
    @discardableResult
    func addPage(
        extra: String = "", title: String = "A visit", day: String = "2024-06-01", location: String? = nil,
        publisher: String = "Example News"
    ) throws -> String {
        let body = "Mayor Seo of Incheon visited Hai Phong on 1 June 2024. \(extra) He pledged 30 scholarships."
        let text = "\(title)\n\(body)\nShare this page\n"
        let page = TextMarks(text)
        let source = Source(
            id: "sha256:\(SHA256Digest(of: Array(text.utf8)))", location: location ?? "https://news.example/\(day)",
            publisher: publisher, language: "en",
            published: PartialDate(day).map { DatedValue(value: $0, basis: .metadata) })
        let article = Article(
            source: source, title: title, authors: extra.isEmpty ? [] : [extra], text: text,
            blocks: [
                Block(role: .headline, range: page.range(title)), Block(role: .body, range: page.range(body)),
                Block(role: .furniture, range: page.range("Share this page")),
            ])
        let parties = [
            Party(id: "p1", kind: .city, name: "Incheon", mentions: [page.range("Incheon")]),
            Party(id: "p2", kind: .city, name: "Hai Phong", mentions: [page.range("Hai Phong")]),
            Party(id: "p3", kind: .person, name: "Seo \(extra)".trimmingCharacters(in: .whitespaces)),
        ]
        let visit = Engagement(
            type: .visit, title: "Mayor Seo visited Hai Phong \(extra)",
            participants: [.init(party: "p1", role: .visitor), .init(party: "p2", role: .host)], place: "p2",
            date: PartialDate("2024-06-01").map { DatedValue(value: $0, basis: .stated) })
        let pledge = Commitment(
            by: ["p1", "p2"], force: .pledge, what: "30 scholarships \(extra)",
            target: .init(value: 30, unit: "scholarships"))
        let words = body.prefix { $0 != "." }
        let entries = [
            Entry(id: "e1", content: .engagement(visit), confidence: 1, evidence: [page.evidence(String(words))]),
            Entry(
                id: "e2", content: .commitment(pledge), confidence: 1,
                evidence: [page.evidence("He pledged 30 scholarships")]),
        ]
        let snapshot = Snapshot(bytes: Array(text.utf8), contentType: "text/html")
        _ = try ledger.add(snapshot, reading: Reading(article: article, parties: parties, entries: entries))
        return source.id
    }

    /// Ranges of a text by its words.
    private struct TextMarks {
        let text: String
        init(_ text: String) { self.text = text }

        func range(_ words: String) -> TextRange {
            guard let found = text.range(of: words) else { return TextRange(start: .zero, end: .zero) }
            func position(_ index: String.Index) -> TextPosition {
                TextPosition(
                    scalar: text.unicodeScalars.distance(from: text.startIndex, to: index),
                    byte: text.utf8.distance(from: text.startIndex, to: index))
            }
            return TextRange(start: position(found.lowerBound), end: position(found.upperBound))
        }

        func evidence(_ words: String) -> Evidence { Evidence(range: range(words), quote: words) }
    }
}
