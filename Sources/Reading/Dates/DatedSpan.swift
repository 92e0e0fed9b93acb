// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Words of a passage that name a date, with the date they stand for.
struct DatedSpan: Sendable {
    /// The words, without a preposition before them.
    let tokens: Range<Int>
    /// The date; `nil` for words such as "the same day", which take the date of the event told before.
    let date: DatedValue?
    /// What the words go back to, where they take the date of an event told before.
    let backReference: BackReference?
    /// The word before the date that says how it is to be taken.
    let modifier: TimeModifier?
    /// The date if the words speak of something to come.
    let future: PartialDate?
    /// How many days after the date named before it, if it is counted so: 1 for "the following day".
    var daysOn: Int?

    /// Whether something that happens can happen at this date, rather than since or until it.
    var isMoment: Bool {
        switch modifier {
        case .since, .until, .by, .before, .after, .from, .moreThan, .lessThan, .atLeast, .atMost: false
        case nil, .on, .about, .during, .start, .middle, .end: true
        }
    }

    /// The date for an event of this modality.
    func date(for modality: Modality) -> DatedValue? {
        guard var date, modality != .actual, let future, date.basis == .inferred else { return date }
        date.value = future
        return date
    }
}
