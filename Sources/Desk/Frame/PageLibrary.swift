// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A library of the system's packages that some pages load, with the script of ours that works with it.
///
/// `scripts/copy-libraries` puts the files beside the program; a page does without a library of which a file is missing.
enum PageLibrary {
    /// D3, which draws figures over time.
    case charts
    /// Leaflet and Leaflet.markercluster, which show places on a map.
    case map

    /// The base that our own style sheet stands on.
    static let base = "normalize.css"
    /// The outlines of countries under every map.
    static let outlines = "outlines-1.json"

    /// Its style sheets, which go before ours.
    var sheets: [String] {
        switch self {
        case .charts: []
        case .map: ["leaflet.css", "MarkerCluster.css"]
        }
    }

    /// Its scripts in the order in which they are to run.
    var scripts: [String] {
        switch self {
        case .charts: ["d3.min.js", "charts.js"]
        case .map: ["leaflet.min.js", "leaflet.markercluster.min.js", "map.js"]
        }
    }

    /// Every file that has to be there.
    var files: [String] { sheets + scripts + (self == .map ? [Self.outlines] : []) }

    /// The file of the outlines where `scripts/build-map` puts it: `ENTENTE_OUTLINES`, else the user's cache.
    static func outlinesFile(environment: [String: String] = ProcessInfo.processInfo.environment) -> URL {
        if let path = environment["ENTENTE_OUTLINES"], !path.isEmpty { return URL(filePath: path) }
        let home = environment["HOME"].map { URL(filePath: $0) } ?? FileManager.default.homeDirectoryForCurrentUser
        let cache = environment["XDG_CACHE_HOME"].flatMap { $0.isEmpty ? nil : URL(filePath: $0) }
        return (cache ?? home.appending(path: ".cache")).appending(path: "entente/map/\(outlines)")
    }
}
