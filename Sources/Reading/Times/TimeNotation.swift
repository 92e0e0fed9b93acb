// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Writes values in the notation of TIMEX and in EDTF.
package enum TimeNotation {
    /// A number with leading zeros.
    package static func padded(_ number: Int, _ width: Int) -> String {
        let text = String(abs(number))
        let zeros = String(repeating: "0", count: max(0, width - text.count))
        return (number < 0 ? "-" : "") + zeros + text
    }

    /// A count without `.0`.
    package static func count(_ value: Double) -> String {
        value.rounded() == value && abs(value) < 1e15 ? String(Int(value)) : String(value)
    }

    /// A day as `2025-11-01`.
    package static func day(_ day: CivilDay) -> String {
        let (year, month, number) = day.fields
        return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(number, 2)
    }

    /// The last day of the unit that begins on `first`.
    package static func last(of unit: TimeUnit, from first: CivilDay) -> CivilDay? {
        if let months = unit.months { return first.adding(months: months) - 1 }
        switch unit {
        case .day, .night: return first
        case .weekend: return first + 1
        case .week: return first + 6
        case .fortnight: return first + 13
        default: return nil
        }
    }

    /// The TIMEX value of a span.
    package static func value(_ span: DaySpan) -> String {
        let (year, month, _) = span.first.fields
        switch span.unit {
        case .second, .minute, .hour, .night, .day:
            return span.first == span.last ? day(span.first) : day(span.first) + "/" + day(span.last)
        case .week, .fortnight:
            let (weekYear, week) = span.first.isoWeek
            return padded(weekYear, 4) + "-W" + padded(week, 2)
        case .weekend:
            let (weekYear, week) = span.first.isoWeek
            return padded(weekYear, 4) + "-W" + padded(week, 2) + "-WE"
        case .month: return padded(year, 4) + "-" + padded(month, 2)
        case .quarter: return padded(year, 4) + "-Q" + String((month + 2) / 3)
        case .half: return padded(year, 4) + "-H" + String((month + 5) / 6)
        case .season: return padded(year, 4) + "-" + season(month / 3)
        case .year: return padded(year, 4)
        case .decade: return padded(year / 10, 3)
        case .century: return padded(year / 100, 2)
        case .millennium: return padded(year / 1000, 1)
        }
    }

    /// TIMEX's code of a season, 1 for spring.
    static func season(_ season: Int) -> String {
        switch season {
        case 1: "SP"
        case 2: "SU"
        case 3: "FA"
        default: "WI"
        }
    }

    /// The span in EDTF, at the precision of its unit.
    package static func date(_ span: DaySpan, isApproximate: Bool = false) -> PartialDate? {
        let first = span.first.fields
        let last = span.last.fields
        guard first.year >= 1, last.year <= 9999 else { return nil }
        let mark = isApproximate ? "~" : ""
        let year = padded(first.year, 4)
        switch span.unit {
        case .second, .minute, .hour, .night, .day, .weekend, .week, .fortnight:
            if span.first == span.last { return PartialDate(day(span.first) + mark) }
            return PartialDate(day(span.first) + mark + "/" + day(span.last) + mark)
        case .month where span.first.adding(months: 1) - 1 == span.last:
            return PartialDate(year + "-" + padded(first.month, 2) + mark)
        case .month, .quarter, .half:
            let start = year + "-" + padded(first.month, 2) + mark
            return PartialDate(start + "/" + padded(last.year, 4) + "-" + padded(last.month, 2) + mark)
        case .season: return PartialDate(year + mark)
        case .year where first.year == last.year: return PartialDate(year + mark)
        case .year, .decade, .century, .millennium:
            return PartialDate(year + mark + "/" + padded(last.year, 4) + mark)
        }
    }

    /// A duration such as `P33Y` or `PT2.5H`; an unknown count is `X`.
    static func duration(_ parts: [DurationPart]) -> String {
        var days = ""
        var clock = ""
        for part in parts {
            let number = { (factor: Double) in part.count.map { count($0 * factor) } ?? "X" }
            switch part.unit {
            case .second: clock += number(1) + "S"
            case .minute: clock += number(1) + "M"
            case .hour: clock += number(1) + "H"
            case .day, .night: days += number(1) + "D"
            case .weekend: days += number(1) + "WE"
            case .week: days += number(1) + "W"
            case .fortnight: days += number(2) + "W"
            case .month: days += number(1) + "M"
            case .quarter: days += number(1) + "Q"
            case .season: days += number(3) + "M"
            case .half: days += number(6) + "M"
            case .year: days += number(1) + "Y"
            case .decade: days += part.count == nil ? "XDE" : number(10) + "Y"
            case .century: days += part.count == nil ? "XCE" : number(100) + "Y"
            case .millennium: days += part.count == nil ? "XML" : number(1000) + "Y"
            }
        }
        return "P" + days + (clock.isEmpty ? "" : "T" + clock)
    }

    /// A set: a period such as `P1Y`, or an open date such as `XXXX-WXX-1T16`, with TIMEX3's `X`
    /// for each figure that is not known.
    static func set(_ set: TimeSet) -> String {
        let clock = set.clock.map { TimeNotation.clock($0) } ?? ""
        if let weekday = set.weekday { return "XXXX-WXX-\(weekday)" + clock }
        if !clock.isEmpty, set.unit == .day { return clock }
        return duration([DurationPart(count: set.interval, unit: set.unit)])
    }

    /// A time of day such as `T14:30`, `T09`, `TMO`, with `Z` or an offset where the zone is known.
    static func clock(_ clock: ClockFields) -> String {
        guard let hour = clock.hour else { return clock.part.map { "T" + $0.code } ?? "" }
        var text = "T" + padded(hour, 2)
        if let minute = clock.minute { text += ":" + padded(minute, 2) }
        if let second = clock.second { text += ":" + padded(second, 2) }
        if let zone = clock.zone {
            let offset = padded(abs(zone) / 60, 2) + ":" + padded(abs(zone) % 60, 2)
            text += zone == 0 ? "Z" : (zone < 0 ? "-" : "+") + offset
        }
        return text
    }
}
