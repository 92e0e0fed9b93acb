// SPDX-License-Identifier: Apache-2.0

/// The neural networks of a pipeline.
struct Networks: Sendable {
    /// The encoder that tagger and parser share; the entity recognizer has one of its own.
    let shared: TokenEncoder
    let tagger: Tagger
    let parser: DependencyParser
    let entityRecognizer: EntityRecognizer

    /// Reads the networks from `folder`; `vectors` are the model's word vectors, if it has any.
    init(_ folder: ModelFolder, vectors: WordVectors?, build: NetworkBuild) throws(ModelError) {
        shared = try TokenEncoder(NetworkFile(folder, "tok2vec/model"), vectors: vectors, build: build)
        tagger = try Tagger(folder, width: shared.width, build: build)
        parser = try DependencyParser(folder, width: shared.width, build: build)
        entityRecognizer = try EntityRecognizer(folder, vectors: vectors, build: build)
    }
}

/// The word vectors of a model and which word has which.
struct WordVectors: Sendable {
    private let values: Tensor
    let rows: VectorRows

    /// Reads the vectors from `folder`; `nil` if the model comes without.
    init?(_ folder: ModelFolder) throws(ModelError) {
        let path = "vocab/vectors"
        guard folder.contains(path) else { return nil }
        values = try NumPyFile.tensor(of: folder.bytes(of: path), path: path)
        guard !values.values.isEmpty else { return nil }
        rows = try VectorRows(folder.bytes(of: "vocab/key2row"), path: "vocab/key2row")
        if let largest = rows.largest, largest >= values.shape[0] {
            throw .malformed(path: "vocab/key2row", reason: "it names a row that the vectors do not have")
        }
    }

    /// The numbers of a vector.
    var width: Int { values.shape[1] }

    /// The vector in `row`.
    subscript(row: Int) -> [Float] { Array(values.values[row * width..<(row + 1) * width]) }

    /// Lends the vector in `row`.
    func withRow(_ row: Int, _ body: (UnsafePointer<Float>) -> Void) {
        values.values.withUnsafeBufferPointer { values in
            guard let values = values.baseAddress else { return }
            body(values + row * width)
        }
    }
}
