// SPDX-License-Identifier: Apache-2.0

import CSodium
import Foundation

/// What is kept of a password: a salted Argon2id hash, by which the password can be checked but not found.
public struct PasswordHash: Hashable, Sendable {
    /// The hash with its salt and cost, in the usual form that begins with `$argon2id$`.
    public let text: String

    /// How much work a guess costs.
    public enum Cost: Sendable {
        /// What libsodium advises where somebody waits: 64 MB and about a tenth of a second.
        case interactive
        /// As little as Argon2id allows; for tests alone.
        case least
    }

    /// Takes a hash from where it was kept.
    public init(text: String) { self.text = text }

    /// Hashes a password with a new salt; `nil` where the memory for it cannot be had.
    public init?(of password: String, cost: Cost = .interactive) {
        guard Sodium.isReady else { return nil }
        let bytes = Self.bytes(of: password)
        var hash = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
        let operations = cost == .interactive ? crypto_pwhash_OPSLIMIT_INTERACTIVE : crypto_pwhash_OPSLIMIT_MIN
        let memory = cost == .interactive ? Int(crypto_pwhash_MEMLIMIT_INTERACTIVE) : Int(crypto_pwhash_MEMLIMIT_MIN)
        guard crypto_pwhash_str(&hash, bytes, UInt64(bytes.count), UInt64(operations), memory) == 0 else { return nil }
        text = String(decoding: hash.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Whether the hash was made of this password; takes as long for a wrong one as for the right one.
    public func isOf(_ password: String) -> Bool {
        guard Sodium.isReady, text.utf8.count < Int(crypto_pwhash_STRBYTES) else { return false }
        let bytes = Self.bytes(of: password)
        return crypto_pwhash_str_verify(text, bytes, UInt64(bytes.count)) == 0
    }

    /// The bytes that are hashed: one way to type a letter with its accents is as good as another.
    private static func bytes(of password: String) -> [CChar] {
        password.precomposedStringWithCompatibilityMapping.utf8.map { CChar(bitPattern: $0) }
    }
}
