// SPDX-License-Identifier: Apache-2.0

import Cooperation

extension Commitment: LedgerContent {
    package var sort: String { force.rawValue }
    package var heading: String { what }
    /// A commitment is found by the day on which it is due.
    package var date: DatedValue? { deadline }
    package var content: Entry.Content { .commitment(self) }

    package mutating func rewriteParties(_ rewrite: (_ role: String, _ id: String) throws -> String) rethrows {
        by = try by.map { try rewrite("by", $0) }
    }

    package mutating func rewriteDates(
        _ rewrite: (_ field: String, _ date: DatedValue) throws -> DatedValue
    ) rethrows {
        deadline = try deadline.map { try rewrite("deadline", $0) }
    }
}
