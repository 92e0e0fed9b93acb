// SPDX-License-Identifier: Apache-2.0

import Asking
import Desk
import Foundation
import Hummingbird
import Testing

@Suite("The frame of the Desk")
struct FrameTests {
    @Test("a static file is known again by its tag, and nothing outside is given")
    func staticFiles() async throws {
        let desk = try DeskProbe()
        let sheet = try await desk.get("/static/desk.css")
        #expect(sheet.status == 200)
        let tag = try #require(sheet.headers[.eTag])
        #expect(try await desk.get("/static/desk.css", [.ifNoneMatch: tag]).status == 304)
        #expect(try await desk.get("/static/..%2Fwords%2Fen.yaml").status == 404)
        #expect(try await desk.get("/static/en.yaml").status == 404)
    }

    @Test("fields are decoded as browsers encode them, and encoded back")
    func fields() {
        let fields = QueryFields("a=1+2&b=%ED%95%9C&a=%zz&c=&%C3%28=x")
        #expect(fields.all("a") == ["1 2", "%zz"])
        #expect(fields["b"] == "한")
        #expect(fields["c"] == nil)
        #expect(QueryFields(QueryFields([("k", "a&b=c d/é")]).text)["k"] == "a&b=c d/é")
        #expect(fields.setting("a", to: "9").all("a") == ["9"])
    }

    @Test("a form with files is read as RFC 7578 writes it")
    func multipart() throws {
        let body = """
            --X\r\nContent-Disposition: form-data; name="addresses"\r\n\r\nhttps://a.example\r\n--X\r\n\
            Content-Disposition: form-data; name="files"; filename="C:\\dir\\a b.html"\r\nContent-Type: text/html\r\n\r\n\
            <p>\r\n--Xish</p>\r\n--X\r\nContent-Disposition: form-data; name="files"; filename=""\r\n\r\n\r\n--X--\r\n
            """
        let form = try #require(MultipartForm(Array(body.utf8), contentType: "multipart/form-data; boundary=X"))
        #expect(form.fields["addresses"] == "https://a.example")
        #expect(form.files.map(\.name) == ["C:\\dir\\a b.html"])
        for cut in stride(from: 0, to: body.utf8.count, by: 7) {
            _ = MultipartForm(Array(body.utf8.prefix(cut)), contentType: "multipart/form-data; boundary=X")
        }
        #expect(MultipartForm([], contentType: "text/plain") == nil)
    }

    @Test("pages that are added are told of one by one")
    func imports() async throws {
        let tools = DeskTools(
            ask: { _ in throw DeskError(.unready, "") },
            add: { input, tell in
                guard case .file(let name, let bytes) = input else { return }
                tell(.init(name: "\(name) <b>", state: bytes.isEmpty ? nil : "added"))
            })
        let desk = try DeskProbe(tools: tools)
        let sent = try await desk.post("/add", [("text", "Seo met Huy in Incheon.")])
        let job = try #require(sent.headers[.location])
        // A stream ends after a while; a browser comes back, and so does this test, on however slow a machine.
        var told = ""
        for _ in 0..<20 where !told.contains("event: done") {
            let events = try await desk.get("\(job)/events")
            #expect(events.headers[.contentType] == "text/event-stream")
            told += events.body
        }
        #expect(told.contains("event: page"))
        #expect(told.contains("event: done"))
        let page = try await desk.get(job)
        #expect(page.body.contains("&lt;b&gt;"))
        #expect(try await desk.post("/add", [("addresses", "file:///etc/passwd")]).status == 400)
    }

    @Test("without the language model a question is answered by what to do")
    func unready() async throws {
        let answer = try await DeskProbe().get("/search?q=Who%3F")
        #expect(answer.status == 200)
        #expect(answer.body.contains("make model"))
    }

    @Test("looks are kept in cookies, and the way back never leaves the Desk")
    func preferences() async throws {
        let desk = try DeskProbe()
        let sent = try await desk.post("/preferences", [("theme", "dark"), ("back", "//evil.example/")])
        #expect(sent.headers[.location] == "/")
        #expect(sent.headers[.setCookie]?.hasPrefix("theme=dark") == true)
        #expect(try await desk.get("/", [.cookie: "theme=dark"]).body.contains("data-theme=\"dark\""))
        #expect(!(try await desk.get("/", [.cookie: "theme=\"><script>"]).body.contains("data-theme")))
    }
}
