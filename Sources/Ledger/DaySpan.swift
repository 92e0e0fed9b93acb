// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// The first and the last day that a date can mean, as `YYYY-MM-DD`, so that dates of any precision can be compared.
package struct DaySpan: Hashable, Sendable {
    /// The first day that fits the date.
    package let first: String
    /// The last day that fits the date.
    package let last: String

    /// The days of `date`.
    ///
    /// `2025` spans the year, an interval all its days; the mark `~` widens nothing.
    package init(_ date: PartialDate) {
        let end = date.end ?? date.start
        let lastMonth = end.month ?? 12
        first = Self.day(date.start.year, date.start.month ?? 1, date.start.day ?? 1)
        last = Self.day(end.year, lastMonth, end.day ?? GregorianCalendar.days(inMonth: lastMonth, of: end.year))
    }

    /// The shortest way to write the days from `first` to `last` in EDTF: `2025`, `2025-10`, `2025-10-03`, or an interval.
    package static func text(from first: String, to last: String?) -> String {
        guard let last, last != first else { return first }
        let whole = [4, 7].map { String(first.prefix($0)) }.first { text in
            PartialDate(text).map(DaySpan.init).map { $0.first == first && $0.last == last } ?? false
        }
        return whole ?? "\(first)/\(last)"
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> String {
        [(year, 4), (month, 2), (day, 2)]
            .map { number, width in
                let digits = String(number)
                return String(repeating: "0", count: max(0, width - digits.count)) + digits
            }
            .joined(separator: "-")
    }
}
