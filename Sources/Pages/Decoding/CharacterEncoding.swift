// SPDX-License-Identifier: Apache-2.0

import Foundation

/// An encoding of characters that pages are written in, UTF-8 and UTF-16 apart.
package struct CharacterEncoding: Hashable, Sendable, Decodable {
    /// What a wrong guess looks like in this encoding.
    package enum Kind: String, Hashable, Sendable, Decodable {
        /// Latin letters with accents: a word is mostly ASCII.
        case western
        /// Latin letters with combining marks that have to be composed.
        case vietnamese
        /// Two bytes and more a character.
        case eastAsian
        /// Another alphabet: a word is mostly outside ASCII.
        case other
    }

    /// The standard name in lower case.
    package var name: String
    /// Core Foundation's number for it.
    package var code: UInt
    /// What a wrong guess looks like.
    package var kind: Kind
    /// The names by which pages call it, in lower case.
    package var labels: [String]

    /// Decodes bytes that are all valid; `nil` if one is not.
    package func decode(_ bytes: ArraySlice<UInt8>) -> String? {
        let encoding = String.Encoding(rawValue: 0x8000_0000 | code)
        guard let text = String(data: Data(bytes), encoding: encoding) else { return nil }
        // Core Foundation stands these in for bytes that mean nothing in the encoding.
        if kind == .eastAsian, text.unicodeScalars.contains(where: { (0xF8F0...0xF8FF).contains($0.value) }) {
            return nil
        }
        return kind == .vietnamese ? text.precomposedStringWithCanonicalMapping : text
    }

    /// Decodes everything that can be decoded and puts U+FFFD where it cannot.
    ///
    /// Works line by line and tag by tag, since the marks `<`, `>` and line feed are never the second byte of a
    /// character in any encoding of the list.
    package func decodeRepairing(_ bytes: [UInt8]) -> RepairedText {
        if let text = decode(bytes[...]) { return RepairedText(utf8: Array(text.utf8)) }
        var result = RepairedText(utf8: [])
        var start = 0
        while start < bytes.count {
            var end = start
            while end < bytes.count, !Self.isSafeBoundary(bytes[end]) { end += 1 }
            end = min(end + 1, bytes.count)
            if let piece = decode(bytes[start..<end]) {
                result.utf8 += piece.utf8
            } else {
                decodeSingly(bytes[start..<end], into: &result)
            }
            start = end
        }
        return result
    }

    private func decodeSingly(_ bytes: ArraySlice<UInt8>, into result: inout RepairedText) {
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if bytes[index] < 0x80 {
                result.utf8.append(bytes[index])
                index += 1
                continue
            }
            let widths = kind == .eastAsian ? [2, 1, 4, 3] : [1]
            var width = 0
            for candidate in widths where index + candidate <= bytes.endIndex {
                // No second byte lies below the digits: what does is a sign of its own after a damaged byte.
                if candidate > 1, bytes[index + 1] < 0x30 { continue }
                if let piece = decode(bytes[index..<index + candidate]), Self.isAssigned(piece) {
                    result.utf8 += piece.utf8
                    width = candidate
                    break
                }
            }
            if width == 0 {
                result.utf8 += "\u{FFFD}".utf8
                result.note(repairAt: index)
                width = 1
            }
            index += width
        }
    }

    /// Whether decoding gave characters, not stand-ins for bytes that mean nothing.
    private static func isAssigned(_ piece: String) -> Bool {
        !piece.isEmpty && piece.unicodeScalars.allSatisfy { !(0xE000...0xF8FF).contains($0.value) && $0 != "\u{FFFD}" }
    }

    private static func isSafeBoundary(_ byte: UInt8) -> Bool { byte == 0x3C || byte == 0x3E || byte == 0x0A }
}

/// A decoded text and how much of it had to be replaced by U+FFFD.
package struct RepairedText: Hashable, Sendable {
    /// The text in UTF-8.
    package var utf8: [UInt8]
    /// How many replacements it holds.
    package var repairs = 0
    /// The byte of the input where the first one was needed.
    package var firstRepair: Int?

    /// The text.
    package var text: String { String(decoding: utf8, as: UTF8.self) }

    /// Counts one replacement for the byte at `index`.
    mutating func note(repairAt index: Int) {
        repairs += 1
        if firstRepair == nil { firstRepair = index }
    }
}
