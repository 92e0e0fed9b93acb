// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// A number that a text gives, with its unit and how it is to be taken; what it counts is not part of it.
package struct QuantityExpression: Hashable, Sendable {
    /// What sort of number it is.
    package enum Kind: String, Hashable, Sendable, Codable {
        case cardinal, ordinal, rank, place, money, percent, length, area, volume, weight, speed, temperature, angle,
            age
        case information, energy
    }

    /// What a relative place such as `the last but one` counts from.
    package enum Origin: String, Hashable, Sendable, Codable { case end, current }

    /// The bare number, or from the lower to the upper bound of a range.
    package var range: TextRange
    /// The number with its unit.
    package var measure: TextRange
    /// The number with its unit and the words that say how exact it is.
    package var phrase: TextRange
    package var kind: Kind
    /// The number in `unit`, or the lower bound of a range.
    package var value: Double
    /// The upper bound of a range.
    package var upper: Double?
    package var relation: Figure.Comparison
    /// ISO 4217 for money, `%`, the unit's symbol; `nil` for a bare number.
    package var unit: String?
    /// The unit's name in the singular, such as `square meter`.
    package var unitName: String?
    /// Whether the unit's code is only the usual reading, as for a dollar without its country.
    package var unitIsAssumed: Bool
    /// The last magnitude word or abbreviation, such as 1,000,000 for `million`; 1 without one.
    package var magnitude: Double
    /// Whether the number is written with words only.
    package var isSpelled: Bool
    /// The places of the two bounds of a range.
    package var bounds: [TextRange]
    /// Whether each bound belongs to the range; `more than 20 and at most 35` leaves 20 out.
    package var includesBounds = [true, true]
    /// What a relative place counts from; `value` is then the offset.
    package var origin: Origin?
    /// The superlative that a rank belongs to, as `largest` in `third-largest`.
    package var superlative: TextRange?
}
