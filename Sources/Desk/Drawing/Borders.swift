// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The outlines of countries, from the file that `scripts/build-map` writes.
package struct Borders: Sendable {
    /// The points of each ring of land, in degrees.
    let rings: [[MapPoint]]

    private struct File: Decodable {
        let rings: [[Int]]
    }

    /// Reads the file at `url`; `nil` where there is none or it is damaged, for a map is a convenience.
    package init?(_ url: URL) {
        guard let data = try? Data(contentsOf: url), let file = try? JSONDecoder().decode(File.self, from: data) else {
            return nil
        }
        rings = file.rings.map { numbers in
            stride(from: 0, to: numbers.count - 1, by: 2).map {
                MapPoint(longitude: Double(numbers[$0]) / 100, latitude: Double(numbers[$0 + 1]) / 100)
            }
        }
    }

    /// The file where `scripts/build-map` puts it: `ENTENTE_BORDERS`, else the user's cache.
    package static func standard(environment: [String: String] = ProcessInfo.processInfo.environment) -> Borders? {
        if let path = environment["ENTENTE_BORDERS"], !path.isEmpty { return Borders(URL(filePath: path)) }
        let home = environment["HOME"].map { URL(filePath: $0) } ?? FileManager.default.homeDirectoryForCurrentUser
        let cache = environment["XDG_CACHE_HOME"].flatMap { $0.isEmpty ? nil : URL(filePath: $0) }
        return Borders((cache ?? home.appending(path: ".cache")).appending(path: "entente/map/borders-1.json"))
    }
}

/// A point on the globe, in degrees, north and east positive.
struct MapPoint: Hashable, Sendable {
    var longitude: Double
    var latitude: Double
}
