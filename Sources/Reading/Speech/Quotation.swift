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
/// mark, as press style has it. Inside double marks, single ones are left to the quoted text.
struct QuotationFinder {
    private var openFromPrevious = false

    /// The quotations of `passage`; passages have to be given in the order of the text.
    mutating func quotations(in passage: Passage) -> [Quotation] {
        var found: [Quotation] = []
        var start: Int?
        var closing: Set<String> = []
        var continues = false
        let tokens = passage.tokens
        for (number, token) in tokens.enumerated() {
            let mark = token.text
            if let open = start {
                guard closing.contains(mark) else { continue }
                // A straight mark right after the opening one, or before a letter, cannot close.
                if number > open + 1 {
                    found.append(
                        Quotation(
                            passage: passage.index, tokens: open + 1..<number, withMarks: open..<number + 1,
                            continuesPrevious: continues, staysOpen: false))
                }
                start = nil
                continues = false
            } else if let marks = Self.closingMarks[mark] {
                start = number
                closing = marks
                continues = openFromPrevious && number == 0
            }
        }
        let stillOpen: Bool
        if let open = start, open + 1 < tokens.count {
            found.append(
                Quotation(
                    passage: passage.index, tokens: open + 1..<tokens.count, withMarks: open..<tokens.count,
                    continuesPrevious: continues, staysOpen: true))
            stillOpen = true
        } else {
            stillOpen = false
        }
        openFromPrevious = stillOpen
        return found
    }

    /// The marks that close what each mark opens.
    private static let closingMarks: [String: Set<String>] = [
        "\"": ["\"", "\u{201D}"], "\u{201C}": ["\u{201D}", "\""], "\u{201E}": ["\u{201C}", "\u{201D}", "\""],
        "``": ["''", "\""], "\u{00AB}": ["\u{00BB}"], "\u{300C}": ["\u{300D}"], "\u{300E}": ["\u{300F}"],
        "\u{2018}": ["\u{2019}"],
    ]
}
