// SPDX-License-Identifier: Apache-2.0

/// White space as Unicode knows it, no-break and ideographic spaces included.
package enum WhiteSpace {
    /// Whether the scalar is white space.
    package static func contains(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// The text with every run of white space made one blank and none at its ends.
    package static func folded(_ text: String) -> String {
        var text = text
        return text.withUTF8 { folded(bytes: $0) }
    }

    /// The same of UTF-8 bytes.
    package static func folded(bytes: UnsafeBufferPointer<UInt8>) -> String {
        String(unsafeUninitializedCapacity: bytes.count) { result in
            var count = 0
            var pending = false
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                let space = byte < 0x80 ? (byte == 0x20 || byte &- 0x09 < 5 ? 1 : 0) : length(bytes, at: index)
                if space > 0 {
                    pending = true
                    index += space
                    continue
                }
                // What was folded is at least as long, so there is room for the blank.
                if pending, count > 0 {
                    result[count] = 0x20
                    count += 1
                }
                pending = false
                result[count] = byte
                count += 1
                index += 1
            }
            return count
        }
    }

    /// How many Unicode scalars of UTF-8 bytes are no white space.
    package static func visibleLength(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var count = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                if byte != 0x20, byte &- 0x09 >= 5 { count += 1 }
                index += 1
                continue
            }
            let space = length(bytes, at: index)
            if space == 0, byte & 0xC0 != 0x80 { count += 1 }
            index += max(space, 1)
        }
        return count
    }

    /// The bytes of the white space outside ASCII that begins at `index`; 0 if there is none.
    private static func length(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let lead = bytes[index]
        guard lead == 0xC2 || lead == 0xE1 || lead == 0xE2 || lead == 0xE3, index + 1 < bytes.count else { return 0 }
        let second = bytes[index + 1]
        if lead == 0xC2 { return second == 0x85 || second == 0xA0 ? 2 : 0 }
        guard index + 2 < bytes.count else { return 0 }
        let value = UInt32(lead & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
        return Unicode.Scalar(value).map(contains) == true ? 3 : 0
    }

    /// The text without white space at its ends.
    package static func trimmed(_ text: Substring) -> Substring {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !contains($0) }),
            let last = scalars.lastIndex(where: { !contains($0) })
        else { return text[text.startIndex..<text.startIndex] }
        return Substring(scalars[first...last])
    }

    /// Whether nothing in the text can be seen: white space, zero-width and soft hyphens only.
    package static func isBlank(_ text: String) -> Bool { text.unicodeScalars.allSatisfy(isUnseen) }

    /// The same of UTF-8 bytes.
    static func isBlank(utf8 bytes: [UInt8]) -> Bool {
        var source = bytes.makeIterator()
        var decoder = UTF8()
        while case .scalarValue(let scalar) = decoder.decode(&source) {
            if !isUnseen(scalar) { return false }
        }
        return true
    }

    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        contains(scalar) || [0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xAD].contains(scalar.value)
    }
}
