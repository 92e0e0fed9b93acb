// SPDX-License-Identifier: Apache-2.0

/// The one pass that cuts a text into pieces.
struct PieceCutter {
    let buffer: UnsafeBufferPointer<UInt8>
    let vocabulary: Vocabulary
    private var byte = 0
    private var scalar = 0
    private var spaced = true
    private var breaks = true

    init(buffer: UnsafeBufferPointer<UInt8>, vocabulary: Vocabulary) {
        self.buffer = buffer
        self.vocabulary = vocabulary
    }

    mutating func cut() -> [TextPiece] {
        var pieces: [TextPiece] = []
        pieces.reserveCapacity(buffer.count / 5 + 8)
        while byte < buffer.count {
            let first = buffer[byte]
            switch PieceCutter.classes[Int(first)] {
            case .space:
                spaced = true
                if first == 10 || first == 13 { breaks = true }
                byte += 1
                scalar += 1
            case .letter: pieces.append(letters())
            case .digit: pieces.append(digits())
            case .sign: pieces.append(sign(length: 1))
            case .wide:
                switch wideClass(byte) {
                case .space:
                    spaced = true
                    byte += wideLength(byte)
                    scalar += 1
                case .sign: pieces.append(sign(length: wideLength(byte)))
                default: pieces.append(letters())
                }
            }
        }
        return pieces
    }

    private enum Class { case space, letter, digit, sign, wide }

    private static let classes: [Class] = (0..<256).map { byte in
        switch UInt8(byte) {
        case 0...32, 127: .space
        case 48...57: .digit
        case 65...90, 97...122: .letter
        case 128...: .wide
        default: .sign
        }
    }

    /// The length of the scalar that begins at `index`, kept inside the buffer.
    private func wideLength(_ index: Int) -> Int {
        let first = buffer[index]
        let length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1
        return min(length, buffer.count - index)
    }

    /// The class of a scalar outside ASCII: spaces, punctuation, money and number signs stand apart from letters.
    private func wideClass(_ index: Int) -> Class {
        var value: UInt32
        switch wideLength(index) {
        case 2: value = UInt32(buffer[index] & 0x1f) << 6 | UInt32(buffer[index + 1] & 0x3f)
        case 3:
            value = UInt32(buffer[index] & 0x0f) << 12
            value |= UInt32(buffer[index + 1] & 0x3f) << 6 | UInt32(buffer[index + 2] & 0x3f)
        default: return .letter
        }
        switch value {
        case 0x85, 0xa0, 0x1680, 0x2000...0x200b, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff: return .space
        case 0xa1...0xa9, 0xab...0xb4, 0xb6...0xb9, 0xba...0xbf, 0xd7, 0xf7: return .sign
        case 0x2010...0x206f, 0x20a0...0x20cf, 0x2150...0x218b, 0x2190...0x2bff, 0x3001...0x3030: return .sign
        case 0xff01...0xff0f, 0xff1a...0xff20, 0xffe0...0xffe6: return .sign
        default: return .letter
        }
    }

    private mutating func letters() -> TextPiece {
        let start = byte
        let scalarStart = scalar
        var plain = true
        let capital = buffer[start] &- 65 < 26
        while byte < buffer.count {
            switch PieceCutter.classes[Int(buffer[byte])] {
            case .letter:
                byte += 1
                scalar += 1
                continue
            case .wide where wideClass(byte) == .letter:
                plain = false
                byte += wideLength(byte)
                scalar += 1
                continue
            default: break
            }
            break
        }
        let slice = buffer[start..<byte]
        let word = plain ? vocabulary.find(slice) : vocabulary.find(String(decoding: slice, as: UTF8.self))
        return piece(.letters, start, scalarStart, word: word, capital: capital)
    }

    private mutating func digits() -> TextPiece {
        let start = byte
        let scalarStart = scalar
        var number = 0
        while byte < buffer.count, buffer[byte] &- 48 < 10 {
            if byte - start < 18 { number = number * 10 + Int(buffer[byte] - 48) }
            byte += 1
            scalar += 1
        }
        if byte - start > 18 { number = -1 }
        return piece(.digits, start, scalarStart, number: number)
    }

    private mutating func sign(length: Int) -> TextPiece {
        let start = byte
        let scalarStart = scalar
        byte += length
        scalar += 1
        return piece(.sign, start, scalarStart, word: vocabulary.find(buffer[start..<byte]))
    }

    private mutating func piece(
        _ kind: TextPiece.Kind, _ start: Int, _ scalarStart: Int, word: Int32 = Vocabulary.unknown, number: Int = 0,
        capital: Bool = false
    ) -> TextPiece {
        let piece = TextPiece(
            kind: kind, spaced: spaced, breaks: breaks, capital: capital, word: word, number: number,
            start: Int32(start), end: Int32(byte), scalarStart: Int32(scalarStart), scalarEnd: Int32(scalar))
        spaced = false
        breaks = false
        return piece
    }
}
