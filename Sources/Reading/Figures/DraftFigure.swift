// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// A number with what it counts, before parties have their final names.
struct DraftFigure: Sendable {
    let passage: Int
    let indicator: String
    let value: Double
    let upper: Double?
    var relation: Figure.Comparison
    let unit: String
    let scope: Int?
    let asOf: DatedValue?
    let saidBy: Int?
    /// The words from the number to what it counts and where.
    let tokens: Range<Int>
}
