// SPDX-License-Identifier: Apache-2.0

/// A line of text with what the word lists ask of it, worked out once.
struct LoweredLine {
    /// The line as it stands.
    let text: String
    /// The line in lower case as UTF-8.
    let bytes: [UInt8]
    /// Unicode scalars of the line as it stands.
    let length: Int

    init(_ text: String) {
        self.text = text
        bytes = Self.lowered(text)
        length = text.scalarCount
    }

    /// Whether the line ends so.
    func hasSuffix(_ suffix: [UInt8]) -> Bool {
        bytes.count >= suffix.count && bytes[(bytes.count - suffix.count)...].elementsEqual(suffix)
    }

    /// The text in lower case as UTF-8.
    ///
    /// The same as `lowercased()`, without a look into Unicode's tables for the letters that most pages are written in.
    static func lowered(_ text: String) -> [UInt8] {
        var text = text
        return text.withUTF8 { source in
            var result: [UInt8] = []
            result.reserveCapacity(source.count)
            var index = 0
            while index < source.count {
                let byte = source[index]
                if byte < 0x80 {
                    result.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
                    index += 1
                    continue
                }
                let width = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
                guard index + width <= source.count else { break }
                let second = source[index + 1]
                if byte == 0xC3 {
                    result.append(byte)
                    result.append((0x80...0x9E).contains(second) && second != 0x97 ? second + 0x20 : second)
                } else if hasNoCase(byte, second) {
                    for offset in 0..<width { result.append(source[index + offset]) }
                } else {
                    let scalar = String(decoding: source[index..<index + width], as: UTF8.self).unicodeScalars.first
                    result += (scalar?.properties.lowercaseMapping ?? "").utf8
                }
                index += width
            }
            return result
        }
    }

    /// Whether characters that begin with these bytes have no small and capital letters: signs, Hangul, Han and kana.
    private static func hasNoCase(_ lead: UInt8, _ second: UInt8) -> Bool {
        switch lead {
        case 0xC2, 0xE0, 0xE3...0xE9, 0xEB...0xEE: true
        case 0xE2: second == 0x80
        case 0xEA: second >= 0xB0
        default: false
        }
    }
}
