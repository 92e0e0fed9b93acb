// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// A project of cooperation, before parties have their final names.
struct DraftProgramme: Sendable {
    /// One place in the text that tells of it.
    struct Telling: Sendable, Hashable {
        let passage: Int
        let tokens: Range<Int>
    }

    /// Its own name, if it has one.
    let name: String?
    /// The words that describe it.
    let description: String
    /// What it is about.
    let topics: [String]
    var parties: [Int]
    var tellings: [Telling]
}
