// SPDX-License-Identifier: Apache-2.0

/// The words and names by which dates are known.
package final class DateLexicon: Sendable {
    struct Lists: Decodable {
        var months: [[String]]
        var persianMonths: [[String]]
        var fillers: [String]
        var monthWords: [String]
        var yearWords: [String]
        var publishedNames: [String]
        var publishedEndings: [String]
        var looseNames: [String]
        var modifiedNames: [String]
    }

    private let months: [String: Int]
    private let persianMonths: [String: Int]
    private let fillers: Set<String>
    private let monthWords: Set<String>
    private let yearWords: Set<String>
    /// Names of `meta` that hold the day of publication, best first.
    package let publishedNames: [String]
    /// Names of `meta` that may hold the day of publication or another one, best first.
    package let looseNames: [String]
    private let publishedEndings: [[UInt8]]
    /// Names of `meta` that hold the day of the last change, best first.
    package let modifiedNames: [String]

    init(_ lists: Lists) {
        var months: [String: Int] = [:]
        for (index, names) in lists.months.enumerated() {
            for name in names { months[name] = index + 1 }
        }
        self.months = months
        var persianMonths: [String: Int] = [:]
        for (index, names) in lists.persianMonths.enumerated() {
            for name in names { persianMonths[name] = index + 1 }
        }
        self.persianMonths = persianMonths
        fillers = Set(lists.fillers)
        monthWords = Set(lists.monthWords)
        yearWords = Set(lists.yearWords)
        publishedNames = lists.publishedNames
        publishedEndings = lists.publishedEndings.map { Array($0.utf8) }
        looseNames = lists.looseNames
        modifiedNames = lists.modifiedNames
    }

    /// The month that a lower-case word names, 1 to 12.
    func month(_ word: String) -> Int? { months[word] }
    /// The month of the Persian calendar that a word names, 1 to 12.
    func persianMonth(_ word: String) -> Int? { persianMonths[word] }
    /// Whether a name of `meta`, such as `news:published-time`, ends in words for the time of publication.
    func meansPublication(_ name: String) -> Bool {
        let letters = name.utf8.filter { $0 >= 0x80 || $0 | 0x20 &- 0x61 < 26 }
        return publishedEndings.contains { letters.suffix($0.count).elementsEqual($0) }
    }
    /// Whether a lower-case word may stand between the parts of a date.
    func isFiller(_ word: String) -> Bool { fillers.contains(word) }
    /// Whether a lower-case word stands before a month's number.
    func isMonthWord(_ word: String) -> Bool { monthWords.contains(word) }
    /// Whether a lower-case word stands before a year's number.
    func isYearWord(_ word: String) -> Bool { yearWords.contains(word) }
}
