// SPDX-License-Identifier: Apache-2.0

/// Gives every token a row of numbers that describes it in its context (spaCy's tok2vec).
struct TokenEncoder: Sendable {
    /// How many neighbours to each side a row may depend on.
    static let reach = 4
    private static let window = 3
    /// The rows that go through a layer at once; so many, with their results, stay in the second-level cache.
    private static let block = 240

    let embedding: FeatureEmbedding
    private let convolutions: [MaxoutLayer]
    /// The first convolution's weights, for tokens one by one.
    private let firstProducts: LinearLayer

    /// Reads the encoder from `file`; `vectors` are the model's word vectors, if it has any.
    init(_ file: NetworkFile, vectors: WordVectors?, build: NetworkBuild) throws(ModelError) {
        embedding = try FeatureEmbedding(file, vectors: vectors, build: build)
        // The first one mixes the features of a token.
        let layers = try file.layers(named: "maxout", count: 2...1 + Self.reach)
        let normalizations = try file.layers(named: "layernorm", count: layers.count...layers.count)
        let windows = try file.layers(named: "expand_window", count: (layers.count - 1)...(layers.count - 1))
        for layer in windows where try file.attribute(layer, "window_size").int != 1 {
            throw .unsupported(path: file.path, setting: "window_size", value: "something other than 1")
        }
        var convolutions: [MaxoutLayer] = []
        for (layer, normalization) in zip(layers, normalizations).dropFirst() {
            convolutions.append(
                try MaxoutLayer(
                    file, maxout: layer, normalization: normalization, inputs: Self.window * embedding.width,
                    outputs: embedding.width, build: build))
        }
        self.convolutions = convolutions
        firstProducts = try MaxoutLayer.divided(file, maxout: layers[1], into: Self.window, build: build)
    }

    /// The numbers of a row.
    var width: Int { embedding.width }

    /// Encodes the tokens of a stretch; the results of the first and last `reach` rows are not to be used unless
    /// nothing lies beyond them.
    ///
    /// A token without a lexeme stands for the noughts that are set before, between and after documents; they go
    /// through the layers like tokens.
    func encode(
        _ tokens: ArraySlice<RowToken>, lexicon: Lexicon, cache: inout EmbeddingCache, space: inout EncodingSpace
    ) {
        space.prepare(rows: tokens.count, width: width)
        let places = cache.places(of: tokens, lexicon: lexicon, embedding: embedding, next: firstProducts)
        space.withPointers { current, next in
            cache.withRows { convolveFirst($0, places, current, into: next) }
            // One row of noughts stays before and one after the tokens.
            var (input, output) = (next, current)
            for layer in convolutions.dropFirst() {
                for start in stride(from: 0, to: tokens.count, by: Self.block) {
                    // A row with its neighbours is three rows, and so is the next, one row on.
                    layer.apply(
                        input + start * width, stride: width, count: min(Self.block, tokens.count - start),
                        residual: input + (1 + start) * width, into: output + (1 + start) * width)
                }
                swap(&input, &output)
            }
            if input != current { current.update(from: input, count: (tokens.count + 2) * width) }
        }
    }

    /// The first convolution, whose products with single tokens are known; also writes the tokens' rows to `input`.
    private func convolveFirst(
        _ rows: UnsafePointer<Float>, _ places: [Int32], _ input: UnsafeMutablePointer<Float>,
        into output: UnsafeMutablePointer<Float>
    ) {
        let layer = convolutions[0]
        let stride = EmbeddingCache.stride(embedding: embedding, next: firstProducts)
        let part = MaxoutLayer.pieces * width
        func known(_ index: Int, _ neighbour: Int) -> UnsafePointer<Float> {
            let place = places.indices.contains(index) ? Int(places[index]) : 0
            return rows + place * stride + width + neighbour * part
        }
        var products = [UnsafePointer<Float>?](repeating: nil, count: Self.window * Self.block)
        for start in Swift.stride(from: 0, to: places.count, by: Self.block) {
            let taken = min(Self.block, places.count - start)
            for row in 0..<taken {
                let index = start + row
                (input + (1 + index) * width).update(from: rows + Int(places[index]) * stride, count: width)
                for neighbour in 0..<Self.window {
                    products[Self.window * row + neighbour] = known(index + neighbour - 1, neighbour)
                }
            }
            products.withUnsafeBufferPointer { products in
                guard let products = products.baseAddress else { return }
                layer.apply(
                    products: products, count: taken, residual: input + (1 + start) * width,
                    into: output + (1 + start) * width)
            }
        }
    }
}

/// The memory in which a token encoder works, kept from stretch to stretch.
struct EncodingSpace: Sendable {
    private var current = FloatBuffer()
    private var next = FloatBuffer()

    /// Lends the encoded rows from row `first` on.
    func withRows(from first: Int, width: Int, _ body: (UnsafePointer<Float>) -> Void) {
        current.withUnsafePointer { body($0 + (1 + first) * width) }
    }

    fileprivate mutating func prepare(rows: Int, width: Int) {
        current.grow(to: (rows + 2) * width)
        next.grow(to: (rows + 2) * width)
        withPointers { current, next in
            for place in [current, next] { (place + (rows + 1) * width).update(repeating: 0, count: width) }
        }
    }

    fileprivate mutating func withPointers(
        _ body: (_ current: UnsafeMutablePointer<Float>, _ next: UnsafeMutablePointer<Float>) -> Void
    ) {
        current.withUnsafeMutablePointer { current in
            next.withUnsafeMutablePointer { next in body(current, next) }
        }
    }
}
