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
}

/// Parts of the world by name and adjective.
struct Regions: Sendable {
    private let byName: [String: Region]
    private let byDemonym: [String: Region]

    /// Reads the list that belongs to this target.
    init() throws(GazetteerError) {
        let list = try Lexicon.load("regions", as: [String: [String: [String]]].self)
        var byName: [String: Region] = [:]
        var byDemonym: [String: Region] = [:]
        for kind in Region.Kind.allCases {
            for (name, demonyms) in (list[kind.rawValue] ?? [:]).sorted(by: { $0.key < $1.key }) {
                let region = Region(name: name.hasPrefix("The ") ? String(name.dropFirst(4)) : name, kind: kind)
                byName[NameFolding.key(of: name)] = region
                for demonym in demonyms { byDemonym[NameFolding.key(of: demonym)] = region }
            }
        }
        self.byName = byName
        self.byDemonym = byDemonym
    }

    /// The region of that name.
    func region(named name: String) -> Region? { byName[NameFolding.key(of: name)] }

    /// The region that an adjective or noun belongs to, singular or plural.
    func region(demonym: String) -> Region? {
        let key = NameFolding.key(of: demonym)
        return byDemonym[key] ?? (key.hasSuffix("s") ? byDemonym[String(key.dropLast())] : nil)
    }
}
