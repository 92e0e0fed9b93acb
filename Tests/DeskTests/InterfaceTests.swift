// SPDX-License-Identifier: Apache-2.0

import Asking
import Desk
import Foundation
import Hummingbird
import Ledger
import Testing

@Suite("The interface for programs")
struct InterfaceTests {
    /// What the description says of one operation.
    private struct Operation {
        let name: String
        let query: Set<String>
        let path: String
        let method: HTTPRequest.Method
        let takesBody: Bool
    }

    private static func described() throws -> [Operation] {
        let data = try Data(contentsOf: DeskFiles.folder.appending(path: "Resources/interface/openapi.json"))
        let document = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(document["openapi"] as? String == "3.1.0")
        let paths = try #require(document["paths"] as? [String: [String: [String: Any]]])
        return paths.sorted { $0.key < $1.key }.flatMap { path, methods in
            methods.sorted { $0.key < $1.key }.map { method, operation in
                let parameters = operation["parameters"] as? [[String: Any]] ?? []
                let query = parameters.filter { $0["in"] as? String == "query" }.compactMap { $0["name"] as? String }
                return Operation(
                    name: "\(method) \(path)", query: Set(query), path: path,
                    method: HTTPRequest.Method(rawValue: method.uppercased()) ?? .get,
                    takesBody: operation["requestBody"] != nil)
            }
        }
    }

    @Test("every route is described with the names of its query, and nothing else is described")
    func agreement() throws {
        let described = Dictionary(uniqueKeysWithValues: try Self.described().map { ($0.name, $0.query) })
        let served = Dictionary(uniqueKeysWithValues: InterfaceRoutes.described.map { ($0.operation, $0.query) })
        #expect(described == served)
    }

    @Test("what a page can do a program can: ask, add, watch, review")
    func whole() async throws {
        let desk = try DeskProbe()
        try desk.addPage()
        #expect(try await desk.get("/api/v1/answer?q=who").status == 503)
        #expect(try await desk.get("/api/v1/follow-ups").status == 200)
        let entry = try #require(try desk.ledger.entryRecords().first?.id)
        let note = try await desk.send(
            "/api/v1/notes", "{\"about\":\"\(entry)\",\"text\":\"\(DeskProbe.script)\"}")
        #expect(note.status == 201)
        let correction = try await desk.send(
            "/api/v1/entries/\(entry)/corrections", "{\"field\":\"title\",\"value\":\"A visit\"}")
        #expect(correction.status == 201)
        #expect(try await desk.get("/api/v1/decisions").body.contains("\"correction\""))
        let feed = try await desk.send("/api/v1/feeds", "{\"location\":\"https://news.example/feed\"}")
        #expect(feed.status == 201)
        #expect(try await desk.get("/api/v1/feeds").body.contains("https://news.example/feed"))
        let gone = try await desk.ask(.delete, "/api/v1/feeds?location=https://news.example/feed", [:], [])
        #expect(gone.status == 204)
    }

    @Test(
        "a long list goes on behind its last row, and offset and after are not mixed",
        arguments: ["entries", "parties", "sources"])
    func goingOn(list: String) async throws {
        let desk = try DeskProbe()
        for day in ["2024-06-01", "2024-06-02", "2024-06-03"] { try desk.addPage(title: "A visit \(day)", day: day) }
        let whole = try await desk.get("/api/v1/\(list)")
        var next: String? = "/api/v1/\(list)?limit=1"
        var ids: [Substring] = []
        while let address = next, ids.count < 20 {
            let page = try await desk.get(address)
            try #require(page.status == 200)
            ids += page.body.matches(of: /"id":"([^"]+)"/).map(\.output.1)
            next = page.body.firstMatch(of: /"next":"([^"]+)"/).map { String($0.output.1) }
        }
        #expect(ids.count > 1 && ids == whole.body.matches(of: /"id":"([^"]+)"/).map(\.output.1))
        #expect(try await desk.get("/api/v1/\(list)?after=\(ids[0])&offset=1").status == 400)
        #expect(try await desk.get("/api/v1/\(list)?after=nothing").status == 404)
        #expect(try await desk.get("/api/v1/proposals?after=x").status == 400)
    }

    @Test("pages are added by address, as files and as text, and their state can be asked for")
    func adding() async throws {
        let tools = DeskTools(
            ask: { _ in throw DeskError(.unready, "") },
            add: { input, tell in
                let name =
                    switch input {
                    case .address(let address): address
                    case .file(let name, let bytes): "\(name) \(bytes.count)"
                    }
                tell(DeskTools.Outcome(name: name, state: "added"))
            })
        let desk = try DeskProbe(tools: tools)
        let begun = try await desk.send(
            "/api/v1/imports",
            """
            {"addresses":["https://news.example/1"],"files":[{"name":"../a.html","content":"PGI+"}],"text":"He came."}
            """)
        #expect(begun.status == 202)
        let id = try #require(begun.body.firstMatch(of: /"id":"([^"]+)"/)?.output.1)
        var state = ""
        for _ in 0..<100 where !state.contains("\"isDone\":true") {
            state = try await desk.get("/api/v1/imports/\(id)").body
            try await Task.sleep(for: .milliseconds(20))
        }
        #expect(state.contains("\"finished\":3,\"id\""))
        #expect(state.contains("\"a.html 3\""))
        for refused in [
            "{}", "{\"addresses\":[\"file:///etc/passwd\"]}", "{\"files\":[{\"name\":\"a\",\"content\":\"%\"}]}",
        ] {
            #expect(try await desk.send("/api/v1/imports", refused).status == 400)
        }
    }

    @Test("a file is called the same whether a form or a program sends it")
    func fileNames() async throws {
        let tools = DeskTools(
            ask: { _ in throw DeskError(.unready, "") },
            add: { input, tell in
                if case .file(let name, _) = input { tell(DeskTools.Outcome(name: "<\(name)>", state: "added")) }
            })
        let desk = try DeskProbe(tools: tools)
        for (sent, called) in [
            ("../../etc/a.html", "a.html"), ("C:\\dir\\b.txt", "b.txt"),
            ("\u{202E}c\u{7}.html ", "c.html"), ("/", "file"),
        ] {
            let json = try String(
                decoding: JSONEncoder().encode(["files": [["name": sent, "content": "PGI+"]]]), as: UTF8.self)
            let begun = try await desk.send("/api/v1/imports", json)
            let id = try #require(begun.body.firstMatch(of: /"id":"([^"]+)"/)?.output.1)
            let disposition = "Content-Disposition: form-data; name=\"files\"; filename=\"\(sent)\""
            let token = "--X\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n\(desk.formToken)\r\n"
            let form = try await desk.ask(
                .post, "/add", [.contentType: "multipart/form-data; boundary=X", .cookie: desk.cookie],
                Array("\(token)--X\r\n\(disposition)\r\n\r\n<b>\r\n--X--\r\n".utf8))
            let job = try #require(form.headers[.location])
            for path in ["/api/v1/imports/\(id)", job] {
                var state = ""
                for _ in 0..<100 where !state.contains("\(called)>") && !state.contains("\(called)&gt;") {
                    state = try await desk.get(path).body
                    try await Task.sleep(for: .milliseconds(20))
                }
                #expect(state.contains("<\(called)>") || state.contains("&lt;\(called)&gt;"), "\(sent)")
            }
        }
    }

    @Test("anything in any place of any route is refused or taken as text, never a failure")
    func hostile() async throws {
        let desk = try DeskProbe()
        try desk.addPage(extra: DeskProbe.script)
        let deep = String(repeating: "[", count: 20_000)
        let bodies =
            [
                "", "null", "[]", "{", deep, "{\"a\":" + deep, "\u{0}", "1e999",
                "{\"about\":\"\\ud800\",\"left\":\"\\u0000\"}",
            ].map { Array($0.utf8) } + [[0xFF, 0xFE, 0x00], [UInt8](repeating: 0x7B, count: 2 << 20)]
        for operation in try Self.described() where operation.name != "get /api/v1/exports/{format}" {
            for input in HostileTests.inputs {
                let text = QueryFields.encoded(input)
                let path = operation.path.replacing(/\{[a-z]+\}/, with: text)
                let query = operation.query.sorted().map { "\($0)=\(text)" }.joined(separator: "&")
                let answer = try await desk.ask(
                    operation.method, path + (query.isEmpty ? "" : "?\(query)"),
                    [.contentType: "application/json"], operation.takesBody ? Array(input.utf8) : [])
                // This Desk has no language model to answer questions by.
                let isUnready = answer.status == 503 && operation.name == "get /api/v1/answer"
                #expect(answer.status < 500 || isUnready, "\(operation.name) \(input.prefix(20)) \(answer.status)")
                #expect(answer.headers[.contentType]?.hasPrefix("text/html") != true)
            }
            guard operation.takesBody else { continue }
            let path = operation.path.replacing(/\{[a-z]+\}/, with: "1")
            for body in bodies {
                let answer = try await desk.ask(operation.method, path, [.contentType: "application/json"], body)
                #expect((400..<500).contains(answer.status), "\(operation.name) \(body.prefix(10)) \(answer.status)")
            }
            let plain = try await desk.ask(operation.method, path, [.contentType: "text/plain"], Array("{}".utf8))
            #expect(plain.status == 415, "\(operation.name)")
        }
    }

    @Test("a path says which methods it takes")
    func methods() async throws {
        let desk = try DeskProbe()
        for path in Set(try Self.described().map(\.path)) {
            let place = path.replacing(/\{[a-z]+\}/, with: "1")
            let answer = try await desk.ask(.patch, place, [:], [])
            #expect(answer.status == 405, "\(path)")
            #expect(answer.headers[.allow] != nil)
        }
    }

    @Test("errors on Korean and Vietnamese pages are in the language of the page", arguments: ["ko", "vi"])
    func errors(language: String) async throws {
        let desk = try DeskProbe()
        for path in ["/entries/nothing", "/pairs/Incheon/Atlantis", "/briefs/report?name=x", "/nowhere"] {
            let mark = path.contains("?") ? "&" : "?"
            let body = try await desk.get("\(path)\(mark)lang=\(language)").body
            for word in ["There is nothing", "Go back", "cannot be understood", "Not Found"] {
                #expect(!body.contains(word), "\(path): \(word)")
            }
        }
    }
}

extension DeskProbe {
    /// Sends JSON.
    func send(_ path: String, _ json: String) async throws -> Answer {
        try await ask(.post, path, [.contentType: "application/json"], Array(json.utf8))
    }
}
