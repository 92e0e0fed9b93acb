// SPDX-License-Identifier: Apache-2.0

import Language
import Testing

@Suite("What the networks look at in a word")
struct LexicalFeaturesTests {
    @Test(
        "the shape names the kind of every scalar and cuts runs to four",
        arguments: [
            ("Shenzhen", "Xxxxx"), ("COVID-19", "XXXX-dd"), ("1,234,567", "d,ddd,ddd"), ("don't", "xxx'x"),
            ("ǅ", "x"), ("東京", "xx"), ("²", "d"), ("½", "½"), ("......", "...."), ("", ""),
        ])
    func shapes(text: String, shape: String) {
        #expect(LexicalFeatures(of: text).shape == shape)
    }

    @Test("a word of a hundred scalars is only long")
    func long() {
        #expect(LexicalFeatures(of: String(repeating: "é", count: 99)).shape == "xxxx")
        #expect(LexicalFeatures(of: String(repeating: "é", count: 100)).shape == "LONG")
    }

    @Test("prefix and suffix count scalars, not what a reader sees as one character")
    func scalars() {
        let family = "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}"
        let features = LexicalFeatures(of: family)
        #expect(features.prefix == "\u{1f468}")
        #expect(features.suffix == "\u{1f469}\u{200d}\u{1f467}")
        #expect(LexicalFeatures(of: "e\u{301}").prefix == "e")
    }

    @Test("white space is Python's, with the separators that Unicode leaves out")
    func whiteSpace() {
        for text in [" ", "\t\n", "\u{1c}\u{1f}", "\u{a0}", "\u{3000}", "\u{85}"] {
            #expect(LexicalFeatures(of: text).isSpace)
        }
        for text in ["", "a ", "\u{200b}", "\u{feff}"] { #expect(!LexicalFeatures(of: text).isSpace) }
    }

    @Test("lower case knows the final sigma and letters that become two")
    func lowerCase() {
        #expect("ΟΔΟΣ ΣΟΦΙΑΣ".lowercasedLikePython() == "οδος σοφιας")
        #expect(Array("İ".lowercasedLikePython().unicodeScalars) == ["i", "\u{307}"])
        #expect("STRASSE".lowercasedLikePython() == "strasse")
    }
}
