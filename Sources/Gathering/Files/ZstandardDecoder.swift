// SPDX-License-Identifier: Apache-2.0

import CZstandard

/// Unpacks what Zstandard packed (RFC 8878), as browsers ask for pages.
enum ZstandardDecoder {
    /// Whether `bytes` begin as a frame does.
    static func recognises(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) }

    /// The data unpacked, of which no more than about `room` bytes are made, and how far it goes.
    ///
    /// A window may have 8 MB, the most that RFC 9659 allows for content from the web.
    static func unpacked(_ packed: [UInt8], room: Int) -> (bytes: [UInt8], state: Inflater.State)? {
        guard let context = ZSTD_createDCtx() else { return nil }
        defer { ZSTD_freeDCtx(context) }
        ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, 23)
        var bytes: [UInt8] = []
        var space = [UInt8](repeating: 0, count: 1 << 16)
        return packed.withUnsafeBufferPointer { buffer in
            var input = ZSTD_inBuffer(src: buffer.baseAddress, size: buffer.count, pos: 0)
            while bytes.count < room {
                let (hint, made) = space.withUnsafeMutableBytes { output in
                    var output = ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
                    let hint = ZSTD_decompressStream(context, &output, &input)
                    return (hint, output.pos)
                }
                bytes.append(contentsOf: space[..<made])
                if ZSTD_isError(hint) != 0 { return (bytes, .damaged) }
                guard input.pos == input.size else { continue }
                if hint == 0 { return (bytes, .finished) }
                if made < space.count { return (bytes, .unfinished) }
            }
            return (bytes, .unfinished)
        }
    }
}
