// SPDX-License-Identifier: Apache-2.0

/// Documents that go through the networks together, laid out as one sequence of rows.
///
/// Every document is followed by enough empty rows, so that none sees another.
struct Batch {
    /// The documents' texts and tokens, in order.
    private(set) var documents: [(text: String, tokens: [Token])] = []
    /// The rows of each document.
    private(set) var rows: [Range<Int>] = []
    /// How many rows there are.
    private(set) var rowCount = 0

    /// Takes the tokens of a document out, so that they can be changed without being copied.
    mutating func takeTokens(of document: Int) -> [Token] {
        var tokens: [Token] = []
        swap(&tokens, &documents[document].tokens)
        return tokens
    }

    /// Adds a document.
    mutating func append(_ text: String, tokens: [Token]) {
        documents.append((text, tokens))
        rows.append(rowCount..<rowCount + tokens.count)
        guard !tokens.isEmpty else { return }
        rowCount += tokens.count + TokenEncoder.reach
    }
}

/// What stands in a row of a batch.
struct RowToken: Sendable {
    /// The number of the token's lexeme; negative in an empty row.
    var lexeme: Int32 = -1
    var spaceFollows = false
}
