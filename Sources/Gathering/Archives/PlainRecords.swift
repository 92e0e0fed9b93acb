// SPDX-License-Identifier: Apache-2.0

/// Records that stand in a file one after the other, not packed.
final class PlainRecords: RecordSource {
    private(set) var recordOffset = 0
    let isDamaged = false
    private let window: ByteWindow

    init(_ window: ByteWindow) {
        self.window = window
    }

    func beginRecord() throws(GatheringError) -> Bool {
        while true {
            let bytes = try window.peek(1 << 12)
            let blank = bytes.prefix(while: WARCSyntax.isLineEnd).count
            window.consume(blank)
            if blank < bytes.count || bytes.isEmpty {
                recordOffset = window.offset
                return !bytes.isEmpty
            }
        }
    }

    func peek(_ count: Int) throws(GatheringError) -> ArraySlice<UInt8> { try window.peek(count) }

    func consume(_ count: Int) { window.consume(count) }

    func endsRecord(after distance: Int) throws(GatheringError) -> Bool? {
        let here = window.offset
        // A head may say any length.
        let (there, isPastEveryEnd) = here.addingReportingOverflow(distance)
        guard !isPastEveryEnd, window.seek(to: there) else { return nil }
        let end = try window.peek(4)
        guard window.seek(to: here) else { return nil }
        return end.elementsEqual([0x0D, 0x0A, 0x0D, 0x0A]) || end.starts(with: [0x0A, 0x0A])
    }

    func resynchronise(back distance: Int) throws(GatheringError) {
        _ = window.seek(to: window.offset - distance)
        var isAfterLineEnd = false
        while true {
            let bytes = try window.peek(1 << 16)
            if let found = WARCSyntax.opening(in: bytes, isAfterLineEnd: isAfterLineEnd) {
                window.consume(found - bytes.startIndex)
                return
            }
            // What may be the beginning of a mark stays for the next look.
            let kept = bytes.count < 1 << 16 ? 0 : WARCSyntax.opening.count + 1
            isAfterLineEnd = bytes.dropLast(kept).last == 0x0A
            window.consume(bytes.count - kept)
            if kept == 0 { return }
        }
    }
}
