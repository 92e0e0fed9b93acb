// SPDX-License-Identifier: Apache-2.0

import Desk
import Foundation
import Hummingbird
import Ledger
import Testing

@Suite("Hostile input")
struct HostileTests {
    static let inputs = [
        DeskProbe.script, "\"><img src=x onerror=alert(1)>", "' OR 1=1; DROP TABLE source; --", "../../etc/passwd",
        "{{title}}{{{title}}}", "a\r\nSet-Cookie: evil=1", "\u{202E}gnirts", String(repeating: "x", count: 5000),
        "%00%ff%fe", "\"NEAR(a b", "javascript:alert(1)",
    ]

    @Test("a hostile article is shown as text on every page", arguments: [0, 1])
    func article(index: Int) async throws {
        let desk = try DeskProbe()
        let source = try desk.addPage(extra: Self.inputs[index], title: "Title \(Self.inputs[index])")
        let entry = try #require(try desk.ledger.entryRecords().first?.id)
        let party = try #require(try desk.ledger.partyRecords(RecordQuery(kind: "person")).first?.id)
        for path in [
            "/", "/pairs/Incheon/Hai%20Phong", "/sources/\(source)", "/entries/\(entry)", "/parties/\(party)",
            "/search?q=Seo", "/review", "/briefs/pair/Incheon/Hai%20Phong", "/sources/\(source)/enter?at=0-40",
        ] {
            let answer = try await desk.get(path)
            #expect(answer.status == 200, "\(path)")
            #expect(!answer.body.contains("<script>alert"), "\(path)")
            #expect(!answer.body.contains("<img src=x"), "\(path)")
            #expect(!answer.body.contains(" style="), "\(path)")
        }
    }

    @Test("the bytes of a page are given as plain text that cannot run")
    func snapshot() async throws {
        let desk = try DeskProbe()
        let source = try desk.addPage(extra: DeskProbe.script)
        let answer = try await desk.get("/sources/\(source)/snapshot")
        #expect(answer.headers[.contentType] == "text/plain; charset=utf-8")
        #expect(answer.headers[.xContentTypeOptions] == "nosniff")
        #expect(answer.headers[.contentSecurityPolicy]?.contains("sandbox") == true)
    }

    @Test("every field of an address takes anything without failing or echoing mark-up", arguments: inputs)
    func fields(input: String) async throws {
        let desk = try DeskProbe()
        try desk.addPage()
        let text = QueryFields.encoded(input)
        for path in [
            "/search?q=\(text)", "/search?q=Seo&party=\(text)&since=\(text)&kind=\(text)&page=\(text)",
            "/pairs/Incheon/Hai%20Phong?q=\(text)", "/pairs/Incheon/Hai%20Phong?kind=\(text)",
            "/pairs/\(text)/Incheon", "/entries/\(text)", "/parties/\(text)", "/sources/\(text)", "/static/\(text)",
            "/briefs/brief?name=\(text)", "/briefs/digest?since=\(text)", "/briefs/report?name=\(text)&year=\(text)",
            "/exports/\(text)", "/add/jobs/\(text)", "/?lang=\(text)", "/pairs?left=\(text)",
        ] {
            let answer = try await desk.get(path)
            #expect(answer.status < 500, "\(path.prefix(120)) \(answer.status)")
            #expect(!answer.body.contains("<script>alert"), "\(path.prefix(120))")
            #expect(!answer.body.contains("<img src=x"), "\(path.prefix(120))")
            #expect(answer.headers[.location]?.contains(where: \.isNewline) != true)
        }
    }

    @Test("every field of a form is refused or kept as text", arguments: inputs)
    func forms(input: String) async throws {
        let desk = try DeskProbe()
        let source = try desk.addPage()
        let id = try #require(try desk.ledger.entryRecords().first?.id)
        for (path, fields) in [
            ("/entries/\(id)/correct", [("field", "title"), ("value", input), ("note", input)]),
            ("/entries/\(id)/note", [("text", input)]), ("/entries/\(id)/join", [("other", input)]),
            ("/conflicts/\(QueryFields.encoded(input))/resolve", [("note", input)]),
            ("/proposals/\(QueryFields.encoded(input))/accept", []), ("/add/feeds", [("feed", input)]),
            (
                "/sources/\(source)/enter",
                [("kind", "figure"), ("quote", "He pledged"), ("value", input), ("indicator", input), ("unit", input)]
            ),
            ("/preferences", [("theme", input), ("back", input)]), ("/seen", [("latest", input)]),
        ] as [(String, [(String, String)])] {
            let answer = try await desk.post(path, fields)
            #expect(answer.status < 500, "\(path.prefix(80)) \(answer.status)")
            #expect(!answer.body.contains("<script>alert"), "\(path.prefix(80))")
            if path == "/preferences" { #expect(answer.headers[.location] == "/") }
        }
        let page = try await desk.get("/entries/\(id)")
        #expect(page.status == 200)
        #expect(!page.body.contains("<script>alert"))
    }

    @Test("what is too large is refused")
    func giant() async throws {
        let desk = try DeskProbe(largestUpload: 1000)
        let answer = try await desk.post("/add", [("text", String(repeating: "x", count: 5000))])
        #expect(answer.status == 413)
        #expect(answer.body.contains("DESK-005"))
    }

    @Test("no template prints anything unescaped, and none has a style or a handler of its own")
    func templates() throws {
        for (name, text) in try DeskFiles.templates() {
            #expect(!text.contains("{{{") && !text.contains("{{&"), "\(name)")
            #expect(!text.contains(" style=") && !text.contains("<style"), "\(name)")
            #expect(text.firstMatch(of: /\son[a-z]+=/) == nil, "\(name)")
        }
    }
}
