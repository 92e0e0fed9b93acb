// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Tells by its wording what a line is, in mark-up and in text captures alike.
struct LineRules: Sendable {
    let phrases: PhraseLexicon
    let scanner: DateScanner

    /// Unicode scalars of the longest line that its wording gives away.
    private static let longest = 400

    /// The role that the wording gives away, or `nil` for what may be the article's own text.
    func role(of line: String) -> BlockRole? {
        if isHashtags(line) { return .furniture }
        // Paragraphs of some length are text whatever they hold; a scalar takes four bytes at most.
        if line.utf8.count > 4 * Self.longest { return nil }
        let lowered = LoweredLine(line)
        let length = lowered.length
        if length > Self.longest { return nil }
        if phrases.isFurnitureLabel(lowered) || isIdentifier(line) { return .furniture }
        if phrases.isCopyright(lowered) { return .copyright }
        if length <= 200, isDateLine(line) || hasDatePart(line) { return .dateline }
        if length <= 120, isByline(lowered) { return .byline }
        if phrases.isCaption(lowered) { return .caption }
        if length <= 140, phrases.hasFurniturePrefix(lowered) { return .furniture }
        if length <= 320, phrases.isCall(lowered) { return .furniture }
        return nil
    }

    /// Whether the line holds a date and hardly anything else: `Published 3 November 2025, 14:20`.
    func isDateLine(_ line: String) -> Bool {
        let found = scanner.dates(in: line)
        guard !found.isEmpty else { return false }
        let scalars = Array(line.unicodeScalars)
        var rest = String.UnicodeScalarView()
        var index = 0
        for date in found {
            rest.append(contentsOf: scalars[index..<date.scalars.lowerBound])
            rest.append(" ")
            index = date.scalars.upperBound
        }
        rest.append(contentsOf: scalars[index...])
        let words = phrases.withoutDateWords(String(rest)).words
        let letters = words.filter { !$0.unicodeScalars.allSatisfy { $0.properties.numericType != nil } }
        // What is left may be the name of the weekday, a zone, `at`, `Uhr`.
        return letters.count <= 3 && letters.reduce(0) { $0 + $1.scalarCount } <= 22
    }

    /// Whether the sign stands between parts of a line.
    static func isBar(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "|", "•", "·", "⋅": true
        default: false
        }
    }

    /// Whether short parts between bars make up the line and one of them is a date: `3 May 2025 | 14:20 | Politics`.
    func hasDatePart(_ line: String) -> Bool {
        guard line.utf8.contains(where: { (0x30...0x39).contains($0) }), line.unicodeScalars.contains(where: Self.isBar)
        else {
            return false
        }
        let parts = line.unicodeScalars.split(whereSeparator: Self.isBar).map { WhiteSpace.folded(String($0)) }
        guard (2...6).contains(parts.count), !endsSentence(line) else { return false }
        return parts.allSatisfy { $0.scalarCount <= 48 } && parts.contains(where: isDateLine)
    }

    /// Whether the line names who wrote the article.
    func isByline(_ line: String) -> Bool { isByline(LoweredLine(line)) }

    private func isByline(_ line: LoweredLine) -> Bool {
        if line.length <= 80, hasAddress(line.text) { return true }
        if line.length <= 40, phrases.hasBylineSuffix(line), !endsSentence(line.text) { return true }
        guard let rest = phrases.afterBylinePrefix(line) else { return false }
        let words = WhiteSpace.trimmed(rest).words
        guard (1...8).contains(words.count), !endsSentence(line.text) || Self.isInitial(words[words.count - 1]) else {
            return false
        }
        let capitals = words.filter { $0.first?.isUppercase == true || $0.first?.isCased == false }
        return words.first?.first?.isLetter == true && words.first?.first?.isLowercase == false
            && capitals.count * 2 > words.count
    }

    /// Whether a word is one capital and a full stop.
    static func isInitial(_ word: Substring) -> Bool {
        word.count == 2 && word.hasSuffix(".") && word.first?.isUppercase == true
    }

    /// Whether a line ends as a sentence does.
    func endsSentence(_ line: String) -> Bool {
        guard let last = line.unicodeScalars.last(where: { !Self.isCloser($0) }) else { return false }
        return switch last {
        case ".", "!", "?", "…", "。", "！", "？", ":": true
        default: false
        }
    }

    private static func isCloser(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\"", "'", "”", "’", "»", ")", "]", "」", "』", "“": true
        default: false
        }
    }

    /// How wide a line looks: characters of East Asian scripts count two.
    func width(of line: String) -> Int {
        line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x1100 && isWide($1) ? 2 : 1) }
    }

    private func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA960...0xA97F,
            0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            true
        default: false
        }
    }

    /// A name that only programs use, such as `site_header`.
    private func isIdentifier(_ line: String) -> Bool {
        line.utf8.count <= 48 && line.utf8.contains(0x5F) && !line.utf8.contains(0x20)
            && line.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 0x5F || $0 == 0x2D }
    }

    private func isHashtags(_ line: String) -> Bool {
        guard line.utf8.first(where: { $0 != 0x20 }) == 0x23 else { return false }
        let words = line.words
        return !words.isEmpty && words.allSatisfy { $0.hasPrefix("#") && $0.count > 1 }
    }

    /// Whether the line holds an e-mail address.
    private func hasAddress(_ line: String) -> Bool {
        line.utf8.contains(0x40)
            && line.split(whereSeparator: { " ()[]<>|,".contains($0) }).contains { word in
                let parts = word.split(separator: "@", omittingEmptySubsequences: false)
                return parts.count == 2 && !parts[0].isEmpty && parts[1].dropFirst().contains(".")
            }
    }
}
