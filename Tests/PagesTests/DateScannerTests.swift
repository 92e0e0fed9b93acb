// SPDX-License-Identifier: Apache-2.0

import Foundation
import Pages
import Testing

@Suite("Dates in running text")
struct DateScannerTests {
    private func scanner(dayFirst: Bool = true) throws -> DateScanner {
        DateScanner(lexicon: try Lexicons.shared.get().dates, dayFirst: dayFirst)
    }

    @Test(
        "forms",
        arguments: [
            ("on 2025-11-03T10:00", ["2025-11-03"]), ("2025/11/03", ["2025-11-03"]), ("2025. 11. 3.", ["2025-11-03"]),
            ("20251103", ["2025-11-03"]), ("3.11.2025", ["2025-11-03"]), ("03.11.25", ["2025-11-03"]),
            ("3. November 2025", ["2025-11-03"]), ("3rd of November, 2025", ["2025-11-03"]),
            ("Nov. 3, 2025", ["2025-11-03"]), ("3 novembre 2025", ["2025-11-03"]),
            ("3 de marzo de 2025", ["2025-03-03"]),
            ("3 listopada 2025", ["2025-11-03"]), ("2025년 11월 3일", ["2025-11-03"]), ("2025년 11월", ["2025-11"]),
            ("ngày 3 tháng 11 năm 2025", ["2025-11-03"]), ("November 2025", ["2025-11"]),
            ("03-Nov-2025", ["2025-11-03"]), ("9 نيسان / أبريل 2024", ["2024-04-09"]),
            ("from 3.11.2025 to 5.11.2025", ["2025-11-03", "2025-11-05"]),
            ("3 Maret 2025", ["2025-03-03"]), ("3 Ogos 2025", ["2025-08-03"]), ("3 พ.ย. 2568", []), ("25340717", []),
            ("3 พฤศจิกายน 2568", ["2025-11-03"]), ("๓ พฤศจิกายน พ.ศ. ๒๕๖๘", ["2025-11-03"]),
            ("03/11/2568", ["2025-11-03"]),
            ("১৬:২০, ৩ নভেম্বর ২০২৫", ["2025-11-03"]), ("3 İyun 2025", ["2025-06-03"]),
            ("31.02.2025", []), ("version 12.34.5678", []), ("in 2025", []), ("3 apples", []), ("10:30", []),
        ])
    func forms(text: String, dates: [String]) throws {
        #expect(try scanner().dates(in: text).map(\.date.description) == dates)
    }

    @Test(
        "every month is known by the name that this system writes in a language",
        arguments: [
            "ar", "az", "be", "bg", "bn", "cs", "da", "de", "el", "en", "es", "et", "fi", "fil", "fr", "gl", "he", "hi",
            "hu",
            "hy", "id", "is", "it", "ka", "kk", "km", "lo", "lv", "mk", "ms", "my", "nb", "ne", "nl", "pl", "pt", "ro",
            "ru",
            "sk", "sl", "sq", "sr", "sr_Latn", "sv", "sw", "ta", "te", "tg", "th", "tk", "tr", "uk", "ur", "uz",
        ])
    func monthNames(language: String) throws {
        let formatter = DateFormatter()
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        formatter.calendar = calendar
        formatter.timeZone = .gmt
        formatter.locale = Locale(identifier: language + "@numbers=latn")
        formatter.dateFormat = "d MMMM y"
        for month in 1...12 {
            let day = try #require(calendar.date(from: DateComponents(year: 2025, month: month, day: 17, hour: 12)))
            let text = formatter.string(from: day)
            let expected = "2025-\(month < 10 ? "0" : "")\(month)-17"
            #expect(try scanner().dates(in: text).map(\.date.description) == [expected], "\(text)")
        }
    }

    @Test(
        "days of the Persian calendar",
        arguments: [
            ("دوشنبه ۲ تير ۱۳۹۹", ["2020-06-22"]), ("۱۴۰۴/۰۸/۱۲", ["2025-11-03"]), ("12/8/1404", ["2025-11-03"]),
            ("۱۲ آبان ۱۴۰۴ - ۱۴:۳۰", ["2025-11-03"]), ("30 اسفند 1403", ["2025-03-20"]), ("30 اسفند 1402", []),
            ("12 آبان 2025", []), ("3 November 1404", []), ("1/1/1441", []),
        ])
    func persian(text: String, dates: [String]) throws {
        #expect(try scanner().dates(in: text).map(\.date.description) == dates)
    }

    @Test("every day of sixty years is the one that another calendar of this system tells")
    func persianCalendar() throws {
        var gregorian = Calendar(identifier: .gregorian)
        var persian = Calendar(identifier: .persian)
        gregorian.timeZone = .gmt
        persian.timeZone = .gmt
        let first = try #require(gregorian.date(from: DateComponents(year: 1970, month: 1, day: 1, hour: 12)))
        for day in 0..<21_900 {
            let moment = first.addingTimeInterval(Double(day) * 86_400)
            let parts = persian.dateComponents([.year, .month, .day], from: moment)
            let text = "\(try #require(parts.year))/\(try #require(parts.month))/\(try #require(parts.day))"
            let found = try scanner().dates(in: text).first?.date.description
            #expect(found == moment.formatted(.iso8601.year().month().day()), "\(text)")
        }
    }

    @Test("a date knows where it stands")
    func place() throws {
        let text = "부두시 2025.11.03 입력"
        let found = try #require(try scanner().dates(in: text).first)
        let scalars = Array(text.unicodeScalars)[found.scalars]
        #expect(String(String.UnicodeScalarView(scalars)) == "2025.11.03")
    }

    @Test("which of two small numbers is the month depends on the reader")
    func ambiguous() throws {
        #expect(try scanner(dayFirst: true).dates(in: "3/11/2025").map(\.date.description) == ["2025-11-03"])
        #expect(try scanner(dayFirst: false).dates(in: "3/11/2025").map(\.date.description) == ["2025-03-11"])
        #expect(try scanner(dayFirst: false).dates(in: "23/11/2025").map(\.date.description) == ["2025-11-23"])
    }
}
