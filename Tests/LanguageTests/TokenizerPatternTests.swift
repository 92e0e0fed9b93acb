// SPDX-License-Identifier: Apache-2.0

import Language
import Testing

/// An expression, a text, and the places in UTF-8 bytes that Python's `re.finditer` gives.
struct PatternCase: Sendable, CustomTestStringConvertible {
    let expression: String
    let text: String
    let matches: [Range<Int>]

    init(_ expression: String, _ text: String, _ matches: [Range<Int>]) {
        self.expression = expression
        self.text = text
        self.matches = matches
    }

    var testDescription: String { "/\(expression)/ in “\(text)”" }
}

@Suite("Regular expressions mean what they mean in Python")
struct TokenizerPatternTests {
    static let cases: [PatternCase] = [
        // Alternatives and loops: the first way that leads to a match wins.
        PatternCase("a|ab", "ab", [0..<1]),
        PatternCase("(?:a|ab)c", "abc", [0..<3]),
        PatternCase("-|--|---", "---", [0..<1, 1..<2, 2..<3]),
        PatternCase("(?:-|--)(?=a)", "--a", [0..<2]),
        PatternCase("a*", "baa", [0..<0, 1..<3, 3..<3]),
        PatternCase("|a", "a", [0..<0, 0..<1, 1..<1]),
        PatternCase("a+?", "aaa", [0..<1, 1..<2, 2..<3]),
        PatternCase("a{2}", "aaaaa", [0..<2, 2..<4]),
        PatternCase("a{1,2}b", "aaab", [1..<4]),
        PatternCase("a{,2}b", "aaab", [1..<4]),
        PatternCase("a{2,}", "abaaa", [2..<5]),
        PatternCase("a*ab", "aaab", [0..<4]),
        PatternCase("é+éa", "éééa", [0..<7]),
        PatternCase("a{x}", "aa{x}", [1..<5]),
        PatternCase("(?:ab?)+", "abaab", [0..<5]),
        PatternCase("(a(b)?)?c", "abc", [0..<3]),
        // Places.
        PatternCase("^a", "aa", [0..<1]),
        PatternCase("a$", "aa", [1..<2]),
        PatternCase("a$", "a\n", [0..<1]),
        PatternCase("a$", "a\n\n", []),
        PatternCase("^a|b", "ab", [0..<1, 1..<2]),
        PatternCase(#"a$|\.\.+$"#, "..a...", [3..<6]),
        PatternCase("(?<=b)a", "aba", [2..<3]),
        PatternCase("(?<=°[CF])x", "°Cx", [3..<4]),
        PatternCase("(?<!b)a", "aba", [0..<1]),
        PatternCase("a(?=b)", "aab", [1..<2]),
        PatternCase("a(?!b)", "aab", [0..<1]),
        PatternCase("(?<=a|é)x", "éx", [2..<3]),
        // Classes: what is special elsewhere is not special here.
        PatternCase("[|($?.]", "a|.", [1..<2, 2..<3]),
        PatternCase("[]a]", "]a", [0..<1, 1..<2]),
        PatternCase("[^]a]", "]ab", [2..<3]),
        PatternCase("[a-]", "-", [0..<1]),
        PatternCase(#"[+\-\*]"#, "a-*", [1..<2, 2..<3]),
        PatternCase(#"[\u00e0-\u00ff]"#, "aé", [1..<3]),
        PatternCase(#"[\U0001F600-\U0001F64F]"#, "a😀", [1..<5]),
        PatternCase("[^a]", "aé가", [1..<3, 3..<6]),
        PatternCase(".", "a\né", [0..<1, 2..<4]),
        // Properties are Unicode's.
        PatternCase(#"\w+"#, "é_가½ⅷ①²३-", [0..<19]),
        PatternCase(#"\d+"#, "1३²½", [0..<4]),
        PatternCase(#"\S+"#, "a\u{1f}b\u{200b}", [0..<1, 2..<6]),
        PatternCase(#"\s"#, "\u{85}\u{3000}", [0..<2, 2..<5]),
        PatternCase(#"[\w.-]+"#, "a.b-c d", [0..<5, 6..<7]),
        PatternCase(#"[^\W_]"#, "_a", [1..<2]),
        PatternCase("(?u)é", "é", [0..<2]),
        PatternCase("é", "e\u{301}", []),
    ]

    @Test("Matches are found from left to right", arguments: cases)
    func matches(pattern: PatternCase) throws {
        var matcher = PatternMatcher()
        let compiled = try Pattern(pattern.expression)
        #expect(compiled.matches(in: pattern.text.utf8.span, using: &matcher) == pattern.matches)
        #expect(compiled.firstMatch(in: pattern.text.utf8.span, using: &matcher) == pattern.matches.first)
        let begins = compiled.matchesStart(of: pattern.text.utf8.span, using: &matcher)
        #expect(begins == (pattern.matches.first?.lowerBound == 0))
    }

    @Test(
        "What would be read wrongly is refused",
        arguments: [
            ("a(", PatternError.malformed("missing ) of the group", offset: 1)),
            ("a)", .malformed("unbalanced parenthesis", offset: 1)),
            ("[a", .malformed("missing ] of the class", offset: 0)),
            ("*a", .malformed("nothing to repeat", offset: 0)),
            ("a**", .malformed("multiple repeat", offset: 2)),
            ("a{2,1}", .malformed("greatest count below the least", offset: 1)),
            ("[b-a]", .malformed("bad range in a class", offset: 1)),
            (#"\u12"#, .malformed("escape without 4 hexadecimal digits", offset: 4)),
            ("a\\", .malformed("backslash at the end", offset: 1)),
            (#"a\b"#, .unsupported("the escape \\b", offset: 1)),
            (#"(a)\1"#, .unsupported("the escape \\1", offset: 3)),
            ("(?P<n>a)", .unsupported("this kind of group", offset: 0)),
            ("(?i)a", .unsupported("this kind of group", offset: 0)),
            ("(?<=a+)b", .unsupported("look-behind without a fixed width", offset: 0)),
            ("a(?=b*)", .unsupported("look-ahead without a greatest width", offset: 1)),
            ("(a*)*", .unsupported("an endless loop over something that can be empty", offset: 0)),
            ("a*+", .unsupported("a possessive quantifier", offset: 2)),
            ("(?:a{999}){999}", .tooLarge(limit: 20_000)),
        ] as [(String, PatternError)])
    func refusals(expression: String, error: PatternError) {
        #expect(throws: error) { try Pattern(expression) }
    }

    @Test(
        "Expressions that make others try for ever are decided",
        arguments: ["(?:a|aa)+$", "(?:a+a+)+b", "(?:a?){25}a{25}b", "(?:(?:a|b)+c?)+d", "a*a*a*a*b"])
    func catastrophe(expression: String) throws {
        var matcher = PatternMatcher()
        let text = String(repeating: "a", count: 2_000) + "!"
        #expect(try Pattern(expression).matches(in: text.utf8.span, using: &matcher).isEmpty)
    }

    @Test("A state on the way to a match counts again for the next match")
    func statesAfterMatches() throws {
        // The first alternative tries for so long that states are recorded; the second takes all, then nothing.
        var matcher = PatternMatcher()
        let text = String(repeating: "a", count: 40)
        let matches = try Pattern("(?:a|aa)*!|a*").matches(in: text.utf8.span, using: &matcher)
        #expect(matches == [0..<40, 40..<40])
    }
}
