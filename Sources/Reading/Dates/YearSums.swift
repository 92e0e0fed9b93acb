// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// The sums of years that sentences of a page make: a year since which something is, and how many years have gone by.
struct YearSums: Sendable {
    /// One sum: "since 1992 … over the past 33 years", "the 30th anniversary of the ties established in 1995".
    struct Sum: Sendable {
        let year: Int
        let years: Int
        /// The words for the year, and those for the years gone by.
        let since: TextRange
        let span: TextRange

        /// The year in which the sum is right.
        var end: Int { year + years }
    }

    /// The sums in the order of the text.
    let sums: [Sum]

    /// Looks in `passages` for sums of `times` and of the ordinals among `quantities`, both by what a passage holds.
    init(
        passages: [Passage], times: [TimeExpression], quantities: [[QuantityExpression]], words: DayLexicon
    ) {
        sums = passages.flatMap { passage -> [Sum] in
            let inside = times.filter { passage.block.range.contains($0.range) }
            return passage.doc.sentences.filter { !$0.isEmpty }.flatMap { sentence -> [Sum] in
                let range = passage.range(of: sentence)
                let spoken = inside.filter { range.contains($0.range) }
                let anniversaries = quantities[passage.index].compactMap { quantity in
                    Self.anniversary(quantity, in: sentence, of: passage, words)
                }
                return spoken.flatMap { start -> [Sum] in
                    guard let year = Self.wholeYear(start) else { return [] }
                    let gone = spoken.compactMap { span in
                        Self.yearsGoneBy(span).map { (years: $0, words: span.phrase) }
                    }
                    return (gone + anniversaries).map { span in
                        Sum(year: year, years: span.years, since: start.range, span: span.words)
                    }
                }
            }
        }
    }

    private static func wholeYear(_ time: TimeExpression) -> Int? {
        guard time.kind == .date, time.basis == .stated, let date = time.date, date.end == nil, date.start.month == nil
        else { return nil }
        return date.start.year
    }

    /// The number of whole years that a phrase such as "the past 33 years" says have gone by.
    private static func yearsGoneBy(_ time: TimeExpression) -> Int? {
        guard case .window(let count, .year) = time.frame, count < -1, count > -1000, count == count.rounded() else {
            return nil
        }
        return Int(-count)
    }

    /// "30th anniversary" inside a sentence.
    private static func anniversary(
        _ quantity: QuantityExpression, in sentence: Range<Int>, of passage: Passage, _ words: DayLexicon
    ) -> (years: Int, words: TextRange)? {
        guard quantity.kind == .ordinal, quantity.value > 1, quantity.value < 1000,
            let number = passage.tokens(in: quantity.range.shifted(by: passage.block.range.start)),
            sentence.contains(number.lowerBound)
        else { return nil }
        let behind = number.upperBound..<max(number.upperBound, min(number.upperBound + 3, sentence.upperBound))
        guard let noun = behind.first(where: { words.anniversaries.contains(passage.tokens[$0].lower) }) else {
            return nil
        }
        return (Int(quantity.value), passage.range(of: number.lowerBound..<noun + 1))
    }
}
