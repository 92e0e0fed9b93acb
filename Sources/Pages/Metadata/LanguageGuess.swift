// SPDX-License-Identifier: Apache-2.0

import CCLD2

/// Tells the language of a text.
package enum LanguageGuess {
    /// The BCP 47 tag of the text's language, or `nil` if CLD2 cannot tell it reliably.
    ///
    /// A sentence or two in Latin letters tell nothing: foreign names outweigh their words. Other scripts tell at once.
    package static func language(of text: String) -> String? { language(of: text, sample: sampleBytes) }

    private static func language(of text: String, sample bytes: Int) -> String? {
        guard text.utf8.count >= tellingBytes || text.utf8.count(where: { $0 >= 0xE1 }) * 6 > text.utf8.count else {
            return nil
        }
        let sample = beginning(of: text, bytes: bytes)
        let found = guess(sample)
        // Names can outweigh the words between them: without them it is asked once more.
        guard let found, found != "en", sample.utf8.count < manyNamesBytes else { return found }
        let words = sample.split(whereSeparator: \.isWhitespace)
        let small = words.filter { $0.first { $0.isLetter }?.isUppercase != true }
        guard small.count * 20 < words.count * 11 else { return found }
        return guess(small.joined(separator: " ")) ?? found
    }

    private static func guess(_ sample: String) -> String? {
        var code = [CChar](repeating: 0, count: Int(CCLD2_CODE_LENGTH))
        let isReliable = sample.utf8.withContiguousStorageIfAvailable { bytes in
            bytes.withMemoryRebound(to: CChar.self) { ccld2_guess($0.baseAddress, Int32($0.count), &code) }
        }
        guard isReliable == 1 else { return nil }
        let tag = String(decoding: code.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        return tag == "iw" ? "he" : tag.isEmpty ? nil : tag
    }

    /// The language that a page declares, or that of its text where it declares none or plainly another.
    ///
    /// Many sites declare one language for all their pages, translations included. A short text overrules nothing.
    package static func language(declared: String?, of text: String) -> String? {
        guard let declared else { return language(of: text) }
        // The first words mostly say what the page declares.
        if text.utf8.count >= overrulingBytes, let first = language(of: text, sample: firstBytes),
            primary(declared) == primary(first)
        {
            return declared
        }
        guard text.utf8.count >= overrulingBytes, let found = language(of: text) else { return declared }
        return primary(declared) == primary(found) ? declared : found
    }

    /// Bytes of Latin text that tell a language.
    private static let tellingBytes = 120
    /// Bytes of text that tell another language than the declared one.
    private static let overrulingBytes = 200
    /// Bytes of a text below which names may outweigh its words.
    private static let manyNamesBytes = 3_000
    /// Bytes of a text that are looked at.
    private static let sampleBytes = 8_000
    /// Bytes that are looked at first where a language is declared.
    private static let firstBytes = 1_200

    private static func beginning(of text: String, bytes: Int) -> String {
        guard text.utf8.count > bytes else { return text }
        let end = text.utf8.index(text.startIndex, offsetBy: bytes)
        return String(text[..<text.unicodeScalars.index(after: text.unicodeScalars.index(before: end))])
    }

    private static func primary(_ tag: String) -> Substring? { tag.split(separator: "-").first }

    /// A declared language as a BCP 47 tag, or `nil` if it is none: `en_US` becomes `en-US`.
    package static func tag(declared: String?) -> String? {
        guard let declared else { return nil }
        let parts = declared.split(whereSeparator: { "-_, ".contains($0) })
        guard let first = parts.first, (2...3).contains(first.utf8.count), first.allSatisfy(\.isLetter) else {
            return nil
        }
        let rest = parts.dropFirst().prefix {
            (2...8).contains($0.utf8.count) && $0.allSatisfy { $0.isLetter || $0.isNumber }
        }
        return ([first.lowercased()] + rest.map { $0.utf8.count == 2 ? $0.uppercased() : String($0) })
            .joined(separator: "-")
    }
}
