// SPDX-License-Identifier: Apache-2.0

/// One place in the text that tells of something: a passage by its number, and tokens of it.
struct Telling: Sendable, Hashable {
    let passage: Int
    let tokens: Range<Int>
}
