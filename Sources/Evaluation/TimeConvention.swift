// SPDX-License-Identifier: Apache-2.0

import Reading

/// How a gold set writes down the times that a text names: which of them it marks, and in what notation.
protocol TimeConvention {
    /// What the set would mark for an expression; nothing, one item, or both ends of an interval.
    func items(of expression: TimeExpression) -> [ValuePrediction.Item]
}

extension TimeConvention {
    /// The two ends of an interval, where each could stand alone; `nil` for everything else.
    ///
    /// In `3 to 5 May` the 3 says too little by itself.
    func separateEnds(of expression: TimeExpression) -> [TimeExpression]? {
        guard !expression.ends.isEmpty, expression.ends.allSatisfy(\.standsAlone) else { return nil }
        return expression.ends
    }
}

extension TimeExpression {
    /// Where the expression stands.
    var place: Span { Span(start: range.start.scalar, end: range.end.scalar) }
    /// Where the expression stands with the words that modify it.
    var phrasePlace: Span { Span(start: phrase.start.scalar, end: phrase.end.scalar) }
    /// Whether the value only says that it is past, present or future.
    var isVague: Bool { value.hasSuffix("_REF") }

    fileprivate var standsAlone: Bool {
        guard case .calendar(let fields) = frame, fields.day != nil else { return true }
        return fields.month != nil && place.end - place.start > 2
    }
}

/// TimeML: the dates of news, in TIMEX3's own notation, which is the reader's.
struct TimeMLConvention: TimeConvention {
    func items(of expression: TimeExpression) -> [ValuePrediction.Item] {
        if let ends = separateEnds(of: expression) { return ends.flatMap(items(of:)) }
        switch expression.kind {
        case .duration, .set: return []
        case .time where expression.span == nil: return []
        case .date, .time: break
        }
        return expression.isVague ? [] : [.init(expression.place, value: expression.value)]
    }
}

/// GUM, which follows the TEI guidelines: dates alone, a period as its first and last day or month.
struct TEIConvention: TimeConvention {
    func items(of expression: TimeExpression) -> [ValuePrediction.Item] {
        if let ends = separateEnds(of: expression) { return ends.flatMap(items(of:)) }
        guard isMarked(expression) else { return [] }
        var value = notation(of: expression)
        if expression.kind == .time { value = String(value.prefix("2025-11-01".count)) }
        return [.init(expression.place, value: value)]
    }

    /// Whether it is a date that has a place on the calendar.
    private func isMarked(_ expression: TimeExpression) -> Bool {
        if expression.kind == .duration || expression.kind == .set { return false }
        if expression.kind == .time, expression.span == nil { return false }
        let value = expression.value
        return !expression.isVague && !value.hasSuffix("XX") && !value.contains("XTXX")
    }

    private func notation(of expression: TimeExpression) -> String {
        if let days = expression.span {
            switch days.unit {
            case .week, .weekend, .decade, .century: return range(days)
            case .season: return months(days)
            // "The early 1990s": a part of a decade or century has no code of its own.
            case _ where expression.edge != nil && expression.value.count <= 3:
                if let part = expression.past.date.flatMap({ DaySpan($0) }) { return range(part) }
            default: break
            }
        }
        if expression.value.hasPrefix("BC") { return "-" + expression.value.dropFirst(2) }
        // TIMEX3 writes X for each figure that is not known.
        guard expression.value.hasPrefix("XXXX-") else { return expression.value }
        let everyYear = "--" + expression.value.dropFirst(5)
        return Self.seasons[everyYear] ?? everyYear
    }

    private func range(_ days: DaySpan) -> String {
        TimeNotation.day(days.first) + "/" + TimeNotation.day(days.last)
    }

    /// From the first month to the month after the last.
    private func months(_ days: DaySpan) -> String {
        [days.first, days.last + 1].map { day in
            let fields = day.fields
            return TimeNotation.padded(fields.year, 4) + "-" + TimeNotation.padded(fields.month, 2)
        }.joined(separator: "/")
    }

    /// Seasons of no certain year.
    private static let seasons = [
        "--SP": "--03/--06", "--SU": "--06/--09", "--FA": "--09/--12", "--WI": "--12/--03",
    ]
}
