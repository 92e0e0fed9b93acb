// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Testing

/// All persons and all companies are invented.
@Suite("Names over the whole article")
struct NameConsistencyTests {
    @Test("a family name alone is the person named in full elsewhere, whatever the sentence looks like")
    func findsFamilyNames() throws {
        let reading = try Reader.read(
            """
            Tobias Wenger opened the fair in Bergen.

            The guests thanked Wenger. The fair made Wenger famous.
            """)
        #expect(reading.names(.person) == ["Tobias Wenger"])
        #expect(reading.names(.organisation) == [])
        #expect(reading.party("Tobias Wenger")?.mentions.count == 3)
    }

    @Test("what the text calls a village is a place")
    func believesDefinitions() throws {
        let reading = try Reader.read(
            "Haydmere is a village in England. Haydmere has a church. Engineers went to Haydmere.")
        #expect(reading.party("Haydmere")?.kind == .place)
        #expect(reading.party("Haydmere")?.mentions.count == 3)
    }

    @Test("what one can have several of is no company")
    func leavesProductsOut() throws {
        let reading = try Reader.read(
            "Aurasoft presented the iKettle in Oslo. Every guest got an iKettle. The iKettle costs 40 euros.")
        #expect(reading.party("iKettle") == nil)
    }

    @Test("a company whose name begins with a rank is no officer")
    func keepsCompaniesWhole() throws {
        let reading = try Reader.read("General Motors signed a contract with the city of Busan.")
        #expect(reading.names(.person) == [])
        #expect(reading.party("General Motors")?.kind == .organisation)
    }

    @Test(
        "of the places of one name the article means the one that fits its other names",
        arguments: [
            ("Students from Atlanta, Georgia, met farmers from Savannah, Georgia.", "US-GA"),
            ("Georgia and Armenia signed a treaty in Tbilisi.", "GE"),
            ("Buffalo, New York, is on a lake. The governor of New York came.", "US-NY"),
            ("Danish engineers flew to British Columbia in May 2023.", "CA-BC"),
        ])
    func choosesPlaces(text: String, code: String) throws {
        #expect(try Reader.read(text).parties.contains { $0.identifiers["iso3166"] == code })
    }

    @Test("what the text calls a city once is a city, whatever the other sentences look like")
    func believesNounsBesideNames() throws {
        let reading = try Reader.read(
            """
            Students from the German city of Würzburg visited Dundee.

            Mayor Brückner said Würzburg would give Dundee 40 vines. Würzburg and Dundee signed a declaration.
            """)
        #expect(reading.names(.city) == ["Würzburg", "Dundee"])
    }
}
