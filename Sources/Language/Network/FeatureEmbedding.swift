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

    /// What the width of a row is a multiple of.
    static let widthUnit = 16
    /// The lexemes that are mixed at once.
    private static let block = 64

    let width: Int
    private let columns: [(feature: Feature, embedding: HashEmbedding)]
    private let staticVectors: StaticVectors?
    private let mix: MaxoutLayer
    /// 2 if the rows of a lexeme depend on whether a space follows, else 1.
    let variants: Int

    /// Reads the layers from `file`; `vectors` are the model's word vectors, if it has any.
    init(_ file: NetworkFile, vectors: WordVectors?, build: NetworkBuild) throws(ModelError) {
        let mixLayer = try file.layers(named: "maxout", count: 1...64)[0]
        let mixNormalization = try file.layers(named: "layernorm", count: 1...64)[0]
        let width = try file.tensor(mixNormalization, "G", shape: [0]).shape[0]
        guard width.isMultiple(of: Self.widthUnit) else {
            throw .unsupported(path: file.path, setting: "width", value: "\(width)")
        }
        let names = try file.attribute(file.layer(named: "extract_features"), "columns").elements ?? []
        let layers = try file.layers(named: "hashembed", count: names.count...names.count)
        var columns: [(Feature, HashEmbedding)] = []
        for (name, layer) in zip(names, layers) {
            guard let feature = Feature(rawValue: name.text ?? "") else {
                throw .unsupported(path: file.path, setting: "columns", value: name.text ?? "something nameless")
            }
            columns.append((feature, try HashEmbedding(file, layer, width: width, build: build)))
        }
        let vectorLayers = try file.layers(named: "static_vectors", count: 0...1)
        if let layer = vectorLayers.first {
            guard let vectors else {
                throw .malformed(path: file.path, reason: "it needs word vectors, which the model does not have")
            }
            staticVectors = try StaticVectors(file, layer, vectors: vectors, width: width, build: build)
        } else {
            staticVectors = nil
        }
        self.width = width
        self.columns = columns
        variants = columns.contains { $0.0 == .spacing } ? 2 : 1
        mix = try MaxoutLayer(
            file, maxout: mixLayer, normalization: mixNormalization,
            inputs: (columns.count + vectorLayers.count) * width, outputs: width, build: build)
    }

    /// Writes the embedded features of a lexeme, not yet mixed and without its vector.
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
    }

    /// Computes the mixed rows of lexemes, each with or without a following space, and their products with the
    /// weights of `next`; hands both to `receive`, with the number of the lexeme in `wanted`.
    func mixed(
        _ wanted: [(lexeme: Lexeme, spaceFollows: Bool)], next: LinearLayer,
        receive: (_ number: Int, _ row: UnsafePointer<Float>, _ products: UnsafePointer<Float>) -> Void
    ) {
        let most = min(wanted.count, Self.block)
        // A row's last column may write beyond it.
        var inputs = FloatBuffer(count: most * mix.inputs + (staticVectors?.stride ?? 0))
        var outputs = FloatBuffer(count: most * width)
        var products = FloatBuffer(count: most * next.stride)
        inputs.withUnsafeMutablePointer { inputs in
            outputs.withUnsafeMutablePointer { outputs in
                products.withUnsafeMutablePointer { products in
                    for start in stride(from: 0, to: wanted.count, by: Self.block) {
                        let numbers = start..<min(start + Self.block, wanted.count)
                        // First, since each of them may write into the next row.
                        staticVectors?.write(
                            wanted[numbers].map(\.lexeme.vectorRow), to: inputs + columns.count * width,
                            resultStride: mix.inputs)
                        for (row, number) in numbers.enumerated() {
                            let (lexeme, spaceFollows) = wanted[number]
                            write(lexeme, spaceFollows: spaceFollows, to: inputs + row * mix.inputs)
                        }
                        mix.apply(
                            inputs, stride: mix.inputs, count: numbers.count, residual: nil, into: outputs)
                        next.apply(outputs, count: numbers.count, into: products)
                        for (row, number) in numbers.enumerated() {
                            receive(number, outputs + row * width, products + row * next.stride)
                        }
                    }
                }
            }
        }
    }
}
