// SPDX-License-Identifier: Apache-2.0

import Cooperation

extension Programme: LedgerContent {
    package var sort: String { topics.first ?? "" }
    package var heading: String { name ?? description ?? "" }
    /// A programme is found by the day on which its source was published.
    package var date: DatedValue? { nil }
    package var content: Entry.Content { .programme(self) }

    package mutating func rewriteParties(_ rewrite: (_ role: String, _ id: String) throws -> String) rethrows {
        parties = try parties.map { try rewrite("party", $0) }
    }

    package mutating func rewriteDates(
        _ rewrite: (_ field: String, _ date: DatedValue) throws -> DatedValue
    ) rethrows {}
}
