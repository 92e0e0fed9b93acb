// SPDX-License-Identifier: Apache-2.0

/// What the attribute ruler sees in a word.
struct RuleWord: Sendable {
    /// The number of the lower-cased word if a rule names it, else -1.
    let number: Int
    /// The expressions that match the lower-cased word, as numbers into the rules' expressions.
    let matchedExpressions: [Int]
    let isSpace: Bool
}

/// The words and regular expressions that the rules of an attribute ruler name.
struct RuleWords: Sendable {
    private var numbers: [Spelling: Int] = [:]
    private var sources: [String] = []
    private var expressions: [Pattern] = []

    /// The number of a lower-cased word that a rule names.
    mutating func number(of word: String) -> Int {
        let known = numbers[Spelling(word)] ?? numbers.count
        numbers[Spelling(word)] = known
        return known
    }

    /// The number of a regular expression that a rule names.
    mutating func number(ofExpression source: String) throws(PatternError) -> Int {
        if let known = sources.firstIndex(of: source) { return known }
        expressions.append(try Pattern(source))
        sources.append(source)
        return sources.count - 1
    }

    /// What the rules see in a lower-cased word.
    func word(_ lower: String, isSpace: Bool) -> RuleWord {
        var matcher = PatternMatcher()
        let matched = expressions.indices.filter {
            expressions[$0].firstMatch(in: lower.utf8.span, using: &matcher) != nil
        }
        return RuleWord(number: numbers[Spelling(lower)] ?? -1, matchedExpressions: matched, isSpace: isSpace)
    }
}
