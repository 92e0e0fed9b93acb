// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Testing

/// All persons are invented.
@Suite("Dates: as precise as the page, and never made up")
struct DateTests {
    private func date(_ text: String, published: String? = nil) throws -> DatedValue? {
        try Reader.read(text, published: published).engagementValues.first?.date
    }

    @Test(
        "a date in full is stated, with its words as premise",
        arguments: [
            ("Elina Saarela visited Bergen on 3 May 2023.", "2023-05-03", "3 May 2023"),
            ("Elina Saarela visited Bergen on May 3, 2023.", "2023-05-03", "May 3, 2023"),
            ("Elina Saarela visited Bergen in May 2023.", "2023-05", "May 2023"),
            ("Elina Saarela visited Bergen in 2019.", "2019", "2019"),
            ("Elina Saarela visited Bergen on 2023-06-07.", "2023-06-07", "2023-06-07"),
            ("Elina Saarela visited Bergen from 3 to 5 May 2023.", "2023-05-03/2023-05-05", "from 3 to 5 May 2023"),
        ])
    func readsStatedDates(text: String, value: String, words: String) throws {
        let date = try #require(try date(text))
        #expect(date.value.description == value)
        #expect(date.basis == .stated)
        #expect(date.premises.map(\.quote) == [words])
    }

    @Test(
        "what the words leave out follows from the day of publication",
        arguments: [
            ("Elina Saarela visited Bergen on Saturday.", "2025-11-01"),
            ("Elina Saarela visited Bergen in August.", "2025-08"),
            ("Elina Saarela visited Bergen in December.", "2024-12"),
            ("Elina Saarela visited Bergen last month.", "2025-10"),
            ("Elina Saarela visited Bergen yesterday.", "2025-11-02"),
            ("Elina Saarela visited Bergen on 20 December.", "2024-12-20"),
            ("Elina Saarela will visit Bergen on 12 January.", "2026-01-12"),
            ("Elina Saarela will visit Bergen tomorrow.", "2025-11-04"),
        ])
    func infersFromPublication(text: String, value: String) throws {
        let date = try #require(try date(text, published: "2025-11-03"))
        #expect(date.value.description == value)
        #expect(date.basis == .inferred)
    }

    @Test("a page published in a year gives days of that year")
    func infersFromYear() throws {
        #expect(
            try date("Elina Saarela visited Bergen on 1 November.", published: "2023")?.value.description
                == "2023-11-01")
    }

    @Test(
        "a sum on the page tells its year, and its parts are the premises",
        arguments: [
            (
                "Since the pact of 1992, the ties have grown over the past 33 years.",
                ["1 November", "1992", "over the past 33 years"]
            ),
            (
                "The ties began in 1994 and have grown over the past 31 years.",
                ["1 November", "1994", "over the past 31 years"]
            ),
            (
                "The two cities held the 30th anniversary of the tie established in 1995.",
                ["1 November", "30th anniversary", "1995"]
            ),
        ])
    func infersFromSums(sum: String, premises: [String]) throws {
        let date = try #require(try date("Elina Saarela visited Bergen on 1 November.\n\n\(sum)"))
        #expect(date.value.description == "2025-11-01")
        #expect(date.basis == .inferred)
        #expect(date.premises.map(\.quote) == premises)
    }

    @Test("the year of a feast is not the one that its years are counted from")
    func yearOfFeast() throws {
        let date = try date(
            "Elina Saarela visited Bergen on 1 November.\n\nThey met in 2023 on the 50th anniversary of the ties.")
        #expect(date?.value.start.year != 2073)
    }

    @Test("two sums that agree tell the year, and the page gets it as its own, inferred")
    func pageHasItsYear() throws {
        let reading = try Reader.read(
            "The ties began in 1994 and have grown over the past 31 years.\n\nThe pact of 1992 has lasted for the past 33 years."
        )
        #expect(reading.article.source.published?.value.description == "2025")
        #expect(reading.article.source.published?.basis == .inferred)
    }

    @Test("what the page's mark-up says goes before any sum")
    func metadataGoesFirst() throws {
        let date = try #require(
            try date(
                "Elina Saarela visited Bergen on 1 November.\n\nThe ties began in 1994 and have grown over the past 31 years.",
                published: "2024-12-05"))
        #expect(date.value.description == "2024-11-01")
    }

    @Test("a month without a year is none where nothing tells the year")
    func leavesYearOpen() throws {
        #expect(try date("Elina Saarela visited Bergen in May.") == nil)
    }

    @Test("sums that disagree tell no year")
    func disagreeingSumsTellNothing() throws {
        let reading = try Reader.read(
            "The ties began in 1994 and have grown over the past 31 years.\n\nThe pact of 1990 has lasted for the past 20 years."
        )
        #expect(reading.article.source.published == nil)
    }

    @Test("a day that the calendar does not have is no date")
    func refusesImpossibleDays() throws {
        #expect(try date("Elina Saarela visited Bergen on 30 February.", published: "2025-11-03") == nil)
    }
}
