// SPDX-License-Identifier: Apache-2.0

/// A maxout layer with the layer normalization that follows it.
///
/// The weights are kept piece after piece, so that the maximum over the pieces is one of whole lanes.
struct MaxoutLayer: Sendable {
    let inputs: Int
    let outputs: Int
    let pieces: Int
    /// `inputs` rows of `pieces` times `outputs` numbers.
    private let weights: [Float]
    private let bias: [Float]
    private let gain: [Float]
    private let shift: [Float]

    /// Reads the layer and its normalization from `file`.
    init(
        _ file: NetworkFile, maxout: NetworkFile.Layer, normalization: NetworkFile.Layer, inputs: Int, outputs: Int
    ) throws(ModelError) {
        let weights = try file.tensor(maxout, "W", shape: [outputs, 0, inputs])
        let pieces = weights.shape[1]
        let bias = try file.tensor(maxout, "b", shape: [outputs, pieces])
        self.inputs = inputs
        self.outputs = outputs
        self.pieces = pieces
        var pieceMajor: [Float] = []
        pieceMajor.reserveCapacity(weights.values.count)
        for piece in 0..<pieces {
            for output in 0..<outputs {
                let start = (output * pieces + piece) * inputs
                pieceMajor += weights.values[start..<start + inputs]
            }
        }
        self.weights = Tensor.transposed(pieceMajor, rows: pieces * outputs)
        self.bias = Tensor.transposed(bias.values, rows: outputs)
        gain = try file.tensor(normalization, "G", shape: [outputs]).values
        shift = try file.tensor(normalization, "b", shape: [outputs]).values
    }

    /// The numbers a row takes in the scratch space of `apply`.
    var scratchWidth: Int { pieces * outputs }

    /// Writes the results for `count` rows (a multiple of `MatrixProduct.unit`); `products` has room for
    /// `scratchWidth` numbers a row.
    func apply(
        _ rows: UnsafePointer<Float>, count: Int, products: UnsafeMutablePointer<Float>,
        into result: UnsafeMutablePointer<Float>
    ) {
        weights.withUnsafeBufferPointer { weights in
            guard let weights = weights.baseAddress else { return }
            MatrixProduct.multiply(
                rows, count: count, inputs: inputs, weights: weights, outputs: scratchWidth, into: products)
        }
        activate(products, count: count, into: result)
    }

    /// Writes the results for `count` rows whose products with the weights are known, and overwrites those.
    func activate(
        _ products: UnsafeMutablePointer<Float>, count: Int, into result: UnsafeMutablePointer<Float>
    ) {
        bias.withUnsafeBufferPointer { bias in
            gain.withUnsafeBufferPointer { gain in
                shift.withUnsafeBufferPointer { shift in
                    guard let bias = bias.baseAddress, let gain = gain.baseAddress, let shift = shift.baseAddress
                    else { return }
                    for row in 0..<count {
                        let pieceValues = products + row * scratchWidth
                        let output = result + row * outputs
                        VectorKernels.add(bias, to: pieceValues, count: scratchWidth)
                        VectorKernels.maxout(pieceValues, count: pieces, outputs: outputs, into: output)
                        VectorKernels.normalize(output, count: outputs, gain: gain, bias: shift)
                    }
                }
            }
        }
    }

    /// The layer's weights for inputs that consist of `parts` rows, such that one of these rows is multiplied with the
    /// weights of all parts at once.
    ///
    /// The products of the parts follow one another, `scratchWidth` numbers each; summed part by part they are the
    /// product of the whole input.
    func divided(into parts: Int) -> LinearLayer {
        let part = inputs / parts
        let weights = (0..<part).flatMap { input in
            (0..<parts).flatMap { number in
                let start = (number * part + input) * scratchWidth
                return self.weights[start..<start + scratchWidth]
            }
        }
        return LinearLayer(inputMajorWeights: weights, inputs: part)
    }
}
