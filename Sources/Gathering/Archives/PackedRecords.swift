// SPDX-License-Identifier: Apache-2.0

/// Records in gzip members, as a rule one in each; a member with many is read as well.
final class PackedRecords: RecordSource {
    private(set) var recordOffset = 0
    /// What is packed after the bytes that were seen is damaged or cut short.
    private(set) var isDamaged = false

    private let window: ByteWindow
    private let inflater: Inflater
    private var unpacked: [UInt8] = []
    private var start = 0
    private var isInMember = false
    private static let pieceSize = 1 << 16

    /// `nil` where there is no memory for it.
    init?(_ window: ByteWindow) {
        guard let inflater = Inflater(.gzip) else { return nil }
        self.window = window
        self.inflater = inflater
    }

    func beginRecord() throws(GatheringError) -> Bool {
        while true {
            // Line ends between the records of one member.
            while let byte = try peek(1).first, WARCSyntax.isLineEnd(byte) { consume(1) }
            if start < unpacked.count || isDamaged { return true }
            guard try beginMember() else { return false }
        }
    }

    private func beginMember() throws(GatheringError) -> Bool {
        // Zeros after the last member are padding of tapes and disks.
        while let byte = try window.peek(1).first, byte == 0 { window.consume(1) }
        recordOffset = window.offset
        guard try !window.peek(1).isEmpty else { return false }
        isInMember = true
        isDamaged = !inflater.reset()
        unpacked.removeAll(keepingCapacity: true)
        start = 0
        return true
    }

    func peek(_ count: Int) throws(GatheringError) -> ArraySlice<UInt8> {
        while unpacked.count - start < count, isInMember, !isDamaged {
            let packed = try window.peek(Self.pieceSize)
            unpacked.removeFirst(start)
            start = 0
            let before = unpacked.count
            let (consumed, state) = inflater.inflate(packed, into: &unpacked, room: max(Self.pieceSize, count - before))
            window.consume(consumed)
            switch state {
            case .damaged: isDamaged = true
            case .finished: isInMember = false
            case .unfinished: if consumed == 0, unpacked.count == before { isDamaged = true }
            }
        }
        return unpacked[start..<min(unpacked.count, start + count)]
    }

    func consume(_ count: Int) { start = min(unpacked.count, start + count) }

    func endsRecord(after distance: Int) -> Bool? { nil }

    func resynchronise(back distance: Int) throws(GatheringError) {
        if isDamaged {
            try findMember()
            return
        }
        // What is left of the member: most often nothing.
        var isAfterLineEnd = true
        while true {
            let bytes = try peek(Self.pieceSize)
            if let found = WARCSyntax.opening(in: bytes, isAfterLineEnd: isAfterLineEnd) {
                consume(found - bytes.startIndex)
                return
            }
            if bytes.count < Self.pieceSize {
                consume(bytes.count)
                if isDamaged { try findMember() }
                return
            }
            let kept = WARCSyntax.opening.count + 1
            isAfterLineEnd = bytes.dropLast(kept).last == 0x0A
            consume(bytes.count - kept)
        }
    }

    /// Goes to the next member that begins as a record does.
    private func findMember() throws(GatheringError) {
        isDamaged = false
        isInMember = false
        unpacked.removeAll(keepingCapacity: true)
        start = 0
        _ = window.seek(to: recordOffset + 1)
        while true {
            let bytes = try window.peek(Self.pieceSize)
            guard let found = bytes.firstRange(of: [0x1F, 0x8B, 0x08])?.lowerBound else {
                let kept = bytes.count < Self.pieceSize ? 0 : 2
                window.consume(bytes.count - kept)
                if kept == 0 { return }
                continue
            }
            window.consume(found - bytes.startIndex)
            if try isMember() { return }
            window.consume(1)
        }
    }

    private func isMember() throws(GatheringError) -> Bool {
        guard inflater.reset() else { return false }
        var beginning: [UInt8] = []
        let packed = try window.peek(1 << 12)
        let (_, state) = inflater.inflate(packed, into: &beginning, room: WARCSyntax.opening.count)
        return state != .damaged && beginning.elementsEqual(WARCSyntax.opening)
    }
}
