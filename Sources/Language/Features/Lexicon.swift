// SPDX-License-Identifier: Apache-2.0

/// What the pipeline knows of a word regardless of where it stands.
struct Lexeme: Sendable {
    /// The numbers of the normal form and of the lexical features.
    let norm: UInt64
    let prefix: UInt64
    let suffix: UInt64
    let shape: UInt64
    let isSpace: Bool
    /// The row of the word vectors, if there is one.
    let vectorRow: Int?
    /// What the attribute ruler sees in the word.
    let ruleWord: RuleWord

    /// A coin tossed by the lexeme alone.
    var isOdd: Bool { (norm ^ suffix ^ shape) & 1 == 1 }
}

/// Makes lexemes; constant for a pipeline.
struct LexemeFactory: Sendable {
    let identifier: StringIdentifier
    let vectorRows: VectorRows?
    let ruleWords: RuleWords

    /// The lexeme of a token.
    func lexeme(text: String, norm: String) -> Lexeme {
        let features = LexicalFeatures(of: text)
        return Lexeme(
            norm: identifier(norm), prefix: identifier(features.prefix), suffix: identifier(features.suffix),
            shape: identifier(features.shape), isSpace: features.isSpace,
            vectorRow: vectorRows.flatMap { $0[identifier(text)] },
            ruleWord: ruleWords.word(text.lowercasedLikePython(), isSpace: features.isSpace))
    }
}

/// The lexemes met so far, numbered in the order they were met.
///
/// It is a cache: forgetting it changes no result.
struct Lexicon: Sendable {
    private struct Key: Hashable {
        let text: Spelling
        let norm: Spelling

        /// By the text alone: hardly any has two norms.
        func hash(into hasher: inout Hasher) { text.hash(into: &hasher) }
    }

    private(set) var lexemes: [Lexeme] = []
    private var numbers: [Key: Int32] = [:]

    /// The number of the token's lexeme.
    mutating func number(of token: Token, factory: LexemeFactory) -> Int32 {
        let key = Key(text: Spelling(token.text), norm: Spelling(token.norm))
        if let known = numbers[key] { return known }
        let number = Int32(lexemes.count)
        lexemes.append(factory.lexeme(text: token.text, norm: token.norm))
        numbers[key] = number
        return number
    }
}
