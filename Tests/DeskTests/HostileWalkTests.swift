// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Desk
import Foundation
import Hashing
import Hummingbird
import Ledger
import Testing

@Suite("Hostile input, everywhere")
struct HostileWalkTests {
    /// A Desk with accounts, so that every page is there, and who is signed in at it.
    private struct Signed {
        let desk: DeskProbe
        let cookie: String
        let token: String

        init() async throws {
            let folder = FileManager.default.temporaryDirectory.appending(path: "walk-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let accounts = try Accounts(at: folder.appending(path: "accounts"), cost: .least)
            let phrase = "a long enough phrase"
            for name in ["Ada Holm", "Bo Lind"] {
                try accounts.add(name, .admin, password: phrase, by: Performer("test", at: "-"))
            }
            desk = try DeskProbe(door: try DeskDoor(host: "127.0.0.1", accounts: accounts))
            let session = try #require(try accounts.signIn("Ada Holm", password: phrase, from: "-"))
            cookie = "entente-session=\(session.text)"
            token = session.digest(for: "form").description
        }

        func get(_ path: String) async throws -> DeskProbe.Answer { try await desk.get(path, [.cookie: cookie]) }

        /// Sends a form of a page with `input` in every field, or in the hidden ones as well.
        func send(_ form: PageMarkup.Form, _ input: String, hiddenToo: Bool) async throws -> DeskProbe.Answer {
            var fields = form.hidden.map { ($0.key, hiddenToo ? input : $0.value) }.sorted { $0.0 < $1.0 }
            fields += form.fields.map { ($0, input) }
            fields = fields.filter { $0.0 != DeskContext.tokenField }
            if form.isPost { fields.append((DeskContext.tokenField, token)) }
            let query = fields.map { "\($0.0)=\(QueryFields.encoded($0.1))" }.joined(separator: "&")
            guard form.isPost else { return try await get("\(form.action)?\(query)") }
            var type = "application/x-www-form-urlencoded"
            var body = query
            if form.isMultipart {
                type = "multipart/form-data; boundary=XX"
                body = fields.map { "--XX\r\nContent-Disposition: form-data; name=\"\($0.0)\"\r\n\r\n\($0.1)\r\n" }
                    .joined()
                body += "--XX\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\(input)\"\r\n\r\n"
                body += "\(input)\r\n--XX--\r\n"
            }
            return try await desk.ask(
                .post, form.action, [.contentType: type, .cookie: cookie], Array(body.utf8))
        }
    }

    private func check(_ answer: DeskProbe.Answer, _ what: String) throws {
        #expect(answer.status < 500 || answer.status == 503, "\(what) \(answer.status)")
        for field in answer.headers {
            let isOneLine = !field.value.contains { $0.isNewline }
            #expect(isOneLine, "\(what) \(field.name)")
        }
        guard answer.headers[.contentType]?.hasPrefix("text/html") == true else { return }
        #expect(answer.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true, "\(what)")
        // A brief is a whole document with its one style sheet, which its own policy names.
        let flaws = try PageMarkup(answer.body).flaws.filter { $0 != "<style>" }
        #expect(flaws.isEmpty, "\(what): \(flaws.prefix(3))")
    }

    private func pages(_ desk: DeskProbe) throws -> [String] {
        let sources = try desk.ledger.sources(LedgerFilter(limit: 9)).map { String($0.id.dropFirst(7).prefix(16)) }
        let entries = try desk.ledger.entryRecords().map(\.id)
        let parties = try desk.ledger.partyRecords(RecordQuery()).map(\.id)
        let fixed = [
            "/", "/pairs", "/pairs/Incheon/Hai%20Phong", "/review", "/search?q=Seo", "/search?q=Seo&ask=1", "/add",
            "/briefs", "/briefs/pair/Incheon/Hai%20Phong", "/briefs/digest?since=2000",
            "/briefs/report?name=Incheon&year=2024", "/api", "/account", "/accounts", "/log", "/nowhere",
        ]
        let readers = sources.flatMap { ["/sources/\($0)", "/sources/\($0)/enter", "/sources/\($0)/enter?at=0-40"] }
        let kinds = Entry.Kind.allCases.map { "/sources/\(sources.first ?? "")/enter?kind=\($0.rawValue)" }
        let records = entries.map { "/entries/\($0)" } + parties.map { "/parties/\($0)" }
        return fixed + readers + kinds + records
    }

    @Test("text, title, author, publisher and address of a page are text everywhere", arguments: HostileTests.inputs)
    func articles(input: String) async throws {
        let signed = try await Signed()
        try signed.desk.addPage(
            extra: input, title: "Title \(input)", location: "javascript:alert(1)//\(input)", publisher: input)
        try signed.desk.addPage(extra: input, day: "2025-02-03", location: "https://x.example/\"onload=\"\(input)")
        for path in try pages(signed.desk) { try check(try await signed.get(path), path) }
        for format in ["html", "markdown"] {
            try check(try await signed.get("/briefs/pair/Incheon/Hai%20Phong?format=\(format)"), format)
        }
    }

    @Test("every field of every form of every page takes anything as text, or refuses it")
    func forms() async throws {
        let signed = try await Signed()
        try signed.desk.addPage()
        try signed.desk.addPage(extra: "They met again.", day: "2025-02-03")
        var forms: Set<PageMarkup.Form> = []
        for path in try pages(signed.desk) {
            let answer = try await signed.get(path)
            guard answer.headers[.contentType]?.hasPrefix("text/html") == true else { continue }
            // What would sign this person out is left alone; the other account has the same forms.
            forms.formUnion(
                try PageMarkup(answer.body).forms.filter { $0.action != "/sign-out" && !$0.action.contains("Ada") })
        }
        #expect(forms.count > 30)
        let count = try signed.desk.ledger.entryRecords().count
        for form in forms.sorted(by: { ($0.action, $0.fields.joined()) < ($1.action, $1.fields.joined()) }) {
            for input in HostileTests.inputs {
                for hiddenToo in [false, true] where hiddenToo == false || form.isPost {
                    let answer = try await signed.send(form, input, hiddenToo: hiddenToo)
                    try check(answer, "\(form.action) \(input.prefix(20))")
                }
            }
        }
        for path in try pages(signed.desk) { try check(try await signed.get(path), path) }
        #expect(try signed.desk.ledger.entryRecords().count >= count)
    }

    @Test("every route takes anything in its address, query, headers and body")
    func routes() async throws {
        let signed = try await Signed()
        try signed.desk.addPage()
        let names = [
            "q", "kind", "at", "page", "since", "until", "format", "name", "year", "lang", "left", "right",
            "next",
        ]
        let giant = String(repeating: "\u{10FFFF}", count: 20_000)
        for route in signed.desk.routes where !route.path.hasPrefix("/api/v1") && route.path != "/sign-out" {
            for input in HostileTests.inputs {
                let text = QueryFields.encoded(input)
                let path = route.path.replacing(/\{[A-Za-z]+\}/, with: text.isEmpty ? "x" : text)
                let query = names.map { "\($0)=\(text)" }.joined(separator: "&")
                let line = String(input.unicodeScalars.filter { $0.value >= 32 && $0.value < 127 })
                let answer = try await signed.desk.ask(
                    route.method, "\(path)?\(query)".prefix(8000).description,
                    [
                        .cookie: "\(signed.cookie); language=\(line); seen=\(line); theme=\(line)", .accept: line,
                        .acceptLanguage: line, .ifNoneMatch: line, .range: line, .referer: line, .userAgent: line,
                        .contentType: "application/x-www-form-urlencoded",
                    ], Array("token=\(signed.token)&text=\(text)&name=\(text)".utf8))
                try check(answer, "\(route.method) \(route.path) \(input.prefix(20))")
            }
            let bodies: [[UInt8]] = [
                [0xFF, 0xFE, 0x00, 0xC3], Array(giant.utf8), Array("token=%FF%FE&q=%C3%28".utf8),
            ]
            for body in bodies {
                let types = [
                    "application/x-www-form-urlencoded", "multipart/form-data; boundary=\"", "text/html; charset=utf-7",
                ]
                for type in types {
                    let path = route.path.replacing(/\{[A-Za-z]+\}/, with: "1")
                    let answer = try await signed.desk.ask(
                        route.method, path, [.cookie: signed.cookie, .contentType: type], body)
                    try check(answer, "\(route.method) \(route.path) \(type)")
                }
            }
        }
    }

    @Test("bytes in a wrong encoding stay text, and an address that is too long is refused")
    func encodings() async throws {
        let desk = try DeskProbe()
        try desk.addPage()
        for path in [
            "/search?q=%FF%FE%00%C3%28", "/search?q=%ED%A0%80", "/pairs/%C3%28/%FF", "/search?q=+ADw-script+AD4-",
        ] {
            let answer = try await desk.get(path)
            #expect(answer.status < 500)
            #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
        }
        #expect(try await desk.get("/search?q=\(String(repeating: "x", count: 9000))").status == 414)
    }
}
