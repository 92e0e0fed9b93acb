// SPDX-License-Identifier: Apache-2.0

/// Names of what a pattern can take out of a text.
package enum TimeSlot: String, Sendable, CaseIterable {
    case year, month, day, weekday, week, quarter, half, season, decade, century, era, fiscal, holiday
    case hour, minute, second, meridiem, daypart, zone, definite
    case unit, count, offset, ordinal, edge, rel, reference, times, fraction
    case date, clock, from, to, of, day2, part, sign, plural
}

/// What one place of a pattern takes.
enum TimeTerminal: Hashable, Sendable {
    /// A word of a list, with the list's number.
    case list(Int)
    case dash, apostrophe
    /// 1 to 31 in digits, as an ordinal in digits or words, or in words.
    case day
    /// An ordinal from 1 to 31.
    case ordinalDay
    /// Two digits or one: a month or a day of the month; `dayNumber` without any suffix.
    case monthNumber, dayNumber
    /// Four digits, 1000 to 2999; two digits; one to four digits; the year in words.
    case year, shortYear, anyYear, spokenYear
    /// Four digits whatever stands around them.
    case fullYear
    /// Eight digits that spell a date.
    case compactDate
    /// Four digits that spell a time.
    case compactTime
    case hour, minute, hourWord, minuteWord
    /// A number in digits or words; a whole one; an ordinal.
    case count, whole, ordinal
}

extension TimeTerminal {
    /// How many terminals read numbers that may be words.
    static let numbers = 8

    /// Which of those it is, from 0.
    var number: Int? {
        switch self {
        case .day: 0
        case .ordinalDay: 1
        case .spokenYear: 2
        case .hourWord: 3
        case .minuteWord: 4
        case .count: 5
        case .whole: 6
        case .ordinal: 7
        default: nil
        }
    }
}

/// One step of a compiled pattern.
enum TimeStep: Sendable {
    case word(Int32)
    case take(TimeTerminal, TimeSlot)
    case call(Int, TimeSlot)
    /// Requires that no white space stands before the next piece.
    case glue
    /// Tries the first target, then the second.
    case split(Int, Int)
    case jump(Int)
    case done

    /// Whether the step takes no piece.
    var isFree: Bool {
        switch self {
        case .word, .take, .call: false
        case .glue, .split, .jump, .done: true
        }
    }
}

/// What a rule makes of the parts that it took.
enum TimeBuild: String, Sendable {
    case calendar, unit, weekday, nthWeekday, again, shift, window, part, edge, interval, dayInterval, yearInterval,
        clock, clockInterval
    case moment, duration, set, vague, pass
}

/// What has to hold around a match.
enum TimeGuard: String, Sendable {
    /// A month's name that is also another word.
    case month
    /// A bare year: the words around it must let it be one.
    case year
    /// A bare year of a loose form, only after a preposition.
    case strictYear
    /// A numeric date without a year: after a preposition or another date.
    case context
    /// Nothing that could belong to it may follow.
    case closed
    /// A season that is also another word.
    case season
    /// `in two days`: no word of the past in the sentence.
    case notPast
    /// A bare hour: only after a preposition of time.
    case hour
    /// Not after a number or a rate.
    case notRate
    /// Words that have other meanings too need a capital or a preposition.
    case names
    /// Not a range of counts.
    case uncounted
}

/// One compiled pattern.
struct TimeRule: Sendable {
    /// Where its steps begin among those of all rules.
    var start: Int
    var build: TimeBuild
    var constants: [(TimeSlot, Double)]
    var condition: TimeGuard?
    var emits: Bool
    /// The fewest pieces that it can take.
    var shortest: Int
}

/// A word that is wrong in a grammar's resource file.
package struct GrammarError: Error, CustomStringConvertible, Sendable {
    /// The file, the place in it, and what to do.
    package let description: String

    /// Makes the message.
    package init(file: String, place: String, message: String) {
        description = "\(file): \(place): \(message)"
    }
}
