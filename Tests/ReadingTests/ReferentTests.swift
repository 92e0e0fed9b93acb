// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Testing

/// All persons are invented.
@Suite("Referents: whom a word stands for that names nobody")
struct ReferentTests {
    @Test("“she” is the one the report speaks of, over any number of paragraphs")
    func followsOverParagraphs() throws {
        let reading = try Reader.read(
            """
            Turku Mayor Elina Saarela spoke first. "We have a harbour," she said.

            She added, "It is old."

            She further noted, "It never freezes."
            """)
        #expect(reading.speakers == ["Elina Saarela", "Elina Saarela", "Elina Saarela"])
    }

    @Test("a paragraph about something else does not change whom “she” stands for")
    func outlastsAsides() throws {
        let reading = try Reader.read(
            """
            Turku Mayor Elina Saarela spoke first. "We trade," she said.

            The hall was full. A band played.

            "We dance," she added.
            """)
        #expect(reading.speakers == ["Elina Saarela", "Elina Saarela"])
    }

    @Test("“he” and “she” agree with the person where the text says Mr or Ms")
    func agreesInGender() throws {
        let reading = try Reader.read(
            """
            Ms Elina Saarela met Mr Knut Berge in Bergen.

            He said that the river was calm.

            She said that the bridge was old.
            """)
        #expect(reading.speakers == ["Knut Berge", "Elina Saarela"])
    }

    @Test("the subject counts, not the name that stands nearest")
    func prefersSubjects() throws {
        let reading = try Reader.read(
            "Turku Mayor Elina Saarela met Oslo Mayor Knut Berge. She said that nothing was decided.")
        #expect(reading.speakers == ["Elina Saarela"])
    }

    @Test("“his” behind a title that names nobody is nobody's, and not that of whoever was named last")
    func leavesUnnamedSubjects() throws {
        let reading = try Reader.read(
            """
            Ambassador Knut Berge came to Turku.

            Congratulating Ambassador Knut Berge, the vice chairman of the harbour council expressed his hope that trade \
            would double.

            "We shall see," said Mayor Elina Saarela.
            """)
        #expect(reading.speakers.contains("Elina Saarela"))
        #expect(!reading.speakers.contains("Knut Berge"))
    }

    @Test("a title alone is the person who bears it")
    func followsTitles() throws {
        let reading = try Reader.read(
            """
            Swiss President Urs Gabathuler arrived in Turku. Mayor Elina Saarela greeted him.

            The President said, "I like the river."

            The Mayor replied, "So do we."
            """)
        #expect(reading.speakers == ["Urs Gabathuler", "Elina Saarela"])
    }

    @Test("a title with its city is the person who bears it")
    func followsTitlesWithPlace() throws {
        let reading = try Reader.read(
            """
            Turku Mayor Elina Saarela met Oslo Mayor Knut Berge. The mayor of Oslo said that the sea was wide.
            """)
        #expect(reading.speakers == ["Knut Berge"])
        let countries = try Reader.read(
            """
            Turku Mayor Elina Saarela met Swiss President Urs Gabathuler. The president of Switzerland said that the sea \
            was wide.
            """)
        #expect(countries.speakers == ["Urs Gabathuler"])
    }

    @Test("a title of two words alone is the person who bears it")
    func followsLongTitles() throws {
        let reading = try Reader.read(
            """
            Prime Minister Azlan Rahim met Fukuoka Mayor Hayashida Kenji.

            The Prime Minister said that the sea was wide. The Mayor said that it was deep.
            """)
        #expect(reading.speakers == ["Azlan Rahim", "Hayashida Kenji"])
    }

    @Test("“the city” is the city the report spoke of last")
    func followsPlaces() throws {
        let reading = try Reader.read("Daegu looks south. In June 2023, the city hosted a forum.")
        #expect(reading.engagements == ["forum: host Daegu; 2023-06"])
    }

    @Test("“they” are the two of the sentence before")
    func followsPairs() throws {
        let reading = try Reader.read(
            """
            Elina Saarela and Knut Berge met in Bergen on 3 May 2023. They met again in Turku on 9 June 2023.
            """)
        #expect(
            reading.engagements == [
                "meeting: participant Elina Saarela, participant Knut Berge; in Bergen; 2023-05-03",
                "meeting: participant Elina Saarela, participant Knut Berge; in Turku; 2023-06-09",
            ])
    }

    @Test("“they” who speak are the two of the sentence before")
    func followsSpeakingPairs() throws {
        let reading = try Reader.read("Elina Saarela and Knut Berge met. They said that the sea was wide.")
        #expect(reading.statements == ["Elina Saarela and Knut Berge: the sea was wide"])
    }

    @Test("“I” and “we” in a quotation are the speaker")
    func followsFirstPerson() throws {
        let reading = try Reader.read(#"Oslo Mayor Knut Berge said, "I visited Accra in 2019.""#)
        #expect(reading.engagements == ["visit: visitor Knut Berge; in Accra; 2019"])
    }

    @Test("the one who thanks the mayor is not the mayor")
    func speakerIsNotTheOneSpokenOf() throws {
        let reading = try Reader.read(
            """
            Kenyan Minister Joseph Barasa met Turku Mayor Elina Saarela in Turku. "I thank the Mayor," the Minister \
            said. "Everybody knows the Mayor."
            """)
        #expect(Set(reading.speakers) == ["Joseph Barasa"])
    }

    @Test("a pronoun that nobody fits stays without a referent")
    func staysOpen() throws {
        let reading = try Reader.read("She said that nothing was decided.")
        #expect(reading.names(.person) == [])
        #expect(reading.speakers.allSatisfy { $0 == "?" })
    }

    @Test(
        "“it” and “the company” are the body that the report is about",
        arguments: [
            #"Kozjak Cranes Company opened a plant in Porto. "It will grow," it said."#,
            "Kozjak Cranes Company opened a plant in Porto. It said that the plant would grow.",
            "Kozjak Cranes Company opened a plant in Porto. The company said that the plant would grow.",
        ])
    func followsBodies(text: String) throws {
        #expect(try Reader.read(text).speakers == ["Kozjak Cranes Company"])
    }

    @Test("“it” that stands for nothing, or for a thing without a name, is no body")
    func leavesEmptyPronouns() throws {
        let reading = try Reader.read(
            "Kozjak Cranes Company opened a plant in Porto. The report is short. It said that the plant would grow.")
        #expect(!reading.speakers.contains("Kozjak Cranes Company"))
    }

    @Test(
        "they are the two of whom one received or met the other",
        arguments: [
            "Turku Mayor Elina Saarela received Oslo Mayor Knut Berge. They signed a memorandum.",
            "Turku Mayor Elina Saarela met with Oslo Mayor Knut Berge. They signed a memorandum.",
            "Oslo Mayor Knut Berge was received by Turku Mayor Elina Saarela. They signed a memorandum.",
        ])
    func joinsCounterparts(text: String) throws {
        let agreement = try #require(try Reader.read(text).agreements.first)
        #expect(agreement.hasPrefix("memorandum: "))
        #expect(["Turku", "Oslo", "Elina Saarela", "Knut Berge"].allSatisfy(agreement.contains))
    }

    @Test("of several cities the two are those whose people meet, or those of the headline")
    func tellsPartnersApart() throws {
        let met = try Reader.read(
            """
            Turku Mayor Elina Saarela met Bergen Mayor Knut Berge, who had flown in from Porto. The two cities agreed to \
            hold joint fairs.
            """)
        #expect(met.commitments == ["agreed by Turku, Bergen: to hold joint fairs"])
        let titled = try Reader.read(
            "Ferries from Turku to Bergen call at Porto. The two cities agreed to hold joint fairs.",
            title: "Turku and Bergen plan fairs")
        #expect(titled.commitments == ["agreed by Turku, Bergen: to hold joint fairs"])
    }

    @Test("“the Secretary of State” is whose title begins so")
    func knowsWholeTitles() throws {
        let reading = try Reader.read(
            """
            Secretary of State for the Sea of Portugal Rita Lopes e Silva came to Turku. The Secretary of State said that \
            the port would grow.
            """)
        #expect(reading.offices == ["Rita Lopes e Silva: Secretary of State for the Sea of Portugal"])
        #expect(reading.speakers == ["Rita Lopes e Silva"])
    }

    @Test("a city and a country are not the two sides")
    func leavesUnlikePairs() throws {
        let reading = try Reader.read(
            "Turku opened a fair. Turku hosts a team from Kenya. Kenya is far. The two sides signed a memorandum.")
        #expect(!reading.agreements.contains { $0.contains("Turku, Kenya") })
    }
}
