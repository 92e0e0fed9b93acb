// SPDX-License-Identifier: Apache-2.0

import Briefing
import Cooperation
import Foundation
import Ledger

/// Places values over time in a drawing, each point a link to the sentence that states it.
struct LineChart {
    let series: FigureSeries
    let views: EntryViews

    private static let width = 360.0
    private static let height = 190.0
    private static let left = 8.0
    private static let right = 12.0
    private static let top = 26.0
    private static let bottom = 28.0

    /// The view for the template `chart`; its scale begins at zero, so that no change looks larger than it is.
    func view(id: String) -> View {
        let times = series.points.map { Self.time($0.date) }
        let highest = max(series.points.map(\.value).max() ?? 1, 0)
        let lowest = min(series.points.map(\.value).min() ?? 0, 0)
        let span = highest > lowest ? highest - lowest : 1
        let first = times.first ?? 0
        let length = max((times.last ?? 1) - first, 0.001)
        let inner = Self.width - Self.left - Self.right - 48
        func x(_ time: Double) -> Double { Self.left + 24 + (time - first) / length * inner }
        func y(_ value: Double) -> Double {
            Self.top + (highest - value) / span * (Self.height - Self.top - Self.bottom)
        }
        let spots = zip(times, series.points).map { (x: x($0), y: y($1.value), point: $1) }
        var lastLabel = -100.0
        let points = spots.enumerated().map { index, spot -> View in
            // Two neighbours that stand close would write over each other: the later one stays without words.
            let isClear = spot.x - lastLabel > 62 || index == 0
            if isClear { lastLabel = spot.x }
            let value = DigitGroups.text(Cell.number(spot.point.value).text)
            let date = views.date(spot.point.date)
            return [
                "x": .text(Self.text(spot.x)), "y": .text(Self.text(spot.y)),
                "labelY": .text(Self.text(spot.y - 10)), "value": .text(value),
                "label": isClear ? .text(value) : .none,
                "year": isClear ? .text(String(spot.point.date.start.year)) : .none,
                "date": .text(date), "address": .text(Address.entry(spot.point.fact.row.id)),
                "proof": spot.point.fact.proofs.first.map { .view(views.proof($0)) } ?? .none,
            ]
        }
        let line = spots.enumerated().map {
            ($0.offset == 0 ? "M" : "L") + "\(Self.text($0.element.x)) \(Self.text($0.element.y))"
        }
        return [
            "chartId": .text(id), "title": .view(Phrase.view(series.title)), "unit": .optional(series.unit),
            "width": .text(Self.text(Self.width)), "height": .text(Self.text(Self.height)),
            "baseY": .text(Self.text(y(0))), "yearY": .text(Self.text(Self.height - 8)),
            "line": .text(line.joined(separator: " ")), "points": .list(points),
        ]
    }

    private static func time(_ date: PartialDate) -> Double {
        Double(date.start.year) + Double((date.start.month ?? 1) - 1) / 12 + Double((date.start.day ?? 1) - 1) / 365
    }

    static func text(_ value: Double) -> String { Cell.number((value * 10).rounded() / 10).text }
}
