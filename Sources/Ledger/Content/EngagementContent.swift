// SPDX-License-Identifier: Apache-2.0

import Cooperation

extension Engagement: LedgerContent {
    package var sort: String { type.rawValue }
    package var heading: String { title }
    package var content: Entry.Content { .engagement(self) }

    package mutating func rewriteParties(_ rewrite: (_ role: String, _ id: String) throws -> String) rethrows {
        for index in participants.indices {
            let participant = participants[index]
            participants[index].party = try rewrite(participant.role.rawValue, participant.party)
        }
        place = try place.map { try rewrite("place", $0) }
    }

    package mutating func rewriteEntries(_ rewrite: (_ field: String, _ id: String) throws -> String) rethrows {
        partOf = try partOf.map { try rewrite("partOf", $0) }
    }

    package mutating func rewriteDates(
        _ rewrite: (_ field: String, _ date: DatedValue) throws -> DatedValue
    ) rethrows {
        date = try date.map { try rewrite("date", $0) }
    }
}
