// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// A relation before parties have their final names.
struct DraftRelation: Sendable {
    let type: Relation.Form
    let subject: Int
    let object: Int
    var rank: Int?
    var scope: Telling?
    var asOf: DatedValue?
    var tellings: [Telling]

    /// Whether both tell of the same two parties, whichever way round where the relation has none.
    func isSame(as other: DraftRelation) -> Bool {
        guard type == other.type, rank == nil || other.rank == nil || rank == other.rank else { return false }
        return subject == other.subject && object == other.object
            || type == .sisterCity && subject == other.object && object == other.subject
    }
}
