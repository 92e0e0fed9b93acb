// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// A piece of a text as the grammars see it: a run of letters, a run of digits, or one other sign.
package struct TextPiece: Sendable {
    /// What a piece is made of.
    package enum Kind: UInt8, Sendable { case letters, digits, sign }

    /// What the piece is made of.
    package let kind: Kind
    /// Whether white space (or the text's beginning) stands before it.
    package let spaced: Bool
    /// Whether a line break stands in that white space.
    package let breaks: Bool
    /// Whether the first letter is a capital of ASCII.
    package let capital: Bool
    /// The number of the word or sign in the grammar's vocabulary, or `Vocabulary.unknown`.
    package let word: Int32
    /// The number that the digits spell; 0 for anything else, -1 where there are more than eighteen digits.
    package let number: Int
    /// Where the piece begins and ends, in UTF-8 bytes.
    package let start: Int32, end: Int32
    /// Where the piece begins and ends, in Unicode scalars.
    package let scalarStart: Int32, scalarEnd: Int32

    /// How many bytes long the piece is.
    package var length: Int { Int(end - start) }
}

/// A text cut into pieces by one pass over its UTF-8 bytes.
package struct ScannedText: Sendable {
    /// The pieces in order.
    package let pieces: [TextPiece]
    /// The text's bytes.
    package let bytes: [UInt8]

    /// Cuts a text, looking its words up in a vocabulary.
    package init(_ text: String, vocabulary: Vocabulary) {
        let bytes = Array(text.utf8)
        self.bytes = bytes
        pieces = bytes.withUnsafeBufferPointer { buffer in
            var cutter = PieceCutter(buffer: buffer, vocabulary: vocabulary)
            return cutter.cut()
        }
    }

    /// The range that the pieces from `first` up to, not including, `end` cover.
    package func range(_ first: Int, _ end: Int) -> TextRange {
        let start = pieces[first]
        let last = pieces[end - 1]
        return TextRange(
            start: TextPosition(scalar: Int(start.scalarStart), byte: Int(start.start)),
            end: TextPosition(scalar: Int(last.scalarEnd), byte: Int(last.end)))
    }

    /// The text of one piece, for messages and slow paths.
    package func text(of index: Int) -> String {
        let piece = pieces[index]
        return String(decoding: bytes[Int(piece.start)..<Int(piece.end)], as: UTF8.self)
    }

    /// Whether the piece at `index` ends with these bytes and is longer.
    package func ends(_ index: Int, with ending: [UInt8]) -> Bool {
        guard index >= 0, index < pieces.count, pieces[index].length > ending.count else { return false }
        let end = Int(pieces[index].end)
        return bytes[end - ending.count..<end].elementsEqual(ending)
    }

    /// Whether the piece at `index` exists and follows its neighbour without white space.
    package func isGlued(_ index: Int) -> Bool { index > 0 && index < pieces.count && !pieces[index].spaced }

    /// The vocabulary number of the piece at `index`; `unknown` outside the text.
    package func word(_ index: Int) -> Int32 {
        index >= 0 && index < pieces.count ? pieces[index].word : Vocabulary.unknown
    }

    /// Whether the piece at `index` exists and is a run of digits.
    package func isDigits(_ index: Int) -> Bool {
        index >= 0 && index < pieces.count && pieces[index].kind == .digits
    }

    /// Whether the piece at `index` exists and is the ASCII sign `sign`.
    package func isSign(_ index: Int, _ sign: Unicode.Scalar) -> Bool {
        guard index >= 0, index < pieces.count else { return false }
        let piece = pieces[index]
        return piece.kind == .sign && piece.length == 1 && bytes[Int(piece.start)] == UInt8(ascii: sign)
    }

    /// Whether the piece is one of the dashes: hyphen, non-breaking hyphen, figure, en or em dash, minus, tilde.
    package func isDash(_ index: Int) -> Bool {
        guard index >= 0, index < pieces.count, pieces[index].kind == .sign else { return false }
        let start = Int(pieces[index].start)
        switch pieces[index].length {
        case 1: return bytes[start] == 0x2d || bytes[start] == 0x7e
        case 3:
            if bytes[start] != 0xe2 { return false }
            return (bytes[start + 1] == 0x80 && (0x90...0x95).contains(bytes[start + 2]))
                || (bytes[start + 1] == 0x88 && bytes[start + 2] == 0x92)
        default: return false
        }
    }
}
