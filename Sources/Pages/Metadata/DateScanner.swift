// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Finds written dates in text, in the forms of many languages.
package struct DateScanner: Sendable {
    /// A date and where it stands.
    package struct Found: Hashable, Sendable {
        /// The date as precise as it is written.
        package var date: PartialDate
        /// Unicode scalars of the text.
        package var scalars: Range<Int>
    }

    /// What a run of characters is.
    enum Token: Hashable {
        case number(Int, digits: Int)
        case word(String)
        case sign(Unicode.Scalar)
    }

    private let lexicon: DateLexicon
    /// How `1/11/2025` is read: the day first, or the month as in the United States.
    private let dayFirst: Bool

    package init(lexicon: DateLexicon, dayFirst: Bool) {
        self.lexicon = lexicon
        self.dayFirst = dayFirst
    }

    /// The dates of at least month precision, in the order of the text; only its first `limit` scalars are read.
    package func dates(in text: String, limit: Int = 4000) -> [Found] {
        guard Self.mayHoldDate(text) else { return [] }
        let tokens = Self.tokens(of: text, limit: limit)
        var found: [Found] = []
        var index = 0
        while index < tokens.count {
            if let match = match(tokens, at: index) {
                let range = tokens[index].scalars.lowerBound..<tokens[index + match.count - 1].scalars.upperBound
                found.append(Found(date: match.date, scalars: range))
                index += match.count
            } else {
                index += 1
            }
        }
        return found
    }

    /// Every form has at least a year of two digits and a day beside it, or one of four.
    private static func mayHoldDate(_ text: String) -> Bool {
        var digits = 0
        for byte in text.utf8 {
            if byte &- 0x30 < 10 { digits += 1 } else if leadsToDigit(byte) { return true }
            if digits >= 3 { return true }
        }
        return false
    }

    fileprivate typealias Tokens = [(token: Token, scalars: Range<Int>)]
    private typealias Match = (date: PartialDate, count: Int)

    private func match(_ tokens: Tokens, at index: Int) -> Match? {
        switch tokens[index].token {
        case .number(let value, 4): return yearFirst(Cursor(tokens, index), year: value)
        case .number(let value, 1...2): return dayOrMonthFirst(Cursor(tokens, index), first: value)
        case .number(let value, 8) where value < 2200_0000:
            return Self.date(year: value / 10000, month: value / 100 % 100, day: value % 100).map { ($0, 1) }
        case .word(let word):
            guard let month = lexicon.month(word) else { return nil }
            return monthFirst(Cursor(tokens, index), month: month)
        default: return nil
        }
    }

    private func yearFirst(_ start: Cursor, year: Int) -> Match? {
        var cursor = start
        if cursor.take(wordStarting: ["년", "年"]) {
            guard let month = cursor.takeNumber(digits: 1...2), cursor.take(wordStarting: ["월", "月"]) else {
                return nil
            }
            var day = cursor
            if let number = day.takeNumber(digits: 1...2), day.take(wordStarting: ["일", "日", "号"]) {
                return Self.date(year: year, month: month, day: number).map { ($0, day.distance(from: start)) }
            }
            return Self.date(year: year, month: month, day: nil).map { ($0, cursor.distance(from: start)) }
        }
        guard let sign = cursor.takeSign(["-", ".", "/", "‐", "–"]),
            let month = cursor.takeNumber(digits: 1...2) ?? cursor.takeMonth(lexicon)
        else { return nil }
        guard cursor.takeSign([sign]) != nil, let day = cursor.takeNumber(digits: 1...2) else { return nil }
        return Self.numericDate(year: year, month: month, day: day).map { ($0, cursor.distance(from: start)) }
    }

    private func dayOrMonthFirst(_ start: Cursor, first: Int) -> Match? {
        var cursor = start
        var numeric = cursor
        if let sign = numeric.takeSign(["-", ".", "/"]), let second = numeric.takeNumber(digits: 1...2),
            numeric.takeSign([sign]) != nil, let year = numeric.takeYear()
        {
            let isDayFirst = second > 12 ? false : first > 12 ? true : sign == "/" ? dayFirst : true
            let (day, month) = isDayFirst ? (first, second) : (second, first)
            return Self.numericDate(year: year, month: month, day: day).map { ($0, numeric.distance(from: start)) }
        }
        _ = cursor.takeSign([".", "-", "/", ",", "º", "ª"])
        while cursor.take(where: lexicon.isFiller) {}
        if cursor.take(where: lexicon.isMonthWord), let month = cursor.takeNumber(digits: 1...2) {
            _ = cursor.takeSign([",", "-", "/"])
            _ = cursor.take(where: lexicon.isYearWord)
            guard let year = cursor.takeNumber(digits: 4...4) else { return nil }
            return Self.date(year: year, month: month, day: first).map { ($0, cursor.distance(from: start)) }
        }
        if let month = cursor.takePersianMonth(lexicon) {
            _ = cursor.takeSign(["،", ","])
            guard let year = cursor.takeNumber(digits: 4...4) else { return nil }
            return Self.persianDate(year: year, month: month, day: first).map { ($0, cursor.distance(from: start)) }
        }
        guard let month = cursor.takeMonth(lexicon) else { return nil }
        // `24 نيسان / أبريل 2020` names the month twice.
        var again = cursor
        if again.takeSign(["/"]) != nil, again.takeMonth(lexicon) == month { cursor = again }
        _ = cursor.takeSign([".", ",", "-", "/", "’", "'"])
        _ = cursor.takeSign([","])
        // An era may be written as an abbreviation: `พ.ศ.`
        while cursor.take(where: lexicon.isFiller) { _ = cursor.takeSign(["."]) }
        guard let year = cursor.takeYear() else { return nil }
        return Self.date(year: year, month: month, day: first).map { ($0, cursor.distance(from: start)) }
    }

    private func monthFirst(_ start: Cursor, month: Int) -> Match? {
        var cursor = start
        _ = cursor.takeSign([".", "-", "/"])
        if let day = cursor.takeNumber(digits: 1...2) {
            while cursor.take(where: lexicon.isFiller) {}
            _ = cursor.takeSign([",", ".", "-", "/"])
            while cursor.take(where: lexicon.isFiller) {}
            guard let year = cursor.takeNumber(digits: 4...4) else { return nil }
            return Self.date(year: year, month: month, day: day).map { ($0, cursor.distance(from: start)) }
        }
        _ = cursor.takeSign([","])
        while cursor.take(where: lexicon.isFiller) {}
        guard let year = cursor.takeNumber(digits: 4...4) else { return nil }
        return Self.date(year: year, month: month, day: nil).map { ($0, cursor.distance(from: start)) }
    }

    /// A day of the Persian calendar, which is written as one of the Gregorian.
    private static func persianDate(year: Int, month: Int, day: Int) -> PartialDate? {
        PersianCalendar.gregorian(year: year, month: month, day: day).flatMap {
            date(year: $0.year, month: $0.month, day: $0.day)
        }
    }

    /// A day in numbers, of the Gregorian calendar or, by its year, of the Persian.
    private static func numericDate(year: Int, month: Int, day: Int) -> PartialDate? {
        PersianCalendar.years.contains(year)
            ? persianDate(year: year, month: month, day: day) : date(year: year, month: month, day: day)
    }

    /// A date of the Gregorian calendar between 1900 and 2199; years from 2500 to 2650 count in the Buddhist era, as Thailand
    /// writes them.
    package static func date(year: Int, month: Int, day: Int?) -> PartialDate? {
        let year = (2500...2650).contains(year) ? year - 543 : year
        guard (1900...2199).contains(year) else { return nil }
        let head = "\(year)-\(month < 10 ? "0" : "")\(month)"
        guard let day else { return PartialDate(head) }
        return PartialDate("\(head)-\(day < 10 ? "0" : "")\(day)")
    }
}

extension DateScanner {
    /// Walks over tokens behind the one that a form begins with.
    fileprivate struct Cursor {
        private let tokens: Tokens
        private let start: Int
        private var next: Int

        init(_ tokens: Tokens, _ index: Int) {
            self.tokens = tokens
            start = index
            next = index + 1
        }

        /// How many tokens have been taken, the first included.
        func distance(from other: Cursor) -> Int { next - other.start }

        private var token: Token? { next < tokens.count ? tokens[next].token : nil }

        mutating func takeSign(_ signs: [Unicode.Scalar]) -> Unicode.Scalar? {
            guard case .sign(let sign)? = token, signs.contains(sign) else { return nil }
            next += 1
            return sign
        }

        mutating func takeNumber(digits: ClosedRange<Int>) -> Int? {
            guard case .number(let value, let count)? = token, digits.contains(count) else { return nil }
            next += 1
            return value
        }

        /// A year of four digits, or one of two that is no time of day.
        mutating func takeYear() -> Int? {
            if let year = takeNumber(digits: 4...4) { return year }
            var ahead = self
            guard let short = ahead.takeNumber(digits: 2...2), ahead.takeSign([":", "."]) == nil || ahead.token == nil
            else { return nil }
            if case .number? = ahead.token { return nil }
            next += 1
            return short < 70 ? 2000 + short : 1900 + short
        }

        mutating func takeMonth(_ lexicon: DateLexicon) -> Int? {
            guard case .word(let word)? = token, let month = lexicon.month(word) else { return nil }
            next += 1
            return month
        }

        mutating func takePersianMonth(_ lexicon: DateLexicon) -> Int? {
            guard case .word(let word)? = token, let month = lexicon.persianMonth(word) else { return nil }
            next += 1
            return month
        }

        mutating func take(where matches: (String) -> Bool) -> Bool {
            guard case .word(let word)? = token, matches(word) else { return false }
            next += 1
            return true
        }

        mutating func take(wordStarting starts: [String]) -> Bool {
            take { word in starts.contains { word.hasPrefix($0) } }
        }
    }

    fileprivate static func tokens(of text: String, limit: Int) -> Tokens {
        var tokens: Tokens = []
        let scalars = Array(text.unicodeScalars.prefix(limit))
        var index = 0
        while index < scalars.count {
            let start = index
            let scalar = scalars[index]
            if WhiteSpace.contains(scalar) {
                index += 1
            } else if let digit = digit(scalar) {
                var value = digit
                index += 1
                while index < scalars.count, let digit = Self.digit(scalars[index]) {
                    if index - start < 12 { value = value * 10 + digit }
                    index += 1
                }
                tokens.append((.number(value, digits: index - start), start..<index))
            } else if isLetter(scalar) {
                index += 1
                while index < scalars.count, isLetter(scalars[index]) { index += 1 }
                tokens.append((.word(word(scalars[start..<index])), start..<index))
            } else {
                tokens.append((.sign(scalar), start..<index + 1))
                index += 1
            }
        }
        return tokens
    }

    /// The word in lower case.
    private static func word(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        if scalars.allSatisfy({ $0.value < 0x80 }) {
            return String(unsafeUninitializedCapacity: scalars.count) { bytes in
                for (index, scalar) in scalars.enumerated() { bytes[index] = UInt8(scalar.value) | 0x20 }
                return scalars.count
            }
        }
        var word = String.UnicodeScalarView()
        word.append(contentsOf: scalars)
        return String(word).lowercased()
    }

    /// The value of a decimal digit: European, Arabic, Persian, Devanagari, Bengali, Thai, Lao or full width.
    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        for zero: UInt32 in [0x30, 0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xED0, 0xFF10]
        where (zero...zero + 9).contains(scalar.value) {
            return Int(scalar.value - zero)
        }
        return nil
    }

    /// Whether a byte of UTF-8 may begin a digit that is not European.
    private static func leadsToDigit(_ byte: UInt8) -> Bool {
        byte == 0xD9 || byte == 0xDB || byte == 0xE0 || byte == 0xEF
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 128
            ? (65...90).contains(scalar.value & ~0x20)
            : scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
    }
}
