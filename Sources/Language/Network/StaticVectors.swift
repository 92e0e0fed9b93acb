// SPDX-License-Identifier: Apache-2.0

/// The column of a network that comes from word vectors: a word's vector times the network's weights.
struct StaticVectors: Sendable {
    private let vectors: WordVectors
    private let projection: LinearLayer

    /// The numbers that `write` writes for the last word, more than the column's width.
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

    /// Writes the columns of words, each with the row of its vector, `resultStride` numbers behind each other; noughts
    /// for a word without one.
    func write(_ rows: [Int?], to result: UnsafeMutablePointer<Float>, resultStride: Int) {
        // What has no vector keeps noughts, whose product is nought.
        var gathered = FloatBuffer(count: rows.count * vectors.width)
        gathered.withUnsafeMutablePointer { gathered in
            for (place, row) in rows.enumerated() {
                guard let row else { continue }
                vectors.withRow(row) { (gathered + place * vectors.width).update(from: $0, count: vectors.width) }
            }
            projection.apply(gathered, count: rows.count, into: result, resultStride: resultStride)
        }
    }
}
