// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Reading
import Testing

/// Thursday, 20 November 2025 is the day that the sentences speak from.
private let thursday = PartialDate("2025-11-20")

/// What a marked sentence should give: the marked texts, and these values.
private func check(_ marks: String, _ values: [String], anchor: PartialDate? = thursday) throws {
    let marked = MarkedText(marks)
    let found = try TimeGrammar().expressions(in: marked.text, anchor: anchor)
    #expect(found.map { marked.text.text(at: $0.range) } == marked.marked, "\(marks)")
    #expect(found.map(\.value) == values, "\(marks)")
}

@Suite("Dates in a text")
struct TimesDateTests {
    @Test(
        "a full date is read in every order",
        arguments: [
            ("The pact was signed on [November 1, 2025].", "2025-11-01"),
            ("The pact was signed on [1 November 2025] in the harbour.", "2025-11-01"),
            ("It took effect on [Saturday, November 1, 2025].", "2025-11-01"),
            ("It took effect on [Nov. 1, 2025].", "2025-11-01"),
            ("Released [2025-11-01] by the city hall.", "2025-11-01"),
            ("Released [11/1/2025] by the city hall.", "2025-11-01"),
            ("Released [25/12/2024] by the city hall.", "2024-12-25"),
            ("Released [01.11.2025] by the city hall.", "2025-11-01"),
            ("Since the [1st of November 2025] both ports share a pilot.", "2025-11-01"),
            ("On the [21st day of March, 2019] they met.", "2019-03-21"),
            ("The stamp reads [05-Aug-2016].", "2016-08-05"),
        ])
    func fullDates(_ marks: String, _ value: String) throws { try check(marks, [value]) }

    @Test(
        "a range is one expression with both ends inclusive",
        arguments: [
            ("The fair runs [from 7 to 9 November 2024].", "2024-11-07/2024-11-09"),
            ("The fair runs [from 19 – 24 August 2019].", "2019-08-19/2019-08-24"),
            ("The fair on [November 7-9, 2024] drew crowds.", "2024-11-07/2024-11-09"),
            ("It was open [between 2020 and 2024].", "2020/2024"),
            ("It was open [from March 2020 to May 2021].", "2020-03/2021-05"),
            ("It was open [from December to February 2021].", "2020-12/2021-02"),
            ("He served [1986-91] as consul.", "1986/1991"),
        ])
    func ranges(_ marks: String, _ value: String) throws {
        try check(marks, [value])
        let marked = MarkedText(marks)
        let found = try #require(TimeGrammar().expressions(in: marked.text, anchor: thursday).first)
        #expect(found.date?.description == value)
        #expect(found.ends.count == 2)
    }

    @Test(
        "months, years and the other parts of the calendar keep their precision",
        arguments: [
            ("It opened in [August 2025].", "2025-08", "2025-08"),
            ("It opened in [mid-2024].", "2024", "2024"),
            ("It opened in [1992].", "1992", "1992"),
            ("The club began in [the 1990s].", "199", "1990/1999"),
            ("The wall dates from [the 17th century].", "16", "1600/1699"),
            ("The budget for [FY2025] rose.", "FY2025", "2025~"),
            ("Trade grew in [Q3 2025].", "2025-Q3", "2025-07/2025-09"),
            ("Trade grew in [the third quarter of 2025].", "2025-Q3", "2025-07/2025-09"),
            ("Trade grew in [the first half of 2024].", "2024-H1", "2024-01/2024-06"),
            ("The troupe tours in [spring 2024].", "2024-SP", "2024"),
            ("The port closes in [week 47].", "2025-W47", "2025-11-17/2025-11-23"),
            ("They met in [the last week of March 2009].", "2009-W13", "2009-03-23/2009-03-29"),
            ("They met on [the first Monday of May 2024].", "2024-05-06", "2024-05-06"),
        ])
    func parts(_ marks: String, _ value: String, _ date: String) throws {
        try check(marks, [value])
        let marked = MarkedText(marks)
        let found = try #require(TimeGrammar().expressions(in: marked.text, anchor: thursday).first)
        #expect(found.date?.description == date)
    }

    @Test(
        "words that count from the moment of speaking",
        arguments: [
            ("She arrived [today].", "2025-11-20"),
            ("She arrived [yesterday].", "2025-11-19"),
            ("She leaves [the day after tomorrow].", "2025-11-22"),
            ("She arrived on [Monday].", "2025-11-17"),
            ("She will arrive on [Monday].", "2025-11-24"),
            ("She arrived [last Friday].", "2025-11-14"),
            ("She returns [next Tuesday].", "2025-11-25"),
            ("She arrived [two days ago].", "2025-11-18"),
            ("They met [this week].", "2025-W47"),
            ("They met [last month].", "2025-10"),
            ("They meet again [next year].", "2026"),
            ("They met [three years ago].", "2022"),
            ("They met [earlier this month].", "2025-11"),
            ("They met at [the end of last year].", "2024"),
            ("They met on [Tuesday of last week].", "2025-11-11"),
            ("They met in [March of last year].", "2024-03"),
        ])
    func relative(_ marks: String, _ value: String) throws { try check(marks, [value]) }

    @Test(
        "words that count from the date before them",
        arguments: [
            ("They met on [May 3, 2024]. [The following day] they sailed.", ["2024-05-03", "2024-05-04"]),
            ("They met on [May 3, 2024] and parted [three weeks later].", ["2024-05-03", "2024-05-24"]),
            ("They met in [1992]. [Two years later] the office opened.", ["1992", "1994"]),
            ("They met in [1992] and signed [that year].", ["1992", "1992"]),
            ("He was born in [May 1850] and married in [March of the same year].", ["1850-05", "1850-03"]),
            ("Sales in [October 2025] were twice those of [the same month last year].", ["2025-10", "2024-10"]),
        ])
    func fromContext(_ marks: String, _ values: [String]) throws { try check(marks, values) }
}
