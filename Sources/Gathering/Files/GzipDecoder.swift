// SPDX-License-Identifier: Apache-2.0

/// Unpacks gzip data (RFC 1952) piece by piece, also several members one after the other.
package final class GzipDecoder {
    /// The data is not gzip or was damaged.
    package struct Damaged: Error {}

    /// Whether everything given so far was whole members.
    package private(set) var isComplete = true

    private let inflater: Inflater

    /// Whether `bytes` begin as gzip data does.
    package static func recognises(_ bytes: some Collection<UInt8>) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

    /// Starts at the beginning of a member; `nil` where there is no memory for it.
    package init?() {
        guard let inflater = Inflater(.gzip) else { return nil }
        self.inflater = inflater
    }

    /// Unpacks the next piece and adds what it holds to `output`, of which no more than `limit` bytes are made.
    package func decode(_ input: [UInt8], into output: inout [UInt8], limit: Int = .max) throws(Damaged) {
        var rest = input[...]
        while !rest.isEmpty || !isComplete {
            let room = min(limit - output.count, 1 << 20)
            guard room > 0 else { return }
            let before = output.count
            let (consumed, state) = inflater.inflate(rest, into: &output, room: room)
            rest = rest.dropFirst(consumed)
            switch state {
            case .damaged: throw Damaged()
            case .finished:
                isComplete = true
                guard inflater.reset() else { throw Damaged() }
            case .unfinished:
                isComplete = false
                if output.count - before < room, rest.isEmpty || consumed == 0 { return }
            }
        }
    }

    /// All that `bytes` hold, or `nil` where it is more than `limit` bytes; cut short data is damaged.
    package static func unpacked(_ bytes: [UInt8], limit: Int) throws(Damaged) -> [UInt8]? {
        guard let decoder = GzipDecoder() else { throw Damaged() }
        var output: [UInt8] = []
        try decoder.decode(bytes, into: &output, limit: limit + 1)
        if output.count > limit { return nil }
        guard decoder.isComplete else { throw Damaged() }
        return output
    }
}
