// SPDX-License-Identifier: Apache-2.0

import Foundation
import Language
import TestNumbers
import Testing

/// One text of the fixtures with the tokens that spaCy 3.8 makes of it.
struct TokenizedText: Decodable, Sendable, CustomTestStringConvertible {
    struct Row: Decodable, Equatable, Sendable {
        /// The token.
        var t: String
        /// Its first byte and the one behind its last.
        var b: Int
        var e: Int
        /// Its first scalar.
        var u: Int
        /// Whether a space follows.
        var ws: Int
        var norm: String

        static func == (left: Row, right: Row) -> Bool {
            // Strings are compared by scalars, not by what looks the same.
            Array(left.t.utf8) == Array(right.t.utf8) && Array(left.norm.utf8) == Array(right.norm.utf8)
                && (left.b, left.e, left.u, left.ws) == (right.b, right.e, right.u, right.ws)
        }
    }

    var id: String
    var text: String
    var tokens: [Row]

    var testDescription: String { id }

    /// All of `Fixtures/tokens.ndjson`, whose texts are written for these tests.
    static func all() throws -> [TokenizedText] {
        let file = try #require(Bundle.module.url(forResource: "Fixtures/tokens", withExtension: "ndjson"))
        return try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")).map {
            try JSONDecoder().decode(TokenizedText.self, from: $0)
        }
    }
}

@Suite("The tokens are spaCy's")
struct TokenizerFixtureTests {
    @Test("Every text of the fixtures is cut as spaCy cuts it", arguments: PublishedModel.allCases)
    func fixtures(model: PublishedModel) throws {
        let tokenizer = try TestTokenizer.published(model)
        let texts = try TokenizedText.all()
        #expect(texts.count > 200)
        for text in texts { #expect(rows(tokenizer.tokens(of: text.text)) == text.tokens, "\(text.id): \(text.text)") }
    }

    @Test("A second reading, now from the cache, gives the same")
    func cacheChangesNothing() throws {
        let tokenizer = try TestTokenizer.small.get()
        let text = try TokenizedText.all().map(\.text).joined(separator: " ")
        let first = tokenizer.tokens(of: text)
        #expect(tokenizer.tokens(of: text) == first)
        #expect(try TestTokenizer.published(.small).tokens(of: text) == first)
    }

    @Test("Many threads may use one tokenizer")
    func threads() async throws {
        let tokenizer = try TestTokenizer.small.get()
        let texts = try TokenizedText.all()
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask { texts.allSatisfy { rows(tokenizer.tokens(of: $0.text)) == $0.tokens } }
            }
            for await isRight in group { #expect(isRight) }
        }
    }

    @Test("Tokens and their spaces make up the text, whatever it is")
    func tokensCoverTheText() throws {
        let tokenizer = try TestTokenizer.small.get()
        var random = SeededNumbers(seed: 7)
        let scalars = Array("ab1.,'’-:/)(°€é가Σ\u{301}\u{a0}\u{1f} \n\t😀".unicodeScalars)
        for _ in 0..<2_000 {
            var text = ""
            for _ in 0..<Int.random(in: 0...30, using: &random) {
                text.unicodeScalars.append(scalars[Int.random(in: 0..<scalars.count, using: &random)])
            }
            expectCover(tokenizer.tokens(of: text), text)
        }
    }

    private func expectCover(_ tokens: [Token], _ text: String) {
        var utf8Offset = 0
        var scalarOffset = 0
        var whole = ""
        for token in tokens {
            #expect(token.utf8Range == utf8Offset..<utf8Offset + token.text.utf8.count, "\(text.debugDescription)")
            #expect(token.scalarRange == scalarOffset..<scalarOffset + token.text.unicodeScalars.count)
            #expect(!token.text.isEmpty)
            let space = token.hasTrailingSpace ? 1 : 0
            utf8Offset = token.utf8Range.upperBound + space
            scalarOffset = token.scalarRange.upperBound + space
            whole += token.text + (token.hasTrailingSpace ? " " : "")
        }
        #expect(Array(whole.utf8) == Array(text.utf8), "\(text.debugDescription)")
    }
}

private func rows(_ tokens: [Token]) -> [TokenizedText.Row] {
    tokens.map {
        TokenizedText.Row(
            t: $0.text, b: $0.utf8Range.lowerBound, e: $0.utf8Range.upperBound, u: $0.scalarRange.lowerBound,
            ws: $0.hasTrailingSpace ? 1 : 0, norm: $0.norm)
    }
}
