// SPDX-License-Identifier: Apache-2.0

/// What the words of one language say about numbers, indexed by the vocabulary's numbers.
package struct NumberWords: Sendable {
    /// The part that a word plays in building a number.
    package enum Part: UInt8, Sendable {
        /// Zero to nineteen.
        case unit
        /// Twenty to ninety.
        case ten
        /// The word for a hundred.
        case hundred
        /// Thousand, million, lakh …
        case scale
        /// A dozen and its like.
        case collective
    }

    /// The lists of a resource file.
    package struct Lists: Codable, Sendable {
        package var unit: [String: Double]
        package var ten: [String: Double]
        package var hundred: [String: Double]
        package var scale: [String: Double]
        package var collective: [String: Double]
        package var shortScale: [String: Double]
        package var fraction: [String: Double]
        package var fractionPlural: [String: Double]
        package var ordinal: [String: Double]
        package var ordinalSuffix: [String]
        package var article: [String]
        package var and: [String]
        package var of: [String]
        package var point: [String]
        package var negative: [String]
        package var over: [String]
    }

    private var parts: [Part?] = []
    private var values: [Double] = []
    private var shortScales: [Double] = []
    private var fractions: [Double] = []
    private var pluralFractions: [Double] = []
    private var ordinals: [Double] = []
    private var flags: [UInt8] = []

    /// Enters the lists into a vocabulary; call before any other word is looked up.
    package init(lists: Lists, vocabulary: inout Vocabulary) {
        for (part, words) in [
            (Part.unit, lists.unit), (.ten, lists.ten), (.hundred, lists.hundred), (.scale, lists.scale),
            (.collective, lists.collective),
        ] {
            for (word, value) in words.sorted(by: { $0.key < $1.key }) {
                let number = enter(word, &vocabulary)
                parts[number] = part
                values[number] = value
            }
        }
        for (word, value) in lists.shortScale.sorted(by: { $0.key < $1.key }) {
            shortScales[enter(word, &vocabulary)] = value
        }
        for (word, value) in lists.fraction.sorted(by: { $0.key < $1.key }) {
            fractions[enter(word, &vocabulary)] = value
        }
        for (word, value) in lists.fractionPlural.sorted(by: { $0.key < $1.key }) {
            pluralFractions[enter(word, &vocabulary)] = value
        }
        for (word, value) in lists.ordinal.sorted(by: { $0.key < $1.key }) {
            ordinals[enter(word, &vocabulary)] = value
        }
        let groups = [
            lists.ordinalSuffix, lists.article, lists.and, lists.of, lists.point, lists.negative, lists.over,
        ]
        for (bit, words) in groups.enumerated() {
            for word in words { flags[enter(word, &vocabulary)] |= 1 << UInt8(bit) }
        }
    }

    private mutating func enter(_ word: String, _ vocabulary: inout Vocabulary) -> Int {
        let number = Int(vocabulary.intern(word))
        while parts.count <= number {
            parts.append(nil)
            values.append(0)
            shortScales.append(0)
            fractions.append(0)
            pluralFractions.append(0)
            ordinals.append(0)
            flags.append(0)
        }
        return number
    }

    private func isListed(_ word: Int32) -> Bool { word >= 0 && Int(word) < parts.count }
    private func has(_ word: Int32, bit: UInt8) -> Bool { isListed(word) && flags[Int(word)] & (1 << bit) != 0 }

    /// The part that a word plays in a cardinal number.
    package func part(_ word: Int32) -> Part? { isListed(word) ? parts[Int(word)] : nil }
    /// The value of a word with a part.
    package func value(_ word: Int32) -> Double { isListed(word) ? values[Int(word)] : 0 }
    /// The factor of an abbreviation such as `bn`; 0 for other words.
    package func shortScale(_ word: Int32) -> Double { isListed(word) ? shortScales[Int(word)] : 0 }
    /// The denominator of a fraction in the singular (`half` 2); 0 for other words.
    package func fraction(_ word: Int32) -> Double { isListed(word) ? fractions[Int(word)] : 0 }
    /// The denominator of a fraction in the plural (`thirds` 3); 0 for other words.
    package func pluralFraction(_ word: Int32) -> Double { isListed(word) ? pluralFractions[Int(word)] : 0 }
    /// The value of an ordinal (`third` 3); 0 for other words.
    package func ordinal(_ word: Int32) -> Double { isListed(word) ? ordinals[Int(word)] : 0 }
    /// Whether a number in words can begin with the word.
    package func isInNumber(_ word: Int32) -> Bool { part(word) != nil || ordinal(word) > 0 || fraction(word) > 0 }
    /// Whether a number can go on with the word.
    package func canContinue(_ word: Int32) -> Bool {
        isInNumber(word) || isListed(word) && flags[Int(word)] != 0 || pluralFraction(word) > 0 || shortScale(word) > 0
    }
    /// Whether digits become an ordinal by this word (`st`).
    package func isOrdinalSuffix(_ word: Int32) -> Bool { has(word, bit: 0) }
    /// Whether the word stands for one before a magnitude (`a`).
    package func isArticle(_ word: Int32) -> Bool { has(word, bit: 1) }
    /// Whether the word ties parts of a number (`and`).
    package func isAnd(_ word: Int32) -> Bool { has(word, bit: 2) }
    /// Whether the word ties a fraction to what it is a part of (`of`).
    package func isOf(_ word: Int32) -> Bool { has(word, bit: 3) }
    /// Whether the word is the spoken decimal point.
    package func isPoint(_ word: Int32) -> Bool { has(word, bit: 4) }
    /// Whether the word makes a number negative.
    package func isNegative(_ word: Int32) -> Bool { has(word, bit: 5) }
    /// Whether the word is the spoken stroke of a fraction.
    package func isOver(_ word: Int32) -> Bool { has(word, bit: 6) }
}
