// SPDX-License-Identifier: Apache-2.0

import Cooperation

extension TimeResolver {
    /// What an offset counts from, resolved.
    private struct Base {
        var span: DaySpan
        var fromText: Bool
        var inferred: Set<TimeExpression.Part>
        var isChoice: Bool
    }

    private func base(_ base: TimeBase) -> Base? {
        switch base {
        case .frame(let frame):
            let time = resolve(frame)
            guard let span = time.span else { return nil }
            return Base(span: span, fromText: time.fromText, inferred: time.inferred, isChoice: time.isChoice)
        case .context:
            guard let previous else { return isNarrative ? nil : self.base(.anchor) }
            return Base(span: previous, fromText: true, inferred: [], isChoice: false)
        case .anchor:
            guard let anchor else { return nil }
            guard let span = DaySpan(anchor.date) else { return nil }
            return Base(span: span, fromText: false, inferred: [], isChoice: false)
        }
    }

    /// The unit, `count` units on from the one that holds the base.
    func unit(_ unit: TimeUnit, _ count: Int, _ from: TimeBase) -> ResolvedTime {
        if unit == .weekend, from == .anchor { return weekend(count) }
        var found = base(from)
        if from == .context, unit <= .week, let known = found, known.span.unit > unit {
            // `the day` after a month or a year: the day that was named last, in news the day of speaking.
            found =
                previousDay.map { Base(span: $0, fromText: true, inferred: [], isChoice: false) }
                ?? (isNarrative ? nil : base(.anchor))
        }
        guard let base = found, base.span.unit <= unit || unit == .night else { return unknown(unit) }
        let day = count > 0 && from != .anchor ? base.span.last : base.span.first
        guard let first = start(of: unit, holding: day) else { return unknown(unit) }
        let begin: CivilDay
        if let months = unit.months {
            begin = first.adding(months: months * count)
        } else {
            begin = first + (unit.days ?? 1) * count
        }
        let last = TimeNotation.last(of: unit, from: begin) ?? begin
        let span = DaySpan(first: begin, last: last, unit: unit == .night ? .day : unit)
        return ResolvedTime(
            value: TimeNotation.value(span), span: span, inferred: parts(of: unit).union(base.inferred),
            fromText: base.fromText, isChoice: base.isChoice)
    }

    /// `this weekend` is the coming one, or early in the week and in a sentence of the past the one just over.
    private func weekend(_ count: Int) -> ResolvedTime {
        guard let today = anchor?.day else { return unknown(.weekend) }
        var saturday = today.monday + (5 + 7 * count)
        let isChoice = count == 0 && today.weekday < 6
        if isChoice, !prefersFuture { saturday = saturday - 7 }
        let span = DaySpan(first: saturday, last: saturday + 1, unit: .weekend)
        return ResolvedTime(
            value: TimeNotation.value(span), span: span, inferred: [.year, .week], isChoice: isChoice)
    }

    /// The first day of the unit that holds a day.
    private func start(of unit: TimeUnit, holding day: CivilDay) -> CivilDay? {
        let (year, month, _) = day.fields
        switch unit {
        case .day, .night: return day
        case .weekend: return day.monday + 5
        case .week, .fortnight: return day.monday
        case .month: return CivilDay(year, month, 1)
        case .quarter: return CivilDay(year, (month - 1) / 3 * 3 + 1, 1)
        case .half: return CivilDay(year, month <= 6 ? 1 : 7, 1)
        case .year: return CivilDay(year, 1, 1)
        case .decade: return CivilDay(year / 10 * 10, 1, 1)
        case .century: return CivilDay(year / 100 * 100, 1, 1)
        case .millennium: return CivilDay(year / 1000 * 1000, 1, 1)
        case .second, .minute, .hour, .season: return nil
        }
    }

    /// The parts of a date that a unit fixes.
    private func parts(of unit: TimeUnit) -> Set<TimeExpression.Part> {
        switch unit {
        case .week, .weekend, .fortnight: [.year, .week]
        case .month, .quarter, .half, .season: [.year, .month]
        case .year, .decade, .century, .millennium: [.year]
        default: [.year, .month, .day]
        }
    }

    /// A unit of time of which nothing is known: TIMEX3 writes X for each such figure.
    private func unknown(_ unit: TimeUnit) -> ResolvedTime {
        let value: String =
            switch unit {
            case .second, .minute, .hour: "XXXX-XX-XXTXX:XX"
            case .day, .night: "XXXX-XX-XX"
            case .week, .weekend, .fortnight: "XXXX-WXX"
            case .month: "XXXX-XX"
            case .quarter: "XXXX-QX"
            case .half: "XXXX-HX"
            case .season: "XXXX"
            case .year: "XXXX"
            case .decade: "XXX"
            case .century: "XX"
            case .millennium: "X"
            }
        return ResolvedTime(value: value, open: parts(of: unit))
    }

    /// A weekday of a week counted from the base's; from the text, the next or last such day.
    func weekday(_ weekday: Int, _ week: Int, _ from: TimeBase) -> ResolvedTime {
        guard let base = base(from), base.span.unit <= .week else {
            return ResolvedTime(value: "XXXX-WXX-\(weekday)", open: [.week])
        }
        let day: CivilDay
        if base.fromText, from == .context, week != 0 {
            let from = week > 0 ? base.span.last : base.span.first
            let ahead = (weekday - from.weekday + 7) % 7
            let back = (from.weekday - weekday + 7) % 7
            day = week > 0 ? from + (ahead == 0 ? 7 : ahead) : from - (back == 0 ? 7 : back)
        } else {
            day = base.span.first.monday + (7 * week + weekday - 1)
        }
        var time = onDay(day, inferred: [.year, .month, .day], fromText: base.fromText)
        time.isChoice = base.isChoice
        return time
    }

    /// So many units away from the base; years stay years where the day was not said.
    func shift(_ count: Double, _ unit: TimeUnit, _ from: TimeBase) -> ResolvedTime {
        guard let base = base(from) else { return unknown(unit) }
        let whole = Int(count.rounded())
        var exact: CivilDay?
        let origin = base.span.first
        if let months = unit.months {
            let total = Int((count * Double(months)).rounded())
            exact = origin.adding(months: total)
        } else if let days = unit.days {
            exact = origin + days * whole
        } else {
            var time = unknown(unit)
            time.span = base.span
            time.fromText = base.fromText
            return time
        }
        guard let day = exact, base.span.unit <= unit || unit.months != nil && base.span.unit <= .month else {
            return unknown(unit)
        }
        let precision: TimeUnit
        switch unit {
        case .decade, .century, .millennium, .year: precision = count.rounded() == count ? .year : .month
        case .month, .quarter, .half, .season: precision = .month
        default: precision = .day
        }
        guard let first = start(of: max(precision, base.span.unit), holding: day) else { return unknown(unit) }
        let used = max(precision, base.span.unit)
        guard first.fields.year > 0 else {
            return ResolvedTime(value: "BC" + TimeNotation.padded(1 - first.fields.year, 4))
        }
        let span = DaySpan(first: first, last: TimeNotation.last(of: used, from: first) ?? first, unit: used)
        return ResolvedTime(
            value: TimeNotation.value(span), span: span, inferred: parts(of: used).union(base.inferred),
            fromText: base.fromText, isChoice: base.isChoice, exactDay: base.span.unit <= .day ? day : nil)
    }

    /// The so many units before or after the anchor; the value is the length, the days are what it covers.
    func window(_ count: Double, _ unit: TimeUnit) -> ResolvedTime {
        var time = ResolvedTime(value: TimeNotation.duration([DurationPart(count: abs(count), unit: unit)]))
        guard let base = base(.anchor) else { return time }
        let edge = shift(count, unit, .anchor)
        guard let far = edge.span, unit >= .day else { return time }
        let near = base.span
        if count < 0 {
            time.span = DaySpan(first: far.first, last: unit.months == nil ? near.first : near.last, unit: far.unit)
            time.exactDay = edge.exactDay
        } else {
            time.span = DaySpan(first: near.first, last: far.last, unit: far.unit)
            time.exactDay = edge.exactDay
        }
        time.inferred = edge.inferred
        return time
    }

    /// The n-th such weekday of a period.
    func nthWeekday(_ ordinal: Int, _ weekday: Int, _ of: TimeFrame) -> ResolvedTime {
        var time = resolve(of)
        guard let period = time.span else { return ResolvedTime(value: "XXXX-WXX-\(weekday)", open: time.open) }
        let ahead = (weekday - period.first.weekday + 7) % 7
        let back = (period.last.weekday - weekday + 7) % 7
        let day = ordinal > 0 ? period.first + (ahead + 7 * (ordinal - 1)) : period.last - (back - 7 * (ordinal + 1))
        guard day >= period.first, day <= period.last else { return unknown(.day) }
        let found = onDay(day, inferred: time.inferred)
        time.value = found.value
        time.span = found.span
        return time
    }

    /// The n-th unit inside a period, counted from its end if negative.
    func part(_ ordinal: Int, _ unit: TimeUnit, _ of: TimeFrame) -> ResolvedTime {
        let whole = resolve(of)
        guard let period = whole.span, unit < period.unit, ordinal != 0 else {
            return whole.span == nil ? unknown(unit) : whole
        }
        var first: CivilDay
        if unit == .half { return half(ordinal, whole, period) }
        if let months = unit.months {
            let begin = ordinal > 0 ? period.first : (period.last + 1)
            first = begin.adding(months: months * (ordinal > 0 ? ordinal - 1 : ordinal))
        } else if unit == .week || unit == .weekend {
            // A week belongs to the period that holds its Thursday.
            var monday = period.first.monday
            if monday + 3 < period.first { monday = monday + 7 }
            var lastMonday = period.last.monday
            if lastMonday + 3 > period.last { lastMonday = lastMonday - 7 }
            first = ordinal > 0 ? monday + 7 * (ordinal - 1) : lastMonday + 7 * (ordinal + 1)
            if unit == .weekend { first = first + 5 }
        } else {
            first = ordinal > 0 ? period.first + (ordinal - 1) : period.last + (ordinal + 1)
        }
        guard let last = TimeNotation.last(of: unit, from: first), last >= period.first, first <= period.last else {
            return unknown(unit)
        }
        var time = whole
        time.span = DaySpan(first: first, last: last, unit: unit)
        time.value = TimeNotation.value(DaySpan(first: first, last: last, unit: unit))
        time.exactDay = nil
        time.narrowed = nil
        return time
    }
}

extension TimeResolver {
    /// The first or second half of a period: `H1` of a year, an interval of anything else.
    private func half(_ ordinal: Int, _ whole: ResolvedTime, _ period: DaySpan) -> ResolvedTime {
        guard let (early, late) = period.halves, ordinal == 1 || ordinal == 2 || ordinal == -1 else { return whole }
        var time = whole
        let chosen = ordinal == 1 ? early : late
        time.span = chosen
        time.narrowed = nil
        time.exactDay = nil
        time.value =
            period.unit == .year
            ? TimeNotation.value(chosen)
            : TimeNotation.date(chosen)?.description ?? whole.value
        return time
    }
}

extension DaySpan {
    /// The two halves, cut between months where the period has an even number of them.
    var halves: (DaySpan, DaySpan)? {
        let middle: CivilDay
        let smaller: TimeUnit
        switch unit {
        case .year:
            middle = first.adding(months: 6)
            smaller = .half
        case .decade, .century, .millennium:
            middle = first.adding(months: (unit.months ?? 2) / 2)
            smaller = .year
        case .half, .quarter, .season, .month, .week, .fortnight:
            middle = first + (last.number - first.number + 1) / 2
            smaller = .day
        default: return nil
        }
        return (
            DaySpan(first: first, last: middle - 1, unit: smaller), DaySpan(first: middle, last: last, unit: smaller)
        )
    }

    /// The days of an EDTF date or interval.
    package init?(_ date: PartialDate) {
        let start = date.start
        let end = date.end ?? date.start
        first = CivilDay(start.year, start.month ?? 1, start.day ?? 1)
        let endDay = end.day ?? GregorianCalendar.days(inMonth: end.month ?? 12, of: end.year)
        last = CivilDay(end.year, end.month ?? 12, endDay)
        unit = start.day != nil ? .day : start.month != nil ? .month : .year
        if last < first { return nil }
    }
}
