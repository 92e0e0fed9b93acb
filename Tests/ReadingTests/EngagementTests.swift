// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Testing

/// All persons, organisations and occasions are invented.
@Suite("Engagements: occasions on which parties come together")
struct EngagementTests {
    static let visit = "visit: visitor Elina Saarela; in Bergen; 2023-05-03"
    static let meeting = "meeting: participant Elina Saarela, participant Knut Berge; in Bergen; 2023-05-03"

    @Test(
        "a visit is one in whatever words it is told",
        arguments: [
            "Turku Mayor Elina Saarela visited Bergen on 3 May 2023.",
            "Bergen was visited by Turku Mayor Elina Saarela on 3 May 2023.",
            "The visit of Turku Mayor Elina Saarela to Bergen took place on 3 May 2023.",
            "Turku Mayor Elina Saarela paid a visit to Bergen on 3 May 2023.",
            "Turku Mayor Elina Saarela, who visited Bergen on 3 May 2023, is a pilot.",
            "Bergen, which Turku Mayor Elina Saarela visited on 3 May 2023, is a port.",
            "Turku Mayor Elina Saarela made a visit to Bergen on 3 May 2023.",
            "On 3 May 2023, Turku Mayor Elina Saarela travelled to Bergen.",
            "Turku Mayor Elina Saarela arrived in Bergen on 3 May 2023.",
        ])
    func findsVisits(text: String) throws {
        #expect(try Reader.read(text).engagements == [Self.visit])
    }

    @Test(
        "a meeting is one in whatever words it is told",
        arguments: [
            "Elina Saarela met Knut Berge in Bergen on 3 May 2023.",
            "Elina Saarela met with Knut Berge in Bergen on 3 May 2023.",
            "Elina Saarela and Knut Berge met in Bergen on 3 May 2023.",
            "Elina Saarela held talks with Knut Berge in Bergen on 3 May 2023.",
            "A meeting between Elina Saarela and Knut Berge was held in Bergen on 3 May 2023.",
            "Elina Saarela's meeting with Knut Berge took place in Bergen on 3 May 2023.",
        ])
    func findsMeetings(text: String) throws {
        #expect(try Reader.read(text).engagements == [Self.meeting])
    }

    @Test(
        "a talk over a line is a call",
        arguments: [
            "Elina Saarela and Knut Berge spoke by phone on 3 May 2023.",
            "Elina Saarela held a video call with Knut Berge on 3 May 2023.",
        ])
    func findsCalls(text: String) throws {
        #expect(
            try Reader.read(text).engagements == ["call: participant Elina Saarela, participant Knut Berge; 2023-05-03"]
        )
    }

    @Test("two verbs of one subject are two occasions")
    func sharesSubjects() throws {
        let reading = try Reader.read(
            "Turku Mayor Elina Saarela visited Bergen and met Norwegian President Duarte Farinha on 3 May 2023.")
        #expect(reading.engagementValues.map(\.type) == [.visit, .meeting])
        #expect(
            reading.engagements[1] == "meeting: participant Elina Saarela, participant Duarte Farinha; 2023-05-03")
    }

    @Test(
        "what did not happen is not told",
        arguments: [
            "Turku Mayor Elina Saarela did not visit Bergen.",
            "Elina Saarela never met Knut Berge.",
            "Turku Mayor Elina Saarela may visit Bergen.",
            "Elina Saarela could meet Knut Berge in Bergen.",
            "If Elina Saarela visits Bergen, she would meet Knut Berge.",
            "Elina Saarela wants to meet Knut Berge.",
            "The mayors of the two cities meet every year.",
            "Visits are common.",
            "Elina Saarela left without meeting Knut Berge.",
            "Elina Saarela refused to meet Knut Berge.",
            "Elina Saarela failed to visit Bergen.",
            "Elina Saarela was to meet Knut Berge in Bergen, but the meeting did not take place.",
            "Turku Mayor Elina Saarela hopes to visit Bergen.",
            "Elina Saarela has postponed her visit to Bergen.",
            "Elina Saarela cancelled her visit to Bergen.",
            "The planned visit of Elina Saarela to Bergen was cancelled.",
            "Kenyan citizens have had to travel to Stockholm.",
        ])
    func leavesOutWhatDidNotHappen(text: String) throws {
        #expect(try Reader.read(text).engagements == [])
    }

    @Test(
        "what is to come is planned",
        arguments: [
            "Elina Saarela will meet Knut Berge in Bergen on 3 May 2023.",
            "Elina Saarela plans to meet Knut Berge in Bergen on 3 May 2023.",
            "Elina Saarela is scheduled to meet Knut Berge in Bergen on 3 May 2023.",
            "Elina Saarela is expected to meet Knut Berge in Bergen on 3 May 2023.",
        ])
    func keepsPlansApart(text: String) throws {
        #expect(try Reader.read(text).engagements == [Self.meeting + "; planned"])
    }

    @Test(
        "who receives is the host, who is received the visitor",
        arguments: [
            "Oslo Mayor Knut Berge received Turku Mayor Elina Saarela in Bergen on 3 May 2023.",
            "Turku Mayor Elina Saarela was received by Oslo Mayor Knut Berge in Bergen on 3 May 2023.",
        ])
    func tellsHostsAndVisitors(text: String) throws {
        let engagement = try #require(try Reader.read(text).engagementValues.first)
        #expect(Set(engagement.participants.map(\.role)) == [.host, .visitor])
        let reading = try Reader.read(text)
        #expect(engagement.participants.first { $0.role == .host }.map { reading.name($0.party) } == "Knut Berge")
    }

    @Test("a city that holds a forum is its host, a body its organiser")
    func tellsHostsAndOrganisers() throws {
        #expect(
            try Reader.read("Bergen hosted the Atlantic Harbour Forum on 3 May 2023.").engagements
                == ["forum: host Bergen; 2023-05-03"])
        #expect(
            try Reader.read("The forum was organised by the Aura Water Institute on 3 May 2023.").engagements
                == ["forum: organiser Aura Water Institute; 2023-05-03"])
    }

    @Test("who attends a ceremony takes part in it")
    func tellsParticipants() throws {
        let reading = try Reader.read(
            "Turku Mayor Elina Saarela attended the signing ceremony in Bergen on 3 May 2023.")
        #expect(reading.engagements == ["ceremony: participant Elina Saarela; in Bergen; 2023-05-03"])
    }

    @Test("who looks on at a signing is a witness")
    func tellsWitnesses() throws {
        let active = try Reader.read(
            "Turku Mayor Elina Saarela witnessed the signing ceremony in Bergen on 3 May 2023.")
        #expect(active.engagements == ["ceremony: witness Elina Saarela; in Bergen; 2023-05-03"])
        let passive = try Reader.read(
            "The ceremony in Bergen was witnessed by Turku Mayor Elina Saarela and Oslo Mayor Knut Berge.")
        #expect(passive.engagements == ["ceremony: witness Elina Saarela, witness Knut Berge; in Bergen"])
    }

    @Test("a meeting that a speaker remembers is not the one reported")
    func keepsRememberedMeetingsApart() throws {
        let reading = try Reader.read(
            """
            Oslo Mayor Knut Berge met Turku Mayor Elina Saarela on 3 May 2023. "In 2019 I met the Mayor," Berge said.
            """)
        #expect(
            reading.engagements == [
                "meeting: participant Knut Berge, participant Elina Saarela; 2023-05-03",
                "meeting: participant Knut Berge, participant Elina Saarela; 2019",
            ])
    }

    @Test("occasions of one series on other days in other places are several")
    func keepsSeriesApart() throws {
        let meetings = try Reader.read(
            """
            Elina Saarela met Knut Berge in Bergen on 3 May 2023. Elina Saarela met Knut Berge in Turku on 9 October 2023.
            """)
        #expect(meetings.engagements.count == 2)
        let forums = try Reader.read(
            """
            Turku hosted the 2021 Baltic Fish Forum in May 2021. Tallinn hosted the 2022 Baltic Fish Forum in June 2022.
            """)
        #expect(forums.engagements == ["forum: host Turku; 2021-05", "forum: host Tallinn; 2022-06"])
    }

    @Test("“that day” and “the same day” are the day told before")
    func inheritsDays() throws {
        let reading = try Reader.read(
            """
            Turku Mayor Elina Saarela visited Bergen on 3 May 2023. That day she met Knut Berge. On the same day, she \
            attended a concert in Bergen.
            """)
        #expect(
            reading.engagements == [
                Self.visit, "meeting: participant Elina Saarela, participant Knut Berge; 2023-05-03",
                "celebration: participant Elina Saarela; in Bergen; 2023-05-03",
            ])
        #expect(reading.engagementValues[1].date?.premises.map(\.quote).contains("3 May 2023") == true)
    }

    @Test("a headline and a caption tell of the occasion in the body, not of another")
    func joinsTellings() throws {
        let reading = try Reader.read(
            "Turku Mayor Elina Saarela met Oslo Mayor Knut Berge in Bergen on 3 May 2023.",
            title: "Saarela meets Berge in Bergen", caption: "Elina Saarela shakes hands with Knut Berge.")
        #expect(reading.engagements == [Self.meeting])
        let entry = try #require(reading.entries.first { $0.kind == .engagement })
        #expect(entry.evidence.count > 1)
    }

    @Test("a caption that greets is the meeting of the body")
    func joinsGreetings() throws {
        let reading = try Reader.read(
            "Turku Mayor Elina Saarela met Oslo Mayor Knut Berge in Bergen on 3 May 2023.",
            caption: "Mayor Elina Saarela greets Mayor Knut Berge on the steps.")
        #expect(reading.engagements == [Self.meeting])
    }

    @Test("a visit told again with other words is the same")
    func joinsRepetitions() throws {
        let reading = try Reader.read(
            """
            Turku Mayor Elina Saarela visited Bergen on 3 May 2023.

            During the visit, Saarela spoke of the sea.
            """)
        #expect(reading.engagements == [Self.visit])
    }

    @Test("a visit that ends has the day on which it ends, one that is coming is planned")
    func readsNounsWithVerbs() throws {
        let ended = try Reader.read("Elina Saarela concluded her three-day visit to Bergen on Friday, 5 May 2023.")
        #expect(ended.engagements == ["visit: visitor Elina Saarela; in Bergen; 2023-05-05"])
        let coming = try Reader.read("The upcoming visit of Elina Saarela to Bergen will take place on 3 May 2023.")
        #expect(coming.engagements == [Self.visit + "; planned"])
    }

    @Test("countries that hold talks take part in them")
    func takesCountries() throws {
        let reading = try Reader.read("Denmark and Ghana held talks in Accra on 3 May 2023.")
        #expect(reading.engagements == ["meeting: participant Denmark, participant Ghana; in Accra; 2023-05-03"])
    }

    @Test("groups take part as they are described")
    func takesGroups() throws {
        let reading = try Reader.read("A delegation from Turku visited Bergen in March 2023.")
        #expect(reading.engagements == ["visit: visitor delegation from Turku; in Bergen; 2023-03"])
    }

    @Test("an engagement's heading is made of the source's own words")
    func hasHeading() throws {
        let text = "Turku Mayor Elina Saarela visited Bergen on 3 May 2023."
        let engagement = try #require(try Reader.read(text).engagementValues.first)
        #expect(text.contains(engagement.title) && engagement.title.contains("visit"))
    }
}
