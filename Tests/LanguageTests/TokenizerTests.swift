// SPDX-License-Identifier: Apache-2.0

import Language
import Testing

@Suite("How a text is cut into tokens")
struct TokenizerTests {
    @Test(
        "One space between words belongs to the word before it; other white space is a token",
        arguments: [
            ("", []),
            ("a b", ["a_", "b"]),
            ("a  b", ["a_", " ", "b"]),
            ("a   b", ["a_", "  ", "b"]),
            ("a\nb", ["a", "\n", "b"]),
            ("a \nb", ["a_", "\n", "b"]),
            ("a\n b", ["a", "\n ", "b"]),
            (" a", [" ", "a"]),
            ("a ", ["a_"]),
            ("a  ", ["a_", " "]),
            (" ", [" "]),
            ("\u{a0}", ["\u{a0}"]),
            ("a\u{a0}b", ["a", "\u{a0}", "b"]),
            ("a\u{1f}b", ["a", "\u{1f}", "b"]),
            ("a\u{200b}b", ["a\u{200b}b"]),
        ] as [(String, [String])])
    func whiteSpace(text: String, expected: [String]) throws {
        #expect(try marked(text) == expected)
    }

    @Test(
        "Affixes come off until an exception, an address or a word is left",
        arguments: [
            ("(don't)", ["(", "do", "n't", ")"]),
            ("\"(U.S.),\"", ["\"", "(", "U.S.", ")", ",", "\""]),
            ("US$5bn", ["US$", "5bn"]),
            ("5km.", ["5", "km", "."]),
            ("+5", ["+5"]),
            ("+a", ["+", "a"]),
            ("AB.", ["AB", "."]),
            ("A.B.", ["A.B."]),
            ("......", ["......"]),
            ("……", ["…", "…"]),
            ("word—word", ["word", "—", "word"]),
            ("5-b", ["5", "-", "b"]),
            ("b-5", ["b-5"]),
            ("a,b", ["a", ",", "b"]),
            ("1,2", ["1,2"]),
            ("1/a", ["1", "/", "a"]),
            ("a/1", ["a/1"]),
            ("(example.com)", ["(", "example.com", ")"]),
            ("http://8.8.8.8/x", ["http://8.8.8.8/x"]),
            ("http://10.0.0.1/x", ["http://10.0.0.1", "/", "x"]),
        ] as [(String, [String])])
    func affixes(text: String, expected: [String]) throws {
        #expect(try marked(text) == expected)
    }

    @Test(
        "Exceptions that affixes have split are found again, if the text is exactly theirs",
        arguments: [
            ("a.B", ["a.", "B"]),
            ("a.", ["a."]),
            (":)", [":)"]),
            (": )", [":_", ")"]),
            ("25°C.", ["25", "°", "C", "."]),
        ] as [(String, [String])])
    func secondPass(text: String, expected: [String]) throws {
        #expect(try marked(text) == expected)
    }

    @Test(
        "The norm is the exception's, the model's, the shared one or lower case, in this order",
        arguments: [
            ("cant", ["can", "not"]),
            ("can't", ["can", "not"]),
            ("n't", ["n't"]),
            ("12am", ["12", "a.m."]),
            ("'Cause", ["because"]),
            ("’", ["'"]),
            ("C$5", ["$", "5"]),
            ("Mayor", ["mayor"]),
            ("ΣΟΦΟΣ ΑΣ.", ["σοφος", "ας", "."]),
            ("İ", ["i\u{307}"]),
        ] as [(String, [String])])
    func norms(text: String, expected: [String]) throws {
        let norms = try TestTokenizer.small.get().tokens(of: text).map(\.norm)
        #expect(norms.map { Array($0.unicodeScalars) } == expected.map { Array($0.unicodeScalars) })
    }

    @Test("A sequence that is passed over still blocks the ends of shorter ones")
    func blockedSequences() throws {
        let tokenizer = try TestTokenizer.withRules(
            infix: #"\.|-"#,
            exceptions: ["a.b", "b.c.d", "a."].map { ($0, [($0, nil)]) })
        func texts(_ text: String) -> [String] { tokenizer.tokens(of: text).map(\.text) }
        #expect(texts("a.-q") == ["a.", "-", "q"])
        #expect(texts("a.b-q") == ["a.b", "-", "q"])
        #expect(texts("a.b.c.d-q") == ["a", ".", "b.c.d", "-", "q"])
    }

    @Test("Only the same scalars are an exception, not those that look the same")
    func exceptionsAreExact() throws {
        let tokenizer = try TestTokenizer.withRules(exceptions: [("\u{e9}t", [("\u{e9}", "E"), ("t", nil)])])
        #expect(tokenizer.tokens(of: "\u{e9}t").map(\.norm) == ["E", "t"])
        #expect(tokenizer.tokens(of: "e\u{301}t").count == 1)
    }

    @Test("A suffix that uncovers an exception leaves the prefix on")
    func suffixBeforePrefix() throws {
        let tokenizer = try TestTokenizer.withRules(
            prefix: "^<", suffix: ">$", exceptions: [("<x", [("<", nil), ("x", "EX")])])
        #expect(tokenizer.tokens(of: "<x>").map(\.norm) == ["<", "EX", ">"])
    }

    @Test(
        "A chunk of a million scalars is cut in time that grows with its length",
        arguments: ["(", "a:", "a@", ".", "a.", ".a", "’", "가", "/?", "x.y:z@", "a,", ":)", "1km).", "e\u{301}"])
    func endlessChunks(unit: String) throws {
        let text = "a.b" + String(repeating: unit, count: 1_000_000 / unit.unicodeScalars.count)
        let tokens = try TestTokenizer.small.get().tokens(of: text)
        #expect(tokens.last?.utf8Range.upperBound == text.utf8.count)
    }

    @Test("Rules that cannot be used are refused with their field and place")
    func refusedRules() {
        #expect(throws: TokenizerError.pattern(field: "prefix_search", .unsupported("the escape \\b", offset: 1))) {
            try TestTokenizer.withRules(prefix: #"^\ba"#)
        }
        #expect(throws: TokenizerError.malformedException("ab")) {
            try TestTokenizer.withRules(exceptions: [("ab", [("a", nil)])])
        }
        #expect(throws: TokenizerError.missingField("prefix_search")) {
            try Tokenizer(
                tokenizerFile: MiniPack.map([]).bytes, lookupsFile: MiniPack.map([]).bytes, symbols: [:], baseNorms: [:]
            )
        }
        #expect(throws: TokenizerError.self) {
            try Tokenizer(tokenizerFile: [0xc1], lookupsFile: MiniPack.map([]).bytes, symbols: [:], baseNorms: [:])
        }
    }

    /// The tokens' texts, with an underscore where a space belongs to the token.
    private func marked(_ text: String) throws -> [String] {
        try TestTokenizer.small.get().tokens(of: text).map { $0.text + ($0.hasTrailingSpace ? "_" : "") }
    }
}
