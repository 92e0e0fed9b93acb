// SPDX-License-Identifier: Apache-2.0

import Cooperation

extension Institution: LedgerContent {
    package var sort: String { state.rawValue }
    package var heading: String { name }
    /// An institution is found by the day on which its source was published.
    package var date: DatedValue? { nil }
    package var content: Entry.Content { .institution(self) }

    package mutating func rewriteParties(_ rewrite: (_ role: String, _ id: String) throws -> String) rethrows {
        of = try of.map { try rewrite("of", $0) }
        place = try place.map { try rewrite("place", $0) }
    }

    package mutating func rewriteDates(
        _ rewrite: (_ field: String, _ date: DatedValue) throws -> DatedValue
    ) rethrows {}
}
