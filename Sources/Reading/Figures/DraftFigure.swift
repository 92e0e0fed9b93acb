// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// A number with what it counts, before parties have their final names.
struct DraftFigure: Sendable {
    let passage: Int
    var indicator: String
    let value: Double
    let upper: Double?
    var relation: Figure.Comparison
    let unit: String
    var scope: Int?
    var asOf: DatedValue?
    let saidBy: Int?
    /// The words from the number to what it counts and where.
    var tokens: Range<Int>
}
