// SPDX-License-Identifier: Apache-2.0

/// The column of a network that comes from word vectors: a word's vector times the network's weights.
struct StaticVectors: Sendable {
    private let vectors: WordVectors
    private let projection: LinearLayer

    /// The numbers that `write` writes, more than the column's width.
    var stride: Int { projection.stride }

    /// Reads the weights of `layer`.
    init(
        _ file: NetworkFile, _ layer: NetworkFile.Layer, vectors: WordVectors, width: Int, build: NetworkBuild
    ) throws(ModelError) {
        guard try file.attribute(layer, "key_attr").text == "ORTH" else {
            throw .unsupported(path: file.path, setting: "key_attr", value: "something other than ORTH")
        }
        let weights = try file.tensor(layer, "W", shape: [width, vectors.width])
        projection = LinearLayer(weights: weights.values, bias: [], outputs: width, build: build)
        self.vectors = vectors
    }

    /// Writes the column for the word with this row, or noughts for a word without one.
    func write(_ row: Int?, to result: UnsafeMutablePointer<Float>) {
        guard let row else {
            result.update(repeating: 0, count: stride)
            return
        }
        vectors.withRow(row) { projection.apply($0, count: 1, into: result) }
    }
}
