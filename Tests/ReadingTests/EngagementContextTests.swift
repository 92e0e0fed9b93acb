// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Testing

/// All persons, organisations and occasions are invented.
@Suite("Engagements: what the sentences around tell")
struct EngagementContextTests {
    @Test("those in a later sentence take part too")
    func gathersLaterSentences() throws {
        let reading = try Reader.read(
            """
            The Port Club hosted a reception in Oslo on 3 May 2023. It was attended by 80 guests, among them the consul, \
            Nino Abashvili. Guests also included Turku Mayor Elina Saarela.
            """)
        let reception = try #require(reading.engagementValues.first)
        #expect(reading.engagementValues.count == 1)
        let names = reception.participants.map { reading.name($0.party) }
        #expect(names.contains("Nino Abashvili") && names.contains("Elina Saarela"))
    }

    @Test("a delegation includes whoever the text says, before it has left")
    func addsToDelegations() throws {
        let reading = try Reader.read(
            """
            Governor Whitney Aldersgate will lead a trade mission to Japan in October 2026. The delegation includes \
            Secretary Dale Brubaker.
            """)
        let mission = try #require(reading.engagementValues.first)
        #expect(mission.status == .planned)
        let names = mission.participants.map { reading.name($0.party) }
        #expect(names == ["Whitney Aldersgate", "Dale Brubaker"])
    }

    @Test("what is called on during a visit does not call the visit off")
    func tellsCallsFromCancelling() throws {
        let reading = try Reader.read(
            """
            Minister Anna Berg will make an official visit to Denmark from 9 to 13 March 2026. During her visit, \
            Minister Berg will call on Speaker Jens Ravn.
            """)
        #expect(reading.engagementValues.map(\.type) == [.visit, .meeting])
    }

    @Test("separate talks are a meeting for each counterpart")
    func partsCounterparts() throws {
        let reading = try Reader.read(
            "President Lucía Andrade held separate talks with Minister Tomás Restrepo and Minister Rosa Quispe.")
        #expect(
            reading.engagements == [
                "meeting: participant Lucía Andrade, participant Tomás Restrepo",
                "meeting: participant Lucía Andrade, participant Rosa Quispe",
            ])
    }

    @Test("what was once to be is no engagement")
    func leavesPastPlans() throws {
        let reading = try Reader.read("Minister Joseph Grixti was to meet Minister Leïla Bouzidi on Tuesday.")
        #expect(reading.engagements == [])
    }

    @Test("the words behind a dateline are a sentence of their own")
    func cutsDatelines() throws {
        let reading = try Reader.read(
            "LIMA, 3 May 2023 \u{2013} Oslo Mayor Knut Berge met Turku Mayor Elina Saarela in Cusco on 2 May 2023.")
        #expect(
            reading.engagements == [
                "meeting: participant Knut Berge, participant Elina Saarela; in Cusco; 2023-05-02"
            ])
    }
}
