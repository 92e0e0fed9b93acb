// SPDX-License-Identifier: Apache-2.0

/// Documents that go through the networks together, laid out as one sequence of rows.
///
/// Every document begins with a group of rows, so that its results do not depend on the documents before it, and is
/// followed by enough empty rows, so that no document sees another.
struct Batch {
    /// The documents' texts and tokens, in order.
    private(set) var documents: [(text: String, tokens: [Token])] = []
    /// The rows of each document.
    private(set) var rows: [Range<Int>] = []
    /// How many rows there are, whole groups.
    private(set) var rowCount = 0

    /// Adds a document.
    mutating func append(_ text: String, tokens: [Token]) {
        let group = MatrixProduct.group
        documents.append((text, tokens))
        rows.append(rowCount..<rowCount + tokens.count)
        guard !tokens.isEmpty else { return }
        rowCount += (tokens.count + TokenEncoder.reach + group - 1) / group * group
    }
}
