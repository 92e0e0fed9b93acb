// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Makes names comparable.
enum NameFolding {
    /// The name in lower case, without diacritics, articles and punctuation.
    static func fold(_ name: String) -> String {
        words(of: name).joined(separator: " ")
    }

    /// The words of the folded name.
    static func words(of name: String) -> [String] {
        var words = asciiWords(of: name) ?? scalarWords(of: name)
        if words.count > 1, words.first == "the" { words.removeFirst() }
        if words.count > 1, let last = words.last, ["jr", "sr", "s"].contains(last) { words.removeLast() }
        return words
    }

    /// The words of a name in ASCII, which most are, without the way through Unicode's tables.
    private static func asciiWords(of name: String) -> [String]? {
        var words: [String] = []
        var word: [UInt8] = []
        for byte in name.utf8 {
            switch byte {
            case 0x41...0x5A: word.append(byte + 0x20)
            case 0x30...0x39, 0x61...0x7A: word.append(byte)
            case 0x80...: return nil
            default:
                if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
                word.removeAll(keepingCapacity: true)
            }
        }
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        return words
    }

    private static func scalarWords(of name: String) -> [String] {
        let scalars = name.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).unicodeScalars
            .map { $0 == "đ" ? "d" : $0 }
        return scalars.split { !($0.properties.isAlphabetic || $0.properties.numericType != nil) }
            .map { String(String.UnicodeScalarView($0)) }
    }

    /// Whether two lists of name words can name one person: the shorter is a run of the longer, or both have the
    /// same words in another order, as family-first names do.
    static func isSamePerson(_ left: [String], _ right: [String]) -> Bool {
        let (short, long) = left.count <= right.count ? (left, right) : (right, left)
        guard !short.isEmpty else { return false }
        // Folded words are compared by their bytes, so that equal letters are as many bytes.
        let areAsLong = short.reduce(0) { $0 + $1.utf8.count } == long.reduce(0) { $0 + $1.utf8.count }
        if short.count == long.count {
            return areAsLong && (short.sorted() == long.sorted() || short.joined() == long.joined())
        }
        if areAsLong, short.joined() == long.joined() { return true }
        if short.count == 1 { return short[0].count > 1 && long.contains(short[0]) }
        // Given and family name with or without the names between them.
        if short.first == long.first, short.last == long.last { return true }
        return (0...long.count - short.count).contains { Array(long[$0..<$0 + short.count]) == short }
    }
}
