// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Little-endian numbers and runs of bytes out of a block of data.
///
/// What lies outside the data reads as zeros or as nothing, so that a damaged table cannot stop the program.
struct ByteReader {
    /// The block; its indices begin at 0.
    let data: Data

    /// The number at `offset`.
    func integer<Number: FixedWidthInteger>(at offset: Int) -> Number {
        data.withUnsafeBytes { $0.integer(at: offset) }
    }

    /// The byte at `offset`.
    func byte(at offset: Int) -> UInt8 { integer(at: offset) }

    /// The `count` bytes from `offset`; empty where they do not lie in the data.
    func bytes(at offset: Int, count: Int) -> [UInt8] {
        data.withUnsafeBytes { bytes in
            guard offset >= 0, count >= 0, offset + count <= bytes.count else { return [] }
            return Array(bytes[offset..<offset + count])
        }
    }

    /// Lends the whole block, for many looks at once.
    func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result { data.withUnsafeBytes(body) }
}

extension UnsafeRawBufferPointer {
    /// The little-endian number at `offset`; 0 outside.
    func integer<Number: FixedWidthInteger>(at offset: Int) -> Number {
        guard offset >= 0, offset + MemoryLayout<Number>.size <= count else { return 0 }
        return Number(littleEndian: loadUnaligned(fromByteOffset: offset, as: Number.self))
    }

    /// How the `length` bytes from `offset` stand to `other` in the order of bytes: negative, 0 or positive.
    func compare(at offset: Int, count length: Int, with other: [UInt8]) -> Int {
        guard offset >= 0, length >= 0, offset + length <= count else { return -1 }
        for index in 0..<Swift.min(length, other.count) where self[offset + index] != other[index] {
            return self[offset + index] < other[index] ? -1 : 1
        }
        return length - other.count
    }
}
