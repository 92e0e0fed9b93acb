// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// A language's resource file of numbers, units and the words around them.
struct QuantityFile: Codable {
    /// One unit with the ways to write it.
    struct Unit: Codable {
        var kind: QuantityExpression.Kind
        /// ISO 4217 for money, `%`, or the unit's symbol.
        var code: String
        /// The unit's name in the singular.
        var name: String
        /// Phrases that follow a number.
        var after: [String]
        /// Phrases that stand before a number.
        var before: [String]?
        /// Symbols that follow digits; capitals count.
        var symbols: [String]?
        /// The unit that this is a part of, and how many make one.
        var partOf: String?
        var parts: Double?
        /// Whether the code is only the usual reading (a dollar without its country).
        var assumed: Bool?
    }

    /// Phrases that say how the true number relates to the one given.
    struct Relations: Codable {
        var before: [String: [String]]
        var after: [String: [String]]
    }

    /// The words that ranges, ranks and guards need.
    struct Words: Codable {
        var rangeOpeners: [String]
        var rangeTies: [String]
        var betweenOpeners: [String]
        var betweenTies: [String]
        var rankOpeners: [String]
        var superlatives: [String]
        var notOneBefore: [String]
        var notOneAfter: [String]
        var notHalfBefore: [String]
    }

    var numbers: NumberWords.Lists
    var units: [Unit]
    var relations: Relations
    var words: Words
}
