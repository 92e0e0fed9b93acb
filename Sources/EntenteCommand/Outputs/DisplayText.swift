// SPDX-License-Identifier: Apache-2.0

/// How text looks in a terminal: how many columns it takes and where it may be broken.
///
/// Pages are written by strangers, so control characters, which a terminal obeys, never pass.
package enum DisplayText {
    /// The columns that `text` takes: two for a wide East Asian character, none for a mark above or below another.
    package static func width(_ text: some StringProtocol) -> Int {
        text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
    }

    /// `text` without control characters, its runs of white space made one blank.
    static func oneLine(_ text: some StringProtocol) -> String {
        printable(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// `text` with every control character but the line feed made a blank.
    static func printable(_ text: some StringProtocol) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isControl = scalar.properties.generalCategory == .control && scalar != "\n"
            result.append(isControl || bidirectionalControls.contains(scalar) ? " " : scalar)
        }
        return String(result)
    }

    /// Breaks `text` into lines of at most `limit` columns: at blanks where there are any, else behind slashes, else
    /// between characters.
    package static func wrapped(_ text: some StringProtocol, to limit: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        for word in oneLine(text).split(separator: " ") {
            let needed = width(word)
            if used > 0, used + 1 + needed <= limit {
                line += " " + word
                used += 1 + needed
                continue
            }
            if used > 0 { lines.append(line) }
            var pieces = broken(word, to: max(limit, 2))
            line = pieces.popLast() ?? ""
            used = width(line)
            lines.append(contentsOf: pieces)
        }
        if used > 0 || lines.isEmpty { lines.append(line) }
        return lines
    }

    /// `text` with as many blanks after it, or before it, as make it `columns` wide.
    static func padded(_ text: String, to columns: Int, atStart: Bool = false) -> String {
        let blanks = String(repeating: " ", count: max(0, columns - width(text)))
        return atStart ? blanks + text : text + blanks
    }

    private static func broken(_ word: Substring, to limit: Int) -> [String] {
        var pieces: [String] = []
        var piece = ""
        var used = 0
        for character in word {
            let needed = width(String(character))
            if used + needed > limit, used > 0 {
                let end = piece.lastIndex(of: "/").map(piece.index(after:)) ?? piece.endIndex
                pieces.append(String(piece[..<end]))
                piece = String(piece[end...])
                used = width(piece)
            }
            piece.append(character)
            used += needed
        }
        pieces.append(piece)
        return pieces
    }

    /// Characters that turn the direction of what follows, even beyond the text they stand in.
    private static let bidirectionalControls: Set<Unicode.Scalar> = [
        "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}", "\u{202E}", "\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}",
    ]

    /// Blocks whose characters take two columns (Unicode Standard Annex 11, classes W and F).
    private static let wideRanges: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
        0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
        0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
    ]

    private static func width(of scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x300 { return scalar.value == 0xAD ? 0 : 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        if (0x1160...0x11FF).contains(scalar.value) { return 0 }
        return wideRanges.contains { $0.contains(scalar.value) } ? 2 : 1
    }
}
