// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// A conflict between two parties before they have their final names.
struct DraftConflict: Sendable {
    /// One side's proof.
    struct Side: Sendable {
        let party: Int
        let passage: Int
        let tokens: Range<Int>
    }

    let kind: Conflict.Kind
    let first: Side
    let second: Side
    /// The party that is likely wrong.
    let odd: Int?
    let reason: String
}
