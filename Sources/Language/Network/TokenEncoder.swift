// SPDX-License-Identifier: Apache-2.0

/// Gives every token a row of numbers that describes it in its context (spaCy's tok2vec).
struct TokenEncoder: Sendable {
    /// How many neighbours to each side a row may depend on.
    static let reach = 4
    /// The rows at each end of a stretch that are not to be used, at least as many as `reach`.
    static let margin = MatrixProduct.group
    private static let window = 3

    let embedding: FeatureEmbedding
    private let convolutions: [MaxoutLayer]
    /// The first convolution's weights, for tokens one by one.
    private let firstProducts: LinearLayer

    /// Reads the encoder from `file`; `vectors` are the model's word vectors, if it has any.
    init(_ file: NetworkFile, vectors: Tensor?) throws(ModelError) {
        embedding = try FeatureEmbedding(file, vectors: vectors)
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
                    outputs: embedding.width))
        }
        self.convolutions = convolutions
        firstProducts = convolutions[0].divided(into: Self.window)
    }

    /// The numbers of a row.
    var width: Int { embedding.width }

    /// Encodes the tokens of a stretch; the results of the first and last `margin` rows are not to be used unless
    /// nothing lies beyond them.
    ///
    /// The count of tokens is a multiple of `MatrixProduct.unit`. A token without a lexeme stands for the noughts
    /// that are set before, between and after documents; they go through the layers like tokens.
    func encode(
        _ tokens: [(lexeme: Int32, spaceFollows: Bool)], lexicon: Lexicon, cache: inout EmbeddingCache,
        space: inout EncodingSpace
    ) {
        space.prepare(rows: tokens.count, width: width, scratch: convolutions.map(\.scratchWidth).max() ?? 0)
        space.withPointers { current, next, windows, products in
            // One row of noughts stays before and one after the tokens.
            let places = cache.places(of: tokens, lexicon: lexicon, embedding: embedding, next: firstProducts)
            cache.withRows { rows in
                convolveFirst(rows, places, current, into: next, products: products)
            }
            var (input, output) = (next, current)
            for layer in convolutions.dropFirst() {
                convolve(layer, input, into: output, count: tokens.count, windows: windows, products: products)
                swap(&input, &output)
            }
            if input != current { current.update(from: input, count: (tokens.count + 2) * width) }
        }
    }

    /// Does what `convolve` does for the first convolution, whose products with single tokens are known; also writes
    /// the tokens' rows to `input`.
    private func convolveFirst(
        _ rows: UnsafePointer<Float>, _ places: [Int32], _ input: UnsafeMutablePointer<Float>,
        into output: UnsafeMutablePointer<Float>, products: UnsafeMutablePointer<Float>
    ) {
        let layer = convolutions[0]
        let stride = width + firstProducts.outputs
        let part = layer.scratchWidth
        for (index, place) in places.enumerated() {
            (input + (1 + index) * width).update(from: rows + Int(place) * stride, count: width)
        }
        func known(_ index: Int, _ neighbour: Int) -> UnsafePointer<Float> {
            let place = places.indices.contains(index) ? Int(places[index]) : 0
            return rows + place * stride + width + neighbour * part
        }
        for start in Swift.stride(from: 0, to: places.count, by: MatrixProduct.block) {
            let taken = min(MatrixProduct.block, places.count - start)
            for index in start..<start + taken {
                VectorKernels.sum(
                    known(index - 1, 0), known(index, 1), known(index + 1, 2), count: part,
                    into: products + (index - start) * part)
            }
            layer.activate(products, count: taken, into: output + (1 + start) * width)
            VectorKernels.add(
                input + (1 + start) * width, to: output + (1 + start) * width, count: taken * width)
        }
    }

    /// Adds to every row what the layer makes of it and its two neighbours.
    private func convolve(
        _ layer: MaxoutLayer, _ input: UnsafeMutablePointer<Float>, into output: UnsafeMutablePointer<Float>,
        count: Int, windows: UnsafeMutablePointer<Float>, products: UnsafeMutablePointer<Float>
    ) {
        for start in stride(from: 0, to: count, by: MatrixProduct.block) {
            let taken = min(MatrixProduct.block, count - start)
            for row in 0..<taken {
                (windows + row * Self.window * width).update(
                    from: input + (start + row) * width, count: Self.window * width)
            }
            layer.apply(windows, count: taken, products: products, into: output + (1 + start) * width)
            VectorKernels.add(
                input + (1 + start) * width, to: output + (1 + start) * width, count: taken * width)
        }
    }
}

/// The memory in which a token encoder works, kept from stretch to stretch.
struct EncodingSpace: Sendable {
    private var current: [Float] = []
    private var next: [Float] = []
    private var windows: [Float] = []
    private var products: [Float] = []

    /// Lends the encoded rows from row `first` on.
    func withRows(from first: Int, width: Int, _ body: (UnsafePointer<Float>) -> Void) {
        current.withUnsafeBufferPointer { current in
            guard let current = current.baseAddress else { return }
            body(current + (1 + first) * width)
        }
    }

    fileprivate mutating func prepare(rows: Int, width: Int, scratch: Int) {
        func grow(_ array: inout [Float], _ count: Int) {
            if array.count < count { array = [Float](repeating: 0, count: count) }
        }
        // Readers take whole units of rows, the last of which may go beyond the tokens.
        grow(&current, (rows + 2 + MatrixProduct.unit) * width)
        grow(&next, (rows + 2) * width)
        grow(&windows, MatrixProduct.block * 3 * width)
        grow(&products, MatrixProduct.block * scratch)
        for column in 0..<width {
            current[(rows + 1) * width + column] = 0
            next[(rows + 1) * width + column] = 0
        }
    }

    fileprivate mutating func withPointers(
        _ body: (
            _ current: UnsafeMutablePointer<Float>, _ next: UnsafeMutablePointer<Float>,
            _ windows: UnsafeMutablePointer<Float>, _ products: UnsafeMutablePointer<Float>
        ) -> Void
    ) {
        current.withUnsafeMutableBufferPointer { current in
            next.withUnsafeMutableBufferPointer { next in
                windows.withUnsafeMutableBufferPointer { windows in
                    products.withUnsafeMutableBufferPointer { products in
                        guard let current = current.baseAddress, let next = next.baseAddress,
                            let windows = windows.baseAddress, let products = products.baseAddress
                        else { return }
                        body(current, next, windows, products)
                    }
                }
            }
        }
    }
}
