// SPDX-License-Identifier: Apache-2.0

import Foundation

/// From a name to what it may stand for: places, countries, demonyms, office titles, and the words around names.
///
/// It offers candidates in the order of likelihood without context; the choice is the caller's.
public struct Gazetteer: Sendable {
    /// Office titles.
    public let offices: Offices
    /// Words of courtesy and rank around names.
    public let honorifics: Honorifics
    /// Nouns that names of organisations turn on.
    public let organisationHeads: OrganisationHeads
    /// Family names that stand first.
    public let familyNames: FamilyNames

    private let countryNames: CountryNames
    private let regions: Regions
    private let table: PlaceTable?

    /// Opens the table of places at `places`; with `nil` only countries, titles and the other word lists are known.
    public init(places: URL?) throws(GazetteerError) {
        if let places {
            table = try PlaceTable(contentsOf: places)
        } else {
            table = nil
        }
        countryNames = try CountryNames()
        regions = try Regions()
        offices = try Offices()
        honorifics = try Honorifics()
        organisationHeads = try OrganisationHeads()
        familyNames = try FamilyNames()
    }

    /// The gazetteer with the table of places where `make gazetteer` puts it.
    public static func standard(
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(GazetteerError) -> Gazetteer {
        try Gazetteer(places: standardLocation(environment: environment))
    }

    /// Where the table of places is looked for: `ENTENTE_GAZETTEER`, else the user's cache.
    public static func standardLocation(environment: [String: String]) -> URL {
        if let path = environment["ENTENTE_GAZETTEER"], !path.isEmpty { return URL(fileURLWithPath: path) }
        let cache: URL
        if let path = environment["XDG_CACHE_HOME"], !path.isEmpty {
            cache = URL(fileURLWithPath: path)
        } else {
            // HOME first, as the set-up does; Foundation asks the user database alone.
            let home = environment["HOME"].map { URL(filePath: $0) } ?? FileManager.default.homeDirectoryForCurrentUser
            cache = home.appending(path: ".cache")
        }
        return cache.appending(path: "entente/gazetteer/places-1.bin")
    }

    /// Which script and sources made the table of places; `nil` without a table.
    public var edition: String? { table?.edition }

    /// The places known by `name`, the likeliest first: countries, then places whose own name it is, by population,
    /// then places that have it as an alternate name, by population.
    ///
    /// A capital weighs ten times its people. Of a city and the province named after it, the city comes first unless
    /// few of the province's people live there. The name of a region of the world is no place's name: `Asia` is a town
    /// too, and never meant.
    public func places(named name: String) -> [Place] {
        let key = NameFolding.key(of: name)
        guard regions.region(keyed: key) == nil else { return [] }
        let found = table?.places(keyed: key) ?? []
        let countries = countryNames.countries(named: name, keyed: key).map { place(of: $0) }
        guard !countries.isEmpty else { return found }
        let codes = Set(countries.map(\.country))
        return countries + found.filter { $0.kind != .country || !codes.contains($0.country) }
    }

    /// The places known by `name` in the country with the ISO 3166-1 alpha-2 code `country`, the likeliest first.
    public func places(named name: String, in country: String) -> [Place] {
        places(named: name).filter { $0.country == country }
    }

    /// The place with a number in GeoNames.
    public func place(geonames: Int) -> Place? { table?.place(geonames: geonames) }

    /// A country as a place on the map.
    public func place(of country: Country) -> Place {
        let row = table?.country(code: country.code)
        return Place(
            geonames: row?.geonames, name: country.name, kind: .country, country: country.code, code: country.alpha3,
            coordinate: row?.coordinate, population: row?.population ?? 0)
    }

    /// Every country, ordered by code.
    public var countries: [Country] { countryNames.all }

    /// The countries of that name or abbreviation in English, Korean or Vietnamese, the likeliest first.
    public func countries(named name: String) -> [Country] { countryNames.countries(named: name) }

    /// The country that `name` means where nothing else is said: `Korea` is South Korea.
    public func country(named name: String) -> Country? { countries(named: name).first }

    /// The country with an ISO 3166-1 code of two or three capitals.
    public func country(code: String) -> Country? { countryNames.country(code: code) }

    /// The countries that the adjective or noun `demonym` belongs to, the likeliest first.
    public func countries(demonym: String) -> [Country] { countryNames.countries(demonym: demonym) }

    /// The country that `demonym` means where nothing else is said: `Korean` is of South Korea.
    public func country(demonym: String) -> Country? { countries(demonym: demonym).first }

    /// The continent, part of the world or sea of that name, which ``places(named:)`` leaves out.
    public func region(named name: String) -> Region? { regions.region(named: name) }

    /// The region that an adjective or noun such as `European` belongs to.
    public func region(demonym: String) -> Region? { regions.region(demonym: demonym) }

    /// What an office title means; see ``Offices/office(titled:)``.
    public func office(titled title: String) -> OfficeMatch? { offices.office(titled: title) }
}
