// SPDX-License-Identifier: Apache-2.0

/// The first half of a token encoder: hash embeddings of the token's features, with word vectors where the model has
/// them, mixed into one row.
struct FeatureEmbedding: Sendable {
    /// The features that published pipelines embed.
    enum Feature: String, Sendable {
        case norm = "NORM"
        case prefix = "PREFIX"
        case suffix = "SUFFIX"
        case shape = "SHAPE"
        /// Whether a space follows.
        case spacing = "SPACY"
        case isSpace = "IS_SPACE"
    }

    let width: Int
    private let columns: [(feature: Feature, embedding: HashEmbedding)]
    private let staticVectors: StaticVectors?
    private let mix: MaxoutLayer
    /// 2 if the rows of a lexeme depend on whether a space follows, else 1.
    let variants: Int

    /// Reads the layers from `file`; `vectors` are the model's word vectors, if it has any.
    init(_ file: NetworkFile, vectors: Tensor?) throws(ModelError) {
        let mixLayer = try file.layers(named: "maxout", count: 1...64)[0]
        let mixNormalization = try file.layers(named: "layernorm", count: 1...64)[0]
        let width = try file.tensor(mixNormalization, "G", shape: [0]).shape[0]
        guard width.isMultiple(of: VectorKernels.width) else {
            throw .unsupported(path: file.path, setting: "width", value: "\(width)")
        }
        let names = try file.attribute(file.layer(named: "extract_features"), "columns").elements ?? []
        let layers = try file.layers(named: "hashembed", count: names.count...names.count)
        var columns: [(Feature, HashEmbedding)] = []
        for (name, layer) in zip(names, layers) {
            guard let feature = Feature(rawValue: name.text ?? "") else {
                throw .unsupported(path: file.path, setting: "columns", value: name.text ?? "something nameless")
            }
            columns.append((feature, try HashEmbedding(file, layer, width: width)))
        }
        let vectorLayers = try file.layers(named: "static_vectors", count: 0...1)
        if let layer = vectorLayers.first {
            guard let vectors else {
                throw .malformed(path: file.path, reason: "it needs word vectors, which the model does not have")
            }
            staticVectors = try StaticVectors(file, layer, vectors: vectors, width: width)
        } else {
            staticVectors = nil
        }
        self.width = width
        self.columns = columns
        variants = columns.contains { $0.0 == .spacing } ? 2 : 1
        mix = try MaxoutLayer(
            file, maxout: mixLayer, normalization: mixNormalization,
            inputs: (columns.count + vectorLayers.count) * width, outputs: width)
    }

    /// Writes the embedded features of a lexeme, not yet mixed.
    private func write(_ lexeme: Lexeme, spaceFollows: Bool, to row: UnsafeMutablePointer<Float>) {
        for (index, column) in columns.enumerated() {
            let id =
                switch column.feature {
                case .norm: lexeme.norm
                case .prefix: lexeme.prefix
                case .suffix: lexeme.suffix
                case .shape: lexeme.shape
                case .spacing: UInt64(spaceFollows ? 1 : 0)
                case .isSpace: UInt64(lexeme.isSpace ? 1 : 0)
                }
            column.embedding.write(id, to: row + index * width)
        }
        staticVectors?.write(lexeme.vectorRow, to: row + columns.count * width)
    }

    /// Computes the mixed rows of lexemes, each with or without a following space, and hands each to `receive`.
    func mixed(
        _ wanted: [(lexeme: Lexeme, spaceFollows: Bool)], receive: (Int, UnsafePointer<Float>) -> Void
    ) {
        // Only interchangeable rows of each group are used, lest a row depend on which lexemes came before it.
        let perGroup = MatrixProduct.interchangeable
        let perBlock = MatrixProduct.block / MatrixProduct.group * perGroup
        let rowCount = MatrixProduct.padded(
            (min(perBlock, wanted.count) + perGroup - 1) / perGroup * MatrixProduct.group)
        var inputs = [Float](repeating: 0, count: rowCount * mix.inputs)
        var products = [Float](repeating: 0, count: rowCount * mix.scratchWidth)
        var outputs = [Float](repeating: 0, count: rowCount * width)
        func row(_ index: Int) -> Int { index / perGroup * MatrixProduct.group + index % perGroup }
        inputs.withUnsafeMutableBufferPointer { inputs in
            products.withUnsafeMutableBufferPointer { products in
                outputs.withUnsafeMutableBufferPointer { outputs in
                    guard let inputs = inputs.baseAddress, let products = products.baseAddress,
                        let outputs = outputs.baseAddress
                    else { return }
                    for start in stride(from: 0, to: wanted.count, by: perBlock) {
                        let taken = min(perBlock, wanted.count - start)
                        for index in 0..<taken {
                            let (lexeme, spaceFollows) = wanted[start + index]
                            write(lexeme, spaceFollows: spaceFollows, to: inputs + row(index) * mix.inputs)
                        }
                        let rows = MatrixProduct.padded((row(taken - 1) + 1))
                        mix.apply(inputs, count: rows, products: products, into: outputs)
                        for index in 0..<taken { receive(start + index, outputs + row(index) * width) }
                    }
                }
            }
        }
    }
}
