// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// The dates of a page.
struct PageDates: Sendable {
    /// The date that the page speaks from.
    let clock: PageClock
    /// The dates of each passage, in text order.
    let spans: [[DatedSpan]]
    /// The tokens of each passage that belong to a date, time, duration or set.
    let timeTokens: [Set<Int>]
    /// The sums of years that its sentences make.
    let sums: [YearSums.Sum]
}

/// Finds the dates that a page names, laid on the calendar from the page's own date.
struct DateReader: Sendable {
    let grammar: TimeGrammar
    let days: DayLexicon

    /// The page's date and the dates of each passage, in text order; `quantities` are the numbers of each passage.
    func dates(of article: Article, passages: [Passage], quantities: [[QuantityExpression]]) -> PageDates {
        // Only a page that nobody dates has to tell its date by its own sums.
        let unanchored =
            article.source.published == nil ? grammar.expressions(in: article.text, anchor: nil) : []
        let open = Self.byPassage(unanchored, passages)
        let clock = PageClock(article: article, passages: passages, times: open, quantities: quantities, words: days)
        let times =
            clock.date.map { date in
                let anchor = TimeAnchor(date: date.value)
                return Self.byPassage(grammar.expressions(in: article.text, anchor: anchor, style: .news), passages)
            } ?? open
        var isMoved = false
        let spans = zip(passages, times).map { passage, times in
            let spans = times.compactMap { span($0, in: passage, article: article, clock: clock) }
            let all = (spans + backReferences(in: passage, of: article, besides: spans)).sorted {
                $0.tokens.lowerBound < $1.tokens.lowerBound
            }
            return explained(all, in: passage).map { counted($0, isMoved: &isMoved, in: article.text) }
        }
        let tokens = zip(passages, times).map { passage, times in
            Set(times.compactMap { passage.tokens(in: $0.range) }.joined())
        }
        return PageDates(
            clock: clock, spans: spans, timeTokens: tokens,
            sums: YearSums(passages: passages, times: times, quantities: quantities, words: days).sums)
    }

    private static func byPassage(_ times: [TimeExpression], _ passages: [Passage]) -> [[TimeExpression]] {
        passages.map { passage in times.filter { passage.block.range.contains($0.range) } }
    }

    private func span(_ time: TimeExpression, in passage: Passage, article: Article, clock: PageClock) -> DatedSpan? {
        guard time.kind == .date || time.kind == .time, let date = time.date,
            let tokens = passage.tokens(in: time.range),
            let words = Evidence(range: time.range, in: article.text)
        else { return nil }
        let value: DatedValue
        switch time.basis {
        case .stated: value = DatedValue(value: date, basis: .stated, premises: [words])
        case .open: return nil
        // Without a date of its own, the page lets nothing be filled in.
        case .inferred where clock.date == nil: return nil
        case .inferred:
            // What the mark-up says has no place in the text; what the page's sums say has.
            value = DatedValue(value: date, basis: .inferred, premises: [words] + (clock.date?.premises ?? []))
        }
        return DatedSpan(
            tokens: tokens, date: value, backReference: nil, modifier: time.modifier, future: time.future.date,
            daysOn: time.frame.daysOn)
    }

    /// "on Saturday (15 July)": the day in brackets tells which Saturday is meant.
    private func explained(_ spans: [DatedSpan], in passage: Passage) -> [DatedSpan] {
        spans.enumerated().map { index, span in
            let hasNumber = { (tokens: Range<Int>) in passage.tokens[tokens].contains { $0.pos == "NUM" } }
            guard let next = spans.dropFirst(index + 1).first, hasNumber(next.tokens), !hasNumber(span.tokens),
                let told = span.date?.value, let day = next.date,
                next.tokens.lowerBound == span.tokens.upperBound + 1, next.tokens.upperBound < passage.tokens.count,
                passage.tokens[span.tokens.upperBound].text == "(", passage.tokens[next.tokens.upperBound].text == ")",
                told.end == nil, told.start.day != nil, day.value.end == nil, day.value.start.day != nil
            else { return span }
            var date = day
            if let future = next.future, ![told, span.future].contains(day.value), future == span.future {
                date.value = future
            }
            return DatedSpan(
                tokens: span.tokens, date: date, backReference: nil, modifier: span.modifier, future: nil)
        }
    }

    /// "On the first day … The following day …": what is counted from the day told last, where a day of a stay came
    /// between, is counted from that.
    private func counted(_ span: DatedSpan, isMoved: inout Bool, in text: String) -> DatedSpan {
        if let reference = span.backReference {
            if case .ofStay = reference.day { isMoved = true }
            return span
        }
        guard let days = span.daysOn else {
            isMoved = false
            return span
        }
        guard isMoved, let words = span.date?.premises.first else { return span }
        return DatedSpan(
            tokens: span.tokens, date: nil, backReference: BackReference(words: words, day: .later(days)),
            modifier: span.modifier, future: nil)
    }

    /// "that day", "on the last day": the date comes from an event told before.
    private func backReferences(in passage: Passage, of article: Article, besides known: [DatedSpan]) -> [DatedSpan] {
        var parts: [DatedSpan] = []
        var references: [DatedSpan] = []
        func span(_ tokens: Range<Int>, _ day: BackReference.Day, isLoose: Bool) -> DatedSpan? {
            guard !known.contains(where: { $0.tokens.overlaps(tokens) }),
                let words = Evidence(range: passage.range(of: tokens), in: article.text)
            else { return nil }
            let reference = BackReference(words: words, day: day, isLoose: isLoose)
            return DatedSpan(tokens: tokens, date: nil, backReference: reference, modifier: nil, future: nil)
        }
        for token in passage.tokens.indices {
            if let end = days.partOfDay(at: token, in: passage.tokens),
                let part = span(token..<end, .same, isLoose: true)
            {
                parts.append(part)
            }
            if let (start, day) = days.reference(at: token, in: passage.tokens),
                let reference = span(start..<token + 1, day, isLoose: false)
            {
                references.append(reference)
            }
        }
        return parts + references
    }
}
