// SPDX-License-Identifier: Apache-2.0

import CNetworkKernels

/// A layer that computes three pieces for every output, keeps the largest, and normalizes the row.
struct MaxoutLayer: Sendable {
    static let pieces = 3

    let inputs: Int
    let outputs: Int
    private let build: NetworkBuild
    private let weights: PackedWeights
    private let gain: FloatBuffer
    private let shift: FloatBuffer
    /// The bias, piece after piece, for products that are known.
    private let bias: FloatBuffer

    /// Reads the layer and its normalization from `file`.
    init(
        _ file: NetworkFile, maxout: NetworkFile.Layer, normalization: NetworkFile.Layer, inputs: Int, outputs: Int,
        build: NetworkBuild
    ) throws(ModelError) {
        let weights = try file.tensor(maxout, "W", shape: [outputs, 0, inputs])
        guard weights.shape[1] == Self.pieces else {
            throw .unsupported(path: file.path, setting: "maxout_pieces", value: "\(weights.shape[1])")
        }
        let bias = try file.tensor(maxout, "b", shape: [outputs, Self.pieces])
        self.inputs = inputs
        self.outputs = outputs
        self.build = build
        self.weights = PackedWeights(
            weights.values, bias: bias.values, outputs: outputs, pieces: Self.pieces, build: build)
        self.bias = FloatBuffer(Tensor.transposed(bias.values, rows: outputs))
        gain = FloatBuffer(try file.tensor(normalization, "G", shape: [outputs]).values)
        shift = FloatBuffer(try file.tensor(normalization, "b", shape: [outputs]).values)
    }

    /// Writes the results for `count` rows that begin `stride` numbers after each other; adds `residual` where there
    /// is one.
    func apply(
        _ rows: UnsafePointer<Float>, stride: Int, count: Int, residual: UnsafePointer<Float>?,
        into result: UnsafeMutablePointer<Float>
    ) {
        weights.multiply(rows, stride: stride, count: count, into: result, resultStride: outputs)
        normalize(result, count: count, residual: residual)
    }

    /// Does what `apply` does for `count` rows whose products with the thirds of the weights are known: `products` has
    /// three addresses a row.
    func apply(
        products: UnsafePointer<UnsafePointer<Float>?>, count: Int, residual: UnsafePointer<Float>,
        into result: UnsafeMutablePointer<Float>
    ) {
        bias.withUnsafePointer { network_gather(build.rawValue, products, count, $0, outputs, result) }
        normalize(result, count: count, residual: residual)
    }

    private func normalize(_ rows: UnsafeMutablePointer<Float>, count: Int, residual: UnsafePointer<Float>?) {
        gain.withUnsafePointer { gain in
            shift.withUnsafePointer { shift in
                network_normalize(build.rawValue, rows, count, outputs, gain, shift, residual)
            }
        }
    }

    /// The weights of the layer `maxout` of `file` for inputs that consist of `parts` rows, such that one of these rows
    /// is multiplied with the weights of all parts at once.
    ///
    /// The products of the parts follow one another, piece after piece; summed part by part they are the product of
    /// the whole input.
    static func divided(
        _ file: NetworkFile, maxout: NetworkFile.Layer, into parts: Int, build: NetworkBuild
    ) throws(ModelError) -> LinearLayer {
        let weights = try file.tensor(maxout, "W", shape: [0, pieces, 0])
        let (outputs, inputs) = (weights.shape[0], weights.shape[2])
        let part = inputs / parts
        var divided: [Float] = []
        divided.reserveCapacity(weights.values.count)
        for number in 0..<parts {
            for piece in 0..<pieces {
                for output in 0..<outputs {
                    let start = (output * pieces + piece) * inputs + number * part
                    divided += weights.values[start..<start + part]
                }
            }
        }
        return LinearLayer(weights: divided, bias: [], outputs: parts * pieces * outputs, build: build)
    }
}
