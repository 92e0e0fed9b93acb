// SPDX-License-Identifier: Apache-2.0

/// Some of the tokens of a passage.
struct TokenSet: Sendable {
    private var members: [Bool]

    /// Makes an empty set of the tokens of `passage`.
    init(of passage: Passage) { members = [Bool](repeating: false, count: passage.tokens.count) }

    /// Whether the token is in the set.
    func contains(_ token: Int) -> Bool { members[token] }

    /// Adds a token.
    mutating func insert(_ token: Int) { members[token] = true }

    /// Adds tokens.
    mutating func formUnion(_ tokens: Range<Int>) { for token in tokens { members[token] = true } }
}
