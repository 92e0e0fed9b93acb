// SPDX-License-Identifier: Apache-2.0

import Foundation
import Ledger

/// Draws the part of the world in which some places lie.
struct PlaceMap {
    /// A place with its name and what leads to it.
    struct Spot: Sendable {
        let name: String
        let address: String
        let point: MapPoint
    }

    let borders: Borders
    let spots: [Spot]

    private static let width = 360.0
    private static let height = 240.0
    /// The least part of the world to show, in degrees of longitude, since the outlines are coarse.
    private static let least = 28.0

    private struct Box {
        var west: Double
        var south: Double
        var scale: Double
        var squeeze: Double

        func x(_ point: MapPoint) -> Double { (point.longitude - west) * squeeze * scale }
        func y(_ point: MapPoint) -> Double { PlaceMap.height - (point.latitude - south) * scale }
    }

    /// The view for the template `map`.
    func view() -> View {
        let box = box()
        let land = borders.rings.compactMap { path($0, box) }
        var taken: [(x: Double, y: Double, width: Double)] = []
        let marks = spots.map { spot -> View in
            let x = box.x(spot.point)
            let y = box.y(spot.point)
            let width = Double(spot.name.unicodeScalars.reduce(0) { $0 + ($1.value > 0x1100 ? 12 : 7) })
            // Beside the mark where there is room, else under or over it.
            let wishes: [(Double, Double, String)] = [
                (x + 8, y + 4, "start"), (x - 8 - width, y + 4, "end"), (x - width / 2, y + 18, "middle"),
                (x - width / 2, y - 9, "middle"),
            ]
            let free = wishes.first { wish in
                wish.0 > 2 && wish.0 + width < Self.width - 2 && wish.1 > 10 && wish.1 < Self.height - 2
                    && taken.allSatisfy {
                        abs($0.y - wish.1) > 13 || wish.0 > $0.x + $0.width || $0.x > wish.0 + width
                    }
            }
            if let free { taken.append((free.0, free.1, width)) }
            taken.append((x - 4, y + 4, 8))
            return [
                "x": .text(LineChart.text(x)), "y": .text(LineChart.text(y)), "address": .text(spot.address),
                "name": .view(Phrase.view(spot.name)),
                "labelX": free.map { .text(LineChart.text($0.2 == "start" ? x + 8 : $0.2 == "end" ? x - 8 : x)) }
                    ?? .none,
                "labelY": free.map { .text(LineChart.text($0.1)) } ?? .none,
                "anchor": free.map { .text($0.2) } ?? .none,
            ]
        }
        return [
            "width": .text(LineChart.text(Self.width)), "height": .text(LineChart.text(Self.height)),
            "land": .list(land.map { ["d": .text($0)] }), "marks": .list(marks),
        ]
    }

    private func box() -> Box {
        let longitudes = spots.map(\.point.longitude)
        let latitudes = spots.map(\.point.latitude)
        let (west, east) = (longitudes.min() ?? -180, longitudes.max() ?? 180)
        let (south, north) = (latitudes.min() ?? -60, latitudes.max() ?? 80)
        let squeeze = max(0.4, cos((south + north) / 2 * .pi / 180))
        var across = max(Self.least, (east - west) * 1.35)
        var up = max(across * squeeze * Self.height / Self.width, (north - south) * 1.45)
        across = up * Self.width / Self.height / squeeze
        if across > 360 {
            across = 360
            up = across * squeeze * Self.height / Self.width
        }
        let middle = (west + east) / 2
        let centre = min(max((south + north) / 2, -90 + up / 2), max(90 - up / 2, -90 + up / 2))
        return Box(
            west: middle - across / 2, south: centre - up / 2, scale: Self.height / up, squeeze: squeeze)
    }

    /// The outline as the data of a path; `nil` where it lies outside.
    private func path(_ ring: [MapPoint], _ box: Box) -> String? {
        let points = ring.map { (x: box.x($0), y: box.y($0)) }
        let (xs, ys) = (points.map(\.x), points.map(\.y))
        guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max(),
            left < Self.width, right > 0, top < Self.height, bottom > 0
        else { return nil }
        return points.enumerated().map {
            ($0.offset == 0 ? "M" : "L") + "\(LineChart.text($0.element.x)) \(LineChart.text($0.element.y))"
        }.joined() + "Z"
    }
}
