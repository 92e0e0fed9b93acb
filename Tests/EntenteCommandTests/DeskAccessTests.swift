// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite("Who may use the Desk")
struct DeskAccessTests {
    private static let password = "a long enough phrase"

    private func account(_ name: String, _ role: String, in scratch: Scratch) throws {
        let run = try Program.run(
            ["accounts", "add", name, "--role", role], input: Data("\(Self.password)\n".utf8), in: scratch)
        #expect(run.status == 0, "\(run.errors)")
    }

    /// A Desk with an admin and one more account behind a pretended proxy, and how a browser speaks to it.
    private func desk(_ role: String, _ arguments: [String] = []) throws -> (RunningDesk, Scratch) {
        let scratch = try Scratch()
        try account("Ada Holm", "admin", in: scratch)
        if role != "admin" { try account("Bo Lind", role, in: scratch) }
        return (try RunningDesk(scratch, arguments), scratch)
    }

    /// Signs in; gives the cookies and the token of the forms.
    private func signIn(
        _ desk: RunningDesk, _ name: String, _ password: String = Self.password, _ headers: [String: String] = [:]
    ) throws -> (answer: RunningDesk.Answer, cookies: String) {
        let page = try desk.ask("GET", "/sign-in", headers)
        let browser = Self.pairs(page.cookies)
        let answer = try desk.post(
            "/sign-in", ["name": name, "password": password, "token": page.formToken ?? ""],
            headers.merging(["Cookie": browser]) { $1 })
        return (answer, Self.pairs(answer.cookies))
    }

    private static func pairs(_ cookies: [String]) -> String {
        cookies.compactMap { $0.split(separator: ";").first.map(String.init) }.joined(separator: "; ")
    }

    @Test(
        "beyond the machine it does not start without accounts and encryption, and says what to do",
        arguments: [(["--host", "0.0.0.0"], "ACCESS-001"), (["--behind-proxy"], "ACCESS-001")])
    func refuses(arguments: [String], code: String) throws {
        let scratch = try Scratch()
        let run = try Program.run(["serve", "--port", "0"] + arguments, in: scratch)
        #expect(run.status == 2)
        #expect(run.errors.contains(code) && run.errors.contains("entente accounts add"))
        try account("Ada Holm", "admin", in: scratch)
        let plain = try Program.run(["serve", "--port", "0", "--host", "0.0.0.0"], in: scratch)
        #expect(plain.status == 2)
        #expect(plain.errors.contains("ACCESS-002") && plain.errors.contains("--behind-proxy"))
    }

    @Test("who is not known signs in first; a viewer reads and changes nothing; every refusal is in the log")
    func viewer() throws {
        let (desk, scratch) = try desk("viewer")
        let stranger = try desk.ask("GET", "/search?q=x")
        #expect(stranger.status == 303)
        #expect(stranger.header("location")?.hasPrefix("/sign-in?next=") == true)
        #expect(try desk.ask("GET", "/api/v1/entries").status == 401)
        let (answer, cookies) = try signIn(desk, "Bo Lind")
        #expect(answer.status == 303)
        let page = try desk.ask("GET", "/", ["Cookie": cookies])
        #expect(page.status == 200)
        let token = page.formToken ?? ""
        for (method, path) in [("GET", "/add"), ("POST", "/add/feeds"), ("POST", "/entries/x/note"), ("GET", "/log")] {
            let refused =
                method == "GET"
                ? try desk.ask(method, path, ["Cookie": cookies])
                : try desk.post(path, ["token": token, "text": "x"], ["Cookie": cookies])
            #expect(refused.status == 403, "\(path)")
        }
        #expect(try desk.ask("GET", "/api/v1/entries", ["Authorization": "Bearer nonsense"]).status == 401)
        let log = try Program.run(["accounts", "log", "--format", "json"], in: scratch).output
        #expect(log.contains("/entries/x/note") && log.contains("GET /add"))
        #expect(log.contains("403") && log.contains("401"))
        #expect(desk.stop() == 0)
    }

    @Test("a session ends with signing out, with another role and with another password")
    func sessions() throws {
        let (desk, scratch) = try desk("editor")
        func isIn(_ cookies: String) throws -> Bool { try desk.ask("GET", "/", ["Cookie": cookies]).status == 200 }
        let first = try signIn(desk, "Bo Lind").cookies
        let token = try desk.ask("GET", "/", ["Cookie": first]).formToken ?? ""
        #expect(try desk.post("/sign-out", ["token": token], ["Cookie": first]).status == 303)
        #expect(try !isIn(first))
        let second = try signIn(desk, "Bo Lind").cookies
        #expect(try isIn(second))
        _ = try Program.run(["accounts", "role", "Bo Lind", "viewer"], in: scratch)
        #expect(try !isIn(second))
        let third = try signIn(desk, "Bo Lind").cookies
        #expect(try isIn(third))
        _ = try Program.run(
            ["accounts", "password", "Bo Lind"], input: Data("another long phrase\n".utf8), in: scratch)
        #expect(try !isIn(third))
    }

    @Test("a form from elsewhere changes nothing: without its token, with another origin, by another site")
    func forgery() throws {
        let (desk, _) = try desk("admin")
        let cookies = try signIn(desk, "Ada Holm").cookies
        let token = try desk.ask("GET", "/", ["Cookie": cookies]).formToken ?? ""
        let feed = ["feed": "https://news.example/feed", "token": token]
        for (fields, headers) in [
            (["feed": "https://news.example/feed"], [:]), (feed.merging(["token": "00"]) { $1 }, [:]),
            (feed, ["Origin": "https://evil.example"]), (feed, ["Origin": "null"]),
            (feed, ["Sec-Fetch-Site": "cross-site"]),
        ] as [([String: String], [String: String])] {
            let answer = try desk.post("/add/feeds", fields, headers.merging(["Cookie": cookies]) { $1 })
            #expect(answer.status == 403)
            #expect(answer.body.contains("DESK-004"))
        }
        let own = ["Cookie": cookies, "Origin": "http://localhost:\(desk.port)", "Sec-Fetch-Site": "same-origin"]
        #expect(try desk.post("/add/feeds", feed, own).status == 303)
        #expect(try desk.ask("GET", "/", ["Host": "evil.example", "Cookie": cookies]).status == 421)
    }

    @Test("guessing gets slower, and who guesses is told how long to wait")
    func guessing() throws {
        let (desk, _) = try desk("viewer")
        let answers = try (0..<8).map { _ in try signIn(desk, "Bo Lind", "wrong").answer }
        #expect(answers.first?.status == 422)
        #expect(answers.last?.status == 429)
        #expect(answers.last?.header("retry-after") != nil)
    }

    @Test("cookies and headers are as strict as the way allows")
    func headers() throws {
        let (plain, _) = try desk("viewer")
        let cookie = try #require(try signIn(plain, "Bo Lind").answer.cookies.first)
        #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && !cookie.contains("Secure"))
        let (desk, _) = try desk("viewer", ["--behind-proxy"])
        let proxy = ["Host": "desk.example", "X-Forwarded-For": "203.0.113.7", "X-Forwarded-Host": "desk.example"]
        let secure = try #require(try signIn(desk, "Bo Lind", Self.password, proxy).answer.cookies.first)
        #expect(secure.hasPrefix("__Host-") && secure.contains("Secure") && secure.contains("Path=/"))
        let page = try desk.ask("GET", "/sign-in", proxy)
        #expect(page.header("strict-transport-security") != nil)
        #expect(page.header("x-content-type-options") == "nosniff")
        #expect(page.header("x-frame-options") == "DENY")
        let policy = page.header("content-security-policy") ?? ""
        #expect(policy.contains("default-src 'none'") && policy.contains("script-src 'self'"))
        #expect(!policy.contains("unsafe"))
        #expect(page.body.firstMatch(of: /<script(?![^>]* src=)/) == nil)
    }

    @Test("what a proxy says counts behind one alone; a plain way to the proxy is sent on to the encrypted one")
    func proxy() throws {
        let told = ["X-Forwarded-For": "203.0.113.7", "X-Forwarded-Host": "desk.example", "X-Forwarded-Proto": "https"]
        let (plain, log) = try desk("viewer")
        let answer = try signIn(plain, "Bo Lind", "wrong", told).answer
        #expect(answer.status == 422 && !answer.cookies.contains { $0.contains("Secure") })
        #expect(try plain.ask("GET", "/sign-in", ["Host": "desk.example"].merging(told) { $1 }).status == 421)
        #expect(try !Program.run(["accounts", "log"], in: log).output.contains("203.0.113.7"))
        let (desk, scratch) = try desk("viewer", ["--behind-proxy"])
        #expect(try signIn(desk, "Bo Lind", "wrong", told).answer.status == 422)
        #expect(try Program.run(["accounts", "log"], in: scratch).output.contains("203.0.113.7"))
        let open = told.merging(["X-Forwarded-Proto": "http"]) { $1 }
        let sent = try desk.ask("GET", "/search?q=x", open)
        #expect(sent.status == 308)
        #expect(sent.header("location") == "https://desk.example/search?q=x")
        #expect(try desk.post("/sign-in", ["name": "Bo Lind"], open).status == 403)
    }

    @Test("a program comes in by a token, as far as the token's role goes, until it is taken away")
    func tokens() throws {
        let (desk, scratch) = try desk("editor")
        let made = try Program.run(["accounts", "token", "add", "Bo Lind", "--for", "nightly"], in: scratch)
        let token = try #require(made.lines.last)
        let header = ["Authorization": "Bearer \(token)"]
        #expect(try desk.ask("GET", "/api/v1/entries", header).status == 200)
        #expect(try desk.ask("GET", "/", header).status == 303)
        let note = Array("{\"about\":\"x\",\"text\":\"y\"}".utf8)
        let json = header.merging(["Content-Type": "application/json"]) { $1 }
        #expect(try [403, 404].contains(desk.ask("POST", "/api/v1/notes", json, body: note).status))
        _ = try Program.run(["accounts", "remove", "Bo Lind"], in: scratch)
        #expect(try desk.ask("GET", "/api/v1/entries", header).status == 401)
    }
}
