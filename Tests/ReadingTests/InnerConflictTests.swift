// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Testing

/// All persons are invented.
@Suite("Conflicts: the text against what stands around it")
struct InnerConflictTests {
    private func conflicts(_ body: String, title: String? = nil, caption: String? = nil) throws -> [Conflict] {
        try Reader.read(body, title: title, caption: caption).conflicts
    }

    @Test("a caption that gives another value of a figure is the odd side")
    func valueOfCaption() throws {
        let reading = try Reader.read(
            "Turku Mayor Elina Saarela spoke. About 400 Kenyan students live in Turku.",
            caption: "About 900 Kenyan students live in Turku.")
        let conflict = try #require(reading.conflicts.first)
        #expect(reading.conflicts.count == 1 && conflict.kind == .value)
        #expect(conflict.odd == conflict.between.last)
        #expect(conflict.evidence.map { $0.quote.contains("400") } == [true, false])
    }

    @Test(
        "a rounded value, a bound that holds, another group and several values are no conflict",
        arguments: [
            ("Some 412 Kenyan students live in Turku.", "About 400 Kenyan students live in Turku."),
            ("Some 412 Kenyan students live in Turku.", "Over 400 Kenyan students live in Turku."),
            ("Some 412 Kenyan students live in Turku.", "About 900 Finnish students live in Nairobi."),
            (
                "Some 412 Kenyan students live in Turku. In 2010 only 30 Kenyan students lived in Turku.",
                "About 900 Kenyan students live in Turku."
            ),
        ])
    func valuesThatAgree(body: String, caption: String) throws {
        #expect(try conflicts(body, caption: caption).isEmpty)
    }

    @Test("two values inside the text may count other things")
    func valuesInsideTheText() throws {
        let body = "About 400 Kenyan students live in Turku. About 900 Kenyan students live in Turku."
        #expect(try conflicts(body).isEmpty)
    }

    @Test("a caption that spells a name otherwise is the odd side")
    func spellingInCaption() throws {
        let reading = try Reader.read(
            "Turku Mayor Elina Saarela met students. Saarela thanked the students.",
            caption: "Elina Saarella shakes hands with students in Turku.")
        #expect(reading.disputes == ["Elina Saarela / Elina Saarella, odd Elina Saarella"])
        #expect(reading.conflicts.map(\.kind) == [.spelling])
    }

    @Test("two spellings of the holder of an office are not two holders")
    func spellingOfTheHolder() throws {
        let reading = try Reader.read(
            """
            Turku Mayor Elina Saarela met students. Mayor Elina Saarela thanked them.

            Turku Mayor Elina Saarola met teachers.
            """)
        #expect(reading.conflicts.map(\.kind) == [.spelling])
    }

    @Test(
        "relatives and other people with like names are left alone",
        arguments: [
            "Elina Saarela met Jari Halla. Elina Saarola met Pia Lund.",
            "Maria Lund met Jari Halla. Marie Lund met Daniel Kilonzo.",
        ])
    func likeNames(body: String) throws {
        #expect(try conflicts(body).isEmpty)
    }

    @Test("a subtitle or caption that dates a tie otherwise is the odd side; another tie is none")
    func datesOfTies() throws {
        let body = "Turku and Mombasa established sister-city relations in 1994. The mayors met in Turku."
        let wrong = try conflicts(body, caption: "Turku and Mombasa established sister-city relations in 1996.")
        #expect(wrong.map(\.kind) == [.date])
        #expect(wrong.first?.odd == wrong.first?.between.last)
        #expect(try conflicts(body, caption: "Turku and Mombasa established sister-city relations in 1994.").isEmpty)
        #expect(try conflicts(body, caption: "Turku and Nakuru established sister-city relations in 1996.").isEmpty)
    }

    private func sums(_ body: String) throws -> [String] {
        try Reader.read(body, published: "2025-06-12").conflicts.filter { $0.kind == .sum }.map(\.reason)
    }

    @Test(
        "years gone by that do not lead to the page's year are a conflict",
        arguments: [
            "Turku and Mombasa have been sister cities since 1992, for 30 years.",
            "Turku celebrates the 40th anniversary of its sister-city ties with Mombasa, established in 1994.",
        ])
    func yearsThatDoNotAddUp(body: String) throws {
        #expect(try sums(body).count == 1)
    }

    @Test(
        "years that add up, that are rounded, that lead to another date or of which no sum is made are none",
        arguments: [
            "Turku and Mombasa have been sister cities since 1992, for 33 years.",
            "Turku and Mombasa have been sister cities since 1992, for more than 30 years.",
            "Turku celebrates the 31st anniversary of its sister-city ties with Mombasa, established in 1994.",
            "In 2014, Turku celebrated the 20th anniversary of its sister-city ties with Mombasa, established in 1994.",
            "Turku and Mombasa became sister cities in 1994 and have exchanged 500 students over the past 25 years.",
            "In 2014 Turku held a fair. It marked the 20th anniversary of the ties with Mombasa, established in 1994.",
            "Turku and Mombasa became sister cities in 1994. A new agreement runs for five years.",
            "Turku and Mombasa signed an agreement in 2024 that runs for five years.",
            "Turku has had a consulate since 1994 and rents the house for 99 years.",
        ])
    func yearsThatAddUp(body: String) throws {
        #expect(try sums(body).isEmpty)
    }

    @Test("parts that do not make their total are a conflict")
    func partsThatDoNotAddUp() throws {
        let body = "Mayor Elina Saarela welcomed 20 students, 8 from Mombasa and 11 from Nakuru."
        #expect(try sums(body) == ["8 + 11 make 19, but the total is 20."])
    }

    @Test(
        "parts that make it, or of which some may be left out, are none",
        arguments: [
            "Mayor Elina Saarela welcomed 20 students, 8 from Mombasa and 12 from Nakuru.",
            "Mayor Elina Saarela welcomed about 20 students, 8 from Mombasa and 11 from Nakuru.",
            "Mayor Elina Saarela welcomed 20 students, 8 from Mombasa and the others from Nakuru.",
            "Mayor Elina Saarela welcomed 20 students, 8 teachers and 11 nurses.",
            "In 2024, 8 from Mombasa and 12 from Nakuru met Mayor Elina Saarela.",
        ])
    func partsThatAddUp(body: String) throws {
        #expect(try sums(body).isEmpty)
    }

    @Test(
        "a list of another length than is told is a conflict",
        arguments: [
            "Turku and Mombasa signed three agreements: a fisheries accord and a trade protocol.",
            "Turku and Mombasa signed three agreements: a fisheries accord; a trade protocol; an accord on tourism; a visa pact.",
            "Turku and Mombasa signed four agreements: a fisheries accord, a trade protocol and a visa pact.",
        ])
    func listsOfAnotherLength(body: String) throws {
        #expect(try sums(body).count == 1)
    }

    @Test("the paragraphs of a list count as its items")
    func listsOfParagraphs() throws {
        let list = "Turku and Mombasa signed three agreements:\n\n- a fisheries accord\n\n- a trade protocol"
        #expect(try sums(list).count == 1)
        #expect(try sums(list + "\n\n- a visa pact").isEmpty)
    }

    @Test(
        "a list as long as is told, or that may be, or that names only some, is none",
        arguments: [
            "Turku and Mombasa signed three agreements: a fisheries accord, a trade protocol and a visa pact.",
            "Turku and Mombasa signed three agreements: a fisheries accord, trade and tourism.",
            "Turku and Mombasa signed three agreements: one on fisheries, one on trade and one on visas.",
            "Turku and Mombasa signed three agreements, including a fisheries accord and a trade protocol.",
            "Turku and Mombasa signed about three agreements: a fisheries accord and a trade protocol.",
            "The mayor named two cities: Turku, Finland, and Mombasa, Kenya.",
            "Turku and Mombasa signed three agreements: the mayors were glad.",
        ])
    func listsThatFit(body: String) throws {
        #expect(try sums(body).isEmpty)
    }
}
