// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Ledger

/// What figures say of one indicator of one scope over time.
package struct FigureSeries: Hashable, Sendable {
    /// A value with the figure that states it.
    package struct Point: Hashable, Sendable {
        /// When, as stated; a figure without a day of its own is good for the day of its page.
        package let date: PartialDate
        /// The number.
        package let value: Double
        /// The figure.
        package let fact: Fact
    }

    /// What is counted.
    package let indicator: String
    /// For whom or where; may be empty.
    package let scope: String
    /// The unit.
    package let unit: String
    /// The values on different days, the earliest first.
    package let points: [Point]

    /// Makes a series; `points` are on different days, the earliest first.
    package init(indicator: String, scope: String, unit: String, points: [Point]) {
        self.indicator = indicator
        self.scope = scope
        self.unit = unit
        self.points = points
    }

    /// What is counted, and for whom.
    package var title: String { scope.isEmpty ? indicator : "\(indicator), \(scope)" }

    /// The series of at least `least` days among `facts`.
    package static func series(of facts: [Fact], least: Int = 3) -> [FigureSeries] {
        var points: [String: [Point]] = [:]
        var heads: [String: (indicator: String, scope: String, unit: String)] = [:]
        for fact in facts {
            guard let value = fact.number, let indicator = fact.value("indicator"),
                let date = fact.date ?? fact.row.firstSeen.flatMap({ PartialDate($0) })
            else { continue }
            let scope = fact.parties("scope").map(\.name).joined(separator: ", ")
            let key = [indicator.lowercased(), fact.row.sort, scope].joined(separator: "\n")
            heads[key] = heads[key] ?? (indicator, scope, fact.row.sort)
            points[key, default: []].append(Point(date: date, value: value, fact: fact))
        }
        return points.keys.sorted().compactMap { key in
            guard let head = heads[key], let mine = points[key] else { return nil }
            var days: Set<String> = []
            let ordered = mine.sorted { ($0.date, $0.value) < ($1.date, $1.value) }
                .filter { days.insert(DaySpan($0.date).first).inserted }
            guard ordered.count >= least else { return nil }
            return FigureSeries(indicator: head.indicator, scope: head.scope, unit: head.unit, points: ordered)
        }
    }

    /// `series`, those that count the same in the same unit together, so that one drawing can hold them.
    package static func comparable(_ series: [FigureSeries]) -> [[FigureSeries]] {
        series.reduce(into: []) { groups, next in
            let last = groups.last?.first
            if last?.indicator.lowercased() == next.indicator.lowercased(), last?.unit == next.unit {
                groups[groups.count - 1].append(next)
            } else {
                groups.append([next])
            }
        }
    }

    /// The same for a brief.
    var brief: Brief.Series {
        Brief.Series(title: title, unit: unit, points: points.map { Brief.Point(date: $0.date, value: $0.value) })
    }
}
