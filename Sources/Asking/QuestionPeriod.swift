// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// The time that a question names: `in 2023`, `on 15 September 2022`, `since February 2024`.
struct QuestionPeriod {
    /// The first and last day that an answer may be of; `nil` where the question names no year.
    private(set) var days: ClosedRange<String>?
    /// The tokens that name it.
    private(set) var tokens: Set<Int> = []

    private static let ever = "0001-01-01"..."9999-12-31"

    init(doc: Doc, lexicon: QuestionLexicon) {
        let words = doc.tokens.map { $0.text.lowercased() }
        for (index, word) in words.enumerated() {
            guard word.utf8.count == 4, let year = Int(word), (1900...2099).contains(year) else { continue }
            var used: Set<Int> = [index]
            var month: Int?
            var day: Int?
            // A month may stand up to four tokens before the year: "15 September 2022", "September 15, 2022".
            for at in stride(from: index - 1, through: max(0, index - 4), by: -1) {
                if let number = lexicon.month(words[at]) {
                    month = number
                    used.insert(at)
                } else if let number = Int(words[at].prefix { $0.isNumber }), (1...31).contains(number) {
                    day = number
                    used.insert(at)
                } else if words[at] != "," && words[at] != "of" && words[at] != "." {
                    break
                }
            }
            guard let span = Self.span(year: year, month: month, day: month == nil ? nil : day) else { continue }
            tokens.formUnion(month == nil ? [index] : used)
            let before = (tokens.min() ?? index) - 1
            let relation = before >= 0 ? words[before] : ""
            if lexicon.since.contains(relation) {
                days = span.lowerBound...Self.ever.upperBound
            } else if lexicon.until.contains(relation) {
                days = Self.ever.lowerBound...span.upperBound
            } else {
                days = span
            }
            return
        }
    }

    private static func span(year: Int, month: Int?, day: Int?) -> ClosedRange<String>? {
        func text(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        guard let month else { return "\(year)-01-01"..."\(year)-12-31" }
        let stem = "\(year)-\(text(month))"
        let last = GregorianCalendar.days(inMonth: month, of: year)
        guard let day else { return "\(stem)-01"..."\(stem)-\(text(last))" }
        guard day <= last else { return nil }
        return "\(stem)-\(text(day))"..."\(stem)-\(text(day))"
    }
}
