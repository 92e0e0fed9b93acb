// SPDX-License-Identifier: Apache-2.0

/// A unit of the calendar or the clock.
package enum TimeUnit: Int, Sendable, Comparable, CaseIterable {
    case second, minute, hour, night, day, weekend, week, fortnight, month, quarter, season, half, year, decade
    case century, millennium

    /// Shorter or longer.
    package static func < (left: TimeUnit, right: TimeUnit) -> Bool { left.rawValue < right.rawValue }

    /// Months in the unit, for units of a month and more; otherwise `nil`.
    package var months: Int? {
        switch self {
        case .month: 1
        case .quarter, .season: 3
        case .half: 6
        case .year: 12
        case .decade: 120
        case .century: 1200
        case .millennium: 12_000
        default: nil
        }
    }

    /// Days in the unit, for units between a day and a fortnight; otherwise `nil`.
    package var days: Int? {
        switch self {
        case .day, .night: 1
        case .week, .weekend: 7
        case .fortnight: 14
        default: nil
        }
    }
}

/// Which stretch of a period is meant.
package enum TimeEdge: Int, Sendable, CaseIterable {
    case start, middle, end, whole
}

/// The parts of a calendar date that a text states.
package struct CalendarFields: Hashable, Sendable {
    package var year: Int?
    /// The year counted from the moment of speaking: -1 for `last year`.
    package var yearShift: Int?
    /// Whether the month or season is the last (-1), this year's (0) or the next (1), as in `last August`.
    package var direction: Int?
    /// Whether the year is the one last spoken of, as in `March of that year`.
    package var isInYearOfText = false
    package var month: Int?
    package var day: Int?
    package var weekday: Int?
    package var week: Int?
    package var quarter: Int?
    package var half: Int?
    package var season: Int?
    /// The first year of a decade; below 100 without its century.
    package var decade: Int?
    /// The century, 20 for the twentieth.
    package var century: Int?
    package var isBeforeChrist = false
    package var isFiscal = false
}

/// A time of day as far as a text states it.
package struct ClockFields: Hashable, Sendable {
    package var hour: Int?
    package var minute: Int?
    package var second: Int?
    /// Whether morning or afternoon is stated, so that the hour is one of twenty-four.
    package var isDefinite = false
    /// A part of the day.
    package var part: DayPart?
    package var edge: TimeEdge?
    /// Minutes east of Greenwich.
    package var zone: Int?
}

/// The parts of a day that TIMEX has codes for.
package enum DayPart: Int, Sendable, CaseIterable {
    case morning, midday, afternoon, evening, night, daytime

    /// TIMEX's code.
    package var code: String {
        switch self {
        case .morning: "MO"
        case .midday: "MI"
        case .afternoon: "AF"
        case .evening: "EV"
        case .night: "NI"
        case .daytime: "DT"
        }
    }
}

/// A frame with the pieces of text that it was read from.
package struct PlacedFrame: Hashable, Sendable {
    package var frame: TimeFrame
    package var first: Int
    package var end: Int
}

/// What an offset counts from.
package enum TimeBase: Hashable, Sendable {
    /// The moment of speaking.
    case anchor
    /// The date last spoken of.
    case context
    /// A date in the same expression.
    case frame(TimeFrame)
}

extension TimeFrame {
    /// How many days after the date named before, if it is counted so.
    var daysOn: Int? {
        switch self {
        case .unit(.day, let count, .context): count
        case .shift(let count, .day, .context): Int(exactly: count)
        default: nil
        }
    }
}

/// What a time expression says, before it is laid on the calendar.
package indirect enum TimeFrame: Hashable, Sendable {
    /// A date by its calendar parts.
    case calendar(CalendarFields)
    /// A unit counted from one that holds the base: `this week` 0, `last month` -1.
    case unit(TimeUnit, Int, TimeBase)
    /// A weekday of a week counted from the base's: `last Friday`, `Tuesday of next week`.
    case weekday(Int, week: Int, TimeBase)
    /// The n-th such weekday of a month or year, from its end if negative: `the first Monday of May`.
    case nthWeekday(Int, Int, TimeFrame)
    /// The date last spoken of, so many years on: `the same period last year`.
    case again(years: Int)
    /// So many units before (negative) or after the base: `two days ago`.
    case shift(Double, TimeUnit, TimeBase)
    /// So many units that end or begin at the anchor: `the past 33 years`, `the next five years`.
    case window(Double, TimeUnit)
    /// The n-th unit of a period, from its end if negative: `the last week of March`.
    case part(Int, TimeUnit, TimeFrame)
    /// The beginning, middle or end of a period.
    case edge(TimeEdge, TimeFrame)
    /// From one date to another.
    case interval(PlacedFrame, PlacedFrame)
    /// A time of day, alone or on a date.
    case clock(ClockFields, on: TimeFrame?)
    /// A stretch of a day, alone or on a date.
    case clockInterval(ClockFields, ClockFields, on: TimeFrame?)
    /// An amount of time, in parts of falling size.
    case duration([DurationPart])
    /// Something that comes again and again.
    case set(TimeSet)
    /// A reference without a place on the calendar: `PRESENT_REF` and its like.
    case vague(VagueReference)
}

/// One count of a unit in a duration; no count for an unknown number.
package struct DurationPart: Hashable, Sendable {
    package var count: Double?
    package var unit: TimeUnit
}

/// How often something comes again.
package struct TimeSet: Hashable, Sendable {
    /// How many units lie between two times, 2 for every other.
    package var interval: Double = 1
    package var unit: TimeUnit = .day
    package var weekday: Int?
    package var clock: ClockFields?
    /// How often within the unit.
    package var times: Int?
}

/// The references of TIMEX that have no place on the calendar.
package enum VagueReference: Int, Sendable {
    case past, present, future

    /// TIMEX's value.
    package var code: String {
        switch self {
        case .past: "PAST_REF"
        case .present: "PRESENT_REF"
        case .future: "FUTURE_REF"
        }
    }
}
