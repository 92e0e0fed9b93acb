// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import TestNumbers
import Testing

@Suite("Dates are as precise as their source")
struct PartialDateTests {
    @Test(
        "a year, a month, a day, something approximate or an interval is read and kept letter by letter",
        arguments: [
            "2025", "2025-08", "2025-11-01", "1995~", "2024-06~", "2024-02-29", "2024-11-07/2024-11-09", "2024/2025",
            "2024-12/2025-01", "1998~/2004", "2024/2024-05-01", "0001", "9999-12-31",
        ])
    func readsAndKeeps(text: String) throws {
        let date = try #require(PartialDate(text))
        #expect(date.description == text)
        #expect("\(date)" == text)
    }

    @Test(
        "what is no EDTF or no day of the calendar is refused",
        arguments: [
            "", "25", "20255", "2025-8", "2025-08-1", "2025-13", "2025-00", "2025-02-29", "2025-02-30", "1900-02-29",
            "2025-04-31", "2025-01-00", "0000", "-2025", "2025-", "2025--01", "2025-08-01-01", "2025-08-01T10:00:00",
            " 2025", "2025 ", "~2025", "2025~~", "2025/", "/2025", "2025/2024", "2024/2025/2026", "2025-XX",
            "２０２５", "٢٠٢٥", "1 May 2025", "+025", "20a5", "2025\u{0301}",
        ])
    func refuses(text: String) {
        #expect(PartialDate(text) == nil)
    }

    @Test("a part that the source does not state stays unknown")
    func keepsPrecision() throws {
        let year = try #require(PartialDate("2025")).start
        #expect(year.year == 2025 && year.month == nil && year.day == nil && !year.isApproximate)
        let month = try #require(PartialDate("2025-08~")).start
        #expect(month.year == 2025 && month.month == 8 && month.day == nil && month.isApproximate)
        let day = try #require(PartialDate("2025-08-15")).start
        #expect(day.year == 2025 && day.month == 8 && day.day == 15 && !day.isApproximate)
    }

    @Test("an interval has two ends, a single date has one")
    func hasEnds() throws {
        let stay = try #require(PartialDate("2024-11-07/2024-12"))
        #expect(stay.start.day == 7)
        #expect(stay.end?.month == 12 && stay.end?.day == nil)
        #expect(try #require(PartialDate("2024-11-07")).end == nil)
    }

    @Test("dates go in the order of the calendar, the less precise first")
    func isOrdered() throws {
        let inOrder = ["1992", "2024", "2024-02", "2024-02-29", "2024-03-01/2024-03-05", "2024-11", "2025-01-01"]
        let dates = try inOrder.map { try #require(PartialDate($0)) }
        #expect(dates.reversed().sorted() == dates)
        #expect(dates.shuffled().sorted() == dates)
    }

    @Test(
        "months have their days, February with the leap years of the Gregorian calendar",
        arguments: [
            (1, 2025, 31), (2, 2025, 28), (2, 2024, 29), (2, 1900, 28), (2, 2000, 29), (4, 2025, 30), (12, 2025, 31),
        ])
    func countsDays(month: Int, year: Int, days: Int) {
        #expect(GregorianCalendar.days(inMonth: month, of: year) == days)
    }

    @Test("in JSON a date is its text, and other text is refused")
    func isTextInJSON() throws {
        let date = try #require(PartialDate("2024-11-07/2024-11-09"))
        let bytes = try JSONEncoder().encode([date])
        #expect(try JSONDecoder().decode([String].self, from: bytes) == ["2024-11-07/2024-11-09"])
        #expect(try JSONDecoder().decode([PartialDate].self, from: bytes) == [date])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([PartialDate].self, from: Data(#"["last spring"]"#.utf8))
        }
    }

    @Test("of two different dates one always comes first, also where they begin on the same day")
    func order() throws {
        let dates = try ["1995~", "1995", "1995-01", "1995/1996", "1995-01-01"].map { try #require(PartialDate($0)) }
        for left in dates {
            for right in dates where left != right { #expect((left < right) != (right < left), "\(left) \(right)") }
        }
        #expect(dates.sorted().map(\.description) == ["1995", "1995/1996", "1995~", "1995-01", "1995-01-01"])
    }

    @Test("whatever text comes, a date is read whole or not at all", arguments: 0..<20)
    func survivesAnything(seed: Int) {
        var random = SeededNumbers(seed: UInt64(seed))
        let letters = Array("0123456789-/~ XxT:é９")
        for _ in 0..<2_000 {
            let text = String(
                (0..<Int.random(in: 0...22, using: &random)).map { _ in letters.randomElement(using: &random) ?? "0" })
            guard let date = PartialDate(text) else { continue }
            #expect(date.description == text)
            #expect((1...9999).contains(date.start.year))
            #expect(date.start <= (date.end ?? date.start))
        }
    }

    @Test("every day of the calendar is read", arguments: [1, 1582, 1900, 2000, 2024, 2025, 9999])
    func readsEveryDay(year: Int) throws {
        for month in 1...12 {
            for day in 1...31 {
                let text = String(format: "%04d-%02d-%02d", year, month, day)
                let exists = day <= GregorianCalendar.days(inMonth: month, of: year)
                #expect((PartialDate(text) != nil) == exists, "\(text)")
            }
        }
    }

    @Test(
        "a moment is surely behind another where the parts that both state say so",
        arguments: [
            ("2025-08", "2024", true), ("2025-08", "2025", false), ("2025", "2025-08", false),
            ("2025-08", "2025-07-31", true), ("2025-08", "2025-08-01", false), ("2025-08-02", "2025-08-01", true),
            ("2025-08-01", "2025-08-01", false), ("2024-12-31", "2025", false),
        ])
    func surelyAfter(later: String, earlier: String, isAfter: Bool) throws {
        let (later, earlier) = (try #require(PartialDate(later)).start, try #require(PartialDate(earlier)).start)
        #expect(later.isSurelyAfter(earlier) == isAfter)
    }
}
