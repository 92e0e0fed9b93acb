// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// The date that a page speaks from: what its mark-up or record says, what it states, or what its own arithmetic tells.
struct PageClock: Sendable {
    /// The date, with the premises it follows from; `nil` where the page lets nothing be known.
    let date: DatedValue?

    /// Reads the clock of an article whose expressions are `times`, laid on the calendar without an anchor, and whose
    /// numbers are `quantities`, both by passage; `words` tells what is counted in years gone by.
    init(
        article: Article, passages: [Passage], times: [[TimeExpression]], quantities: [[QuantityExpression]],
        words: DayLexicon
    ) {
        date =
            article.source.published
            ?? Self.inferred(
                article, YearSums(passages: passages, times: times, quantities: quantities, words: words).sums)
    }

    /// The year that follows from sums such as "since 1992 … over the past 33 years" or "the 30th anniversary of the
    /// ties established in 1995"; none where two sums disagree.
    private static func inferred(_ article: Article, _ sums: [YearSums.Sum]) -> DatedValue? {
        let sums = sums.filter { !$0.isOfFeast }
        guard let first = sums.first, sums.allSatisfy({ $0.end == first.end }),
            let value = PartialDate(String(first.end))
        else { return nil }
        let premises = [first.since, first.span].sorted { $0.start < $1.start }
        return DatedValue(
            value: value, basis: .inferred, premises: premises.compactMap { Evidence(range: $0, in: article.text) })
    }
}
