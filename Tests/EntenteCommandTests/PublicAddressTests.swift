// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestServer
import Testing

@Suite(
    "From a public address to a private one",
    .enabled(if: PublicServer.isPossible, Comment(rawValue: PublicServer.absence)))
struct PublicAddressTests {
    /// Ways to write addresses of this machine and its network.
    private static let targets = [
        "http://127.0.0.1/secret", "http://169.254.169.254/latest/meta-data/", "http://[::1]/secret",
        "http://[::ffff:127.0.0.1]/secret", "http://[::ffff:7f00:1]/secret", "http://[::]/secret",
        "http://0.0.0.0/secret",
        "http://0/secret", "http://2130706433/secret", "http://017700000001/secret", "http://0177.0.0.1/secret",
        "http://0x7f.1/secret", "http://127.1/secret", "http://10.1.2.3/secret", "http://localhost/secret",
        "//127.0.0.1/secret", "http://8.8.8.8@127.0.0.1/secret",
    ]

    @Test("a redirect from a public page is followed to a public address and to no private one, however it is written")
    func redirects() throws {
        let open = PublicServer.redirect(to: "http://8.8.4.4/page")
        let result = try PublicServer.visit([open] + Self.targets.map(PublicServer.redirect))
        #expect(result.runs[open]?.status == 0)
        for target in Self.targets {
            let run = try #require(result.runs[PublicServer.redirect(to: target)])
            #expect(run.status != 0 && run.messages.contains("GATHER-003"), "\(target): \(run.messages)")
        }
        #expect(result.requests.allSatisfy { ["8.8.8.8", "8.8.4.4"].contains($0.address) && $0.path != "/secret" })
    }

    @Test("a name that has a private address when it is looked up again leads nowhere")
    func rebinding() throws {
        // One visit looks a name up once, for robots.txt and the page; the second visit is told of 127.0.0.1.
        let urls = ["http://rebinding.example/one", "http://rebinding.example/two"]
        let result = try PublicServer.visit(urls)
        #expect(result.runs[urls[0]]?.status == 0, "\(result)")
        #expect(result.runs[urls[1]]?.messages.contains("GATHER-003") == true, "\(result)")
        #expect(result.requests.map(\.path) == ["/robots.txt", "/one"])
        #expect(result.requests.allSatisfy { $0.address == "8.8.8.8" })
    }
}

/// A server with a public address in namespaces of its own, visited by the built program.
enum PublicServer {
    /// What came of it.
    struct Visit: Decodable {
        struct Run: Decodable {
            let status: Int
            let messages: String
        }
        struct Request: Decodable {
            let address: String
            let path: String
        }
        let runs: [String: Run]
        let requests: [Request]
    }

    static let absence = "network and mount namespaces cannot be had here (unshare -rnm, ip)"
    static let isPossible = LocalServer.isPossible && (try? visit([])) != nil

    static func redirect(to target: String) -> String {
        let escaped = target.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? target
        return "http://8.8.8.8/to?url=\(escaped)"
    }

    /// Runs the program on URLs inside.
    static func visit(_ urls: [String]) throws -> Visit {
        let scratch = try Scratch()
        let script =
            "exec unshare -rnm \"$PYTHON\" \"$SCRIPT\" \"$ENTENTE\" \(urls.map { "'\($0)'" }.joined(separator: " "))"
        let run = try Program.shell(
            script, environment: ["PYTHON": LocalServer.python, "SCRIPT": LocalServer.namespaceScript], in: scratch)
        return try JSONDecoder().decode(Visit.self, from: Data(run.output.utf8))
    }
}
