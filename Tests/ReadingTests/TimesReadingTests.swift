// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Reading
import Testing

private let thursday = PartialDate("2025-11-20")

private func first(_ text: String, anchor: PartialDate? = thursday) throws -> TimeExpression {
    try #require(TimeGrammar().expressions(in: text, anchor: anchor).first, "\(text)")
}

@Suite("How an incomplete date is completed")
struct TimesReadingTests {
    @Test("a month without a year is the last such month, unless the sentence speaks of the future")
    func months() throws {
        let past = try first("The mayor visited the hosts in December.")
        #expect(past.value == "2024-12")
        #expect(past.past.value == "2024-12")
        #expect(past.future.value == "2025-12")
        #expect(past.basis == .inferred([.year], fromText: false))
        #expect(try first("The mayor will visit in December.").value == "2025-12")
        #expect(try first("The bridge is to be finished by March.").value == "2026-03")
    }

    @Test("a date stated in full needs no anchor")
    func stated() throws {
        let date = try first("They signed on 1 November 2025.", anchor: nil)
        #expect(date.basis == .stated)
        #expect(date.date == PartialDate("2025-11-01"))
    }

    @Test(
        "without an anchor an incomplete date stays incomplete",
        arguments: [
            ("They met in August.", "XXXX-08"), ("They met on August 3.", "XXXX-08-03"),
            ("They met yesterday.", "XXXX-XX-XX"), ("They met on Friday.", "XXXX-WXX-5"),
            ("They met in the third quarter.", "XXXX-Q3"),
        ])
    func open(_ text: String, _ value: String) throws {
        let found = try first(text, anchor: nil)
        #expect(found.value == value)
        #expect(found.date == nil)
        guard case .open = found.basis else {
            Issue.record("\(text) should be open")
            return
        }
    }

    @Test("an anchor that knows no day gives no day")
    func coarseAnchor() throws {
        #expect(try first("They met last year.", anchor: PartialDate("2025")).value == "2024")
        #expect(try first("They met yesterday.", anchor: PartialDate("2025-11")).date == nil)
    }

    @Test("a day is never made up from a month, nor a month from a year")
    func precision() throws {
        #expect(try first("They met two months ago.").date == PartialDate("2025-09"))
        #expect(try first("They met five years ago.").date == PartialDate("2020"))
        #expect(try first("They met in early May 2024.").date == PartialDate("2024-05"))
    }

    @Test("a life or a history completes dates from itself, not from the day it was published")
    func narrative() throws {
        let text = """
            In 1831 the society was founded. On 14 July its hall burnt down. It was rebuilt in 1840, sold in 1852 and
            closed in 1870; its books are still used today.
            """
        let found = try TimeGrammar().expressions(in: text, anchor: thursday)
        #expect(found.map(\.value) == ["1831", "1831-07-14", "1840", "1852", "1870", "PRESENT_REF"])
        #expect(found[1].basis == .inferred([.year], fromText: true))
    }

    @Test("news that mentions an old year still speak from their own day")
    func news() throws {
        let text = "The two cities have been sisters since 1992. The mayors met today, after a visit in March."
        let found = try TimeGrammar().expressions(in: text, anchor: thursday)
        #expect(found.map(\.value) == ["1992", "2025-11-20", "2025-03"])
    }

    @Test("what comes every year has no year")
    func timeless() throws {
        let text =
            "Founded in 1831, the town grew until 1870, shrank in 1880 and fell in 1890. The feast is held in July."
        #expect(try TimeGrammar().expressions(in: text, anchor: thursday).last?.value == "XXXX-07")
    }

    @Test(
        "the preposition before a date is kept as its modifier",
        arguments: [
            ("Ties exist since 1992.", TimeModifier.since), ("The work ends by 2030.", .by),
            ("It is closed until March 2026.", .until), ("They met before May 2024.", .before),
            ("They met after 2019.", .after), ("They met around 2019.", .about), ("They met in 2019.", .on),
        ])
    func modifiers(_ text: String, _ modifier: TimeModifier) throws {
        let found = try first(text)
        #expect(found.modifier == modifier)
        #expect(found.phrase.start < found.range.start)
        #expect(found.phrase.end == found.range.end)
    }

    @Test(
        "the part of a period is kept as its edge",
        arguments: [
            ("They met in early May 2024.", TimeEdge.start), ("They met in mid-2024.", .middle),
            ("They met at the end of 2024.", .end), ("They will meet later this year.", .end),
        ])
    func edges(_ text: String, _ edge: TimeEdge) throws { #expect(try first(text).edge == edge) }
}

@Suite("What is no time")
struct TimesAmbiguityTests {
    @Test(
        "words and numbers with another meaning are left alone",
        arguments: [
            "May I ask who signed?", "The mayor may not come.", "They march through the town.",
            "The second mayor spoke.", "Prices fall after a quake.", "The spring is broken.",
            "1992 people came.", "The port handles 2,000 boxes.", "The room costs $2000.", "See page 1992.",
            "The Sunday Times reported it.", "He works for a sum of 1500 dollars.", "April Invented spoke first.",
            "The score was 3-1.", "They sold 2016 tons.", "Flight 1850 was late.", "It has 1,850 seats.",
        ])
    func none(_ text: String) throws {
        let found = try TimeGrammar().expressions(in: text, anchor: thursday)
        #expect(found.map { text.text(at: $0.range) } == [], "\(text)")
    }

    @Test(
        "the same words as dates are found",
        arguments: [
            ("They met in [May].", "2025-05"), ("In [March] they met.", "2025-03"),
            ("The [2025] summit was held here.", "2025"), ("Since [1992] they have traded.", "1992"),
        ])
    func some(_ marks: String, _ value: String) throws {
        let marked = MarkedText(marks)
        let found = try TimeGrammar().expressions(in: marked.text, anchor: thursday)
        #expect(found.map { marked.text.text(at: $0.range) } == marked.marked)
        #expect(found.map(\.value) == [value])
    }

    @Test("no expression runs over the end of a line")
    func lines() throws {
        let text = "The port was opened in 1992\nMarch 3, 2024 – The mayor spoke."
        let found = try TimeGrammar().expressions(in: text, anchor: thursday)
        #expect(found.map(\.value) == ["1992", "2024-03-03"])
    }
}
