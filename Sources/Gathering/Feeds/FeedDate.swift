// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The dates of feeds: those of RFC 3339, and those of mail (RFC 5322), which RSS uses.
enum FeedDate {
    /// The moment that `text` names; a time without a zone is one of UTC.
    ///
    /// `nil` for what is no date.
    static func date(_ text: String) -> Date? {
        let text = text.trimming { $0.properties.isWhitespace }
        guard text.utf8.count <= 64 else { return nil }
        return standard(text) ?? mail(text)
    }

    private static func standard(_ text: String) -> Date? {
        let pattern =
            /(\d{4})-(\d\d)(?:-(\d\d))?(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?)?\s*(Z|z|[+-]\d\d:?\d\d)?/
        guard let match = text.wholeMatch(of: pattern)?.output else { return nil }
        func number(_ part: Substring?) -> Int? { part.flatMap { Int($0) } }
        return moment(
            year: number(match.1), month: number(match.2), day: number(match.3) ?? 1, hour: number(match.4) ?? 0,
            minute: number(match.5) ?? 0, second: number(match.6) ?? 0, zone: match.7.map(String.init) ?? "Z")
    }

    /// The names of months that RFC 5322 prescribes, in its order.
    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    /// The names of zones that RFC 5322 still allows, with their hours.
    private static let zones = [
        "UT": "Z", "GMT": "Z", "UTC": "Z", "Z": "Z", "EST": "-0500", "EDT": "-0400", "CST": "-0600", "CDT": "-0500",
        "MST": "-0700", "MDT": "-0600", "PST": "-0800", "PDT": "-0700", "KST": "+0900", "JST": "+0900",
    ]

    private static func mail(_ text: String) -> Date? {
        let pattern =
            /(?:[^,\s]+,?\s+)?(\d{1,2})\s+([A-Za-z]{3})[a-z]*\.?\s+(\d{4}|\d\d)(?:\s+(\d{1,2}):(\d\d)(?::(\d\d))?)?(?:\s+([+-]\d{4}|[A-Za-z]{1,4}))?.*/
        guard let match = text.wholeMatch(of: pattern)?.output, var year = Int(match.3),
            let month = months.firstIndex(of: match.2.lowercased())
        else { return nil }
        // RFC 5322, section 4.3.
        if match.3.utf8.count == 2 { year += year < 50 ? 2000 : 1900 }
        func number(_ part: Substring?) -> Int? { part.flatMap { Int($0) } }
        let zone = match.7.map { zones[$0.uppercased()] ?? ($0.hasPrefix("+") || $0.hasPrefix("-") ? String($0) : "Z") }
        return moment(
            year: year, month: month + 1, day: number(match.1) ?? 1, hour: number(match.4) ?? 0,
            minute: number(match.5) ?? 0, second: number(match.6) ?? 0, zone: zone ?? "Z")
    }

    private static func moment(
        year: Int?, month: Int?, day: Int, hour: Int, minute: Int, second: Int, zone: String
    ) -> Date? {
        guard let year, let month, (1...12).contains(month), (1...31).contains(day), (0...24).contains(hour),
            (0...59).contains(minute), (0...60).contains(second)
        else { return nil }
        var offset = 0
        if zone.lowercased() != "z" {
            let digits = zone.dropFirst().filter { $0 != ":" }
            guard let number = Int(digits) else { return nil }
            offset = (number / 100 * 60 + number % 100) * 60 * (zone.hasPrefix("-") ? -1 : 1)
        }
        // Days since 1970 in the Gregorian calendar, counted in years that begin in March.
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        let days = era * 146_097 + dayOfEra - 719_468
        return Date(timeIntervalSince1970: Double(days * 86_400 + hour * 3600 + minute * 60 + second - offset))
    }
}
