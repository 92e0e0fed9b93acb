// SPDX-License-Identifier: Apache-2.0

import CZlib

/// Unpacks gzip data (RFC 1952) piece by piece, also several members one after the other.
final class GzipDecoder {
    /// The data is not gzip or was damaged.
    struct Damaged: Error {}

    /// Whether everything given so far was whole members.
    private(set) var isComplete = true

    /// zlib keeps a pointer to its state, so the state must not move.
    private let state: UnsafeMutablePointer<z_stream>

    /// Whether `bytes` begin as gzip data does.
    static func recognises(_ bytes: some Collection<UInt8>) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

    /// Starts at the beginning of a member; `nil` where there is no memory for it.
    init?() {
        state = .allocate(capacity: 1)
        state.initialize(to: z_stream())
        let gzipOnly = Int32(16 + 15)
        guard inflateInit2_(state, gzipOnly, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            state.deallocate()
            return nil
        }
    }

    deinit {
        inflateEnd(state)
        state.deallocate()
    }

    /// Unpacks the next piece and adds what it holds to `output`.
    func decode(_ input: [UInt8], into output: inout [UInt8]) throws(Damaged) {
        var input = input
        let done = input.withUnsafeMutableBufferPointer { packed in
            state.pointee.next_in = packed.baseAddress
            state.pointee.avail_in = UInt32(packed.count)
            return inflateAll(into: &output)
        }
        state.pointee.next_in = nil
        if !done { throw Damaged() }
    }

    private func inflateAll(into output: inout [UInt8]) -> Bool {
        var room = [UInt8](repeating: 0, count: 1 << 16)
        while state.pointee.avail_in > 0 || state.pointee.avail_out == 0 {
            let (result, count) = room.withUnsafeMutableBufferPointer { unpacked in
                state.pointee.next_out = unpacked.baseAddress
                state.pointee.avail_out = UInt32(unpacked.count)
                let result = inflate(state, Z_NO_FLUSH)
                return (result, unpacked.count - Int(state.pointee.avail_out))
            }
            output.append(contentsOf: room[..<count])
            switch result {
            case Z_OK: isComplete = false
            case Z_BUF_ERROR: return state.pointee.avail_in == 0
            case Z_STREAM_END:
                isComplete = true
                if state.pointee.avail_in == 0 { return true }
                guard inflateReset(state) == Z_OK else { return false }
            default: return false
            }
        }
        return true
    }
}
