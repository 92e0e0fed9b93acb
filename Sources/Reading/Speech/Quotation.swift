// SPDX-License-Identifier: Apache-2.0

/// A run of tokens between quotation marks.
struct Quotation: Hashable, Sendable {
    /// The passage that the run stands in.
    let passage: Int
    /// The quoted tokens without the marks; not empty.
    let tokens: Range<Int>
    /// The quoted tokens with the marks that stand around them.
    let withMarks: Range<Int>
    /// Whether the run goes on a quotation that the passage before left open.
    let continuesPrevious: Bool
    /// Whether the passage ends before the quotation is closed.
    let staysOpen: Bool
}

/// Finds quotations by a small state machine over the quotation marks of English text.
///
/// A quotation left open at the end of a paragraph is taken up by the next paragraph that begins with an opening
/// mark, as press style has it, or that closes it without having opened one. Inside double marks, single ones are left
/// to the quoted text.
struct QuotationFinder {
    private let passages: [Passage]

    /// How many paragraphs a quotation may run on that none of them opens again.
    private static let longestRun = 4

    init(passages: [Passage]) { self.passages = passages }

    /// The quotations in the order of the text.
    func quotations() -> [Quotation] {
        var found: [Quotation] = []
        var open: String?
        for passage in passages { found += quotations(in: passage, leftOpen: &open) }
        return found
    }

    /// The quotations of one passage; `leftOpen` is the mark that the passage before did not close, and then this one.
    private func quotations(in passage: Passage, leftOpen: inout String?) -> [Quotation] {
        let tokens = passage.tokens
        var found: [Quotation] = []
        /// Where the quotation in hand begins, its mark included, and which mark that is.
        var start: (token: Int, inside: Int, mark: String)?
        var continues = false
        if let mark = leftOpen {
            if let first = tokens.first, Self.closingMarks[first.text] != nil {
                continues = true
            } else if closes(mark, within: passage.index) {
                start = (0, 0, mark)
                continues = true
            }
        }
        leftOpen = nil
        for number in tokens.indices {
            if let open = start {
                guard isClosing(number, of: open.mark, from: open.inside, in: passage) else { continue }
                // A straight mark right after the opening one, or before a letter, cannot close.
                if number > open.inside {
                    found.append(
                        Quotation(
                            passage: passage.index, tokens: open.inside..<number, withMarks: open.token..<number + 1,
                            continuesPrevious: continues, staysOpen: false))
                }
                start = nil
                continues = false
            } else if isOpening(number, in: passage) {
                if number > 0 { continues = false }
                start = (number, number + 1, tokens[number].text)
            }
        }
        if let open = start, open.inside < tokens.count {
            found.append(
                Quotation(
                    passage: passage.index, tokens: open.inside..<tokens.count, withMarks: open.token..<tokens.count,
                    continuesPrevious: continues, staysOpen: true))
            leftOpen = open.mark
        }
        return found
    }

    private func isOpening(_ number: Int, in passage: Passage) -> Bool {
        let mark = passage.tokens[number].text
        guard passage.tokens[number].isNoLetter, Self.closingMarks[mark] != nil else { return false }
        switch mark {
        case "\"": return !standsBehindWord(number, in: passage)
        // A straight single mark is an apostrophe more often: it counts where speech ends before its fellow.
        case "'":
            return standsBeforeWord(number, in: passage) && !standsBehindWord(number, in: passage)
                && passage.tokens.indices.dropFirst(number + 2).contains { endsSpeech($0, in: passage) }
        default: return true
        }
    }

    private func isClosing(_ number: Int, of mark: String, from inside: Int, in passage: Passage) -> Bool {
        guard passage.tokens[number].isNoLetter,
            Self.closingMarks[mark]?.contains(passage.tokens[number].text) == true
        else { return false }
        return mark != "'" || endsSpeech(number, in: passage)
    }

    /// Whether the mark ends a word, a sentence or the like, with space behind it.
    private func standsBehindWord(_ number: Int, in passage: Passage) -> Bool {
        let tokens = passage.tokens
        guard number > 0, !tokens[number - 1].hasTrailingSpace, !passage.isOpeningMark(number - 1),
            !["-", "\u{2013}", "\u{2014}", "["].contains(tokens[number - 1].text)
        else { return false }
        return tokens[number].hasTrailingSpace || number + 1 == tokens.count || tokens[number + 1].isPunctuation
    }

    private func standsBeforeWord(_ number: Int, in passage: Passage) -> Bool {
        number + 1 < passage.tokens.count && !passage.tokens[number].hasTrailingSpace
            && passage.tokens[number + 1].isCapitalised
    }

    private func endsSpeech(_ number: Int, in passage: Passage) -> Bool {
        passage.tokens[number].text == "'" && number > 0 && !passage.tokens[number - 1].hasTrailingSpace
            && [",", ".", "!", "?"].contains(passage.tokens[number - 1].text)
    }

    /// Whether the paragraphs from `first` on close the mark before they open another.
    private func closes(_ mark: String, within first: Int) -> Bool {
        for passage in passages[first...].prefix(Self.longestRun) {
            for number in passage.tokens.indices {
                if isClosing(number, of: mark, from: 0, in: passage),
                    mark != passage.tokens[number].text || standsBehindWord(number, in: passage)
                {
                    return true
                }
                if isOpening(number, in: passage) { return false }
            }
        }
        return false
    }

    /// The marks that close what each mark opens.
    private static let closingMarks: [String: Set<String>] = [
        "\"": ["\"", "\u{201D}"], "\u{201C}": ["\u{201D}", "\""], "\u{201E}": ["\u{201C}", "\u{201D}", "\""],
        "``": ["''", "\""], "\u{00AB}": ["\u{00BB}"], "\u{300C}": ["\u{300D}"], "\u{300E}": ["\u{300F}"],
        "\u{2018}": ["\u{2019}"], "'": ["'"],
    ]
}
