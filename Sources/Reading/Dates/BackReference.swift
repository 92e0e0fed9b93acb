// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// Words that take their day from an occasion told before: "the same afternoon", "on the last day".
struct BackReference: Sendable {
    /// Which day of it is meant.
    enum Day: Sendable, Hashable {
        /// The day itself.
        case same
        /// A day of a stay, counted from 0; -1 is the last.
        case ofStay(Int)
        /// So many days after it.
        case later(Int)
    }

    /// The words.
    let words: Evidence
    let day: Day
    /// Whether the words only name a part of some day: "in the evening".
    var isLoose = false

    /// The date meant, where `lastDay` is the day and `stay` the time of the stay told last.
    func date(lastDay: DatedValue?, stay: DatedValue?) -> DatedValue? {
        let base: DatedValue?
        switch day {
        case .same: base = lastDay
        case .later(let days):
            base = lastDay.flatMap { last in
                guard let month = last.value.start.month, let day = last.value.start.day, abs(days) < 1000 else {
                    return nil
                }
                return PartialDate(CivilDay(last.value.start.year, month, day) + days).map {
                    DatedValue(value: $0, basis: .inferred, premises: last.premises)
                }
            }
        case .ofStay(let number): base = stay.flatMap { Self.day(number, of: $0) }
        }
        return base.map { base in
            DatedValue(
                value: base.value, basis: .inferred,
                premises: (base.premises + [words]).sorted { $0.range.start < $1.range.start })
        }
    }

    private static func day(_ number: Int, of stay: DatedValue) -> DatedValue? {
        // Of a stay whose end is not told, the first days are known, and the last is not.
        guard number >= 0 || stay.value.end != nil,
            let moment = number < 0 ? stay.value.end : stay.value.start, let month = moment.month, let day = moment.day
        else { return nil }
        let meant = CivilDay(moment.year, month, day) + max(number, 0)
        if let end = stay.value.end, let lastMonth = end.month, let lastDay = end.day,
            meant > CivilDay(end.year, lastMonth, lastDay)
        {
            return nil
        }
        return PartialDate(meant).map { DatedValue(value: $0, basis: .inferred, premises: stay.premises) }
    }
}

/// Words by which days are told from an occasion told before.
struct DayLexicon: Sendable, Decodable {
    /// Words for the day of the occasion itself: `same`.
    let same: Set<String>
    /// Nouns for a day or a part of it.
    let dayNouns: WordList
    /// Phrases for a part of the day that was told of last: "in the evening".
    let partsOfDay: Phrases
    /// Words behind them that tell of another day: "in the evening of 9 June".
    let partsOwners: Set<String>
    /// Words that count the days of a stay, from 0; -1 is the last.
    let ordinals: [String: Int]
    /// Words before those.
    let determiners: Set<String>
    /// Nouns whose number says how many years have gone by.
    let anniversaries: Set<String>

    /// Phrases, each written as its words.
    struct Phrases: Sendable, Decodable {
        let index: PhraseIndex<Void>

        init(from decoder: any Decoder) throws {
            index = PhraseIndex(try [[String]](from: decoder).map { ($0, ()) })
        }
    }

    /// Where a phrase for a part of the day told of last ends that begins at the token.
    func partOfDay(at token: Int, in tokens: [Token]) -> Int? {
        for (words, _) in partsOfDay.index.phrases(beginningWith: tokens[token].lower) {
            let end = token + words.count
            guard end <= tokens.count, zip(words, tokens[token..<end]).allSatisfy({ $0 == $1.lower }) else { continue }
            return end < tokens.count && partsOwners.contains(tokens[end].lower) ? nil : end
        }
        return nil
    }

    /// The reference whose noun is the token, with its first token.
    func reference(at token: Int, in tokens: [Token]) -> (start: Int, day: BackReference.Day)? {
        guard token > 0, dayNouns.contains(tokens[token].lower) else { return nil }
        let word = tokens[token - 1].lower
        let isDetermined = token > 1 && determiners.contains(tokens[token - 2].lower)
        if same.contains(word), isDetermined { return (token - 2, .same) }
        if same.contains(word), tokens[token - 1].tag == "DT" { return (token - 1, .same) }
        if isDetermined, let number = ordinals[word] { return (token - 2, .ofStay(number)) }
        return nil
    }
}

extension PartialDate {
    /// A day of the calendar; `nil` past the years that EDTF writes with four digits.
    fileprivate init?(_ day: CivilDay) {
        let (year, month, day) = day.fields
        let digits = [(year, 4), (month, 2), (day, 2)].map { number, length in
            String(repeating: "0", count: max(0, length - String(number).count)) + String(number)
        }
        self.init(digits.joined(separator: "-"))
    }
}
