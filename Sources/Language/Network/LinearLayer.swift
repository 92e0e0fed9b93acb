// SPDX-License-Identifier: Apache-2.0

/// A layer that multiplies rows with weights and adds a bias.
struct LinearLayer: Sendable {
    let inputs: Int
    let outputs: Int
    /// `inputs` rows of `outputs` numbers.
    private let weights: [Float]
    private let bias: [Float]

    /// Takes weights as files hold them: `outputs` rows of `inputs` numbers, and a bias unless it is nought.
    init(weights: [Float], bias: [Float], outputs: Int) {
        self.outputs = outputs
        inputs = weights.count / outputs
        self.weights = Tensor.transposed(weights, rows: outputs)
        self.bias = bias
    }

    /// Takes weights as `inputs` rows, without a bias.
    init(inputMajorWeights weights: [Float], inputs: Int) {
        self.inputs = inputs
        outputs = weights.count / inputs
        self.weights = weights
        bias = []
    }

    /// Reads the layer `name` of `file`.
    init(_ file: NetworkFile, named name: String, inputs: Int, outputs: Int) throws(ModelError) {
        try self.init(file, file.layer(named: name), inputs: inputs, outputs: outputs)
    }

    /// Reads `layer` of `file`.
    init(_ file: NetworkFile, _ layer: NetworkFile.Layer, inputs: Int, outputs: Int) throws(ModelError) {
        let weights = try file.tensor(layer, "W", shape: [outputs, inputs])
        let bias = try file.tensor(layer, "b", shape: [weights.shape[0]])
        self.init(weights: weights.values, bias: bias.values, outputs: weights.shape[0])
    }

    /// Writes the results for `count` rows (a multiple of `MatrixProduct.unit`).
    func apply(_ rows: UnsafePointer<Float>, count: Int, into result: UnsafeMutablePointer<Float>) {
        weights.withUnsafeBufferPointer { weights in
            guard let weights = weights.baseAddress else { return }
            MatrixProduct.multiply(
                rows, count: count, inputs: inputs, weights: weights, outputs: outputs, into: result)
        }
        bias.withUnsafeBufferPointer { bias in
            guard !bias.isEmpty else { return }
            for row in 0..<count {
                for output in 0..<outputs { result[row * outputs + output] += bias[output] }
            }
        }
    }
}
