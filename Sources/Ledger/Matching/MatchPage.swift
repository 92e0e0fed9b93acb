// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// A page whose items are to be brought together with those of others: its reading, and what earlier rounds found.
package struct MatchPage: Decodable, Sendable {
    /// The record that an earlier round gave to a party of the page.
    package struct Placed: Decodable, Hashable, Sendable {
        /// The record's name.
        package let record: String
        /// What the record is, such as a city that this page has as a place.
        package let kind: Party.Kind
    }

    /// The parts of a reading that matter here.
    struct Part: Decodable, Sendable {
        let source: Source
        let parties: [Party]
        let entries: [Entry]
    }

    /// The page's name, unique among those that are compared.
    package let key: String
    let reading: Part
    /// The records of parties by their short ids.
    let records: [String: Placed]?

    /// The day from which the page counts.
    var seen: String? {
        reading.source.published.map { DaySpan($0.value).first }
            ?? reading.source.retrieved.map { String($0.prefix(10)) }
    }
}
