// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Ledger

/// Draws values over time as SVG that stands in a page and says in words what it shows.
struct ChartDrawing {
    private let series: Brief.Series
    private static let width = 640.0
    private static let height = 170.0
    private static let left = 12.0
    private static let right = 60.0
    private static let top = 24.0
    private static let bottom = 26.0

    init(_ series: Brief.Series) { self.series = series }

    /// The whole drawing; its scale begins at zero, so that no change looks larger than it is.
    func svg(id: String) -> String {
        let xs = series.points.map { Self.time($0.date) }
        let highest = max(series.points.map(\.value).max() ?? 1, 0)
        let lowest = min(series.points.map(\.value).min() ?? 0, 0)
        let span = highest > lowest ? highest - lowest : 1
        let first = xs.first ?? 0
        let length = max((xs.last ?? 1) - first, 0.001)
        let spots = zip(xs, series.points).map { x, point in
            (
                x: Self.left + 40 + (x - first) / length * (Self.width - Self.left - Self.right - 40),
                y: Self.top + (highest - point.value) / span * (Self.height - Self.top - Self.bottom), point: point
            )
        }
        let line = spots.map { "\(Self.round($0.x)),\(Self.round($0.y))" }.joined(separator: " ")
        let base = Self.round(Self.top + highest / span * (Self.height - Self.top - Self.bottom))
        let words = series.points.map { "\($0.date): \(Self.text($0.value))" }.joined(separator: "; ")
        let dots = spots.enumerated().map { index, spot in
            let anchor = index == 0 ? "start" : index == spots.count - 1 ? "end" : "middle"
            // Two neighbours that stand close would write over each other.
            let isTight = index > 0 && spot.x - spots[index - 1].x < 64
            let y = isTight ? spot.y + 18 : spot.y - 9
            return """
                <circle cx="\(Self.round(spot.x))" cy="\(Self.round(spot.y))" r="3.5" fill="#174a7c"/>\
                <text x="\(Self.round(spot.x))" y="\(Self.round(y))" text-anchor="\(anchor)">\(Self.text(spot.point.value))</text>\
                \(isTight ? "" : """
                    <text x="\(Self.round(spot.x))" y="\(Self.round(Self.height - 8))" \
                    text-anchor="\(anchor)">\(MarkupText.escaped(spot.point.date.description))</text>
                    """)
                """
        }
        return """
            <svg role="img" aria-labelledby="\(id)-t \(id)-d" viewBox="0 0 \(Self.round(Self.width)) \
            \(Self.round(Self.height))" width="100%" xmlns="http://www.w3.org/2000/svg">\
            <title id="\(id)-t">\(MarkupText.escaped(series.title))</title>\
            <desc id="\(id)-d">\(MarkupText.escaped(words))</desc>\
            <line x1="0" x2="\(Self.round(Self.width))" y1="\(base)" y2="\(base)" stroke="#cfd6dd"/>\
            <polyline points="\(line)" fill="none" stroke="#174a7c" stroke-width="2"/>\(dots.joined())</svg>
            """
    }

    private static func time(_ date: PartialDate) -> Double {
        Double(date.start.year) + Double((date.start.month ?? 1) - 1) / 12 + Double((date.start.day ?? 1) - 1) / 365
    }

    private static func round(_ value: Double) -> String { Cell.number((value * 10).rounded() / 10).text }

    private static func text(_ value: Double) -> String { DigitGroups.text(Cell.number(value).text) }
}
