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
        /// Whether the number of years is exact.
        let isExact: Bool
        /// The years of other dates in the same passage.
        let others: [Int]

        /// Whether the year may be that of the feast itself: "in 2023, on the 50th anniversary of the ties".
        let isOfFeast: Bool

        /// The year in which the sum is right.
        var end: Int { year + years }
    }

    /// The sums in the order of the text.
    let sums: [Sum]

    /// Looks in `passages` for sums of `times` and of the ordinals among `quantities`, both by passage.
    init(
        passages: [Passage], times: [[TimeExpression]], quantities: [[QuantityExpression]], words: DayLexicon
    ) {
        sums = zip(passages, times).flatMap { passage, inside -> [Sum] in
            // Most passages name no year alone.
            guard inside.contains(where: { Self.wholeYear($0) != nil }) else { return [] }
            return passage.doc.sentences.filter { !$0.isEmpty }.flatMap { sentence -> [Sum] in
                let range = passage.range(of: sentence)
                let spoken = inside.filter { range.contains($0.range) }
                let anniversaries = quantities[passage.index].compactMap { quantity in
                    Self.anniversary(quantity, in: sentence, of: passage, words)
                }
                return spoken.flatMap { start -> [Sum] in
                    guard let year = Self.wholeYear(start) else { return [] }
                    let gone = spoken.compactMap { span -> (years: Int, words: TextRange, isExact: Bool)? in
                        guard let years = Self.yearsGoneBy(span) ?? Self.yearsSince(start, span, in: passage) else {
                            return nil
                        }
                        let isExact = span.modifier == nil || span.modifier == .during
                        return (years, span.phrase, isExact && Self.hangOnOneVerb(start, span, in: passage))
                    }
                    let others = inside.filter { $0.range != start.range && $0.kind == .date }
                        .flatMap { [$0.date?.start.year, $0.date?.end?.year].compactMap(\.self) }
                    func sum(_ span: (years: Int, words: TextRange, isExact: Bool), isOfFeast: Bool) -> Sum {
                        Sum(
                            year: year, years: span.years, since: start.range, span: span.words, isExact: span.isExact,
                            others: others, isOfFeast: isOfFeast)
                    }
                    let isBare = start.modifier != .since
                    return gone.map { sum($0, isOfFeast: false) }
                        + anniversaries.map { sum($0, isOfFeast: isBare && start.range.start < $0.words.start) }
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

    /// "have worked together since 1992, for 33 years": how long it is, where both hang on one verb.
    private static func yearsSince(_ start: TimeExpression, _ span: TimeExpression, in passage: Passage) -> Int? {
        guard start.modifier == .since, span.kind == .duration,
            let years = span.value.wholeMatch(of: /P(\d+)Y/).flatMap({ Int($0.1) }), years > 1, years < 1000
        else { return nil }
        return hangOnOneVerb(start, span, in: passage) ? years : nil
    }

    /// Whether one verb says both: "have been friends since 1992 and met 300 guests over the past five years" says two
    /// things.
    private static func hangOnOneVerb(_ start: TimeExpression, _ span: TimeExpression, in passage: Passage) -> Bool {
        let verbs = [start.range, span.range].map { range in
            passage.tokens(in: range).flatMap { words in
                passage.verb(above: passage.head(of: words))
            }
        }
        return verbs[0] != nil && verbs[0] == verbs[1]
    }

    /// "30th anniversary" inside a sentence.
    private static func anniversary(
        _ quantity: QuantityExpression, in sentence: Range<Int>, of passage: Passage, _ words: DayLexicon
    ) -> (years: Int, words: TextRange, isExact: Bool)? {
        guard quantity.kind == .ordinal, quantity.value > 1, quantity.value < 1000,
            let number = passage.tokens(in: quantity.range.shifted(by: passage.block.range.start)),
            sentence.contains(number.lowerBound)
        else { return nil }
        let behind = number.upperBound..<max(number.upperBound, min(number.upperBound + 3, sentence.upperBound))
        guard let noun = behind.first(where: { words.anniversaries.contains(passage.tokens[$0].lower) }) else {
            return nil
        }
        return (Int(quantity.value), passage.range(of: number.lowerBound..<noun + 1), true)
    }
}
