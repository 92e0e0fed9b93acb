// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Reading
import Testing

private let thursday = PartialDate("2025-11-20")

private func check(
    _ marks: String, _ values: [String], kind: TimeExpression.Kind, anchor: PartialDate? = thursday
) throws {
    let marked = MarkedText(marks)
    let found = try TimeGrammar().expressions(in: marked.text, anchor: anchor)
    #expect(found.map { marked.text.text(at: $0.range) } == marked.marked, "\(marks)")
    #expect(found.map(\.value) == values, "\(marks)")
    #expect(found.allSatisfy { $0.kind == kind }, "\(marks)")
}

@Suite("Times of day, durations and sets in a text")
struct TimesClockTests {
    @Test(
        "a time of day, with its zone where one is given",
        arguments: [
            ("Doors open at [3 p.m.] sharp.", "T15"),
            ("Doors open at [8:30 am].", "T08:30"),
            ("The call began at [14:30 KST].", "T14:30+09:00"),
            ("The call began at [0800 UTC].", "T08:00Z"),
            ("The call began at [half past seven].", "T07:30"),
            ("The gates shut at [midnight].", "T00"),
            ("The gates shut at [12 noon].", "T12"),
            ("Come at [seven in the evening].", "T19"),
            ("Talks ran [from 5 to 6 p.m.] only.", "T17/T18"),
        ])
    func clocks(_ marks: String, _ value: String) throws { try check(marks, [value], kind: .time) }

    @Test(
        "a time of day on a date",
        arguments: [
            ("The train leaves [tomorrow at 7:15 am].", "2025-11-21T07:15"),
            ("The train left at [8.30pm on 27 September 2019].", "2019-09-27T20:30"),
            ("Dinner was served [last night].", "2025-11-19TNI"),
            ("They landed on [Friday morning].", "2025-11-14TMO"),
            ("Logged [2016-12-16T12:23:59].", "2016-12-16T12:23:59"),
        ])
    func moments(_ marks: String, _ value: String) throws { try check(marks, [value], kind: .time) }

    @Test(
        "a duration",
        arguments: [
            ("They worked together for [33 years].", "P33Y"),
            ("It was a [three-day] visit.", "P3D"),
            ("The talk took [two and a half hours].", "PT2.5H"),
            ("The talk took [an hour and a half].", "PT1.5H"),
            ("It lasted [one year and two months].", "P1Y2M"),
            ("It lasted more than [a decade].", "P10Y"),
            ("It was [a decade-long] effort.", "P10Y"),
            ("It lasted [several weeks].", "PXW"),
        ])
    func durations(_ marks: String, _ value: String) throws { try check(marks, [value], kind: .duration) }

    @Test("a stretch of time up to now or from now on is a duration with its days")
    func windows() throws {
        let found = try TimeGrammar().expressions(
            in: "Over the past 33 years ties grew, and in the next five years they will grow.", anchor: thursday)
        #expect(found.map(\.value) == ["P33Y", "P5Y"])
        #expect(found.map { $0.date?.description } == ["1992/2025", "2025/2030"])
        #expect(found.allSatisfy { $0.kind == .duration })
    }

    @Test(
        "a set",
        arguments: [
            ("The forum is held [every year].", "P1Y"),
            ("The [annual] forum was held.", "P1Y"),
            ("They meet [twice a week].", "P1W"),
            ("They meet [every other month].", "P2M"),
            ("They meet [every Monday].", "XXXX-WXX-1"),
            ("They meet [Thursdays at 5 pm].", "XXXX-WXX-4T17"),
            ("The ferry sails [daily].", "P1D"),
        ])
    func sets(_ marks: String, _ value: String) throws { try check(marks, [value], kind: .set) }
}
