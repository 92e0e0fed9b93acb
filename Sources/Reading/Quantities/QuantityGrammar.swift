// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Finds the numbers that a text gives: counts, money, shares, measures, ordinals and ranks.
///
/// A pure function of the text. What is counted, whose number it is and who said it are for later steps; numbers inside
/// dates are found too, and it is for the caller to leave out those that lie in a `TimeExpression`.
package struct QuantityGrammar: Sendable {
    let lexicon: QuantityLexicon

    /// Loads a language's words; throws `GrammarError` if its file is missing or wrong.
    package init(language: String = "en") throws {
        let file = try GrammarResource.load(QuantityFile.self, name: "quantities-\(language)")
        lexicon = try QuantityLexicon(file: file, name: "quantities-\(language).json")
    }

    /// The quantities of a text in order; none overlap.
    ///
    /// Relative places (`the last but one`, `the next`) are words of every text and found only on demand.
    package func expressions(in text: String, relativePlaces: Bool = false) -> [QuantityExpression] {
        let scanned = ScannedText(text, vocabulary: lexicon.vocabulary)
        let scan = QuantityScan(lexicon: lexicon, text: scanned)
        var found: [QuantityExpression] = []
        var index = 0
        while index < scanned.pieces.count {
            if relativePlaces, let (place, end) = scan.relativePlace(at: index) {
                found.append(place)
                index = end
            } else if let (expression, end) = scan.expression(at: index) {
                found.append(expression)
                index = max(end, index + 1)
            } else {
                index += 1
            }
        }
        return found
    }
}
