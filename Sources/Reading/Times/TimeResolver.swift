// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// A frame laid on the calendar.
struct ResolvedTime {
    var value: String
    var span: DaySpan?
    /// Parts that had to be filled in, and whether from a date earlier in the text.
    var inferred: Set<TimeExpression.Part> = []
    var fromText = false
    /// Parts that stay open.
    var open: Set<TimeExpression.Part> = []
    /// Whether the anchor leaves two readings.
    var isChoice = false
    var edge: TimeEdge?
    var exactDay: CivilDay?
    /// The narrower stretch that an edge names.
    var narrowed: DaySpan?
    var isApproximate = false
}

/// Lays frames on the calendar from an anchor and from the dates that the text has named before.
struct TimeResolver {
    let anchor: TimeAnchor?
    /// The date that was last spoken of.
    var previous: DaySpan?
    /// The day that was last spoken of.
    var previousDay: DaySpan? = nil
    /// Whether incomplete dates belong to the year last spoken of and not to the anchor, as in a life or a history.
    var isNarrative: Bool
    /// Whether a choice falls on the reading after the anchor.
    var prefersFuture: Bool

    func resolve(_ frame: TimeFrame) -> ResolvedTime {
        switch frame {
        case .calendar(let fields): return calendar(fields)
        case .unit(let unit, let count, let base): return self.unit(unit, count, base)
        case .weekday(let weekday, let week, let base): return self.weekday(weekday, week, base)
        case .nthWeekday(let ordinal, let weekday, let of): return nthWeekday(ordinal, weekday, of)
        case .again(let years):
            guard let previous else { return ResolvedTime(value: "XXXX", open: [.year]) }
            var time = ResolvedTime(value: TimeNotation.value(previous), span: previous, inferred: [.year])
            time.fromText = true
            return shifted(time, years: years)
        case .shift(let count, let unit, let base): return shift(count, unit, base)
        case .window(let count, let unit): return window(count, unit)
        case .part(let ordinal, let unit, let of): return part(ordinal, unit, of)
        case .edge(let edge, let of): return self.edge(edge, of)
        case .interval(let from, let to): return interval(from.frame, to.frame).whole
        case .clock(let clock, let on): return self.clock(clock, on)
        case .clockInterval(let from, let to, let on):
            let start = self.clock(from, on)
            var end = self.clock(to, on)
            end.value = start.value + "/" + end.value
            return end
        case .duration(let parts): return ResolvedTime(value: TimeNotation.duration(parts))
        case .set(let set): return ResolvedTime(value: TimeNotation.set(set))
        case .vague(let reference): return ResolvedTime(value: reference.code)
        }
    }

    /// Both ends of an interval, which lend each other the parts that one of them lacks.
    func interval(_ from: TimeFrame, _ to: TimeFrame) -> (start: ResolvedTime, end: ResolvedTime, whole: ResolvedTime) {
        var from = from
        var to = to
        if case .calendar(var left) = from, case .calendar(var right) = to {
            left.lend(from: right, isEarlier: true)
            right.lend(from: left, isEarlier: false)
            from = .calendar(left)
            to = .calendar(right)
        }
        let start = resolve(from)
        var end = resolve(to)
        if let first = start.span?.first, let last = end.span, last.last < first, end.inferred.contains(.year) {
            if case .calendar(let fields) = to, fields.month == nil, fields.weekday != nil {
                // From Monday to Friday: the weekday after the first one.
                let day = first + (last.first.weekday - first.weekday + 7) % 7
                end.span = DaySpan(first: day, last: day, unit: .day)
                end.value = TimeNotation.day(day)
            } else {
                end = shifted(end, years: 1)
            }
        }
        var whole = ResolvedTime(value: start.value + "/" + end.value)
        whole.inferred = start.inferred.union(end.inferred)
        whole.open = start.open.union(end.open)
        whole.isChoice = start.isChoice || end.isChoice
        whole.fromText = start.fromText || end.fromText
        if let first = start.span, let last = end.span, first.first <= last.last {
            whole.span = DaySpan(first: first.first, last: last.last, unit: min(first.unit, last.unit))
        }
        return (start, end, whole)
    }

    private func shifted(_ time: ResolvedTime, years: Int) -> ResolvedTime {
        guard let span = time.span else { return time }
        var moved = time
        let first = span.first.adding(months: 12 * years)
        let span2 = DaySpan(first: first, last: TimeNotation.last(of: span.unit, from: first) ?? first, unit: span.unit)
        moved.span = span2
        moved.value = TimeNotation.value(span2)
        return moved
    }

    private func edge(_ edge: TimeEdge, _ of: TimeFrame) -> ResolvedTime {
        var time = resolve(of)
        time.edge = edge
        if let span = time.span {
            let length = span.last.number - span.first.number + 1
            switch edge {
            case .start: time.narrowed = span.halves?.0
            case .end: time.narrowed = span.halves?.1
            case .middle:
                time.narrowed = DaySpan(
                    first: span.first + length / 4, last: span.last - length / 4, unit: .day)
            case .whole: break
            }
        }
        return time
    }

    private func clock(_ clock: ClockFields, _ on: TimeFrame?) -> ResolvedTime {
        var time: ResolvedTime
        if let on {
            time = resolve(on)
        } else {
            time = ResolvedTime(value: "")
        }
        time.value += TimeNotation.clock(clock)
        return time
    }
}

extension CalendarFields {
    /// Takes month and year over from the other end of an interval where they are missing.
    mutating func lend(from other: CalendarFields, isEarlier: Bool) {
        guard week == nil, quarter == nil, decade == nil, century == nil else { return }
        if month == nil, day != nil, weekday == nil { month = other.month }
        guard year == nil, yearShift == nil, month != nil || day != nil else { return }
        year = other.year
        yearShift = other.yearShift
        guard let month, let otherMonth = other.month else { return }
        if isEarlier, month > otherMonth {
            if let known = year { year = known - 1 }
            if let known = yearShift { yearShift = known - 1 }
        } else if !isEarlier, month < otherMonth {
            if let known = year { year = known + 1 }
            if let known = yearShift { yearShift = known + 1 }
        }
    }

    /// Whether the parts come again every year: a month or a season without its year.
    var isTimeless: Bool {
        year == nil && yearShift == nil && direction == nil && !isInYearOfText
            && (month != nil && day == nil || season != nil)
    }
}

extension TimeFrame {
    /// Whether the frame names months or seasons of no year.
    var isTimeless: Bool {
        switch self {
        case .calendar(let fields): fields.isTimeless
        case .edge(_, let of): of.isTimeless
        case .interval(let from, let to): from.frame.isTimeless && to.frame.isTimeless
        default: false
        }
    }

    /// The years that the frame states: of dates, of decades and centuries, of both ends of an interval.
    var statedYears: [Int] {
        switch self {
        case .calendar(let fields):
            [fields.year ?? fields.decade ?? fields.century.map { ($0 - 1) * 100 }].compactMap { $0 }
        case .interval(let from, let to): from.frame.statedYears + to.frame.statedYears
        case .edge(_, let of), .part(_, _, let of): of.statedYears
        case .clock(_, let on): on?.statedYears ?? []
        default: []
        }
    }
}
