// SPDX-License-Identifier: Apache-2.0

/// A country, subdivision or city that a name may mean.
public struct Place: Hashable, Sendable {
    /// What a place is.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// A country or dependent territory of ISO 3166-1.
        case country
        /// A first-level subdivision: province, state, prefecture, region …
        case province
        /// A second-level subdivision: county, district …
        case district
        /// A city or town; also one that is a subdivision in its own right, such as Busan.
        case city
    }

    /// How the place is known by the name it was looked up by.
    public enum Standing: String, Hashable, Sendable, Codable, CaseIterable {
        /// One of the place's own names.
        case proper
        /// One of its own names that is an everyday English word as well: `March`, `University`. Alone it proves little.
        case word
        /// A name from a list of alternates: other languages, older spellings, nicknames. Some are wrong.
        case alternate
    }

    /// A point on the globe, in degrees, north and east positive.
    public struct Coordinate: Hashable, Sendable {
        /// Degrees north of the equator.
        public var latitude: Double
        /// Degrees east of Greenwich.
        public var longitude: Double

        /// Makes a point.
        public init(latitude: Double, longitude: Double) {
            self.latitude = latitude
            self.longitude = longitude
        }
    }

    /// The number in GeoNames; `nil` for a subdivision that only ISO 3166-2 knows.
    public var geonames: Int?
    /// The name to show.
    public var name: String
    /// What it is.
    public var kind: Kind
    /// ISO 3166-1 alpha-2 of the country.
    public var country: String
    /// ISO 3166-1 alpha-3 of a country, ISO 3166-2 of a subdivision or of a city that is one; else `nil`.
    public var code: String?
    /// The first-level subdivision that it lies in; `nil` for a country, a province, or where that is not known.
    public var province: String?
    /// ISO 3166-2 of that subdivision, where it has one.
    public var provinceCode: String?
    /// Where it is: a city's position, otherwise the middle of the land or, failing that, of its settlements; `nil`
    /// where that is not known.
    public var coordinate: Coordinate?
    /// The people who live there, 0 where that is not known; a subdivision's is the sum over its listed settlements.
    public var population: Int
    /// How it is known by the name that it was looked up by.
    public var standing: Standing

    /// Makes a place.
    public init(
        geonames: Int?, name: String, kind: Kind, country: String, code: String? = nil, province: String? = nil,
        provinceCode: String? = nil, coordinate: Coordinate? = nil, population: Int = 0, standing: Standing = .proper
    ) {
        self.geonames = geonames
        self.name = name
        self.kind = kind
        self.country = country
        self.code = code
        self.province = province
        self.provinceCode = provinceCode
        self.coordinate = coordinate
        self.population = population
        self.standing = standing
    }
}
