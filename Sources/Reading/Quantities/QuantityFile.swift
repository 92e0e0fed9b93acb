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
        /// Abbreviations that hold only after the larger unit (`5 ft 2 in`).
        var partSymbols: [String]?
        /// The unit that this is a part of, and how many make one.
        var partOf: String?
        var parts: Double?
        /// The name of the unit that is meant instead where one of the words of `near` stands close by.
        var insteadOf: String?
        var near: [String]?
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
        /// Words before a rank, and abbreviations that need digits after them.
        var rankOpeners: [String]
        var rankAbbreviations: [String]
        var superlatives: [String]
        var notOneBefore: [String]
        var notOneAfter: [String]
        var notHalfBefore: [String]
        /// Phrases after a bound that make it belong to the range.
        var inclusive: [String]
        /// Words between two neighbouring numbers, as in `five or six`.
        var eitherTies: [String]
        /// Letters that name a generation after one digit (`5G`) although they are magnitudes too.
        var generationLetters: [String]
        /// Endings of words that are superlatives.
        var superlativeEndings: [String]
        /// Words that leave the count of a magnitude open: `a few hundred`.
        var vagueCounts: [String]
        /// Phrases between the two numbers of a ratio, as in `one in five`; the first only after one.
        var ratioTies: [String]
        /// Words between a lower and an upper bound.
        var pairTies: [String]
        /// Places counted from the end or from the current one: origin, then offset, then phrases.
        var relatives: [String: [String: [String]]]
    }

    var numbers: NumberWords.Lists
    var units: [Unit]
    var relations: Relations
    var words: Words
}
