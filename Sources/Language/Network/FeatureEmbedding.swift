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

    /// Computes the mixed rows of lexemes, each with or without a following space, and their products with the
    /// weights of `next`; hands both to `receive`, with the number of the lexeme in `wanted`.
    func mixed(
        _ wanted: [(lexeme: Lexeme, spaceFollows: Bool)], next: LinearLayer,
        receive: (_ number: Int, _ row: UnsafePointer<Float>, _ products: UnsafePointer<Float>) -> Void
    ) {
        let rows = InterchangeableRows(halves: wanted.map { $0.lexeme.isOdd })
        let most = min(rows.count, MatrixProduct.block)
        var inputs = [Float](repeating: 0, count: most * mix.inputs)
        var pieces = [Float](repeating: 0, count: most * mix.scratchWidth)
        var outputs = [Float](repeating: 0, count: most * width)
        var products = [Float](repeating: 0, count: most * next.outputs)
        inputs.withUnsafeMutableBufferPointer { inputs in
            pieces.withUnsafeMutableBufferPointer { pieces in
                outputs.withUnsafeMutableBufferPointer { outputs in
                    products.withUnsafeMutableBufferPointer { products in
                        guard let inputs = inputs.baseAddress, let pieces = pieces.baseAddress,
                            let outputs = outputs.baseAddress, let products = products.baseAddress
                        else { return }
                        for start in stride(from: 0, to: rows.count, by: MatrixProduct.block) {
                            let numbers = rows.numbers[start..<min(start + MatrixProduct.block, rows.count)]
                            for (row, number) in numbers.enumerated() {
                                guard let number else { continue }
                                let (lexeme, spaceFollows) = wanted[number]
                                write(lexeme, spaceFollows: spaceFollows, to: inputs + row * mix.inputs)
                            }
                            mix.apply(inputs, count: numbers.count, products: pieces, into: outputs)
                            next.apply(outputs, count: numbers.count, into: products)
                            for (row, number) in numbers.enumerated() {
                                guard let number else { continue }
                                receive(number, outputs + row * width, products + row * next.outputs)
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A layout of things in rows such that the bits of a row's products depend on nothing but the thing.
///
/// The rows of one half of a group are interchangeable, so each thing has its half and may stand anywhere in it.
private struct InterchangeableRows {
    /// The number of the thing in each row, in whole units of rows.
    private(set) var numbers: [Int?] = []

    var count: Int { numbers.count }

    /// Lays out things, each in the first or the second half of a group.
    init(halves: [Bool]) {
        var placed = [0, 0]
        for (number, isSecond) in halves.enumerated() {
            let half = isSecond ? 1 : 0
            let (group, place) = placed[half].quotientAndRemainder(dividingBy: MatrixProduct.interchangeable)
            let row = group * MatrixProduct.group + half * MatrixProduct.interchangeable + place
            placed[half] += 1
            if row >= numbers.count {
                numbers += [Int?](repeating: nil, count: MatrixProduct.padded(row + 1) - numbers.count)
            }
            numbers[row] = number
        }
    }
}
