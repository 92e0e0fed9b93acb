// SPDX-License-Identifier: Apache-2.0

/// The character references of HTML, such as `&eacute;` and `&#233;`.
public struct CharacterReferences: Sendable {
    private struct Entry: Sendable {
        var name: ByteRange
        /// Whether it also stands without a semicolon.
        var isLegacy: Bool
        var text: ByteRange
    }

    /// The table, made when it is first used.
    static let shared = CharacterReferences(CharacterReferenceData.names)

    private var bytes: [UInt8] = []
    private var entries: [Entry] = []
    private var slots = [Int16](repeating: -1, count: 8192)
    /// The longest name that stands without a semicolon.
    private static let longestLegacy = 6
    /// The longest name of all.
    private static let longest = 32

    init(_ data: StaticString) {
        let words = data.description.split(whereSeparator: { $0 == " " || $0 == "\n" })
        for word in words {
            guard let mark = word.utf8.firstIndex(where: { $0 == 0x2A || $0 == 0x3A }) else { continue }
            let start = bytes.count
            bytes += word.utf8[..<mark]
            let nameEnd = bytes.count
            for code in word[mark...].dropFirst().split(separator: "+") {
                if let value = UInt32(code, radix: 16), let scalar = Unicode.Scalar(value) {
                    bytes += Array(String(Character(scalar)).utf8)
                }
            }
            let entry = Entry(
                name: ByteRange(start, nameEnd), isLegacy: word.utf8[mark] == 0x2A,
                text: ByteRange(nameEnd, bytes.count))
            var slot = Self.hash(bytes[start..<nameEnd]) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int16(entries.count)
            entries.append(entry)
        }
    }

    /// A text with its character references decoded as in HTML's text, for what was escaped twice.
    public static func decoded(in text: String) -> String {
        guard text.utf8.contains(0x26) else { return text }
        let bytes = Array(text.utf8)
        let decoded = bytes.withUnsafeBufferPointer { buffer -> [UInt8] in
            guard let base = buffer.baseAddress else { return [] }
            var tokenizer = Tokenizer(base, count: buffer.count)
            tokenizer.content = .rcdata
            tokenizer.next()
            return tokenizer.tokenText
        }
        return String(decoding: decoded, as: UTF8.self)
    }

    /// How many names there are.
    var count: Int { entries.count }

    /// The longest reference that begins with the letter or digit at `start`.
    ///
    /// Gives how many bytes it takes, whether the semicolon is one of them, and the text.
    func match(
        _ base: UnsafePointer<UInt8>, from start: Int, to end: Int
    ) -> (length: Int, hasSemicolon: Bool, text: ArraySlice<UInt8>)? {
        var length = 0
        let most = min(end - start, Self.longest + 1)
        while length < most, ByteScan.isLetter(base[start + length]) || ByteScan.isDigit(base[start + length]) {
            length += 1
        }
        if start + length < end, base[start + length] == 0x3B, let entry = find(base + start, length) {
            return (length + 1, true, bytes[entry.text.range])
        }
        var shorter = min(length, Self.longestLegacy)
        while shorter >= 2 {
            if let entry = find(base + start, shorter), entry.isLegacy {
                return (shorter, false, bytes[entry.text.range])
            }
            shorter -= 1
        }
        return nil
    }

    private func find(_ name: UnsafePointer<UInt8>, _ length: Int) -> Entry? {
        var slot = Self.hash(UnsafeBufferPointer(start: name, count: length)) & (slots.count - 1)
        while slots[slot] >= 0 {
            let entry = entries[Int(slots[slot])]
            if entry.name.count == length,
                (0..<length).allSatisfy({ bytes[Int(entry.name.start) + $0] == name[$0] })
            {
                return entry
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    private static func hash(_ name: some Sequence<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: hash ^ hash >> 32)
    }
}

extension Tokenizer {
    /// Reads the character reference at the `&` at `index` into `referenced` (13.2.5.72 to 13.2.5.80); returns the place
    /// behind, or `nil` where the `&` stands for itself.
    mutating func readReference(at index: Int, isAttribute: Bool) -> Int? {
        let first = index + 1
        if base[first] == 0x23 { return readNumericReference(at: first + 1) }
        guard let match = references.match(base, from: first, to: count) else {
            if reportsErrors { reportUnknown(from: first) }
            return nil
        }
        let end = first + match.length
        if !match.hasSemicolon {
            if isAttribute, end < count,
                base[end] == 0x3D || ByteScan.isLetter(base[end]) || ByteScan.isDigit(base[end])
            {
                return nil
            }
            report("missing-semicolon-after-character-reference", at: end)
        }
        referenced.removeAll(keepingCapacity: true)
        referenced += match.text
        return end
    }

    private mutating func reportUnknown(from first: Int) {
        var end = first
        while end < count, ByteScan.isLetter(base[end]) || ByteScan.isDigit(base[end]) { end += 1 }
        if end < count, base[end] == 0x3B { report("unknown-named-character-reference", at: end) }
    }

    /// Reads from behind `&#`.
    private mutating func readNumericReference(at first: Int) -> Int? {
        var index = first
        let isHexadecimal = index < count && base[index] | 0x20 == 0x78
        if isHexadecimal { index += 1 }
        let digits = index
        var value: UInt32 = 0
        while index < count, let digit = digit(base[index], isHexadecimal: isHexadecimal) {
            value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
            index += 1
        }
        guard index > digits else {
            report("absence-of-digits-in-numeric-character-reference", at: index)
            return nil
        }
        if index < count, base[index] == 0x3B {
            index += 1
            noteReferenced(value, end: index)
        } else {
            report("missing-semicolon-after-character-reference", at: index)
            noteReferenced(value, end: index)
        }
        return index
    }

    private func digit(_ byte: UInt8, isHexadecimal: Bool) -> UInt32? {
        if ByteScan.isDigit(byte) { return UInt32(byte - 0x30) }
        let small = byte | 0x20
        return isHexadecimal && (0x61...0x66).contains(small) ? UInt32(small - 0x61 + 10) : nil
    }

    /// Notes the character that a number stands for (13.2.5.80).
    private mutating func noteReferenced(_ value: UInt32, end: Int) {
        var value = value
        switch value {
        case 0:
            report("null-character-reference", at: end)
            value = 0xFFFD
        case 0x11_0000...:
            report("character-reference-outside-unicode-range", at: end)
            value = 0xFFFD
        case 0xD800...0xDFFF:
            report("surrogate-character-reference", at: end)
            value = 0xFFFD
        case _ where value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(value):
            report("noncharacter-character-reference", at: end)
        case 0x0D, 0x80...0x9F, 0x01...0x08, 0x0B, 0x0E...0x1F, 0x7F:
            report("control-character-reference", at: end)
            if (0x80...0x9F).contains(value) { value = Self.windows1252[Int(value) - 0x80] }
        default: break
        }
        referenced.removeAll(keepingCapacity: true)
        referenced += UTF8.encode(Unicode.Scalar(value) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter
    }

    /// What pages mean by the control characters 0x80 to 0x9F.
    private static let windows1252: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]
}
