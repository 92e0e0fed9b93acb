// SPDX-License-Identifier: Apache-2.0

/// What a token encoder makes of lexemes regardless of their neighbours, kept because most words come again.
///
/// For each lexeme there is its mixed row and behind it the products of the row with the weights of the first
/// convolution. The first place is that of no lexeme and holds noughts. The cache is bounded: when it is full it is
/// emptied.
struct EmbeddingCache: Sendable {
    private static let nowhere: Int32 = -1
    private static let most = 8192

    /// For each lexeme and variant, the place of its row.
    private var places: [Int32] = []
    private var rows = FloatBuffer()
    private var count = 0

    /// The places of tokens, each with a lexeme's number or a negative one for none; computes what is missing.
    mutating func places(
        of tokens: ArraySlice<RowToken>, lexicon: Lexicon, embedding: FeatureEmbedding,
        next: LinearLayer
    ) -> [Int32] {
        if count + tokens.count > Self.most {
            places.removeAll(keepingCapacity: true)
            count = 0
        }
        let stride = Self.stride(embedding: embedding, next: next)
        if count == 0 {
            rows.grow(to: stride, most: Self.most * stride)
            count = 1
        }
        let variants = embedding.variants
        let needed = lexicon.lexemes.count * variants
        if places.count < needed {
            places += [Int32](repeating: Self.nowhere, count: needed - places.count)
        }
        var result = [Int32](repeating: 0, count: tokens.count)
        var wanted: [(lexeme: Lexeme, spaceFollows: Bool)] = []
        let first = count
        for (index, token) in tokens.enumerated() where token.lexeme >= 0 {
            let key = Int(token.lexeme) * variants + (variants > 1 && token.spaceFollows ? 1 : 0)
            if places[key] == Self.nowhere {
                places[key] = Int32(count)
                count += 1
                wanted.append((lexicon.lexemes[Int(token.lexeme)], token.spaceFollows))
            }
            result[index] = places[key]
        }
        guard !wanted.isEmpty else { return result }
        rows.grow(to: count * stride)
        rows.withUnsafeMutablePointer { rows in
            embedding.mixed(wanted, next: next) { number, row, products in
                let place = rows + (first + number) * stride
                place.update(from: row, count: embedding.width)
                (place + embedding.width).update(from: products, count: next.stride)
            }
        }
        return result
    }

    /// The numbers between one place and the next.
    static func stride(embedding: FeatureEmbedding, next: LinearLayer) -> Int { embedding.width + next.stride }

    /// Lends what is kept, place after place.
    func withRows(_ body: (UnsafePointer<Float>) -> Void) { rows.withUnsafePointer(body) }
}
