// SPDX-License-Identifier: Apache-2.0

/// What is brought together in one round; a later round counts on the records of the earlier ones.
package enum MatchRound: String, Hashable, Sendable, CaseIterable {
    /// Organisations, cities, countries and the rest that can have office-holders.
    case bodies
    /// Persons, who are also known by the bodies whose offices they hold.
    case persons
    /// Entries, which are also known by those who take part.
    case entries

    /// The score from which on two items that stand on one page may be one, since the reader took them for two.
    var scoreInsideOnePage: Double { self == .entries ? .infinity : 0.9 }
}
