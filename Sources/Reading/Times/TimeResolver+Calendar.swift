// SPDX-License-Identifier: Apache-2.0

import Cooperation

extension TimeResolver {
    /// A date by its parts; what is missing comes from the anchor or from the date before it.
    func calendar(_ fields: CalendarFields) -> ResolvedTime {
        if fields.isBeforeChrist { return ResolvedTime(value: beforeChrist(fields)) }
        if let century = fields.century { return stated(unit: .century, year: (century - 1) * 100) }
        if let decade = fields.decade {
            // The 1600s are a century, the 1990s and the 2000s are decades.
            let isCentury = decade >= 100 && decade < 2000 && decade % 100 == 0
            return stated(unit: isCentury ? .century : .decade, year: decade < 100 ? 1900 + decade : decade)
        }
        if fields.isFiscal, let year = fields.year {
            var time = stated(unit: .year, year: year)
            time.value = "FY" + time.value
            time.isApproximate = true
            return time
        }
        if let year = fields.year { return inYear(fields, year) }
        if let shift = fields.yearShift {
            guard let anchor else { return opened(fields, [.year]) }
            var time = inYear(fields, anchor.date.start.year + shift)
            time.inferred = [.year]
            return time
        }
        if fields.isInYearOfText {
            guard let previous else { return opened(fields, [.year]) }
            var time = inYear(fields, previous.first.fields.year)
            time.inferred = [.year]
            time.fromText = true
            return time
        }
        if let direction = fields.direction { return directed(fields, direction) }
        if fields.month == nil, fields.week == nil, fields.quarter == nil, fields.half == nil, fields.season == nil {
            return fields.weekday != nil ? weekday(fields) : dayOfMonth(fields)
        }
        return withoutYear(fields)
    }

    private func beforeChrist(_ fields: CalendarFields) -> String {
        if let century = fields.century { return "BC" + TimeNotation.padded(century - 1, 2) }
        return "BC" + TimeNotation.padded(fields.year ?? 0, 4)
    }

    /// A period that the text names in full.
    private func stated(unit: TimeUnit, year: Int) -> ResolvedTime {
        let first = CivilDay(year, 1, 1)
        let span = DaySpan(first: first, last: TimeNotation.last(of: unit, from: first) ?? first, unit: unit)
        return ResolvedTime(value: TimeNotation.value(span), span: span)
    }

    /// The span that the parts name in a year, or `nil` if the calendar has no such day.
    private func span(_ fields: CalendarFields, in year: Int) -> DaySpan? {
        let first: CivilDay
        let unit: TimeUnit
        if let month = fields.month {
            guard (1...12).contains(month) else { return nil }
            if let day = fields.day {
                guard (1...GregorianCalendar.days(inMonth: month, of: year)).contains(day) else { return nil }
                first = CivilDay(year, month, day)
                unit = .day
            } else {
                first = CivilDay(year, month, 1)
                unit = .month
            }
        } else if let week = fields.week {
            first = CivilDay.monday(week: week, of: year)
            unit = .week
        } else if let quarter = fields.quarter {
            first = CivilDay(year, quarter * 3 - 2, 1)
            unit = .quarter
        } else if let half = fields.half {
            first = CivilDay(year, half * 6 - 5, 1)
            unit = .half
        } else if let season = fields.season {
            first = CivilDay(year, season * 3, 1)
            unit = .season
        } else {
            first = CivilDay(year, 1, 1)
            unit = .year
        }
        guard let last = TimeNotation.last(of: unit, from: first) else { return nil }
        return DaySpan(first: first, last: last, unit: unit)
    }

    private func inYear(_ fields: CalendarFields, _ year: Int) -> ResolvedTime {
        guard let span = span(fields, in: year) else { return opened(fields, [.day], year: year) }
        return ResolvedTime(value: TimeNotation.value(span), span: span)
    }

    /// A value with `X` for each figure that is not known, as TIMEX3 writes it.
    private func opened(
        _ fields: CalendarFields, _ open: Set<TimeExpression.Part>, year: Int? = nil
    ) -> ResolvedTime {
        var value = year.map { TimeNotation.padded($0, 4) } ?? "XXXX"
        if let month = fields.month {
            value += "-" + TimeNotation.padded(month, 2)
            if let day = fields.day { value += "-" + TimeNotation.padded(day, 2) }
        } else if let week = fields.week {
            value += "-W" + TimeNotation.padded(week, 2)
        } else if let quarter = fields.quarter {
            value += "-Q\(quarter)"
        } else if let half = fields.half {
            value += "-H\(half)"
        } else if let season = fields.season {
            value += "-" + TimeNotation.season(season % 4)
        } else if let weekday = fields.weekday {
            value += "-WXX-\(weekday)"
        } else if let day = fields.day {
            value += "-XX-" + TimeNotation.padded(day, 2)
        }
        return ResolvedTime(value: value, open: open)
    }

    /// `last August`, `this spring`, `next March`.
    private func directed(_ fields: CalendarFields, _ direction: Int) -> ResolvedTime {
        guard let anchor, let now = DaySpan(anchor.date) else { return opened(fields, [.year]) }
        let year = anchor.date.start.year
        let spans = (year - 2...year + 2).compactMap { span(fields, in: $0) }
        let found =
            switch direction {
            case 0: spans.first { $0.first.fields.year == year }
            case ..<0: spans.last { $0.last < now.first }
            default: spans.first { $0.first > now.last }
            }
        guard let found else { return opened(fields, [.year]) }
        return ResolvedTime(value: TimeNotation.value(found), span: found, inferred: [.year])
    }

    /// A month, day, quarter … without its year.
    private func withoutYear(_ fields: CalendarFields) -> ResolvedTime {
        if isNarrative, let previous, fields.month != nil {
            var time = inYear(fields, previous.first.fields.year)
            time.inferred = [.year]
            time.fromText = true
            return time
        }
        guard let anchor else { return opened(fields, [.year]) }
        let speaking = anchor.day ?? CivilDay(anchor.date.start.year, anchor.date.start.month ?? 12, 1)
        let years = (anchor.date.start.year - 8)...(anchor.date.start.year + 8)
        let spans = years.compactMap { span(fields, in: $0) }
        guard let past = spans.last(where: { $0.first <= speaking }),
            let future = spans.first(where: { $0.first > speaking || ($0.last >= speaking && $0.unit != .day) })
        else { return opened(fields, [.year, .day]) }
        let chosen = prefersFuture ? future : past
        return ResolvedTime(
            value: TimeNotation.value(chosen), span: chosen, inferred: [.year], isChoice: true)
    }

    /// A weekday alone or with the day of the month: the nearest that fits.
    private func weekday(_ fields: CalendarFields) -> ResolvedTime {
        guard let weekday = fields.weekday, let today = anchor?.day else { return opened(fields, [.week]) }
        if let day = fields.day {
            let months = prefersFuture ? Array(0...36) : Array((-36...0).reversed())
            let start = today.fields
            for month in months {
                let first = CivilDay(start.year, start.month, 1).adding(months: month)
                let (year, number, _) = first.fields
                guard day <= GregorianCalendar.days(inMonth: number, of: year) else { continue }
                let candidate = first + (day - 1)
                guard candidate.weekday == weekday, prefersFuture ? candidate >= today : candidate <= today else {
                    continue
                }
                return onDay(candidate, inferred: [.year, .month], isChoice: true)
            }
            return opened(fields, [.week])
        }
        let back = (today.weekday - weekday + 7) % 7
        let ahead = (weekday - today.weekday + 7) % 7
        return onDay(prefersFuture ? today + ahead : today - back, inferred: [.year, .month, .day], isChoice: true)
    }

    /// `the 18th`: in the anchor's month, or the one before or after.
    private func dayOfMonth(_ fields: CalendarFields) -> ResolvedTime {
        guard let day = fields.day, let today = anchor?.day else { return opened(fields, [.year, .month]) }
        let (year, month, _) = today.fields
        let months = prefersFuture ? Array(0...3) : [0, -1, -2, -3]
        for shift in months {
            let first = CivilDay(year, month, 1).adding(months: shift)
            let (candidateYear, candidateMonth, _) = first.fields
            guard day <= GregorianCalendar.days(inMonth: candidateMonth, of: candidateYear) else { continue }
            let candidate = first + (day - 1)
            if prefersFuture ? candidate > today : candidate <= today {
                return onDay(candidate, inferred: [.year, .month], isChoice: true)
            }
        }
        return opened(fields, [.year, .month])
    }

    /// A single day with what was filled in.
    func onDay(
        _ day: CivilDay, inferred: Set<TimeExpression.Part>, isChoice: Bool = false, fromText: Bool = false
    ) -> ResolvedTime {
        let span = DaySpan(first: day, last: day, unit: .day)
        return ResolvedTime(
            value: TimeNotation.day(day), span: span, inferred: inferred, fromText: fromText, isChoice: isChoice)
    }
}
