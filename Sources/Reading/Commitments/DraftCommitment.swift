// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Something that somebody wants done, before parties have their final names.
struct DraftCommitment: Sendable {
    let passage: Int
    let by: [Int]
    var force: Commitment.Force
    /// What is to be done.
    let what: Range<Int>
    let measure: Range<Int>?
    let target: Commitment.Amount?
    let baseline: Commitment.Amount?
    let deadline: DatedValue?
    /// The words from whoever binds themselves to the end of what they want.
    let tokens: Range<Int>
}
