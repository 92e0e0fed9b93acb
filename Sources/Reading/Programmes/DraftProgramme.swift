// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// A project of cooperation, before parties have their final names.
struct DraftProgramme: Sendable {
    /// Its own name, if it has one.
    let name: String?
    /// The words that describe it.
    let description: String
    /// What it is about.
    let topics: [String]
    var parties: [Int]
    var tellings: [Telling]
    /// The sum that it is, with its unit.
    var sum: Sum?

    /// An amount of money.
    struct Sum: Hashable, Sendable {
        let value: Double
        let unit: String
    }
}
