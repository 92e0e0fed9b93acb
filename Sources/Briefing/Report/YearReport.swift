// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Ledger

/// A year of a city or country with its partners: visits in and out, agreements by type, programmes, dormant ties.
package struct YearReport: Sendable {
    /// One row in the shape of local-government exchange statistics.
    package struct Row: Hashable, Sendable {
        /// The country of the partner as an ISO 3166 code, where it is known.
        package let country: String
        /// The partner, where it is a city.
        package let city: String
        /// The field of exchange, a key of the words for `field`.
        package let field: String
        /// When, as stated.
        package let date: String
        /// Whether the partner is a `sister` city, a `friendship` city, or neither.
        package let tie: String
        /// Whether the partner came (`in`), was visited (`out`), or neither.
        package let direction: String
        /// The kind of entry.
        package let kind: String
        /// The finer kind, such as `visit`.
        package let form: String
        /// What.
        package let heading: String
        /// The words that prove it.
        package let quote: String
        /// Where they stand.
        package let source: String
    }

    /// A sister or friendship tie that is in force at the end of the year.
    package struct Tie: Hashable, Sendable {
        /// The country of the partner as an ISO 3166 code, where it is known.
        package let country: String
        /// The partner.
        package let city: String
        /// `sister` or `friendship`.
        package let tie: String
        /// Since when, as stated.
        package let date: String
        /// The words that prove it.
        package let quote: String
        /// Where they stand.
        package let source: String
    }

    /// Whom it is about.
    package let subject: String
    /// The year.
    package let year: Int
    /// Occasions, agreements and programmes of the year, in the order of their dates.
    package let rows: [Row]
    /// The ties at its end, by country and partner.
    package let ties: [Tie]
    /// Ties that have had no contact for a year at its end: the partner and the last day.
    package let dormant: [(partner: String, day: String)]
    let words: Words

    /// Gathers the year of the party called `name`.
    package init(_ ledger: Ledger, about name: String, year: Int, in words: Words) throws {
        guard let id = try ledger.partyIds(named: name).first else { throw BriefingError(.unknownParty, name) }
        var maker = try YearReportMaker(ledger, try ledger.record(id), year: year, words: words)
        subject = maker.mine.row.heading
        self.year = year
        self.words = words
        rows = try maker.rows()
        ties = maker.allTies
        dormant = try maker.dormant()
    }

    /// How many occasions, agreements and programmes there are of each value of `key`, the most first; each counts once.
    package func counts(_ key: (Row) -> String, where isCounted: (Row) -> Bool = { _ in true }) -> [(String, Int)] {
        let groups = Dictionary(grouping: rows.filter(isCounted), by: key)
        return groups.map { ($0, Set($1.map { "\($0.kind)\n\($0.date)\n\($0.heading)" }).count) }
            .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    }
}
