// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// A paragraph that opens with a dateline, `LIMA, 3 May (Andes Wire) –`, is parsed in two pieces.
///
/// Parsed as one, the place becomes the sentence's subject and the true subject its apposition.
enum DatelineCut {
    /// No dateline is longer, in Unicode scalars.
    private static let length = 90

    /// The text of a block in the pieces that are parsed apart, in order; a text without dateline is one piece.
    static func pieces(of text: String, role: BlockRole) -> [String] {
        guard role == .body,
            let start = startBehindColon(in: text) ?? (mayHoldDash(text) ? startOfSentence(in: text) : nil)
        else { return [text] }
        return [String(text[..<start]), String(text[start...])]
    }

    /// Whether a dash may stand apart, or a bracket or colon stand in the first words: tells of most paragraphs that they
    /// have no dateline.
    private static func mayHoldDash(_ text: String) -> Bool {
        var before: UInt8 = 0
        for byte in text.utf8.prefix(4 * length) {
            if byte == UInt8(ascii: "-"), before <= 0x20 || before >= 0x80 { return true }
            if byte == 0xE2 || byte == UInt8(ascii: ")") || byte == UInt8(ascii: ":") { return true }
            before = byte
        }
        return false
    }

    /// No place before a colon is longer, in UTF-8 bytes.
    private static let labelLength = 32

    /// Where the sentence begins behind a place and a colon, `Lima: ` or `Lima (AW): `, which may be any other label.
    private static func startBehindColon(in text: String) -> String.Index? {
        guard let colon = text.utf8.prefix(labelLength).firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let words = text[..<colon].split(separator: " ")
        let isLabel = { (word: Substring) in
            word.first?.isUppercase == true && word.allSatisfy(\.isLetter)
                || word.first == "(" && word.last == ")" && word.dropFirst().dropLast().allSatisfy(\.isUppercase)
        }
        let behind = text[colon...].dropFirst()
        guard !words.isEmpty, words.count < 4, words[0].count > 2, words.allSatisfy(isLabel), behind.first == " ",
            let start = behind.firstIndex(where: { $0 != " " }), text[start].isUppercase
        else { return nil }
        return start
    }

    private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "-", "\u{2013}", "\u{2014}": true
        default: false
        }
    }

    /// Where the sentence begins behind the dateline; the day may stand behind a dash of its own: `OSLO - 3 May 2025 - …`.
    private static func startOfSentence(in text: String) -> String.Index? {
        guard let first = startOfSentence(in: text[...]) else { return nil }
        return startOfSentence(in: text[first...]) ?? first
    }

    /// Where the words begin behind the dateline's dash or, where it gives the day, behind its bracket.
    private static func startOfSentence(in text: Substring) -> String.Index? {
        let scalars = text.unicodeScalars
        let isSpace = { (place: String.Index) in scalars[place].properties.isWhitespace }
        var depth = 0
        for place in scalars.prefix(length).indices.dropFirst() {
            let mark = scalars[place]
            if mark == "(" { depth += 1 }
            if mark == ")" { depth -= 1 }
            let isColon = mark == ":" && isDay(text[..<place])
            let isEnd = isDash(mark) && isSpace(scalars.index(before: place)) || mark == ")" || isColon
            guard depth == 0, isEnd, case let behind = scalars.index(after: place), behind < scalars.endIndex,
                isSpace(behind) || scalars[behind] == ":" && mark == ")"
            else { continue }
            guard isDateline(text[..<place], endsInBracket: mark == ")") else {
                if isDash(mark) { return nil }
                continue
            }
            return scalars[behind...].indices.first { !isSpace($0) && !isDash(scalars[$0]) && scalars[$0] != ":" }
        }
        return nil
    }

    /// Whether the words before a colon are a place and, behind a comma, a day: "Turku, May 3".
    private static func isDay(_ head: Substring) -> Bool {
        let words = head.split { " ,.[]".contains($0) }
        let numbers = words.filter { $0.allSatisfy(\.isNumber) }
        return words.count > 2 && head.contains(",") && numbers.count == 1 && numbers[0].count < 3
            && words.first?.first?.isLetter == true
    }

    /// Whether the words before the mark are all names and numbers: a place in capital letters, or a day.
    private static func isDateline(_ head: Substring, endsInBracket: Bool) -> Bool {
        let words = head.split { " ,().[]/-:\u{2013}\u{2014}\u{A0}".contains($0) }
        guard let first = words.first, first.first?.isUppercase == true,
            words.allSatisfy({ $0.first?.isUppercase == true || $0.first?.isNumber == true })
        else { return false }
        // "Sixteen (16) officials" and "On Tuesday (22 March)" open with no agency.
        if endsInBracket, head.split(separator: "(").last?.first?.isLetter != true { return false }
        // A day has one or two figures; "The Green Ports Forum 2025 (GPF)" opens a sentence.
        return words.contains { $0.allSatisfy(\.isNumber) && (!endsInBracket || $0.count < 3) }
            && (!endsInBracket || words.count > 3)
            || !endsInBracket && (first.count > 1 && first.allSatisfy(\.isUppercase) || namesAgency(head))
    }

    /// Whether the words before a dash end with an agency's letters in brackets: "Turku (TWA)".
    private static func namesAgency(_ head: Substring) -> Bool {
        let words = head.split(separator: " ")
        guard words.count > 1, let last = words.last, last.first == "(", last.last == ")" else { return false }
        return last.count > 3 && last.dropFirst().dropLast().allSatisfy(\.isUppercase)
    }
}

extension Doc {
    /// Documents of texts that follow each other, as one document; `nil` for none.
    static func joined(_ docs: [Doc]) -> Doc? {
        guard var whole = docs.first else { return nil }
        for doc in docs.dropFirst() {
            let (tokens, bytes, scalars) = (whole.tokens.count, whole.text.utf8.count, whole.text.unicodeScalars.count)
            whole.text += doc.text
            whole.tokens += doc.tokens.map { token in
                var token = token
                token.head += tokens
                token.utf8Range = token.utf8Range.lowerBound + bytes..<token.utf8Range.upperBound + bytes
                token.scalarRange = token.scalarRange.lowerBound + scalars..<token.scalarRange.upperBound + scalars
                return token
            }
            whole.entities += doc.entities.map {
                EntitySpan(tokens: $0.tokens.lowerBound + tokens..<$0.tokens.upperBound + tokens, label: $0.label)
            }
            whole.sentences += doc.sentences.map { $0.lowerBound + tokens..<$0.upperBound + tokens }
        }
        return whole
    }
}
