// SPDX-License-Identifier: Apache-2.0

/// What one text adds to a score: how much there is to find, how much was read, and how much of that is right.
package struct Tally: Hashable, Sendable {
    /// What the gold wants.
    package var gold = 0
    /// What was read.
    package var read = 0
    /// What of it is right.
    package var right = 0

    /// A tally; nothing by default.
    package init(gold: Int = 0, read: Int = 0, right: Int = 0) {
        self.gold = gold
        self.read = read
        self.right = right
    }

    /// The share of what was read that is right; 0 where nothing was read.
    package var precision: Double { read > 0 ? Double(right) / Double(read) : 0 }
    /// The share of the gold that was read right; 0 where there is no gold.
    package var recall: Double { gold > 0 ? Double(right) / Double(gold) : 0 }
    /// The harmonic mean of both; 1 where there was nothing to find and nothing was read.
    package var f1: Double { gold + read > 0 ? Double(2 * right) / Double(gold + read) : 1 }

    /// Both together.
    package static func + (left: Tally, right: Tally) -> Tally {
        Tally(gold: left.gold + right.gold, read: left.read + right.read, right: left.right + right.right)
    }
}
