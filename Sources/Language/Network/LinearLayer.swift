// SPDX-License-Identifier: Apache-2.0

/// A layer that multiplies rows with weights and adds a bias.
struct LinearLayer: Sendable {
    let inputs: Int
    /// The numbers of a row of results, more than the layer's outputs; those behind are of no account.
    let stride: Int
    private let weights: PackedWeights

    /// Takes weights as files hold them: `outputs` rows of `inputs` numbers, and a bias unless it is nought.
    init(weights: [Float], bias: [Float], outputs: Int, build: NetworkBuild) {
        self.weights = PackedWeights(weights, bias: bias, outputs: outputs, pieces: 1, build: build)
        inputs = self.weights.inputs
        stride = NetworkBuild.padded(outputs)
    }

    /// Reads `layer` of `file`.
    init(
        _ file: NetworkFile, _ layer: NetworkFile.Layer, inputs: Int, outputs: Int, build: NetworkBuild
    ) throws(ModelError) {
        let weights = try file.tensor(layer, "W", shape: [outputs, inputs])
        let bias = try file.tensor(layer, "b", shape: [weights.shape[0]])
        self.init(weights: weights.values, bias: bias.values, outputs: weights.shape[0], build: build)
    }

    /// Writes the results for `count` rows, each `resultStride` numbers behind the last, or else `stride`.
    func apply(
        _ rows: UnsafePointer<Float>, count: Int, into result: UnsafeMutablePointer<Float>, resultStride: Int? = nil
    ) {
        weights.multiply(rows, stride: inputs, count: count, into: result, resultStride: resultStride ?? stride)
    }
}
