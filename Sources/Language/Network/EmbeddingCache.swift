// SPDX-License-Identifier: Apache-2.0

/// The mixed rows of lexemes of one token encoder, kept because they do not depend on the neighbours.
///
/// The cache is bounded: when it is full it is emptied.
struct EmbeddingCache: Sendable {
    private static let most = 16_384
    private static let absent: Int32 = -1

    /// For each lexeme and variant, the place of its row.
    private var places: [Int32] = []
    private var rows: [Float] = []
    private var count = 0

    /// Writes the rows of tokens, each a lexeme's number or negative for none, which gives noughts.
    mutating func write(
        _ tokens: [(lexeme: Int32, spaceFollows: Bool)], lexicon: Lexicon, embedding: FeatureEmbedding,
        to result: UnsafeMutablePointer<Float>
    ) {
        let variants = embedding.variants
        let width = embedding.width
        if count + tokens.count > Self.most {
            places = []
            rows = []
            count = 0
        }
        let needed = lexicon.lexemes.count * variants
        if places.count < needed {
            places += [Int32](repeating: Self.absent, count: needed - places.count)
        }
        func key(_ token: (lexeme: Int32, spaceFollows: Bool)) -> Int {
            Int(token.lexeme) * variants + (variants > 1 && token.spaceFollows ? 1 : 0)
        }
        var wanted: [(lexeme: Lexeme, spaceFollows: Bool)] = []
        let first = count
        for token in tokens where token.lexeme >= 0 && places[key(token)] == Self.absent {
            places[key(token)] = Int32(count)
            count += 1
            wanted.append((lexicon.lexemes[Int(token.lexeme)], token.spaceFollows))
        }
        if !wanted.isEmpty {
            rows += [Float](repeating: 0, count: wanted.count * width)
            rows.withUnsafeMutableBufferPointer { rows in
                guard let rows = rows.baseAddress else { return }
                embedding.mixed(wanted) { index, row in
                    (rows + (first + index) * width).update(from: row, count: width)
                }
            }
        }
        rows.withUnsafeBufferPointer { rows in
            for (index, token) in tokens.enumerated() {
                let target = result + index * width
                if token.lexeme >= 0, let rows = rows.baseAddress {
                    target.update(from: rows + Int(places[key(token)]) * width, count: width)
                } else {
                    target.update(repeating: 0, count: width)
                }
            }
        }
    }
}
