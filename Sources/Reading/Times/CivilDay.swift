// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// A day of the proleptic Gregorian calendar as a running number (0 is 1970-01-01), with its arithmetic.
package struct CivilDay: Hashable, Sendable, Comparable {
    /// Days since 1970-01-01.
    package let number: Int

    /// Makes a day from its running number.
    package init(number: Int) { self.number = number }

    /// Makes a day from year, month and day; a day past the month's end runs on into the next month.
    package init(_ year: Int, _ month: Int, _ day: Int) {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = era * 146_097 + dayOfEra - 719_468
    }

    /// The day of a moment that is known to the day.
    init?(_ moment: PartialDate.Moment) {
        guard let month = moment.month, let day = moment.day else { return nil }
        self.init(moment.year, month, day)
    }

    /// The year, month and day.
    package var fields: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }

    /// The day of the week, Monday 1 to Sunday 7.
    package var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }
    /// The Monday of the day's ISO week.
    package var monday: CivilDay { self - (weekday - 1) }

    /// The ISO 8601 year and week.
    package var isoWeek: (year: Int, week: Int) {
        let thursday = monday + 3
        let year = thursday.fields.year
        return (year, (thursday.number - CivilDay(year, 1, 1).number) / 7 + 1)
    }

    /// The Monday of an ISO week.
    package static func monday(week: Int, of year: Int) -> CivilDay {
        CivilDay(year, 1, 4).monday + (week - 1) * 7
    }

    /// The same day of the month `months` later, or the month's last day where there is none.
    package func adding(months: Int) -> CivilDay {
        let (year, month, day) = fields
        let total = year * 12 + month - 1 + months
        let newYear = total >= 0 ? total / 12 : (total - 11) / 12
        let newMonth = total - newYear * 12 + 1
        return CivilDay(newYear, newMonth, min(day, GregorianCalendar.days(inMonth: newMonth, of: newYear)))
    }

    /// Earlier or later.
    package static func < (left: CivilDay, right: CivilDay) -> Bool { left.number < right.number }
    /// The day `days` later.
    package static func + (left: CivilDay, days: Int) -> CivilDay { CivilDay(number: left.number + days) }
    /// The day `days` earlier.
    package static func - (left: CivilDay, days: Int) -> CivilDay { CivilDay(number: left.number - days) }
}
