// SPDX-License-Identifier: Apache-2.0

/// Where the records of an archive come from, unpacked.
protocol RecordSource: AnyObject {
    /// The byte of the file where the record at hand begins, or the member that holds it.
    var recordOffset: Int { get }
    /// Whether the bytes that were seen may be wrong, since what follows them is damaged.
    var isDamaged: Bool { get }
    /// Gets ready for another record; `false` at the end of the file.
    func beginRecord() throws(GatheringError) -> Bool
    /// The next `count` unpacked bytes without taking them; fewer only at an end.
    func peek(_ count: Int) throws(GatheringError) -> ArraySlice<UInt8>
    /// Takes bytes that were seen.
    func consume(_ count: Int)
    /// Whether the bytes that stand `distance` further on begin as a record ends; `nil` if only reading can tell.
    func endsRecord(after distance: Int) throws(GatheringError) -> Bool?
    /// Goes on to what looks like the beginning of a record, after one whose block begins `distance` bytes back is
    /// damaged.
    func resynchronise(back distance: Int) throws(GatheringError)
}

/// The words and marks of WARC files.
enum WARCSyntax {
    /// What every record begins with.
    static let opening = Array("WARC/".utf8)
    /// The longest head of a record that is read.
    static let headLimit = 1 << 16
    /// What separates records; the standard asks for two line ends of two bytes.
    static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0D || byte == 0x0A }

    /// Where in `bytes` a record seems to begin: `WARC/` and a digit, at the beginning of a line.
    static func opening(in bytes: ArraySlice<UInt8>, isAfterLineEnd: Bool) -> Int? {
        var rest = bytes
        while let found = rest.firstRange(of: opening) {
            let isFirst = found.lowerBound == bytes.startIndex
            let follows = isFirst ? isAfterLineEnd : bytes[found.lowerBound - 1] == 0x0A
            if follows, let digit = bytes[found.upperBound...].first, (0x30...0x39).contains(digit) {
                return found.lowerBound
            }
            rest = bytes[(found.lowerBound + 1)...]
        }
        return nil
    }
}
