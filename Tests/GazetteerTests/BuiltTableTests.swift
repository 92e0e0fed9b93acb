// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gazetteer
import Testing

@Suite("Places of the built table", .enabled(if: BuiltTable.isExpected, Comment(rawValue: BuiltTable.reason)))
struct BuiltTableTests {
    let gazetteer: Gazetteer

    init() throws { gazetteer = try BuiltTable.gazetteer.get() }

    @Test(
        "a city is found by its name, other spellings and its name in its own script",
        arguments: [
            (["Busan", "Pusan", "부산", "부산광역시"], 1_838_524),
            (["Da Nang", "Danang", "Đà Nẵng", "다낭"], 1_583_992),
            (["Ho Chi Minh City", "Ho Chi Minh", "Saigon", "Sài Gòn", "HCMC", "호찌민"], 1_566_083),
            (["Hanoi", "Ha Noi", "Hà Nội", "하노이"], 1_581_130),
            (["New York", "New York City"], 5_128_581),
            (["Seoul", "서울"], 1_835_848),
            (["Washington"], 4_140_963),
            (["Paris"], 2_988_507),
            (["São Paulo", "Sao Paulo"], 3_448_439),
        ])
    func cities(names: [String], geonames: Int) {
        for name in names { #expect(gazetteer.places(named: name).first?.geonames == geonames, "\(name)") }
    }

    @Test(
        "a province is found with its country, with and without the word for its kind",
        arguments: [
            ("An Giang Province", "VN"), ("An Giang", "VN"), ("Gyeonggi Province", "KR"), ("Gyeonggi-do", "KR"),
            ("경기도", "KR"), ("South Gyeongsang Province", "KR"), ("Guangdong", "CN"), ("Guangdong Province", "CN"),
            ("Bavaria", "DE"), ("Osaka Prefecture", "JP"), ("California", "US"), ("Bến Tre", "VN"),
            ("Queensland", "AU"),
            ("Free State", "ZA"), ("North Chungcheong", "KR"), ("Jeju Province", "KR"),
        ])
    func provinces(name: String, country: String) throws {
        let place = try #require(gazetteer.places(named: name).first)
        #expect(place.kind == .province)
        #expect(place.country == country)
        #expect(place.code?.hasPrefix(country + "-") == true)
    }

    @Test("a city that is a subdivision in its own right is one place with the subdivision's code")
    func cityStates() {
        #expect(gazetteer.places(named: "Busan", in: "KR").map(\.code) == ["KR-26"])
        #expect(gazetteer.places(named: "Da Nang", in: "VN").map(\.code) == ["VN-DN"])
    }

    @Test("a country stands before its namesakes and has a place on the map")
    func countries() throws {
        let georgia = gazetteer.places(named: "Georgia")
        #expect(georgia.first?.kind == .country)
        #expect(georgia.dropFirst().first?.code == "US-GA")
        let vietnam = try #require(gazetteer.places(named: "Viet Nam").first)
        #expect(vietnam.geonames == 1_562_822)
        #expect(vietnam.code == "VNM")
        let position = try #require(vietnam.coordinate)
        #expect((8...24).contains(position.latitude) && (102...110).contains(position.longitude))
        for country in gazetteer.countries { #expect(gazetteer.place(of: country).geonames != nil, "\(country.code)") }
    }

    @Test(
        "a country or province is in the middle of its land, not where most people live",
        arguments: [
            ("US", 39.8, -98.6), ("CA", 60, -95), ("AU", -25.6, 134.4), ("EG", 27, 30), ("SE", 62, 15), ("KE", 1, 38),
        ])
    func middles(code: String, latitude: Double, longitude: Double) throws {
        let country = try #require(gazetteer.country(code: code))
        let point = try #require(gazetteer.place(of: country).coordinate)
        #expect(abs(point.latitude - latitude) < 1 && abs(point.longitude - longitude) < 1)
    }

    @Test("a province named after its city does not lie in it")
    func provincesOfCities() throws {
        let state = try #require(gazetteer.places(named: "New York").first { $0.code == "US-NY" })
        #expect(try #require(state.coordinate).latitude > 41.5)
    }

    @Test("a place says in which province it lies")
    func containment() {
        #expect(gazetteer.places(named: "Springfield").contains { $0.provinceCode == "US-IL" })
        #expect(gazetteer.places(named: "Haeundae").first?.province == "Busan")
        #expect(gazetteer.place(geonames: 5_128_581)?.province == "New York")
    }

    @Test(
        "names of regions of the world are no names of towns", arguments: ["Asia", "Africa", "Pacific", "Middle East"])
    func regions(name: String) {
        #expect(gazetteer.places(named: name).isEmpty)
    }

    @Test("an everyday word is told as one", arguments: ["March", "Reading", "University", "North"])
    func words(name: String) {
        let found = gazetteer.places(named: name)
        #expect(!found.isEmpty)
        #expect(!found.contains { $0.standing == .proper })
    }

    @Test(
        "everyday words and airport codes are no alternate names",
        arguments: ["The", "Minister", "SGN", "PUS", "Capital"])
    func alternates(name: String) {
        #expect(!gazetteer.places(named: name).contains { $0.standing == .alternate })
    }

    /// Latin letters with the marks of any language, and the signs between them.
    private static let latin = CharacterSet(charactersIn: "\u{20}"..."\u{36F}")
        .union(CharacterSet(charactersIn: "\u{1E00}"..."\u{1EFF}")).union(CharacterSet(charactersIn: "‘’–"))

    @Test("every place in Latin letters is found under its own name: the script and the program fold alike")
    func everyPlace() throws {
        let table = try PlaceTable(contentsOf: BuiltTable.location)
        var lost: [String] = []
        for number in 0..<table.placeCount {
            guard let place = table.place(number: number) else {
                lost.append("row \(number)")
                continue
            }
            guard place.name.unicodeScalars.allSatisfy({ Self.latin.contains($0) }) else { continue }
            let found = table.places(keyed: NameFolding.key(of: place.name))
            if !found.contains(where: { $0.geonames == place.geonames && $0.name == place.name }) {
                lost.append("\(place.name) (\(place.country))")
            }
        }
        #expect(lost.isEmpty, "\(lost.prefix(20))")
        #expect(table.placeCount > 100_000)
    }

    @Test("the table cut at every thousandth byte is refused")
    func truncated() throws {
        let data = try Data(contentsOf: BuiltTable.location, options: .alwaysMapped)
        for length in stride(from: 0, to: data.count, by: 1000) {
            #expect(throws: GazetteerError.self) { try PlaceTable(data: data.prefix(length), path: "cut") }
        }
    }

    @Test("damage inside the table never stops the program")
    func damaged() throws {
        var data = try Data(contentsOf: BuiltTable.location)
        var state: UInt64 = 20_240_229
        for _ in 0..<300_000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            data[48 + Int(state >> 33) % (data.count - 48)] = UInt8(truncatingIfNeeded: state >> 20)
        }
        guard let table = try? PlaceTable(data: data, path: "damaged") else { return }
        for name in ["busan", "danang", "paris", "newyork", "springfield", "KR"] { _ = table.places(keyed: name) }
        for number in stride(from: 0, to: table.placeCount, by: 7) { _ = table.place(number: number) }
    }
}
