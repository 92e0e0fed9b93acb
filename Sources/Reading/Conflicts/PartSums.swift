// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// Totals that are told with their parts: "20 students, 8 from Porto and 12 from Bergen".
struct PartSums: Sendable {
    /// A total and the parts behind it.
    struct Sum: Sendable {
        let total: Double
        let parts: [Double]
        /// The words for the total, and those for the parts.
        let whole: TextRange
        let rest: TextRange
    }

    /// The sums in the order of the text.
    let sums: [Sum]

    /// Looks for them among the `quantities` of each passage, by the marks and prepositions of `words`; the tokens of
    /// dates, `times`, are no numbers.
    init(passages: [Passage], quantities: [[QuantityExpression]], times: [Set<Int>], words: FigureLexicon) {
        sums = passages.flatMap { passage -> [Sum] in
            let numbers = quantities[passage.index].compactMap { quantity -> Number? in
                guard quantity.kind == .cardinal, quantity.unit == nil, quantity.upper == nil,
                    let tokens = passage.tokens(in: quantity.range.shifted(by: passage.block.range.start)),
                    times[passage.index].isDisjoint(with: tokens)
                else { return nil }
                return Number(value: quantity.value, relation: quantity.relation, tokens: tokens)
            }
            return numbers.indices.compactMap { Self.sum(from: $0, among: numbers, in: passage, words) }
        }
    }

    private struct Number {
        let value: Double
        let relation: Figure.Comparison
        let tokens: Range<Int>
    }

    /// The total at `index` with at least two parts, each followed by whence they are; all exact.
    private static func sum(
        from index: Int, among numbers: [Number], in passage: Passage, _ words: FigureLexicon
    ) -> Sum? {
        let total = numbers[index]
        var parts: [Number] = []
        for (last, next) in zip(numbers[index...], numbers[(index + 1)...]) {
            guard last.tokens.upperBound <= next.tokens.lowerBound else { break }
            let between = last.tokens.upperBound..<next.tokens.lowerBound
            guard next.relation == .equal, next.value < total.value,
                passage.sentence[last.tokens.lowerBound] == passage.sentence[next.tokens.lowerBound],
                let mark = between.last, words.partMarks.contains(passage.tokens[mark].lower),
                next.tokens.upperBound < passage.tokens.count,
                words.partPrepositions.contains(passage.tokens[next.tokens.upperBound].lower),
                !passage.tokens[between].contains(where: \.isVerb)
            else { break }
            parts.append(next)
        }
        guard parts.count > 1, total.relation == .equal, let first = parts.first, let last = parts.last else {
            return nil
        }
        // What stands behind the last part may go on with others: "and some from Turku".
        let sentence = passage.doc.sentences[passage.sentence[last.tokens.lowerBound]]
        let behind = last.tokens.upperBound..<max(last.tokens.upperBound, sentence.upperBound)
        guard !passage.tokens[behind].contains(where: { $0.dep == "cc" }) else { return nil }
        return Sum(
            total: total.value, parts: parts.map(\.value), whole: passage.range(of: total.tokens),
            rest: passage.range(of: first.tokens.lowerBound..<last.tokens.upperBound))
    }
}
