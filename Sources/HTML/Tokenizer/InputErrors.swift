// SPDX-License-Identifier: Apache-2.0

/// Parse errors that lie in the characters themselves (13.2.3.5), found apart from the tokenizer.
enum InputErrors {
    /// The tokenizer's errors and those of the source, in the order of their places.
    static func merged(into errors: [ParseError], source: [UInt8]) -> [ParseError] {
        let all = errors + find(in: source)
        return all.enumerated().sorted { ($0.element.byte, $0.offset) < ($1.element.byte, $1.offset) }.map(\.element)
    }

    private static func find(in source: [UInt8]) -> [ParseError] {
        var errors: [ParseError] = []
        for index in source.indices {
            let byte = source[index]
            if byte < 0x80 {
                let isControl = byte < 0x20 && byte != 0 && !ByteScan.isSpace(byte) || byte == 0x7F
                if isControl { errors.append(ParseError(code: "control-character-in-input-stream", byte: index)) }
                continue
            }
            guard let code = code(source, at: index) else { continue }
            errors.append(ParseError(code: code, byte: index))
        }
        return errors
    }

    /// The error of the character of several bytes that begins here.
    private static func code(_ source: [UInt8], at index: Int) -> String? {
        func byte(_ offset: Int) -> UInt32 { index + offset < source.count ? UInt32(source[index + offset]) : 0 }
        switch byte(0) {
        case 0xC2 where (0x80...0x9F).contains(byte(1)): return "control-character-in-input-stream"
        case 0xED where byte(1) >= 0xA0: return "surrogate-in-input-stream"
        case 0xE0...0xEF:
            let value = (byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | byte(2) & 0x3F
            let isNoncharacter = value >= 0xFFFE || (0xFDD0...0xFDEF).contains(value)
            return isNoncharacter ? "noncharacter-in-input-stream" : nil
        case 0xF0...0xF4:
            let isNoncharacter = byte(1) & 0x0F == 0x0F && byte(2) == 0xBF && byte(3) >= 0xBE
            return isNoncharacter ? "noncharacter-in-input-stream" : nil
        default: return nil
        }
    }
}
