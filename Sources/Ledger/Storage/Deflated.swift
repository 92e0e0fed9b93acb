// SPDX-License-Identifier: Apache-2.0

import CZlib

/// Bytes made small by zlib, with the size that they unpack to.
package struct Deflated: Hashable, Sendable {
    /// The bytes in zlib's format (RFC 1950).
    package let bytes: [UInt8]
    /// The number of bytes before packing.
    package let originalCount: Int

    /// Takes packed bytes as they were stored.
    package init(bytes: [UInt8], originalCount: Int) {
        self.bytes = bytes
        self.originalCount = originalCount
    }

    /// Packs `original`; `nil` where zlib has no memory for it.
    package init?(_ original: [UInt8]) {
        var count = compressBound(uLong(original.count))
        var packed = [UInt8](repeating: 0, count: Int(count))
        guard compress2(&packed, &count, original, uLong(original.count), Z_DEFAULT_COMPRESSION) == Z_OK else {
            return nil
        }
        packed.removeLast(packed.count - Int(count))
        self.init(bytes: packed, originalCount: original.count)
    }

    /// The bytes before packing; `nil` where the packed bytes are damaged.
    package var original: [UInt8]? {
        guard originalCount >= 0 else { return nil }
        // One byte more than promised, so that zlib has somewhere to write even for an empty page.
        var unpacked = [UInt8](repeating: 0, count: originalCount + 1)
        var count = uLong(unpacked.count)
        guard uncompress(&unpacked, &count, bytes, uLong(bytes.count)) == Z_OK, Int(count) == originalCount else {
            return nil
        }
        unpacked.removeLast()
        return unpacked
    }
}
