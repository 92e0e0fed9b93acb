// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Turns the matches of one text, in order, into expressions on the calendar.
struct TimePlacing {
    let lexicon: TimeLexicon
    let text: ScannedText
    let anchor: TimeAnchor?
    let isNarrative: Bool
    private var previous: DaySpan?
    private var previousDay: DaySpan?

    init(lexicon: TimeLexicon, text: ScannedText, anchor: TimeAnchor?, isNarrative: Bool) {
        self.lexicon = lexicon
        self.text = text
        self.anchor = anchor
        self.isNarrative = isNarrative
    }

    /// Places one match; later matches may count from it.
    mutating func place(_ match: TimeMatcher.Match) -> TimeExpression {
        let (phrase, modifier) = self.modifier(before: match.first)
        let expression = place(match, phrase: phrase, modifier: modifier)
        if expression.kind == .date || expression.kind == .time, let span = expression.span {
            previous = expression.ends.last?.span ?? span
            if previous?.unit == .day { previousDay = previous }
        }
        return expression
    }

    private func place(_ match: TimeMatcher.Match, phrase: Int, modifier: TimeModifier?) -> TimeExpression {
        let past = resolve(match, resolver(future: false))
        let future = resolve(match, resolver(future: true))
        let isFuture = past.isChoice && choosesFuture(match, modifier, past, future)
        let isTimeless = self.isTimeless(match)
        let resolver = isTimeless ? Self.timeless : resolver(future: isFuture)
        let chosen = isTimeless ? resolve(match, resolver) : isFuture ? future : past
        var first = match.first
        if lexicon.contains(.definite, text.word(first - 1)), takesArticle(match.frame) { first -= 1 }
        return TimeExpression(
            range: text.range(first, match.end), phrase: text.range(min(phrase, first), match.end),
            kind: kind(of: match.frame), value: chosen.value,
            date: chosen.span.flatMap { TimeNotation.date($0, isApproximate: chosen.isApproximate) },
            basis: basis(chosen), modifier: modifier, edge: chosen.edge, span: chosen.narrowed ?? chosen.span,
            past: reading(past, match.frame), future: reading(future, match.frame), clock: clock(match.frame),
            ends: ends(match.frame, resolver), frame: match.frame)
    }

    private func resolve(_ match: TimeMatcher.Match, _ resolver: TimeResolver) -> ResolvedTime {
        if isNarrative, case .unit(.day, 0, .anchor) = match.frame {
            // `today` in a history means these times.
            return ResolvedTime(value: VagueReference.present.code)
        }
        return resolver.resolve(match.frame)
    }

    /// `The rains come in July`: in a history no year is meant, unless the sentence speaks of the past or the future.
    private func isTimeless(_ match: TimeMatcher.Match) -> Bool {
        guard isNarrative, match.frame.isTimeless else { return false }
        let cue = TimeTense(lexicon: lexicon, text: text).cue(around: match.first, match.end)
        return cue != .past && cue != .future
    }

    /// Leaves open what the text does not say.
    private static let timeless = TimeResolver(anchor: nil, previous: nil, isNarrative: true, prefersFuture: false)

    /// Whether the article before the frame is part of it: `the third quarter`, but `the 2025 summit`.
    private func takesArticle(_ frame: TimeFrame) -> Bool {
        switch frame {
        case .unit, .weekday, .nthWeekday, .part, .edge, .window: true
        case .calendar(let fields):
            fields.month == nil && fields.weekday == nil && (fields.year == nil || fields.quarter != nil)
        default: false
        }
    }

    private func resolver(future: Bool) -> TimeResolver {
        TimeResolver(
            anchor: anchor, previous: previous, previousDay: previousDay, isNarrative: isNarrative,
            prefersFuture: future)
    }

    private func reading(_ time: ResolvedTime, _ frame: TimeFrame) -> TimeReading {
        TimeReading(
            value: time.value, span: time.narrowed ?? time.span,
            date: time.span.flatMap { TimeNotation.date($0, isApproximate: time.isApproximate) },
            exactDay: time.exactDay, seconds: seconds(frame))
    }

    private func basis(_ time: ResolvedTime) -> TimeExpression.Basis {
        if !time.open.isEmpty { return .open(time.open.sorted()) }
        return time.inferred.isEmpty ? .stated : .inferred(time.inferred.sorted(), fromText: time.fromText)
    }

    private func kind(of frame: TimeFrame) -> TimeExpression.Kind {
        switch frame {
        case .clock, .clockInterval: return .time
        case .duration, .window: return .duration
        case .set: return .set
        case .shift(_, let unit, _), .unit(let unit, _, _): return unit < .night ? .time : .date
        default: return .date
        }
    }

    private func clock(_ frame: TimeFrame) -> ClockFields? {
        switch frame {
        case .clock(let fields, _), .clockInterval(let fields, _, _): fields
        case .set(let set): set.clock
        default: nil
        }
    }

    private func seconds(_ frame: TimeFrame) -> ClosedRange<Int>? {
        switch frame {
        case .clock(let fields, _):
            return fields.seconds.map { $0...$0 }
        case .clockInterval(let from, let to, _):
            guard let start = from.seconds, let end = to.seconds, start <= end else { return nil }
            return start...end
        default: return nil
        }
    }

    /// The two ends of an interval, for the places where each is a date of its own.
    private func ends(_ frame: TimeFrame, _ resolver: TimeResolver) -> [TimeExpression] {
        guard case .interval(let from, let to) = frame else { return [] }
        let resolved = resolver.interval(from.frame, to.frame)
        return [(from, resolved.start), (to, resolved.end)].map { placed, time in
            TimeExpression(
                range: text.range(placed.first, placed.end), phrase: text.range(placed.first, placed.end),
                kind: kind(of: placed.frame), value: time.value,
                date: time.span.flatMap { TimeNotation.date($0) }, basis: basis(time), modifier: nil, edge: time.edge,
                span: time.narrowed ?? time.span, past: reading(time, placed.frame),
                future: reading(time, placed.frame), clock: nil, ends: [], frame: placed.frame)
        }
    }

    /// Whether the words around a date that leaves two readings open point past the anchor.
    private func choosesFuture(
        _ match: TimeMatcher.Match, _ modifier: TimeModifier?, _ past: ResolvedTime, _ future: ResolvedTime
    ) -> Bool {
        let tense = TimeTense(lexicon: lexicon, text: text)
        if modifier == .since { return false }
        if modifier == .by {
            let isDay = past.span?.unit ?? .year <= .day
            return !isDay || tense.cue(before: match.first) != .past || nearer(future, past, by: 4)
        }
        if modifier == .until {
            return (past.span?.unit ?? .year) <= .week || tense.cue(before: match.first, byFormToo: false) != .past
        }
        // A cue before the date is surer than one after it.
        let before = tense.cue(before: match.first)
        let cue = before ?? tense.cue(around: match.first, match.end)
        if case .unit(.weekend, _, .anchor) = match.frame {
            return cue != .past && (anchor?.day?.weekday ?? 1) > 2 || cue == .future || cue == .modal
        }
        if cue == .future || cue == .modal { return !nearer(past, future, by: 12) }
        return nearer(future, past, by: before == .past ? 20 : 8)
    }

    /// Whether the first reading is that many times nearer to the anchor, both being exact days.
    private func nearer(_ one: ResolvedTime, _ other: ResolvedTime, by factor: Int) -> Bool {
        guard let today = anchor?.day, let first = one.span, let second = other.span, first.unit == .day,
            second.unit == .day
        else { return false }
        let gap = abs(first.first.number - today.number)
        return abs(second.first.number - today.number) > max(gap, 7) * factor
    }

    /// The longest modifier phrase before a match, with the piece that it begins at.
    private func modifier(before first: Int) -> (Int, TimeModifier?) {
        var end = first
        if lexicon.contains(.article, text.word(end - 1)) { end -= 1 }
        for (words, modifier) in lexicon.modifiers where words.count <= end {
            let start = end - words.count
            if words.indices.allSatisfy({ text.word(start + $0) == words[$0] }) { return (start, modifier) }
        }
        return (first, nil)
    }
}

extension ClockFields {
    /// Seconds since midnight, if there is an hour.
    package var seconds: Int? {
        hour.map { $0 * 3600 + (minute ?? 0) * 60 + (second ?? 0) }
    }
}
