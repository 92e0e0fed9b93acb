// SPDX-License-Identifier: Apache-2.0

/// What one rule took, made into a frame.
struct TimeParts {
    let captures: [TimeCapture]
    let constants: [(TimeSlot, Double)]

    /// The number in a slot: what was taken, or the rule's constant.
    func number(_ slot: TimeSlot) -> Double? {
        for capture in captures where capture.slot == slot {
            if case .number(let value) = capture.value { return value }
        }
        return constants.first { $0.0 == slot }?.1
    }

    /// The number in a slot as an integer, if it is one that a calendar can bear.
    func whole(_ slot: TimeSlot) -> Int? {
        guard let number = number(slot), abs(number) <= 99_999_999 else { return nil }
        return Int(number)
    }

    /// The count in a slot; none that leads out of all calendars.
    var count: Double? {
        guard let count = number(.count) else { return nil }
        return abs(count) < 100_000 ? count : nil
    }

    /// The frame in a slot.
    func frame(_ slot: TimeSlot) -> TimeFrame? { placed(slot)?.frame }

    func placed(_ slot: TimeSlot) -> PlacedFrame? {
        for capture in captures where capture.slot == slot {
            if case .frame(let frame) = capture.value {
                return PlacedFrame(frame: frame, first: capture.first, end: capture.end)
            }
        }
        return nil
    }

    func unit(_ slot: TimeSlot = .unit) -> TimeUnit? { whole(slot).flatMap { TimeUnit(rawValue: $0) } }

    /// What an offset counts from: 0 the anchor, 1 the date last spoken of, or a frame of the same expression.
    var base: TimeBase {
        if let frame = frame(.of) { return .frame(frame) }
        return number(.reference) == 1 ? .context : .anchor
    }

    func build(_ build: TimeBuild) -> TimeFrame? {
        switch build {
        case .pass: return frame(.date) ?? frame(.clock) ?? frame(.of)
        case .calendar: return calendar()
        case .unit:
            guard let unit = unit() else { return nil }
            return .unit(unit, whole(.rel) ?? whole(.offset) ?? 0, base)
        case .weekday:
            guard let weekday = whole(.weekday) else { return nil }
            if let of = frame(.of) { return .weekday(weekday, week: 0, .frame(of)) }
            return .weekday(weekday, week: whole(.rel) ?? 0, base)
        case .nthWeekday:
            guard let weekday = whole(.weekday), let ordinal = whole(.ordinal), ordinal != 0 else { return nil }
            if let of = frame(.of) { return .nthWeekday(ordinal, weekday, of) }
            var fields = CalendarFields()
            fields.month = whole(.month)
            fields.year = whole(.year)
            return .nthWeekday(ordinal, weekday, .calendar(fields))
        case .again: return whole(.count).map { .again(years: $0) }
        case .shift:
            guard let unit = unit(), let count, let sign = number(.sign) else { return nil }
            return .shift(count * sign, unit, base)
        case .window:
            guard let unit = unit(), let sign = number(.rel), sign != 0, let count else { return nil }
            return .window(count * sign, unit)
        case .part:
            guard let unit = unit(), let ordinal = whole(.ordinal) else { return nil }
            return .part(ordinal, unit, frame(.of) ?? .unit(.year, 0, .anchor))
        case .edge:
            guard let edge = whole(.edge).flatMap({ TimeEdge(rawValue: $0) }), let of = frame(.of) else { return nil }
            if edge == .whole { return of }
            if case .duration = of { return nil }
            return .edge(edge, of)
        case .interval:
            guard let from = placed(.from), let to = placed(.to) else { return nil }
            return .interval(from, to)
        case .dayInterval: return dayInterval()
        case .yearInterval: return yearInterval()
        case .clock: return clock().map { .clock($0, on: nil) }
        case .clockInterval: return clockInterval()
        case .moment: return moment()
        case .duration: return duration()
        case .set: return set()
        case .vague: return whole(.rel).flatMap { VagueReference(rawValue: $0 + 1) }.map { .vague($0) }
        }
    }

    /// A year in two digits: 00 to 39 in this century, the others in the last.
    static func fullYear(_ year: Int) -> Int { year < 40 ? 2000 + year : 1900 + year }

    private func calendar() -> TimeFrame? {
        var fields = CalendarFields()
        var day = whole(.day)
        if let year = whole(.year) {
            if year > 9999 {
                fields.year = year / 10_000
                fields.month = year / 100 % 100
                day = year % 100
            } else {
                let isShort = captures.contains { $0.slot == .year && $0.end == $0.first + 1 } && year < 100
                fields.year =
                    isShort && number(.era) == nil && number(.plural) == nil
                    ? TimeParts.fullYear(year) : year
            }
        }
        if let month = whole(.month) { fields.month = month }
        fields.day = day
        fields.weekday = whole(.weekday)
        fields.week = whole(.week)
        fields.quarter = whole(.quarter)
        fields.half = whole(.half)
        fields.season = whole(.season)
        fields.decade = whole(.decade)
        fields.century = whole(.century)
        fields.isBeforeChrist = number(.era) == -1
        fields.isFiscal = number(.fiscal) != nil
        if fields.year == nil, let shift = whole(.rel) {
            if whole(.reference) == 2 { fields.direction = shift } else { fields.yearShift = shift }
        }
        fields.isInYearOfText = whole(.reference) == 3
        if let week = fields.week, !(1...53).contains(week) { return nil }
        if let quarter = fields.quarter, !(1...4).contains(quarter) { return nil }
        if let half = fields.half, !(1...2).contains(half) { return nil }
        if let decade = fields.decade, decade % 10 != 0 { return nil }
        if let century = fields.century, !(1...30).contains(century) { return nil }
        return .calendar(fields)
    }

    /// `November 1-3`, `7 - 9 November 2024`: the days share month and year.
    private func dayInterval() -> TimeFrame? {
        guard let first = captures.first(where: { $0.slot == .day }),
            let last = captures.first(where: { $0.slot == .day2 }), let to = whole(.day2), let from = whole(.day)
        else { return nil }
        guard from < to, number(.sign) == nil || to == from + 1 else { return nil }
        var fields = CalendarFields()
        fields.year = whole(.year)
        fields.month = whole(.month)
        fields.yearShift = fields.year == nil ? whole(.rel) : nil
        var end = fields
        fields.day = from
        end.day = to
        return .interval(
            PlacedFrame(frame: .calendar(fields), first: first.first, end: first.end),
            PlacedFrame(frame: .calendar(end), first: last.first, end: last.end))
    }

    /// `1920-21`, `2024/25`: the second year in two digits.
    private func yearInterval() -> TimeFrame? {
        guard let first = captures.first(where: { $0.slot == .year }),
            let last = captures.first(where: { $0.slot == .day2 }), let from = whole(.year), let short = whole(.day2)
        else { return nil }
        let to = from / 100 * 100 + short
        guard to > from, to - from < 60 else { return nil }
        var start = CalendarFields()
        start.year = from
        var end = CalendarFields()
        end.year = to
        return .interval(
            PlacedFrame(frame: .calendar(start), first: first.first, end: first.end),
            PlacedFrame(frame: .calendar(end), first: last.first, end: last.end))
    }
}
