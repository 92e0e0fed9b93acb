// SPDX-License-Identifier: Apache-2.0

import Language
import Testing

@Suite("Base forms")
struct LemmatizerTests {
    private static let lemmatizer = Result {
        try Lemmatizer(
            ModelFolder(PublishedModel.small.folder()),
            identifier: StringIdentifier(
                symbols: LanguageResource.decoded([String: UInt64].self, "symbols.json")))
    }

    /// A word with its coarse part of speech and its morphology, and its base form.
    struct Example: Sendable, CustomTestStringConvertible {
        let word, pos, morph, lemma: String

        init(_ word: String, _ pos: String, _ morph: String, _ lemma: String) {
            (self.word, self.pos, self.morph, self.lemma) = (word, pos, morph, lemma)
        }

        var testDescription: String { "\(word) \(pos) \(morph)" }
    }

    @Test(
        "a base form follows from the word, its part of speech and its morphology",
        arguments: [
            Example("mice", "NOUN", "Number=Plur", "mouse"),
            Example("GEESE", "NOUN", "Number=Plur", "goose"),
            Example("leaves", "NOUN", "Number=Plur", "leaf"),
            Example("leaves", "VERB", "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", "leave"),
            Example("Running", "VERB", "Aspect=Prog|Tense=Pres|VerbForm=Part", "run"),
            Example("ran", "VERB", "Tense=Past|VerbForm=Fin", "run"),
            Example("better", "ADV", "Degree=Cmp", "well"),
        ])
    func rules(example: Example) throws {
        let lemmatizer = try Self.lemmatizer.get()
        #expect(lemmatizer.lemma(text: example.word, pos: example.pos, morph: example.morph) == example.lemma)
    }

    @Test("a word that its morphology calls a base form is only put in lower case")
    func baseForms() throws {
        let lemmatizer = try Self.lemmatizer.get()
        #expect(lemmatizer.lemma(text: "News", pos: "NOUN", morph: "Number=Sing") == "news")
        #expect(lemmatizer.lemma(text: "Does", pos: "VERB", morph: "Tense=Pres|VerbForm=Fin") == "does")
        #expect(lemmatizer.lemma(text: "Used", pos: "ADJ", morph: "Degree=Pos") == "used")
    }

    @Test("names stay as written, words without tables are put in lower case")
    func otherWords() throws {
        let lemmatizer = try Self.lemmatizer.get()
        #expect(lemmatizer.lemma(text: "Torvalds", pos: "PROPN", morph: "Number=Plur") == "Torvalds")
        #expect(lemmatizer.lemma(text: "Because", pos: "SCONJ", morph: "") == "because")
        #expect(lemmatizer.lemma(text: "\u{201c}", pos: "PUNCT", morph: "PunctSide=Ini") == "\"")
    }

    @Test("an unknown form is better than none, and without any the word stays as written")
    func unknownForms() throws {
        let lemmatizer = try Self.lemmatizer.get()
        #expect(lemmatizer.lemma(text: "Blorfs", pos: "NOUN", morph: "Number=Plur") == "blorf")
        #expect(lemmatizer.lemma(text: "foo-bars", pos: "NOUN", morph: "Number=Plur") == "foo-bar")
        #expect(lemmatizer.lemma(text: "Bxqz", pos: "VERB", morph: "Tense=Past|VerbForm=Fin") == "Bxqz")
    }
}
