// SPDX-License-Identifier: Apache-2.0

/// A part of the world that is no country, subdivision or city: `Asia`, `Southeast Asia`, `the Pacific`.
public struct Region: Hashable, Sendable {
    /// What a region is.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// A continent.
        case continent
        /// A group of countries or a stretch of land.
        case region
        /// An ocean, sea, strait or river.
        case water
    }

    /// The name to show.
    public var name: String
    /// What it is.
    public var kind: Kind
    /// A point that stands for it on maps, in whole degrees for most; `nil` where none is given.
    public var coordinate: Place.Coordinate?
}

/// Parts of the world by name and adjective.
struct Regions: Sendable {
    private let byName: [String: Region]
    private let byDemonym: [String: Region]

    private struct List: Decodable {
        let continent: [String: [String]]
        let region: [String: [String]]
        let water: [String: [String]]
        /// Latitude and longitude by name.
        let points: [String: [Double]]

        func names(of kind: Region.Kind) -> [String: [String]] {
            switch kind {
            case .continent: continent
            case .region: region
            case .water: water
            }
        }

        func coordinate(of name: String) -> Place.Coordinate? {
            guard let point = points[name], point.count == 2 else { return nil }
            return Place.Coordinate(latitude: point[0], longitude: point[1])
        }
    }

    /// Reads the list that belongs to this target.
    init() throws(GazetteerError) {
        let list = try Lexicon.load("regions", as: List.self)
        var byName: [String: Region] = [:]
        var byDemonym: [String: Region] = [:]
        for kind in Region.Kind.allCases {
            for (name, demonyms) in list.names(of: kind).sorted(by: { $0.key < $1.key }) {
                let plain = name.hasPrefix("The ") ? String(name.dropFirst(4)) : name
                let region = Region(name: plain, kind: kind, coordinate: list.coordinate(of: plain))
                byName[NameFolding.key(of: name)] = region
                for demonym in demonyms { byDemonym[NameFolding.key(of: demonym)] = region }
            }
        }
        self.byName = byName
        self.byDemonym = byDemonym
    }

    /// The region of that name.
    func region(named name: String) -> Region? { region(keyed: NameFolding.key(of: name)) }

    /// The region of the name that folds to `key`.
    func region(keyed key: String) -> Region? { byName[key] }

    /// The region that an adjective or noun belongs to, singular or plural.
    func region(demonym: String) -> Region? {
        let key = NameFolding.key(of: demonym)
        return byDemonym[key] ?? (key.hasSuffix("s") ? byDemonym[String(key.dropLast())] : nil)
    }
}
