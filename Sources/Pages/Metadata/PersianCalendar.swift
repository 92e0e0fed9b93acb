// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// The solar calendar of Iran and Afghanistan: six months of 31 days, five of 30, and one of 29 or, in leap years, 30.
enum PersianCalendar {
    /// The years in which a page can be made, 1961 to 2031; a date whose year is one of them is of no other calendar.
    static let years = 1340...1409

    /// The first day of 1399 in the Gregorian calendar.
    private static let anchor = (year: 1399, gregorianYear: 2020, dayOfYear: 80)

    /// A day in the Gregorian calendar; `nil` if there is no such day.
    static func gregorian(year: Int, month: Int, day: Int) -> (year: Int, month: Int, day: Int)? {
        guard years.contains(year), (1...12).contains(month), (1...days(inMonth: month, of: year)).contains(day) else {
            return nil
        }
        var days = (month - 1) * 31 - max(0, month - 7) + day
        for other in min(year, anchor.year)..<max(year, anchor.year) {
            days += (isLeap(other) ? 366 : 365) * (year < anchor.year ? -1 : 1)
        }
        var place = (year: anchor.gregorianYear, month: 1, day: anchor.dayOfYear - 1 + days)
        while place.day < 1 {
            place.year -= 1
            place.day += daysInGregorianYear(place.year)
        }
        while place.day > daysInGregorianYear(place.year) {
            place.day -= daysInGregorianYear(place.year)
            place.year += 1
        }
        while place.day > GregorianCalendar.days(inMonth: place.month, of: place.year) {
            place.day -= GregorianCalendar.days(inMonth: place.month, of: place.year)
            place.month += 1
        }
        return place
    }

    private static func days(inMonth month: Int, of year: Int) -> Int {
        month < 7 ? 31 : month < 12 || isLeap(year) ? 30 : 29
    }

    /// Eight years of every 33 are leap years, in the centuries around ours.
    private static func isLeap(_ year: Int) -> Bool {
        switch year % 33 {
        case 1, 5, 9, 13, 17, 22, 26, 30: true
        default: false
        }
    }

    private static func daysInGregorianYear(_ year: Int) -> Int {
        GregorianCalendar.days(inMonth: 2, of: year) == 29 ? 366 : 365
    }
}
