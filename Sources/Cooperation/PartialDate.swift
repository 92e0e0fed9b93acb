// SPDX-License-Identifier: Apache-2.0

/// A date as precise as its source states it, in EDTF (ISO 8601-2): `2025-11-01`, `2025-08`, `2025`, `1995~`,
/// or an interval such as `2024-11-07/2024-11-09`.
///
/// A part that the source does not state is left out; the day is never made up.
public struct PartialDate: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The EDTF text.
    public let description: String

    /// A moment of the calendar known to the year, the month or the day.
    public struct Moment: Hashable, Sendable, Comparable {
        /// The year, 1 to 9999.
        public let year: Int
        /// The month, 1 to 12, where known.
        public let month: Int?
        /// The day of the month, where known.
        public let day: Int?
        /// Whether EDTF's `~` marks the moment as approximate.
        public let isApproximate: Bool

        /// Orders by calendar; an unknown part counts as the first.
        public static func < (left: Moment, right: Moment) -> Bool {
            (left.year, left.month ?? 0, left.day ?? 0) < (right.year, right.month ?? 0, right.day ?? 0)
        }

        /// Whether the moment lies behind another one whatever the unknown parts of both may be: August 2025 behind
        /// 2024 and behind July 2025, but not behind 2025.
        package func isSurelyAfter(_ other: Moment) -> Bool {
            if year != other.year { return year > other.year }
            guard let month, let otherMonth = other.month else { return false }
            if month != otherMonth { return month > otherMonth }
            guard let day, let otherDay = other.day else { return false }
            return day > otherDay
        }
    }

    /// The first moment: the date itself, or the interval's beginning.
    public let start: Moment
    /// The interval's end; `nil` for a single date.
    public let end: Moment?

    /// Reads EDTF text; `nil` if it is none of the forms above or no day of the calendar.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let first = parts.first, let start = Moment(first) else { return nil }
        self.start = start
        if parts.count == 2 {
            guard let end = Moment(parts[1]), start <= end else { return nil }
            self.end = end
        } else {
            end = nil
        }
        description = text
    }

    /// Orders by the first moment of the calendar, then by the text.
    public static func < (left: PartialDate, right: PartialDate) -> Bool {
        // Two starts may be the same moment and yet differ, since one is approximate.
        if left.start < right.start { return true }
        return !(right.start < left.start) && left.description < right.description
    }
}

extension PartialDate.Moment {
    fileprivate init?(_ text: Substring) {
        var text = text
        isApproximate = text.hasSuffix("~")
        if isApproximate { text = text.dropLast() }
        let fields = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(fields.count) else { return nil }
        var numbers: [Int] = []
        for (field, width) in zip(fields, [4, 2, 2]) {
            guard field.utf8.count == width, field.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(field)
            else { return nil }
            numbers.append(number)
        }
        year = numbers[0]
        month = numbers.count > 1 ? numbers[1] : nil
        day = numbers.count > 2 ? numbers[2] : nil
        guard year >= 1 else { return nil }
        if let month {
            guard (1...12).contains(month) else { return nil }
            if let day {
                guard (1...GregorianCalendar.days(inMonth: month, of: year)).contains(day) else { return nil }
            }
        }
    }
}

/// The arithmetic of the proleptic Gregorian calendar that dates need.
public enum GregorianCalendar {
    /// The number of days of a month (1 to 12).
    public static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }
}

extension PartialDate: Codable {
    /// Reads EDTF text; throws `DecodingError.dataCorrupted` for anything else.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let date = PartialDate(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(text) is not an EDTF date")
        }
        self = date
    }

    /// Writes the EDTF text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// A date together with how it is known.
public struct DatedValue: Hashable, Sendable, Codable {
    /// How a date came to be known.
    public enum Basis: String, Hashable, Sendable, Codable {
        /// The page's mark-up or the record names it.
        case metadata
        /// The text says it in full.
        case stated
        /// It follows from `premises`.
        case inferred
    }

    /// The date.
    public var value: PartialDate
    /// How it is known.
    public var basis: Basis
    /// What it follows from, if it is inferred or stated in the text.
    public var premises: [Evidence]

    /// Makes a dated value; an inferred one should carry its premises.
    public init(value: PartialDate, basis: Basis, premises: [Evidence] = []) {
        self.value = value
        self.basis = basis
        self.premises = premises
    }
}
