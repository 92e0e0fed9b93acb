// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gazetteer
import Testing

@Suite("Countries")
struct CountryTests {
    let gazetteer: Gazetteer

    init() throws { gazetteer = try BuiltTable.wordLists.get() }

    @Test(
        "a country is found by its usual, official, older and short names",
        arguments: [
            ("South Korea", "KR"), ("Republic of Korea", "KR"), ("Korea", "KR"), ("ROK", "KR"), ("DPRK", "KP"),
            ("Viet Nam", "VN"), ("Vietnam", "VN"), ("Socialist Republic of Vietnam", "VN"), ("US", "US"),
            ("U.S.", "US"),
            ("United States", "US"), ("America", "US"), ("UK", "GB"), ("Britain", "GB"), ("the United Kingdom", "GB"),
            ("UAE", "AE"), ("PRC", "CN"), ("Türkiye", "TR"), ("Turkey", "TR"), ("Czechia", "CZ"),
            ("Czech Republic", "CZ"),
            ("Ivory Coast", "CI"), ("Côte d’Ivoire", "CI"), ("Taiwan", "TW"), ("Hong Kong", "HK"), ("Macau", "MO"),
            ("Burma", "MM"), ("Laos", "LA"), ("Lao PDR", "LA"), ("Timor-Leste", "TL"), ("East Timor", "TL"),
            ("the Netherlands", "NL"), ("Holland", "NL"), ("Kosovo", "XK"), ("Holy See", "VA"), ("DR Congo", "CD"),
            ("Eswatini", "SZ"), ("Swaziland", "SZ"), ("North Macedonia", "MK"), ("Palestine", "PS"),
        ])
    func names(name: String, code: String) {
        #expect(gazetteer.country(named: name)?.code == code)
    }

    @Test(
        "a country is found by its Korean and its Vietnamese name",
        arguments: [
            ("베트남", "VN"), ("대한민국", "KR"), ("미국", "US"), ("Hàn Quốc", "KR"), ("Việt Nam", "VN"), ("Nhật Bản", "JP"),
        ])
    func translations(name: String, code: String) {
        #expect(gazetteer.country(named: name)?.code == code)
    }

    @Test("a country tells its name in another language")
    func translated() throws {
        let vietnam = try #require(gazetteer.country(code: "VNM"))
        #expect(vietnam.name == "Vietnam")
        #expect(vietnam.name(in: "ko") == "베트남")
        #expect(vietnam.name(in: "vi") == "Việt Nam")
    }

    @Test("abbreviations count only in capitals", arguments: ["us", "Us", "uk", "roc", "car"])
    func smallLetters(word: String) {
        #expect(gazetteer.countries(named: word).isEmpty)
    }

    @Test("a name of two countries gives both, the one that is meant first")
    func shared() {
        #expect(gazetteer.countries(named: "Korea").map(\.code) == ["KR", "KP"])
        #expect(gazetteer.countries(named: "Congo").map(\.code) == ["CD", "CG"])
        #expect(gazetteer.countries(demonym: "Korean").map(\.code) == ["KR", "KP"])
        #expect(gazetteer.countries(demonym: "Dominican").map(\.code) == ["DO", "DM"])
    }

    @Test(
        "demonyms lead to their country, the irregular ones too, in singular and plural",
        arguments: [
            ("Dutch", "NL"), ("Emirati", "AE"), ("Emiratis", "AE"), ("Filipino", "PH"), ("Filipina", "PH"),
            ("Swiss", "CH"),
            ("Congolese", "CD"), ("Vietnamese", "VN"), ("South Korean", "KR"), ("North Korean", "KP"),
            ("British", "GB"),
            ("Britons", "GB"), ("Danes", "DK"), ("Spaniard", "ES"), ("Burmese", "MM"), ("Ivorian", "CI"),
            ("Kiwi", "NZ"),
            ("Basotho", "LS"), ("Malagasy", "MG"), ("Monégasque", "MC"), ("Nigerien", "NE"), ("Nigerian", "NG"),
            ("Kazakh", "KZ"), ("Lao", "LA"), ("Thai", "TH"), ("American", "US"), ("Americans", "US"),
            ("I-Kiribati", "KI"),
        ])
    func demonyms(demonym: String, code: String) {
        #expect(gazetteer.country(demonym: demonym)?.code == code)
    }

    @Test("what is no demonym leads nowhere", arguments: ["", "s", "mayor", "Busan", "English", "Asian"])
    func noDemonym(word: String) {
        #expect(gazetteer.country(demonym: word) == nil)
    }

    @Test("every country of the system's ISO 3166 list is there, with a name that CLDR agrees to")
    func complete() {
        // Regions of CLDR that are no countries: outlying areas, withdrawn and exceptional codes.
        let others: Set<String> = ["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"]
        for region in Locale.Region.isoRegions where region.identifier.count == 2 && region.isISORegion {
            let code = region.identifier
            guard !others.contains(code), code.allSatisfy(\.isLetter) else { continue }
            guard Locale(identifier: "en").localizedString(forRegionCode: code) != nil else { continue }
            #expect(gazetteer.country(code: code) != nil, "\(code)")
        }
        #expect(gazetteer.countries.count == 250)
    }

    @Test("codes and first names are unique; whoever has inhabitants has a demonym")
    func consistent() {
        let countries = gazetteer.countries
        #expect(Set(countries.map(\.code)).count == countries.count)
        #expect(Set(countries.map(\.alpha3)).count == countries.count)
        #expect(Set(countries.map(\.name)).count == countries.count)
        let uninhabited: Set<String> = ["BV", "GS", "HM", "SJ", "TF", "UM"]
        for country in countries where country.demonyms.isEmpty {
            #expect(uninhabited.contains(country.code), "\(country)")
        }
        for country in countries { #expect(gazetteer.countries(named: country.name).contains(country)) }
    }

    @Test("continents, parts of the world and seas are regions, not countries")
    func regions() {
        #expect(gazetteer.region(named: "Asia")?.kind == .continent)
        #expect(gazetteer.region(named: "the Middle East")?.name == "Middle East")
        #expect(gazetteer.region(named: "South China Sea")?.kind == .water)
        #expect(gazetteer.region(demonym: "Europeans")?.name == "Europe")
        #expect(gazetteer.region(named: "Vietnam") == nil)
        #expect(gazetteer.region(named: "Pacific")?.coordinate == .init(latitude: 0, longitude: -160))
    }
}
