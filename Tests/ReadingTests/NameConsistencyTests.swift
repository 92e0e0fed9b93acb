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

    @Test(
        "what a maker unveils, what is called a phone, and a name with an article and a capital inside are no companies",
        arguments: [
            ("Siemens introduced Nordbyte on Monday. Nordbyte costs 40 euros.", "Nordbyte"),
            ("Siemens has shown Nordbyte, a phone for cooks, in Oslo. Buyers of Nordbyte get a cup.", "Nordbyte"),
            ("Siemens tested the NetKettle in Oslo. Sales of the NetKettle begin in May.", "NetKettle"),
        ])
    func leavesWhatIsMadeOut(text: String, product: String) throws {
        let reading = try Reader.read(text)
        #expect(reading.party(product) == nil)
        #expect(reading.party("Siemens")?.kind == .organisation)
    }

    @Test("the index of a market is no company")
    func leavesIndicesOut() throws {
        let reading = try Reader.read(
            "In New York the Dow Jones lost 120 points. In Tokyo the Nikkei 225 fell by 1.2% on Friday.")
        #expect(reading.names(.organisation) == [])
        #expect(reading.names(.city) == ["New York", "Tokyo"])
    }

    @Test("a word with which a company's name begins is the company, though somebody has it for a family name")
    func knowsCompaniesOfFamilies() throws {
        let reading = try Reader.read(
            """
            The Brenner Motor Company will cut 300 jobs as part of a plan to relieve Brenner after a loss.

            The plan of Brenner's Chief Executive Officer, Emil Klaus Brenner Jr., is to end Brenner's losses.
            """)
        #expect(reading.names(.person).count == 1)
        #expect(reading.names(.organisation).contains { $0.hasPrefix("Brenner") })
    }

    @Test("an airline that has a country's name is no country")
    func knowsAirlinesOfCountries() throws {
        let reading = try Reader.read("Air Mongolia signed a contract with the port of Busan.")
        #expect(reading.party("Air Mongolia")?.kind == .organisation)
        #expect(reading.names(.country) == [])
    }

    @Test("a company whose name begins with a rank is no officer")
    func keepsCompaniesWhole() throws {
        let reading = try Reader.read("General Motors signed a contract with the city of Busan.")
        #expect(reading.names(.person) == [])
        #expect(reading.party("General Motors")?.kind == .organisation)
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
