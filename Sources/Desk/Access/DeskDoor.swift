// SPDX-License-Identifier: Apache-2.0

import Foundation

/// How what goes over the network is kept from others.
package enum Encryption: Hashable, Sendable {
    /// Not at all: nothing leaves the machine.
    case none
    /// A proxy stands before the Desk, speaks TLS to the outside, and says for whom it asks.
    case proxy
    /// The Desk speaks TLS itself, by a certificate with what vouches for it, and its key, both files in PEM.
    case files(certificate: String, key: String)
}

/// Who may come in, and over which way.
///
/// On a loopback address without accounts the one user of the machine is let in as an admin. With accounts everybody
/// signs in. Anywhere else nothing is served without accounts and encryption.
package struct DeskDoor: Sendable {
    /// The accounts; `nil` where the Desk is open to the one user of the machine.
    package let accounts: Accounts?
    /// How the way is encrypted.
    package let encryption: Encryption
    /// Guards signing in against guessing.
    package let throttle: SignInThrottle

    /// The door of a Desk that only its own machine can reach, without accounts.
    package static let machine = DeskDoor(accounts: nil, encryption: .none, throttle: SignInThrottle())

    private init(accounts: Accounts?, encryption: Encryption, throttle: SignInThrottle) {
        self.accounts = accounts
        self.encryption = encryption
        self.throttle = throttle
    }

    /// Decides how a Desk on `host` is guarded; throws `ACCESS-001` or `ACCESS-002` where it cannot be.
    package init(
        host: String, accounts: Accounts?, encryption: Encryption = .none,
        throttle: SignInThrottle = SignInThrottle()
    ) throws(AccessError) {
        let isLocal = Self.isLoopback(host)
        let hasAccounts = try accounts?.isEmpty() == false
        if !hasAccounts, !isLocal || encryption == .proxy { throw AccessError(.noAccounts, host) }
        if !isLocal, encryption == .none { throw AccessError(.noEncryption, host) }
        self.init(accounts: hasAccounts ? accounts : nil, encryption: encryption, throttle: throttle)
    }

    /// Whether what a proxy says of whom it asks for is believed.
    var isBehindProxy: Bool { encryption == .proxy }

    /// Whether browsers speak TLS to the Desk.
    var isEncrypted: Bool { encryption != .none }

    /// Whether it answers to whatever name it is called by; without accounts it must be this machine's own.
    var hasAnyName: Bool { isEncrypted && accounts != nil }

    /// Whether what listens on `host` can be reached from this machine alone.
    package static func isLoopback(_ host: String) -> Bool {
        let name = host.lowercased()
        if name == "localhost" || name == "::1" { return true }
        var address = in_addr()
        return inet_pton(AF_INET, name, &address) == 1 && UInt32(bigEndian: address.s_addr) >> 24 == 127
    }

    /// Whether the name and port in a `Host` header are this machine's own, whatever the port.
    ///
    /// A page from elsewhere can let its own name point to 127.0.0.1 and so speak to a Desk here (DNS rebinding); then
    /// that name stands in the header.
    package static func isLocalName(_ authority: String) -> Bool {
        let parts = authority.lowercased().split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let isBracketed = authority.hasPrefix("[::1]")
        let port = isBracketed ? authority.dropFirst(5) : parts.count > 1 ? ":\(parts[1])" : ""
        guard port.isEmpty || (port.first == ":" && port.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }) else {
            return false
        }
        let name = String(parts.first ?? "")
        return isBracketed || isLoopback(name) || name.hasSuffix(".localhost")
    }
}
