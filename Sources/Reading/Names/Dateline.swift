// SPDX-License-Identifier: Apache-2.0

import Language

/// What a wire story opens with: the place in capital letters, and the agency in brackets behind the day.
///
/// `LISBON, March 7 (Lusitania Wire) –` names a city and an agency, though the model takes either for whatever it likes.
struct Dateline {
    /// The tokens of the place.
    let place: Range<Int>
    /// The tokens of the agency, where one is named.
    let agency: Range<Int>?

    /// No dateline is longer, in tokens.
    private static let length = 14

    /// Reads the dateline that a passage opens with, if it opens with one.
    init?(_ passage: Passage, _ knowledge: NameKnowledge) {
        let tokens = passage.tokens
        let isCapitals = { (token: Token) in
            token.text.unicodeScalars.count > 1 && token.text.unicodeScalars.allSatisfy(\.properties.isUppercase)
        }
        let end = tokens.firstIndex { !isCapitals($0) } ?? tokens.count
        guard end > 0, end < tokens.count, [",", "(", "-", "\u{2013}", "\u{2014}", ":"].contains(tokens[end].text),
            !knowledge.places(passage.text(of: 0..<end)).isEmpty
        else { return nil }
        place = 0..<end
        let limit = min(end + Self.length, tokens.count)
        guard let open = tokens[end..<limit].firstIndex(where: { $0.text == "(" }),
            let close = tokens[open..<limit].firstIndex(where: { $0.text == ")" }), close > open + 1,
            tokens[open + 1..<close].allSatisfy({ $0.isCapitalised && !$0.isPunctuation }),
            knowledge.countries.longestMatch(in: tokens, at: open + 1) == nil,
            knowledge.places(passage.text(of: open + 1..<close)).isEmpty
        else {
            agency = nil
            return
        }
        agency = open + 1..<close
    }
}
