// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// The date that a page speaks from: what its mark-up or record says, what it states, or what its own arithmetic tells.
struct PageClock: Sendable {
    /// The date, with the premises it follows from; `nil` where the page lets nothing be known.
    let date: DatedValue?

    /// Reads the clock of an article whose expressions are `times`, laid on the calendar without an anchor.
    init(article: Article, passages: [Passage], times: [TimeExpression]) {
        date = article.source.published ?? Self.inferred(article: article, passages: passages, times: times)
    }

    /// The year that follows from sums such as "since 1992 … over the past 33 years" or "the 30th anniversary of the
    /// ties established in 1995"; none where two sums disagree.
    private static func inferred(article: Article, passages: [Passage], times: [TimeExpression]) -> DatedValue? {
        var sums: [(year: Int, premises: [Evidence])] = []
        for passage in passages {
            let inside = times.filter { passage.block.range.contains($0.range) }
            for sentence in passage.doc.sentences where !sentence.isEmpty {
                let range = passage.range(of: sentence)
                let spoken = inside.filter { range.contains($0.range) }
                for start in spoken where start.kind == .date && isWholeYear(start) {
                    guard let year = start.date?.start.year else { continue }
                    for span in spoken {
                        guard let years = elapsedYears(span, in: article.text) else { continue }
                        sums.append((year + years, premises([start.range, span.phrase], article)))
                    }
                    if let anniversary = anniversary(in: sentence, of: passage) {
                        sums.append(
                            (
                                year + anniversary.number,
                                premises([start.range, passage.range(of: anniversary.tokens)], article)
                            ))
                    }
                }
            }
        }
        guard let first = sums.first, sums.allSatisfy({ $0.year == first.year }),
            let value = PartialDate(String(first.year))
        else { return nil }
        return DatedValue(value: value, basis: .inferred, premises: first.premises)
    }

    private static func isWholeYear(_ time: TimeExpression) -> Bool {
        guard let date = time.date else { return false }
        return date.end == nil && date.start.month == nil && time.basis == .stated
    }

    /// The number of whole years that a phrase such as "the past 33 years" says have gone by.
    private static func elapsedYears(_ time: TimeExpression, in text: String) -> Int? {
        guard let phrase = text.text(at: time.phrase)?.lowercased(),
            phrase.contains("past ") || phrase.contains("last ")
        else { return nil }
        return phrase.split { !$0.isNumber }.first.flatMap { Int($0) }.flatMap {
            phrase.contains("year") && $0 > 1 ? $0 : nil
        }
    }

    /// "30th anniversary" inside a sentence.
    private static func anniversary(in sentence: Range<Int>, of passage: Passage) -> (number: Int, tokens: Range<Int>)?
    {
        for token in sentence where passage.tokens[token].lower == "anniversary" {
            for before in max(sentence.lowerBound, token - 3)..<token {
                let digits = passage.tokens[before].text.prefix { $0.isASCII && $0.isNumber }
                let rest = passage.tokens[before].lower.dropFirst(digits.count)
                if let number = Int(digits), ["th", "st", "nd", "rd"].contains(rest) {
                    return (number, before..<token + 1)
                }
            }
        }
        return nil
    }

    private static func premises(_ ranges: [TextRange], _ article: Article) -> [Evidence] {
        ranges.sorted { $0.start < $1.start }.compactMap { Evidence(range: $0, in: article.text) }
    }
}
