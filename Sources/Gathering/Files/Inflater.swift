// SPDX-License-Identifier: Apache-2.0

import CZlib

/// Unpacks what zlib packed, a bounded piece at a time.
final class Inflater {
    /// How the packed data is framed.
    enum Format {
        /// A gzip member (RFC 1952), whose check sum is verified.
        case gzip
        /// RFC 1950, as HTTP's `deflate` should be.
        case zlib
        /// RFC 1951, as HTTP's `deflate` sometimes is.
        case bare

        fileprivate var windowBits: Int32 {
            switch self {
            case .gzip: 16 + MAX_WBITS
            case .zlib: MAX_WBITS
            case .bare: -MAX_WBITS
            }
        }
    }

    /// How far the data has been unpacked.
    enum State {
        /// There is more, if not in the input at hand.
        case unfinished
        /// Everything was unpacked and its check sum is right.
        case finished
        /// The data is damaged or is none of this format.
        case damaged
    }

    /// zlib keeps a pointer to its state, so the state must not move.
    private let stream: UnsafeMutablePointer<z_stream>

    /// Starts at the beginning; `nil` where there is no memory for it.
    init?(_ format: Format) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let size = Int32(MemoryLayout<z_stream>.size)
        guard inflateInit2_(stream, format.windowBits, ZLIB_VERSION, size) == Z_OK else {
            stream.deallocate()
            return nil
        }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// The data unpacked, of which no more than `room` bytes are made, and how far it goes; `nil` where there is no memory.
    static func unpacked(_ packed: [UInt8], _ format: Format, room: Int) -> (bytes: [UInt8], state: State)? {
        guard let inflater = Inflater(format) else { return nil }
        var bytes: [UInt8] = []
        let (_, state) = inflater.inflate(packed[...], into: &bytes, room: room)
        return (bytes, state)
    }

    /// Starts at the beginning again.
    func reset() -> Bool { inflateReset(stream) == Z_OK }

    /// Unpacks until `input` is used up, `room` bytes were added to `output`, or the data ends.
    func inflate(
        _ input: ArraySlice<UInt8>, into output: inout [UInt8], room: Int
    ) -> (consumed: Int, state: State) {
        var space = [UInt8](repeating: 0, count: min(max(room, 1), 1 << 16))
        return input.withUnsafeBufferPointer { packed in
            // zlib reads here and does not write; its header only lacks the word.
            stream.pointee.next_in = packed.baseAddress.map { UnsafeMutablePointer(mutating: $0) }
            stream.pointee.avail_in = UInt32(clamping: packed.count)
            defer { stream.pointee.next_in = nil }
            var left = room
            while left > 0 {
                let wanted = min(space.count, left)
                let (code, made) = space.withUnsafeMutableBufferPointer { unpacked in
                    stream.pointee.next_out = unpacked.baseAddress
                    stream.pointee.avail_out = UInt32(wanted)
                    let code = CZlib.inflate(stream, Z_NO_FLUSH)
                    return (code, wanted - Int(stream.pointee.avail_out))
                }
                output.append(contentsOf: space[..<made])
                left -= made
                let consumed = packed.count - Int(stream.pointee.avail_in)
                switch code {
                case Z_STREAM_END: return (consumed, .finished)
                case Z_OK: if made < wanted { return (consumed, .unfinished) }
                case Z_BUF_ERROR: return (consumed, .unfinished)
                default: return (consumed, .damaged)
                }
            }
            return (packed.count - Int(stream.pointee.avail_in), .unfinished)
        }
    }
}
