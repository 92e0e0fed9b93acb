// SPDX-License-Identifier: Apache-2.0

import CSodium

/// The SHA-256 fingerprint of some bytes, computed by libsodium.
public struct SHA256Digest: Hashable, Sendable, CustomStringConvertible {
    /// The 32 bytes of the digest.
    public let bytes: [UInt8]

    /// Hashes `content`, all in one go.
    public init<Content: Sequence>(of content: Content) where Content.Element == UInt8 {
        var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        let done: Void? = content.withContiguousStorageIfAvailable { buffer in
            _ = crypto_hash_sha256(&digest, buffer.baseAddress, UInt64(buffer.count))
        }
        if done == nil {
            let array = Array(content)
            _ = crypto_hash_sha256(&digest, array, UInt64(array.count))
        }
        bytes = digest
    }

    /// The digest as 64 lower-case hexadecimal digits.
    public var description: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
