// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Words of a passage that name a date, with the date they stand for.
struct DatedSpan: Sendable {
    /// The words, without a preposition before them.
    let tokens: Range<Int>
    /// The date; `nil` for words such as "the same day", which take the date of the event told before.
    let date: DatedValue?
}
