// SPDX-License-Identifier: Apache-2.0

import Cooperation

extension Statement: LedgerContent {
    package var sort: String { direct ? "direct" : "indirect" }
    package var heading: String { text }
    /// A statement is found by the day on which its source was published.
    package var date: DatedValue? { nil }
    package var content: Entry.Content { .statement(self) }

    package mutating func rewriteParties(_ rewrite: (_ role: String, _ id: String) throws -> String) rethrows {
        speaker = try speaker.map { try rewrite("speaker", $0) }
    }

    package mutating func rewriteDates(
        _ rewrite: (_ field: String, _ date: DatedValue) throws -> DatedValue
    ) rethrows {}
}
