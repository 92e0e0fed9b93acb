// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Testing

/// All persons, organisations and occasions are invented.
@Suite("Engagements: who else was there, and when")
struct EngagementScenesTests {
    @Test(
        "who signs takes part, who looks on is a witness",
        arguments: [
            """
            Turku Mayor Elina Saarela and Oslo Mayor Knut Berge signed a memorandum at a ceremony in Bergen on 3 May 2023, \
            witnessed by Ambassador Rosa Diaz.
            """,
            """
            Turku Mayor Elina Saarela and Oslo Mayor Knut Berge signed a memorandum in Bergen on 3 May 2023. Ambassador \
            Rosa Diaz witnessed the signing.
            """,
            """
            On 3 May 2023, Ambassador Rosa Diaz witnessed the signing of a memorandum in Bergen. Turku Mayor Elina Saarela \
            and Oslo Mayor Knut Berge signed the document.
            """,
            """
            Turku Mayor Elina Saarela and Oslo Mayor Knut Berge signed a memorandum at a ceremony in Bergen on 3 May 2023, \
            in the presence of Ambassador Rosa Diaz.
            """,
        ])
    func gathersCeremonies(text: String) throws {
        let reading = try Reader.read(text)
        let ceremony = try #require(reading.engagementValues.first)
        #expect(reading.engagementValues.count == 1)
        #expect(ceremony.type == .ceremony)
        #expect(ceremony.date?.value.description == "2023-05-03")
        #expect(reading.name(ceremony.place) == "Bergen")
        let roles = ceremony.participants.map { "\($0.role) \(reading.name($0.party))" }.sorted()
        #expect(roles == ["participant Elina Saarela", "participant Knut Berge", "witness Rosa Diaz"])
    }

    @Test("a plain signing is an agreement and no ceremony")
    func leavesOutPlainSignings() throws {
        #expect(
            try Reader.read("Elina Saarela and Knut Berge signed a memorandum on 3 May 2023.").engagements == [])
    }

    @Test("behind those who lead a delegation stand place and day of what it does")
    func raisesAdjuncts() throws {
        let reading = try Reader.read(
            """
            Turku Mayor Elina Saarela met a delegation led by Knut Berge, Chairman of the Oslo Port Board, at Turku Castle \
            on 3 May 2023 to discuss ferries.
            """)
        #expect(reading.engagements.count == 1)
        #expect(reading.engagements.first?.hasSuffix("in Turku Castle; 2023-05-03") == true)
    }

    @Test("days of a visit that follow each other are one stay")
    func joinsDaysOfStays() throws {
        let reading = try Reader.read(
            "Oslo Mayor Knut Berge was in Turku on Wednesday and Thursday for a visit.", published: "2023-05-05")
        #expect(reading.engagements.count == 1)
        #expect(reading.engagements.first?.contains("2023-05-03/2023-05-04") == true)
    }

    @Test("two dates of one verb are two occasions")
    func splitsDates() throws {
        #expect(
            try Reader.read("Elina Saarela and Knut Berge met in May 2021 and June 2022.").engagements == [
                "meeting: participant Elina Saarela, participant Knut Berge; 2021-05",
                "meeting: participant Elina Saarela, participant Knut Berge; 2022-06",
            ])
    }

    @Test("what a visitor does on a visit is done in its days")
    func inheritsDaysOfVisits() throws {
        let reading = try Reader.read(
            """
            Turku Mayor Elina Saarela will visit Bergen from 3 to 5 May 2023. She will meet Oslo Mayor Knut Berge.
            """)
        #expect(
            reading.engagements == [
                "visit: visitor Elina Saarela; in Bergen; 2023-05-03/2023-05-05; planned",
                "meeting: participant Elina Saarela, participant Knut Berge; 2023-05-03/2023-05-05; planned",
            ])
        #expect(reading.engagementValues.last?.date?.basis == .inferred)
    }

    @Test("whoever accompanies a visitor visits too")
    func joinsEscorts() throws {
        let reading = try Reader.read(
            """
            Turku Mayor Elina Saarela visited Bergen from 3 to 5 May 2023. She met Knut Berge. Saarela was accompanied by \
            officials from the Aura Water Institute.
            """)
        #expect(
            reading.engagements.first
                == "visit: visitor Elina Saarela, visitor officials from the Aura Water Institute; in Bergen; "
                + "2023-05-03/2023-05-05")
    }

    @Test("a prefix that is written apart belongs to the verb")
    func readsPrefixes() throws {
        let text = "Elina Saarela and Knut Berge co-chaired the forum in Bergen on 3 May 2023."
        let engagement = try #require(try Reader.read(text).engagementValues.first)
        #expect(engagement.type == .forum)
        #expect(engagement.participants.count == 2)
        #expect(engagement.date?.value.description == "2023-05-03")
    }

    @Test("an announcement is an occasion where it is dated, and where saying so makes it so")
    func readsAnnouncements() throws {
        #expect(
            try Reader.read("Turku Mayor Elina Saarela announced the plan in March 2023.").engagements
                == ["announcement: participant Elina Saarela; 2023-03"])
        #expect(try Reader.read("Turku Mayor Elina Saarela announced a plan.").engagements == [])
        #expect(
            try Reader.read("The plan, announced by Elina Saarela in March 2023, is new.").engagements
                == ["announcement: participant Elina Saarela; 2023-03"])
    }

    @Test("whoever says something at an event is there")
    func putsSpeakersIntoEvents() throws {
        #expect(
            try Reader.read("At the Atlantic Harbour Forum in Bergen on 3 May 2023, Elina Saarela spoke of the sea.")
                .engagements == ["forum: participant Elina Saarela; in Bergen; 2023-05-03"])
    }

    @Test("a list behind the sentence names whom it announces")
    func readsLists() throws {
        let reading = try Reader.read(
            """
            The memorandum was signed by the following representatives in a ceremony on 3 May 2023:

            - Ms Elina Saarela, Mayor of Turku;

            - Mr Knut Berge, Mayor of Oslo.
            """)
        #expect(reading.engagements == ["ceremony: participant Elina Saarela, participant Knut Berge; 2023-05-03"])
        let quotes = reading.entries.first { $0.kind == .engagement }?.evidence.map(\.quote) ?? []
        #expect(quotes.contains("Mr Knut Berge, Mayor of Oslo"))
    }

    @Test("somebody may be known by the office alone")
    func readsOffices() throws {
        #expect(
            try Reader.read("Elina Saarela met the director of the Aura Water Institute on 3 May 2023.").engagements
                == ["meeting: participant Elina Saarela, participant director of the Aura Water Institute; 2023-05-03"])
    }

    @Test(
        "a plural that is met is a group",
        arguments: [
            ("Elina Saarela met with several startups on 3 May 2023.", "several startups"),
            ("Elina Saarela met with a range of scientists on 3 May 2023.", "scientists"),
        ])
    func readsCrowds(text: String, group: String) throws {
        #expect(
            try Reader.read(text).engagements
                == ["meeting: participant Elina Saarela, participant \(group); 2023-05-03"])
        #expect(try Reader.read("Elina Saarela met with difficulties on 3 May 2023.").engagements.count <= 1)
    }

    @Test("an event inside a relative clause goes with that clause")
    func readsRelativeClauses() throws {
        let reading = try Reader.read(
            """
            Officials from Turku gathered in Bergen on 7 June 2023 to attend the Harbour Academy, which was announced by \
            Elina Saarela at the Atlantic Forum on 3 May 2023.
            """)
        #expect(reading.engagements.contains("announcement: participant Elina Saarela; 2023-05-03"))
        #expect(reading.engagements.contains("forum: participant Elina Saarela; 2023-05-03"))
        #expect(reading.engagements.contains { $0.hasPrefix("training: ") && $0.hasSuffix("2023-06-07") })
    }

    @Test("a visit gives its days to nothing in another country")
    func keepsDaysApart() throws {
        let reading = try Reader.read(
            """
            Turku Mayor Elina Saarela visited Norway from 3 to 5 May 2023. Saarela also visited Ghana.
            """)
        #expect(reading.engagements.last == "visit: visitor Elina Saarela; in Ghana")
    }

    @Test("who receives a visitor in the course of the visit takes part in it")
    func addsHostsToVisits() throws {
        let reading = try Reader.read(
            "Turku Mayor Elina Saarela visited Bergen on 3 May 2023. She was received by Bergen Mayor Knut Berge.")
        #expect(reading.engagements == ["visit: visitor Elina Saarela, host Knut Berge; in Bergen; 2023-05-03"])
    }
}
