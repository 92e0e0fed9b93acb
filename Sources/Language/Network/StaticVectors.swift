// SPDX-License-Identifier: Apache-2.0

/// The column of a network that comes from word vectors: each vector times the network's weights, computed once.
struct StaticVectors: Sendable {
    let width: Int
    private let projected: [Float]

    /// Multiplies all of `vectors` by the weights of `layer`.
    init(_ file: NetworkFile, _ layer: NetworkFile.Layer, vectors: Tensor, width: Int) throws(ModelError) {
        guard try file.attribute(layer, "key_attr").text == "ORTH" else {
            throw .unsupported(path: file.path, setting: "key_attr", value: "something other than ORTH")
        }
        let weights = try file.tensor(layer, "W", shape: [width, vectors.shape[1]])
        let projection = LinearLayer(weights: weights.values, bias: [], outputs: width)
        let count = vectors.shape[0]
        let whole = count / MatrixProduct.unit * MatrixProduct.unit
        var projected = [Float](repeating: 0, count: count * width)
        // What is left of the last unit is copied to where there is room for a whole one.
        var last = [Float](repeating: 0, count: MatrixProduct.unit * vectors.shape[1])
        last.replaceSubrange(
            0..<(count - whole) * vectors.shape[1], with: vectors.values[(whole * vectors.shape[1])...])
        var lastProjected = [Float](repeating: 0, count: MatrixProduct.unit * width)
        projected.withUnsafeMutableBufferPointer { result in
            vectors.values.withUnsafeBufferPointer { rows in
                guard let rows = rows.baseAddress, let result = result.baseAddress else { return }
                projection.apply(rows, count: whole, into: result)
            }
        }
        lastProjected.withUnsafeMutableBufferPointer { result in
            last.withUnsafeBufferPointer { rows in
                guard let rows = rows.baseAddress, let result = result.baseAddress else { return }
                projection.apply(rows, count: MatrixProduct.unit, into: result)
            }
        }
        projected.replaceSubrange((whole * width)..., with: lastProjected[0..<(count - whole) * width])
        self.width = width
        self.projected = projected
    }

    /// Writes the column for the word with this row, or noughts for a word without one.
    func write(_ row: Int?, to result: UnsafeMutablePointer<Float>) {
        guard let row else {
            result.update(repeating: 0, count: width)
            return
        }
        projected.withUnsafeBufferPointer { projected in
            guard let projected = projected.baseAddress else { return }
            result.update(from: projected + row * width, count: width)
        }
    }
}
