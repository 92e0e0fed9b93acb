// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Testing

@Suite("Which place a name means")
struct PlaceTests {
    @Test(
        "of the places of one name the article means the one that fits its other names",
        arguments: [
            ("Students from Atlanta, Georgia, met farmers from Savannah, Georgia.", "US-GA"),
            ("Georgia and Armenia signed a treaty in Tbilisi.", "GE"),
            ("Buffalo, New York, is on a lake. The governor of New York came.", "US-NY"),
            ("Danish engineers flew to British Columbia in May 2023.", "CA-BC"),
            ("The fair went on in Mexico in April. Mexican growers came from Oaxaca.", "MX"),
            ("Other countries such as Mexico, China, Japan and Brazil sent engineers.", "CN"),
            ("A New Jersey woman opened the school.", "US-NJ"),
            ("The clinic is in the province of Prince Edward Island.", "CA-PE"),
            ("The nurses were trained in Kinshasa, DR Congo.", "CD"),
            ("The nurses went to Sri Lanka in May.", "LK"),
        ])
    func choosesPlaces(text: String, code: String) throws {
        #expect(try Reader.read(text).parties.contains { $0.identifiers["iso3166"] == code })
    }

    @Test("a name that the text puts where no place of that name is known stands for no other one")
    func leavesUnknownPlacesOpen() throws {
        let reading = try Reader.read("The spinach comes from Santa Maria, Finland. The buyers are from Oslo, Norway.")
        #expect(reading.party("Santa Maria")?.identifiers == [:])
        #expect(reading.party("Oslo")?.identifiers["geonames"] != nil)
    }

    @Test("what follows a place in a list says nothing of where it lies")
    func readsLists() throws {
        let reading = try Reader.read("The engineers come from Madrid, Finland and Norway.")
        #expect(reading.party("Madrid")?.identifiers["geonames"] != nil)
    }

    @Test("the adjective of a part of the world is none of a country")
    func knowsAdjectivesOfRegions() throws {
        let reading = try Reader.read("The shipyard will end its North American losses by 2028.")
        #expect(reading.names(.country) == [])
    }

    @Test(
        "a word of rank or courtesy that begins a place's name makes no person",
        arguments: ["Prince Edward Island", "Sri Lanka", "DR Congo"])
    func makesNoPersonOfPlaces(name: String) throws {
        #expect(try Reader.read("The nurses were trained in \(name) last year.").names(.person) == [])
    }
}
