// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// A word before a date that says how it is to be taken.
package enum TimeModifier: String, Hashable, Sendable, Codable, CaseIterable {
    case on, since, until, by, before, after, about, during, from
    case moreThan, lessThan, atLeast, atMost
    case start, middle, end
}

/// The moment that a text speaks from: its date, and the time of day where that is known.
package struct TimeAnchor: Hashable, Sendable {
    /// The date, to the precision that is known.
    package var date: PartialDate
    /// Seconds since midnight, if known.
    package var second: Int?

    /// Makes an anchor.
    package init(date: PartialDate, second: Int? = nil) {
        self.date = date
        self.second = second
    }

    /// The day, if it is known.
    var day: CivilDay? {
        guard let month = date.start.month, let day = date.start.day, date.end == nil else { return nil }
        return CivilDay(date.start.year, month, day)
    }
}

/// A stretch of whole days with the precision that its source gives.
package struct DaySpan: Hashable, Sendable {
    package var first: CivilDay
    /// The last day, inclusive.
    package var last: CivilDay
    /// The unit that was named: a month for `August 2025`.
    package var unit: TimeUnit
}

/// One way to lay an expression on the calendar.
package struct TimeReading: Hashable, Sendable {
    /// The value in TIMEX's notation.
    package var value: String
    /// The days, if they are known.
    package var span: DaySpan?
    /// The date in EDTF, no more precise than the text.
    package var date: PartialDate?
    /// The day that an offset reaches by exact counting; finer than what the text says.
    package var exactDay: CivilDay?
    /// Seconds of the day at which a time begins and ends, if it is a time of day.
    package var seconds: ClosedRange<Int>?
}

/// A date, time, duration or set that a text names.
package struct TimeExpression: Hashable, Sendable {
    /// TimeML's classes.
    package enum Kind: String, Hashable, Sendable, Codable { case date, time, duration, set }

    /// What was not said and had to be filled in.
    package enum Part: String, Hashable, Sendable, Codable, Comparable, CaseIterable {
        case year, month, day, week

        /// Larger parts first.
        package static func < (left: Part, right: Part) -> Bool {
            (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
        }
    }

    /// Where a part that was filled in came from.
    package enum Basis: Hashable, Sendable {
        /// Everything stands in the expression itself.
        case stated
        /// These parts follow from the anchor, or from a date before it in the text.
        case inferred([Part], fromText: Bool)
        /// These parts are open.
        case open([Part])
    }

    /// The expression without the preposition before it.
    package var range: TextRange
    /// The expression with the words that modify it.
    package var phrase: TextRange
    package var kind: Kind
    /// The value in TIMEX's notation; intervals are `START/END`.
    package var value: String
    /// The date in EDTF, no more precise than the text; an interval's end is inclusive.
    package var date: PartialDate?
    /// How the date is known.
    package var basis: Basis
    /// The word before it, or the part of the period that is meant.
    package var modifier: TimeModifier?
    /// The part of a period that is meant: its start, middle or end.
    package var edge: TimeEdge?
    /// The days, if they are known.
    package var span: DaySpan?
    /// The readings before and after the anchor, where the text leaves both open; otherwise both are the same.
    package var past: TimeReading
    package var future: TimeReading
    /// The time of day, for times.
    package var clock: ClockFields?
    /// The two ends of an interval, each with its own place in the text.
    package var ends: [TimeExpression]
    /// What was read, before it was laid on the calendar.
    package var frame: TimeFrame
}
