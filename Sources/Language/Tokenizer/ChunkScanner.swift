// SPDX-License-Identifier: Apache-2.0

/// Cuts a text into chunks: runs of white space and of everything else.
///
/// One space behind a word belongs to the word; any other white space makes a chunk.
struct ChunkScanner {
    private var position = 0

    /// A run of scalars that are all white space, or of scalars none of which is.
    struct Chunk: Equatable {
        /// Its place in UTF-8 bytes.
        var utf8Range: Range<Int>
        /// Whether a space follows that belongs to the chunk.
        var hasTrailingSpace: Bool
    }

    /// The next chunk of `text`, which must be the same at every call.
    mutating func next(in text: Span<UInt8>) -> Chunk? {
        guard position < text.count else { return nil }
        let start = position
        let isSpace = Self.isWhiteSpace(text, at: &position)
        while position < text.count {
            let before = position
            if Self.isWhiteSpace(text, at: &position) != isSpace {
                let isPlainSpace = text[before] == 0x20
                if !isPlainSpace { position = before }
                return Chunk(utf8Range: start..<before, hasTrailingSpace: isPlainSpace)
            }
        }
        return Chunk(utf8Range: start..<position, hasTrailingSpace: false)
    }

    /// Whether the scalar at `position`, which moves behind it, is white space.
    @inline(__always)
    private static func isWhiteSpace(_ text: Span<UInt8>, at position: inout Int) -> Bool {
        let byte = text[position]
        if byte < 0x80 {
            position += 1
            return byte <= 0x20 && (byte >= 0x1c || (0x09...0x0d).contains(byte))
        }
        let (scalar, width) = text.scalar(at: position)
        position += width
        return Unicode.Scalar(scalar)?.isPythonWhiteSpace ?? false
    }
}
