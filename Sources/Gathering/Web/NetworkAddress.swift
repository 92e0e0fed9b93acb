// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The address of a machine on the network, as a connection really goes to it.
package struct NetworkAddress: Hashable, Sendable, CustomStringConvertible {
    /// Four bytes of IPv4 or sixteen of IPv6.
    package let bytes: [UInt8]

    /// Takes the bytes in network order.
    package init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Reads an address as it is written, such as `127.0.0.1` or `::1`.
    package init?(_ text: String) {
        var four = in_addr()
        var six = in6_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            bytes = withUnsafeBytes(of: &four) { Array($0) }
        } else if inet_pton(AF_INET6, text, &six) == 1 {
            bytes = withUnsafeBytes(of: &six) { Array($0) }
        } else {
            return nil
        }
    }

    /// Reads the system's form; `nil` for what is not of the internet.
    init?(_ address: UnsafePointer<sockaddr>) {
        let raw = UnsafeRawPointer(address)
        switch Int32(address.pointee.sa_family) {
        case AF_INET:
            var four = raw.loadUnaligned(as: sockaddr_in.self).sin_addr
            bytes = withUnsafeBytes(of: &four) { Array($0) }
        case AF_INET6:
            var six = raw.loadUnaligned(as: sockaddr_in6.self).sin6_addr
            bytes = withUnsafeBytes(of: &six) { Array($0) }
        default: return nil
        }
    }

    /// The address as it is written.
    package var description: String {
        var text = [CChar](repeating: 0, count: 64)
        let family = bytes.count == 4 ? AF_INET : AF_INET6
        guard inet_ntop(family, bytes, &text, socklen_t(text.count)) != nil else { return "?" }
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Whether any machine of the internet can have it, so that it leads to no private one.
    ///
    /// What is not listed as global by the IANA special-purpose registries (RFC 6890) is not. IPv6 addresses that
    /// carry one of IPv4 are judged by that one.
    package var isPublic: Bool {
        if bytes.count == 4 { return !Self.special.contains { $0.contains(bytes) } }
        guard bytes.count == 16 else { return false }
        if let carried { return NetworkAddress(bytes: carried).isPublic }
        return Self.global.contains(bytes) && !Self.specialInGlobal.contains { $0.contains(bytes) }
    }

    /// The IPv4 address inside a mapped (`::ffff:0:0/96`), translated (`64:ff9b::/96`) or 6to4 (`2002::/16`) one.
    private var carried: [UInt8]? {
        if bytes.starts(with: [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF]) { return Array(bytes.suffix(4)) }
        if bytes.starts(with: [0, 0x64, 0xFF, 0x9B] + [UInt8](repeating: 0, count: 8)) {
            return Array(bytes.suffix(4))
        }
        if bytes.starts(with: [0x20, 0x02]) { return Array(bytes[2..<6]) }
        return nil
    }

    private struct Prefix {
        let bytes: [UInt8]
        let bits: Int

        init(_ bytes: [UInt8], _ bits: Int) {
            self.bytes = bytes
            self.bits = bits
        }

        func contains(_ address: [UInt8]) -> Bool {
            let whole = bits / 8
            guard address.starts(with: bytes.prefix(whole)) else { return false }
            guard bits % 8 > 0 else { return true }
            return (address[whole] ^ bytes[whole]) >> (8 - bits % 8) == 0
        }
    }

    private static let special = [
        Prefix([0], 8), Prefix([10], 8), Prefix([100, 64], 10), Prefix([127], 8), Prefix([169, 254], 16),
        Prefix([172, 16], 12), Prefix([192, 0, 0], 24), Prefix([192, 0, 2], 24), Prefix([192, 88, 99], 24),
        Prefix([192, 168], 16), Prefix([198, 18], 15), Prefix([198, 51, 100], 24), Prefix([203, 0, 113], 24),
        Prefix([224], 4), Prefix([240], 4),
    ]
    private static let global = Prefix([0x20], 3)
    private static let specialInGlobal = [
        Prefix([0x20, 0x01, 0x00], 23), Prefix([0x20, 0x01, 0x0D, 0xB8], 32), Prefix([0x3F, 0xFF, 0x00], 20),
    ]
}
