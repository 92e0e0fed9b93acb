// SPDX-License-Identifier: Apache-2.0

import CBrotli

/// Unpacks what Brotli packed (RFC 7932), as browsers ask for pages.
enum BrotliDecoder {
    /// The data unpacked, of which no more than about `room` bytes are made, and how far it goes.
    static func unpacked(_ packed: [UInt8], room: Int) -> (bytes: [UInt8], state: Inflater.State)? {
        guard let decoder = BrotliDecoderCreateInstance(nil, nil, nil) else { return nil }
        defer { BrotliDecoderDestroyInstance(decoder) }
        var bytes: [UInt8] = []
        var space = [UInt8](repeating: 0, count: 1 << 16)
        return packed.withUnsafeBufferPointer { input in
            var next = input.baseAddress
            var left = input.count
            while bytes.count < room {
                var free = space.count
                let result = space.withUnsafeMutableBufferPointer { output in
                    var end = output.baseAddress
                    return BrotliDecoderDecompressStream(decoder, &left, &next, &free, &end, nil)
                }
                bytes.append(contentsOf: space[..<(space.count - free)])
                switch result {
                // Text may begin as an empty stream does; a stream's end is the end of the data.
                case BROTLI_DECODER_RESULT_SUCCESS: return (bytes, left == 0 ? .finished : .damaged)
                case BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT: continue
                case BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT: return (bytes, .unfinished)
                default: return (bytes, .damaged)
                }
            }
            return (bytes, .unfinished)
        }
    }
}
