// SPDX-License-Identifier: Apache-2.0

extension Passage {
    /// How far the mark may stand from the words that lack it, in tokens.
    private static let reach = 3

    /// The range with whole quotations only: the mark that closes one right behind it, or opens one right before it,
    /// is taken in; a mark at its edge without a fellow is left out.
    func balanced(_ range: Range<Int>) -> Range<Int> {
        var open: Int?
        var stray: Int?
        for token in range where isQuotationMark(token) {
            if isClosingMark(token) {
                if open == nil { stray = stray ?? token }
                open = nil
            } else {
                open = open ?? token
            }
        }
        if let open {
            let behind = range.upperBound..<min(range.upperBound + Self.reach, tokens.count)
            if let close = behind.first(where: { isQuotationMark($0) && isClosingMark($0) }) {
                return range.lowerBound..<close + 1
            }
            if open == range.lowerBound, range.count > 1 { return open + 1..<range.upperBound }
        }
        if let stray {
            let before = max(range.lowerBound - Self.reach, 0)..<range.lowerBound
            if stray == range.upperBound - 1, range.count > 1 { return range.lowerBound..<stray }
            if let start = before.last(where: { isQuotationMark($0) && !isClosingMark($0) }) {
                return start..<range.upperBound
            }
        }
        return range
    }

    private func isQuotationMark(_ token: Int) -> Bool {
        tokens[token].isNoLetter && ["\"", "\u{201C}", "\u{201D}", "\u{00AB}", "\u{00BB}"].contains(tokens[token].text)
    }

    /// Whether the mark closes; a straight one does behind a word and before a space.
    private func isClosingMark(_ token: Int) -> Bool {
        switch tokens[token].text {
        case "\u{201D}", "\u{00BB}": true
        case "\"": token > 0 && !tokens[token - 1].hasTrailingSpace
        default: false
        }
    }
}
