// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gathering
import TestServer
import Testing

@Suite("Which addresses are visited")
struct AddressTests {
    @Test(
        "private, local and special addresses are not public",
        arguments: [
            "0.0.0.0", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.255.254", "169.254.169.254",
            "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.168.1.1", "198.18.0.1", "198.19.255.255",
            "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255", "::", "::1",
            "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1", "100::1",
            "2001::1", "2001:db8::1", "2002:7f00:1::", "2002:c0a8:101::", "3fff::1", "fc00::1", "fd12:3456::1",
            "fe80::1", "febf::1", "fec0::1", "ff02::1", "ff0e::1",
        ])
    func special(text: String) throws {
        #expect(try !#require(NetworkAddress(text)).isPublic)
    }

    @Test(
        "the others are",
        arguments: [
            "1.1.1.1", "8.8.8.8", "100.63.255.255", "100.128.0.0", "172.15.0.1", "172.32.0.1", "192.167.0.1",
            "198.17.0.1", "223.255.255.255", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::", "2606:4700::1111",
            "2a00:1450:4001::1", "2001:4860:4860::8888",
        ])
    func global(text: String) throws {
        let address = try #require(NetworkAddress(text))
        #expect(address.isPublic)
        #expect(NetworkAddress(address.description) == address)
    }

    @Test(
        "a private address is refused however it is written", .enabled(if: LocalServer.isPossible),
        arguments: [
            "127.0.0.1", "localhost", "2130706433", "0x7f.1", "0177.0.0.1", "127.1", "[::1]", "[::ffff:127.0.0.1]",
            "[::ffff:7f00:1]", "0.0.0.0", "169.254.169.254",
        ])
    func refused(host: String) throws {
        let server = try LocalServer()
        let client = try WebClient(WebClient.Manner(version: "0"))
        let failure = try #require(client.failure(try server.address("/page", host: host)))
        #expect(failure.code == .privateAddress, "\(failure)")
        #expect(try server.log().isEmpty)
    }

    @Test("the address is looked at after every redirect as well", .enabled(if: LocalServer.isPossible))
    func afterRedirect() throws {
        let server = try LocalServer()
        // The test's own server counts as public here, its other addresses do not.
        for target in ["http://127.0.0.2:\(server.port)/page", "http://localhost.localdomain:1/", "http://10.0.0.1/"] {
            let client = try Clients.client { $0.limits.time = .seconds(5) }
            let failure = try #require(client.failure(try server.address("/to?url=\(target)")))
            #expect(failure.code != .timeout, "\(failure)")
            #expect(failure.code == .privateAddress || failure.code == .unknownHost, "\(failure)")
        }
        #expect(try !server.log().contains { $0.path == "/page" })
    }

    @Test("a URL is one with a scheme; a path is none")
    func meant() {
        #expect(WebAddress.isMeant(by: "https://example.org"))
        #expect(WebAddress.isMeant(by: "HTTP://example.org"))
        #expect(WebAddress.isMeant(by: "ftp://example.org"))
        #expect(!WebAddress.isMeant(by: "pages/a.html"))
        #expect(!WebAddress.isMeant(by: "/a://b"))
        #expect(!WebAddress.isMeant(by: "://b"))
    }

    @Test("a URL is kept without credentials and fragment, in one form")
    func normal() throws {
        let address = try WebAddress(" HTTPS://User:p%40ss@Example.ORG:443/a/../b c?q=1#part\n")
        #expect(address.text == "https://example.org/b%20c?q=1")
        #expect(address.host == "example.org")
        #expect(address.port == 443)
        #expect(address.target == "/b%20c?q=1")
        #expect(address.credentials?.password == "p@ss")
        #expect(try WebAddress("../x", relativeTo: address).text == "https://example.org/x")
        #expect(try WebAddress("//other.example/x", relativeTo: address).text == "https://other.example/x")
        #expect(try WebAddress("x", relativeTo: address).credentials == nil)
    }

    @Test(
        "what is no URL is refused, and no message repeats a password",
        arguments: [
            "ftp://a:s3cret@example.org/", "file:///etc/passwd", "https://", "http://a:s3cret@/", "gopher://x/",
            "http://exa mple.org/", "https://a:s3cret@example.org:99999/", "https://example.org/\u{1}x",
            "http://[::1/", "http://a:s3cret@b:c:d/",
        ])
    func invalid(text: String) throws {
        do {
            let address = try WebAddress(text)
            Issue.record("\(address)")
        } catch {
            #expect(!"\(error)".contains("s3cret"))
        }
    }
}
