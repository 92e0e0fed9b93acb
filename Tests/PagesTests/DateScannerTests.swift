// SPDX-License-Identifier: Apache-2.0

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
            ("31.02.2025", []), ("version 12.34.5678", []), ("in 2025", []), ("3 apples", []), ("10:30", []),
        ])
    func forms(text: String, dates: [String]) throws {
        #expect(try scanner().dates(in: text).map(\.date.description) == dates)
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
