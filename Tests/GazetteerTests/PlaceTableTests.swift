// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gazetteer
import Testing

@Suite("The table of places")
struct PlaceTableTests {
    @Test("a place is found by its folded name, with all that the row says")
    func lookUp() throws {
        let table = try PlaceTable(data: TableWriter().data(), path: "example")
        let velmar = try #require(table.places(keyed: "velmar").first)
        #expect(velmar.geonames == 40)
        #expect(velmar.name == "Velmar")
        #expect(velmar.kind == .city)
        #expect(velmar.country == "QX")
        #expect(velmar.code == nil)
        #expect(velmar.population == 300)
        #expect(velmar.coordinate == Place.Coordinate(latitude: -12.5, longitude: 170.25))
        #expect(table.edition == "an example")
    }

    @Test("the province is found through the district")
    func containment() throws {
        let table = try PlaceTable(data: TableWriter().data(), path: "example")
        let velmar = try #require(table.places(keyed: "velmar").first)
        #expect(velmar.province == "Brackwater")
        #expect(velmar.provinceCode == "QX-BW")
        #expect(table.places(keyed: "brackwater").first?.province == nil)
    }

    @Test("places whose own name it is come before those that have it as an alternate, whatever their size")
    func order() throws {
        let table = try PlaceTable(data: TableWriter().data(), path: "example")
        let found = table.places(keyed: "vel")
        #expect(found.map(\.name) == ["Vel", "Velmar"])
        #expect(found.map(\.standing) == [.proper, .alternate])
    }

    @Test("what is not known stays empty")
    func unknown() throws {
        let table = try PlaceTable(data: TableWriter().data(), path: "example")
        let province = try #require(table.places(keyed: "oldenreach").first)
        #expect(province.geonames == nil)
        #expect(province.coordinate == nil)
        #expect(province.population == 0)
    }

    @Test("a country is found by its code, a place by its number")
    func codes() throws {
        let table = try PlaceTable(data: TableWriter().data(), path: "example")
        #expect(table.country(code: "QX")?.name == "Quexland")
        #expect(table.place(geonames: 50)?.name == "Vel")
        for number in [0, -1, 11, 60, Int.max] { #expect(table.place(geonames: number) == nil) }
    }

    @Test(
        "an unknown name, an empty one and one past either end find nothing",
        arguments: ["", "nowhere", "\u{0}", "zzz", "한"])
    func nothing(key: String) throws {
        let table = try PlaceTable(data: TableWriter().data(), path: "example")
        #expect(table.places(keyed: key).isEmpty)
    }

    @Test("a table without places is a table")
    func empty() throws {
        var writer = TableWriter()
        writer.rows = []
        #expect(try PlaceTable(data: writer.data(), path: "example").places(keyed: "velmar").isEmpty)
    }

    @Test("a missing table is said in one line that names the way out")
    func missing() {
        let url = URL(fileURLWithPath: "/nonexistent/places-1.bin")
        let error = #expect(throws: GazetteerError.self) { try PlaceTable(contentsOf: url) }
        #expect(error == .missing(path: "/nonexistent/places-1.bin"))
        #expect(error?.description.contains("make gazetteer") == true)
        #expect(error?.description.contains("\n") == false)
    }

    @Test("a folder in the table's place is refused")
    func folder() {
        #expect(throws: GazetteerError.self) { try PlaceTable(contentsOf: FileManager.default.temporaryDirectory) }
    }

    @Test("a table of a newer format is refused, and of an older one", arguments: [0, 2, UInt32.max])
    func otherVersion(version: UInt32) {
        var writer = TableWriter()
        writer.version = version
        #expect(throws: GazetteerError.otherVersion(path: "example", found: version, wanted: 1)) {
            try PlaceTable(data: writer.data(), path: "example")
        }
    }

    @Test("a table cut anywhere is refused")
    func truncated() {
        let whole = TableWriter().data()
        for length in 0..<whole.count {
            #expect(throws: GazetteerError.self, "\(length)") {
                try PlaceTable(data: whole.prefix(length), path: "example")
            }
        }
        #expect(throws: GazetteerError.self) { try PlaceTable(data: whole + [0], path: "example") }
    }

    @Test("a damaged byte anywhere is refused or yields other places, and never stops the program")
    func damaged() {
        let whole = TableWriter().data()
        for position in whole.indices {
            for value: UInt8 in [0, 1, 0x7F, 0x80, 0xFF] {
                var copy = whole
                copy[position] = value
                guard let table = try? PlaceTable(data: copy, path: "example") else { continue }
                for key in ["velmar", "vel", "brackwater", "QX"] {
                    #expect(table.places(keyed: key).count <= TableWriter.example.count * 2)
                }
                _ = table.place(geonames: 40)
            }
        }
    }

    @Test("a place that contains itself ends the search for its province")
    func circle() throws {
        var writer = TableWriter()
        writer.rows[3].parent = 3
        let table = try PlaceTable(data: writer.data(), path: "example")
        #expect(table.places(keyed: "velmar").first?.province == nil)
    }

    @Test("the place of the table follows the environment")
    func location() {
        #expect(Gazetteer.standardLocation(environment: ["ENTENTE_GAZETTEER": "/a/b.bin"]).path == "/a/b.bin")
        #expect(
            Gazetteer.standardLocation(environment: ["XDG_CACHE_HOME": "/cache", "ENTENTE_GAZETTEER": ""]).path
                == "/cache/entente/gazetteer/places-1.bin")
        #expect(
            Gazetteer.standardLocation(environment: [:]).path.hasSuffix("/.cache/entente/gazetteer/places-1.bin"))
    }
}
