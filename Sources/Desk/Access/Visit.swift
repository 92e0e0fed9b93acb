// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Hashing
import Hummingbird

/// From where a request comes, and how the Desk knows whose it is.
package struct Visit: Sendable {
    /// How the Desk knows who asks.
    package enum Proof: Sendable {
        /// It does not.
        case none
        /// The Desk is open to the one user of this machine.
        case machine
        /// The cookie of a session.
        case session(SecretToken)
        /// A token in the header `Authorization`, which no other site can make a browser send.
        case bearer
    }

    /// The network address of who asks.
    package var address = ""
    /// The name and port by which they know the Desk.
    package var authority = ""
    /// Whether the way to them is encrypted.
    package var isEncrypted = false
    /// How the Desk knows who they are.
    package var proof = Proof.none

    /// Nobody, from nowhere.
    package init() {}

    /// Looks where a request comes from; what a proxy says counts only where there is one.
    init(_ request: Request, peer: String?, through door: DeskDoor) {
        address = peer ?? ""
        authority = request.head.authority ?? ""
        isEncrypted = door.isEncrypted
        guard door.isBehindProxy else { return }
        // The proxy adds what it saw at the end; what stands before that anybody may have made up.
        address = Self.last(of: Self.forwardedFor, in: request) ?? address
        authority = Self.last(of: Self.forwardedHost, in: request) ?? authority
    }

    /// The name and port that were asked for where a proxy says that it was asked without TLS; `nil` otherwise.
    static func plainPlace(of request: Request) -> String? {
        guard last(of: forwardedScheme, in: request)?.lowercased() == "http" else { return nil }
        return last(of: forwardedHost, in: request) ?? request.head.authority
    }

    private static let forwardedScheme = HTTPField.Name("X-Forwarded-Proto")
    private static let forwardedFor = HTTPField.Name("X-Forwarded-For")
    private static let forwardedHost = HTTPField.Name("X-Forwarded-Host")

    private static func last(of header: HTTPField.Name?, in request: Request) -> String? {
        let values = header.map { request.headers[values: $0] } ?? []
        let last = values.last?.split(separator: ",").last?.trimmingPrefix { $0 == " " }
        return last.map(String.init).flatMap { $0.isEmpty || $0.utf8.count > 255 ? nil : $0 }
    }

    /// The name of a cookie of the Desk; encrypted, one that no other host and no plain connection can set.
    func cookieName(_ name: String) -> String { isEncrypted ? "__Host-entente-\(name)" : "entente-\(name)" }

    /// The token in a cookie of the Desk.
    func token(_ name: String, in request: Request) -> SecretToken? {
        request.cookies[cookieName(name)].flatMap { SecretToken(text: $0.value) }
    }

    /// A cookie that scripts cannot read and other sites cannot have sent along with a form.
    func cookie(_ name: String, _ value: String, lasting seconds: Int?) -> Cookie {
        Cookie(
            name: cookieName(name), value: value, maxAge: seconds, path: "/", secure: isEncrypted, httpOnly: true,
            sameSite: .lax)
    }
}
