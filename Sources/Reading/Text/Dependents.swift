// SPDX-License-Identifier: Apache-2.0

/// The dependents of every token of a tree, each token's in text order.
struct Dependents: Sendable {
    /// All dependents, those of the first token first.
    private let tokens: [Int]
    /// Where the dependents of each token begin, and behind the last one where they end.
    private let starts: [Int]

    /// Turns the tree around whose tokens have these heads; a root is its own head.
    init(heads: [Int]) {
        var starts = [Int](repeating: 0, count: heads.count + 1)
        for (token, head) in heads.enumerated() where head != token { starts[head + 1] += 1 }
        for head in heads.indices { starts[head + 1] += starts[head] }
        var tokens = [Int](repeating: 0, count: starts[heads.count])
        var next = starts
        for (token, head) in heads.enumerated() where head != token {
            tokens[next[head]] = token
            next[head] += 1
        }
        self.tokens = tokens
        self.starts = starts
    }

    /// The dependents of a token.
    subscript(token: Int) -> ArraySlice<Int> { tokens[starts[token]..<starts[token + 1]] }
}
