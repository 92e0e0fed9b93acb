// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Ledger

/// Dates as a reader of a language writes them; a part that is not known stays away.
struct DateText {
    let words: Words

    /// `date` in words.
    func text(_ date: PartialDate) -> String {
        guard let end = date.end else { return text(date.start) }
        let start = date.start
        // 1 to 30 June is June, 1 January to 31 December is the year.
        if start.year == end.year, start.day == 1, let last = end.day, let month = end.month,
            last == GregorianCalendar.days(inMonth: month, of: end.year)
        {
            if start.month == month { return monthText(start.year, month) }
            if start.month == 1, month == 12 { return yearText(start.year) }
        }
        if start.year == end.year, start.month == end.month, let month = start.month, let first = start.day,
            let last = end.day
        {
            return words.text(
                "date.days",
                ["first": String(first), "last": String(last), "month": name(month), "year": String(start.year)])
        }
        return words.text("date.span", ["first": text(start), "last": text(end)])
    }

    /// A day written `YYYY-MM-DD`, in words; other text as it is.
    func text(day: String) -> String { PartialDate(day).map { text($0) } ?? day }

    /// The days from `first` to `last`, both written `YYYY-MM-DD`, in words.
    func text(from first: String, to last: String?) -> String {
        text(day: DaySpan.text(from: first, to: last))
    }

    private func text(_ moment: PartialDate.Moment) -> String {
        let plain: String
        if let month = moment.month {
            plain =
                moment.day.map {
                    words.text(
                        "date.day", ["day": String($0), "month": name(month), "year": String(moment.year)])
                } ?? monthText(moment.year, month)
        } else {
            plain = yearText(moment.year)
        }
        return moment.isApproximate ? words.text("date.about", ["date": plain]) : plain
    }

    private func monthText(_ year: Int, _ month: Int) -> String {
        words.text("date.month", ["month": name(month), "year": String(year)])
    }

    private func yearText(_ year: Int) -> String { words.text("date.year", ["year": String(year)]) }

    private func name(_ month: Int) -> String { words["date.months.m\(month)"] }
}
