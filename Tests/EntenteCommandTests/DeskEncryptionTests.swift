// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite("The Desk over TLS")
struct DeskEncryptionTests {
    private static let password = "a long enough phrase"
    private static let isPossible = ["/usr/bin/openssl", "/usr/bin/python3"].allSatisfy {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// Asks as a browser would that trusts `desk.pem`: prints the status, the headers and the body.
    private static let client = """
        import http.client, ssl, sys
        port, version, name, method, path, headers, body = sys.argv[1:8]
        context = ssl.create_default_context(cafile="desk.pem")
        context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
        context.maximum_version = getattr(ssl.TLSVersion, version)
        context.set_ciphers("ALL:@SECLEVEL=0")
        connection = http.client.HTTPSConnection(name, int(port), context=context, timeout=30)
        connection.request(method, path, body or None, dict(line.split(": ", 1) for line in headers.split("|") if line))
        answer = connection.getresponse()
        print(connection.sock.version() if connection.sock else "", answer.status)
        for header in answer.getheaders(): print(f"{header[0].lower()}: {header[1]}")
        print(answer.read().decode())
        """

    private func scratch() throws -> Scratch {
        let scratch = try Scratch()
        try scratch.write("client.py", Self.client)
        for name in ["desk", "other"] {
            let made = try Program.shell(
                """
                openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost \
                    -addext subjectAltName=DNS:localhost,IP:127.0.0.1 -keyout \(name).key -out \(name).pem
                """, in: scratch)
            #expect(made.status == 0, "\(made.errors)")
        }
        let run = try Program.run(
            ["accounts", "add", "Ada Holm", "--role", "admin"], input: Data("\(Self.password)\n".utf8), in: scratch)
        #expect(run.status == 0)
        return scratch
    }

    private func ask(
        _ desk: RunningDesk, in scratch: Scratch, version: String = "MAXIMUM_SUPPORTED", name: String = "localhost",
        method: String = "GET", path: String = "/sign-in", headers: [String] = [], body: String = ""
    ) throws -> Program.Run {
        let quoted = [
            "\(desk.port)", version, name, method, path, headers.joined(separator: "|"), body,
        ].map { "'\($0)'" }.joined(separator: " ")
        return try Program.shell("python3 client.py \(quoted)", in: scratch)
    }

    @Test(
        "with a certificate of its own it is reached from elsewhere, by TLS 1.2 and later alone, and cookies are secure",
        .enabled(if: isPossible, "openssl or python3 is missing"))
    func own() throws {
        let scratch = try scratch()
        let desk = try RunningDesk(
            scratch,
            ["--host", "0.0.0.0", "--certificate", scratch.path("desk.pem"), "--key", scratch.path("desk.key")])
        #expect(desk.address.hasPrefix("https://"))
        let page = try ask(desk, in: scratch)
        #expect(page.status == 0, "\(page.errors)")
        #expect(page.lines.first == "TLSv1.3 200")
        #expect(page.output.contains("strict-transport-security: max-age="))
        let cookie = try #require(page.lines.first { $0.hasPrefix("set-cookie: __Host-entente-browser=") })
        #expect(cookie.contains("Secure") && cookie.contains("HttpOnly"))
        let token = try #require(page.output.firstMatch(of: /name="token" value="([0-9a-f]+)"/)?.output.1)
        let browser = cookie.dropFirst("set-cookie: ".count).prefix { $0 != ";" }
        let signedIn = try ask(
            desk, in: scratch, method: "POST", path: "/sign-in",
            headers: [
                "Cookie: \(browser)", "Content-Type: application/x-www-form-urlencoded",
                "Origin: https://localhost:\(desk.port)",
            ], body: "name=Ada+Holm&password=a+long+enough+phrase&token=\(token)")
        #expect(signedIn.lines.first?.hasSuffix("303") == true, "\(signedIn.output) \(signedIn.errors)")
        #expect(signedIn.output.contains("__Host-entente-session="))
        #expect(try ask(desk, in: scratch, version: "TLSv1_2").lines.first == "TLSv1.2 200")
        #expect(try ask(desk, in: scratch, version: "TLSv1_1").status != 0)
        // Who speaks no TLS gets nothing, and takes nothing from others.
        #expect(throws: (any Error).self) { try desk.ask("GET", "/health") }
        #expect(try ask(desk, in: scratch, path: "/health").lines.first?.hasSuffix("200") == true)
        #expect(desk.stop() == 0)
    }

    @Test(
        "a certificate that cannot be used is refused at once, with what to do",
        .enabled(if: isPossible, "openssl is missing"),
        arguments: [
            ("desk.pem", "other.key", "DESK-009"), ("nothing.pem", "desk.key", "DESK-009"),
            ("desk.key", "desk.key", "DESK-009"),
        ])
    func refused(certificate: String, key: String, code: String) throws {
        let scratch = try scratch()
        let run = try Program.run(
            ["serve", "--port", "0", "--certificate", certificate, "--key", key], in: scratch)
        #expect(run.status == 2)
        #expect(run.errors.contains(code))
    }

    @Test("a certificate without its key, and one beside a proxy, are not understood")
    func usage() throws {
        let scratch = try Scratch()
        for arguments in [["--certificate", "a"], ["--certificate", "a", "--key", "b", "--behind-proxy"]] {
            #expect(try Program.run(["serve"] + arguments, in: scratch).status == 64)
        }
    }
}
