// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A country or dependent territory of ISO 3166-1; Kosovo is there with the user-assigned code XK.
public struct Country: Hashable, Sendable, Decodable {
    /// ISO 3166-1 alpha-2.
    public var code: String
    /// ISO 3166-1 alpha-3.
    public var alpha3: String
    /// English names; the first is the one to show.
    public var names: [String]
    /// English adjectives and nouns for what and who is of the country; the first is the adjective to show.
    public var demonyms: [String]
    /// Names in capitals, such as `UAE`, which count only when written so: `us` is no country.
    public var abbreviations: [String]

    /// The name to show, in English.
    public var name: String { names.first ?? code }

    /// The name in another language by CLDR, such as `ko` or `vi`; the English one where CLDR has none.
    public func name(in language: String) -> String {
        Locale(identifier: language).localizedString(forRegionCode: code) ?? name
    }
}

/// Countries by code, name and demonym.
struct CountryNames: Sendable {
    /// The languages whose names of countries are understood.
    static let languages = ["en", "ko", "vi"]

    private let countries: [Country]
    private let byCode: [String: Int]
    private let byAbbreviation: [String: Int]
    private let byName: [String: [Int]]
    private let byDemonym: [String: [Int]]

    private struct List: Decodable {
        struct Defaults: Decodable {
            /// For a name that several countries have: the one that is meant where nothing else is said.
            let names: [String: String]
            /// The same for demonyms.
            let demonyms: [String: String]
        }

        let countries: [Country]
        let defaults: Defaults
    }

    /// Reads the list that belongs to this target.
    init() throws(GazetteerError) {
        let list = try Lexicon.load("countries", as: List.self)
        countries = list.countries
        var byCode: [String: Int] = [:]
        var byAbbreviation: [String: Int] = [:]
        var byName: [String: [Int]] = [:]
        var byDemonym: [String: [Int]] = [:]
        let locales = Self.languages.map { Locale(identifier: $0) }
        for (index, country) in countries.enumerated() {
            byCode[country.code] = index
            byCode[country.alpha3] = index
            for abbreviation in country.abbreviations { byAbbreviation[abbreviation] = index }
            let translations = locales.compactMap { $0.localizedString(forRegionCode: country.code) }
            for name in country.names + translations.flatMap(Self.variants) {
                Self.add(index, under: name, to: &byName)
            }
            for demonym in country.demonyms { Self.add(index, under: demonym, to: &byDemonym) }
        }
        Self.prefer(list.defaults.names, among: &byName, byCode: byCode)
        Self.prefer(list.defaults.demonyms, among: &byDemonym, byCode: byCode)
        self.byCode = byCode
        self.byAbbreviation = byAbbreviation
        self.byName = byName
        self.byDemonym = byDemonym
    }

    /// Every country, ordered by code.
    var all: [Country] { countries }

    /// The country with a code of two or three letters, in capitals.
    func country(code: String) -> Country? { byCode[code].map { countries[$0] } }

    /// The countries of that name, the likeliest first.
    func countries(named name: String) -> [Country] { countries(named: name, keyed: NameFolding.key(of: name)) }

    /// The countries of a name that folds to `key`, the likeliest first.
    func countries(named name: String, keyed key: String) -> [Country] {
        let plain = name.utf8.contains(UInt8(ascii: ".")) ? name.replacing(".", with: "") : name
        if let index = byAbbreviation[plain] { return [countries[index]] }
        return (byName[key] ?? []).map { countries[$0] }
    }

    /// The countries whose people or things are called so, singular or plural, the likeliest first.
    func countries(demonym: String) -> [Country] {
        let key = NameFolding.key(of: demonym)
        var found = byDemonym[key]
        if found == nil, key.hasSuffix("s") { found = byDemonym[String(key.dropLast())] }
        return (found ?? []).map { countries[$0] }
    }

    private static func add(_ index: Int, under name: String, to map: inout [String: [Int]]) {
        let key = NameFolding.key(of: name)
        guard !key.isEmpty, map[key]?.contains(index) != true else { return }
        map[key, default: []].append(index)
    }

    private static func prefer(_ defaults: [String: String], among map: inout [String: [Int]], byCode: [String: Int]) {
        for (name, code) in defaults {
            let key = NameFolding.key(of: name)
            guard let index = byCode[code], let found = map[key] else { continue }
            map[key] = [index] + found.filter { $0 != index }
        }
    }

    /// CLDR writes `Myanmar (Burma)`: the whole, what stands before the bracket, and what stands in it.
    private static func variants(of name: String) -> [String] {
        guard let open = name.firstIndex(of: "("), let close = name.lastIndex(of: ")"), open < close else {
            return [name]
        }
        return [name, String(name[..<open]), String(name[name.index(after: open)..<close])]
    }
}
