// SPDX-License-Identifier: Apache-2.0

import Reading

/// The specifications of Recognizers-Text: words that modify belong to the item, a period ends with the first day or
/// second after it, and a time of day is written out in full.
struct RecognizersTimes: TimeConvention {
    let anchor: TimeAnchor
    /// The values of the same text read without an anchor, by where they stand.
    let undatedValues: [Span: String]

    private static let secondsInDay = 86_400

    func items(of expression: TimeExpression) -> [ValuePrediction.Item] {
        var item = ValuePrediction.Item(expression.phrasePlace, value: value(of: expression))
        if isOpenSide(expression) { item.value = undatedValues[expression.place] ?? expression.value }
        return [item]
    }

    /// Whether it is "since May" or the like, which is left without its year.
    private func isOpenSide(_ expression: TimeExpression) -> Bool {
        guard let modifier = expression.modifier, [.since, .until, .by, .before, .after].contains(modifier) else {
            return false
        }
        return (expression.kind == .date || expression.kind == .time) && expression.ends.isEmpty
            && isUndated(expression.frame)
    }

    private func isUndated(_ frame: TimeFrame) -> Bool {
        switch frame {
        case .calendar(let fields): fields.yearShift == nil && fields.direction == nil
        case .edge(_, let whole): isUndated(whole)
        case .clock(_, let date): date.map(isUndated) ?? true
        default: false
        }
    }

    private func value(of expression: TimeExpression) -> String? {
        let reading =
            expression.past.value != expression.value && expression.future.value == expression.value
            ? expression.future : expression.past
        switch expression.frame {
        case .duration, .set: return expression.value
        case .vague(.present): return "PRESENT_REF"
        case .clock(let clock, let date):
            return value(of: clock, isDated: date != nil, expression, reading)
        case .clockInterval(let first, let last, let date):
            return written(first.seconds ?? 0, last.seconds ?? 0, on: date == nil ? nil : reading)
        case .shift(let count, let unit, _):
            if let length = Self.seconds(unit) { return moment(Int(count * Double(length))) }
            return reading.exactDay.map(TimeNotation.day) ?? expression.value
        case .unit(let unit, let count, _):
            if Self.seconds(unit) != nil { return moment(0) + "/" + moment(3600 * count) }
        case .window(let count, _):
            guard let day = reading.exactDay else { return expression.value }
            return count > 0 ? range(anchorDay + 1, day + 1) : range(day, anchorDay)
        case .interval:
            if let first = expression.ends.first?.span, let last = expression.ends.last?.span {
                return range(first.first, last.first)
            }
            return expression.value
        default: break
        }
        guard let days = reading.span else { return expression.value }
        if days.unit == .day, days.first == days.last { return TimeNotation.day(days.first) }
        return range(days.first, days.last + 1)
    }

    // MARK: Times of day

    private func value(
        of clock: ClockFields, isDated: Bool, _ expression: TimeExpression, _ reading: TimeReading
    ) -> String? {
        if clock.hour == nil, let hours = clock.part.flatMap({ Self.hours[$0] }) {
            var (first, end) = (hours.lowerBound * 3600, hours.upperBound * 3600)
            if clock.edge == .start { end = first + 7200 }
            if clock.edge == .end { first += 7200 }
            // The night ends a second before midnight.
            return written(first, min(end, Self.secondsInDay - 1), on: isDated ? reading : nil)
        }
        if let modifier = expression.modifier, [.before, .by, .until].contains(modifier) { return nil }
        let time = time(clock.seconds ?? 0)
        if !isDated { return time }
        return reading.span.map { TimeNotation.day($0.first) + " " + time } ?? expression.value
    }

    /// The hours that the specifications give to the parts of a day.
    private static let hours: [DayPart: Range<Int>] = [
        .morning: 8..<12, .afternoon: 12..<16, .evening: 16..<20, .night: 20..<24, .midday: 11..<13,
        .daytime: 8..<18,
    ]

    /// A stretch of a day, alone or on the day of a reading.
    private func written(_ first: Int, _ end: Int, on reading: TimeReading?) -> String? {
        guard let reading else { return time(first) + "/" + time(end) }
        return reading.span.map { span in
            let day = TimeNotation.day(span.first) + " "
            return day + time(first) + "/" + day + time(end)
        }
    }

    private func time(_ seconds: Int) -> String {
        [seconds / 3600 % 24, seconds / 60 % 60, seconds % 60].map { TimeNotation.padded($0, 2) }
            .joined(separator: ":")
    }

    // MARK: The anchor

    private var anchorDay: CivilDay { DaySpan(anchor.date)?.first ?? CivilDay(number: 0) }

    /// The moment so many seconds after the anchor.
    private func moment(_ seconds: Int) -> String {
        let all = (anchor.second ?? 0) + seconds
        return TimeNotation.day(anchorDay + all / Self.secondsInDay) + " " + time(all % Self.secondsInDay)
    }

    private func range(_ first: CivilDay, _ end: CivilDay) -> String {
        TimeNotation.day(first) + "/" + TimeNotation.day(end)
    }

    /// The length of a unit of the clock; `nil` for those of the calendar.
    private static func seconds(_ unit: TimeUnit) -> Int? {
        switch unit {
        case .second: 1
        case .minute: 60
        case .hour: 3600
        default: nil
        }
    }
}
