// SPDX-License-Identifier: Apache-2.0

import CSodium

/// 256 random bits that prove who shows them, such as in the cookie of a session.
public struct SecretToken: Sendable {
    /// The token as it is handed out: 43 letters, digits, `-` and `_`.
    public let text: String

    /// Takes a token that somebody shows; `nil` where the text cannot be one.
    public init?(text: some StringProtocol) {
        let isToken = text.utf8.count == 43 && text.utf8.allSatisfy { Self.digits.contains($0) }
        guard isToken else { return nil }
        self.text = String(text)
    }

    /// Makes a new one.
    public init() {
        var bytes = [UInt8](repeating: 0, count: 33)
        // Ends the process where the system gives no random numbers, as every use of it must.
        _ = Sodium.isReady
        randombytes_buf(&bytes, 32)
        var text: [UInt8] = []
        for start in stride(from: 0, to: 33, by: 3) {
            let bits = UInt32(bytes[start]) << 16 | UInt32(bytes[start + 1]) << 8 | UInt32(bytes[start + 2])
            for shift in [18, 12, 6, 0] { text.append(Self.digits[Int(bits >> UInt32(shift) & 63)]) }
        }
        // 32 bytes are 42 digits and two thirds; the 44th would always be the same.
        self.text = String(decoding: text.prefix(43), as: UTF8.self)
    }

    /// What is kept of it; nobody can go from there back to the token.
    ///
    /// The use goes in as well, so that what is kept for one is worth nothing for another.
    public func digest(for use: String) -> SHA256Digest { SHA256Digest(of: Array("\(use)\n\(text)".utf8)) }

    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
}

/// Whether two texts are the same, found in a time that tells nothing of where they differ.
public func areSame(_ left: String, _ right: String) -> Bool {
    let (one, other) = (Array(left.utf8), Array(right.utf8))
    return one.count == other.count && sodium_memcmp(one, other, one.count) == 0
}
