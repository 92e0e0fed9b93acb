// SPDX-License-Identifier: Apache-2.0

/// The network that scores moves from the tokens that a state looks at.
struct TransitionModel: Sendable {
    /// How many tokens a state looks at.
    let slots: Int
    /// How many moves are scored.
    let classes: Int
    /// Narrows an encoded token; its outputs are the inputs of the transition model.
    let narrowing: LinearLayer
    /// Multiplies a narrowed token with all slots at once, two pieces of `hidden` numbers a slot.
    let products: LinearLayer
    let hidden: Int
    let pieces: Int
    /// What stands in for a missing token, slot after slot.
    let missing: [Float]
    let bias: [Float]
    /// `hidden` rows of `paddedClasses` numbers.
    let upper: [Float]
    let upperBias: [Float]
    let paddedClasses: Int

    /// Reads the layers from `file`, which scores `classes` moves of states that look at `slots` tokens.
    init(_ file: NetworkFile, width: Int, slots: Int, classes: Int) throws(ModelError) {
        let linear = try file.layers(named: "linear", count: 2...2)
        let lower = try file.layer(named: "precomputable_affine")
        let weights = try file.tensor(lower, "W", shape: [slots, 0, 0, 0])
        let (hidden, pieces, inputs) = (weights.shape[1], weights.shape[2], weights.shape[3])
        guard hidden.isMultiple(of: VectorKernels.width) else {
            throw .unsupported(path: file.path, setting: "hidden_width", value: "\(hidden)")
        }
        let bias = try file.tensor(lower, "b", shape: [hidden, pieces])
        let missing = try file.tensor(lower, "pad", shape: [1, slots, hidden, pieces])
        // The walk through the file meets the output layer before the narrowing one.
        let upper = try file.tensor(linear[0], "W", shape: [classes, hidden])
        let upperBias = try file.tensor(linear[0], "b", shape: [classes])
        narrowing = try LinearLayer(file, linear[1], inputs: width, outputs: inputs)
        var pieceMajor: [Float] = []
        pieceMajor.reserveCapacity(weights.values.count)
        var missingPieceMajor: [Float] = []
        for slot in 0..<slots {
            for piece in 0..<pieces {
                for output in 0..<hidden {
                    let row = (slot * hidden + output) * pieces + piece
                    pieceMajor += weights.values[row * inputs..<(row + 1) * inputs]
                    missingPieceMajor.append(missing.values[row])
                }
            }
        }
        let lane = VectorKernels.width
        let paddedClasses = (classes + 2 * lane - 1) / (2 * lane) * (2 * lane)
        let padding = [Float](repeating: 0, count: paddedClasses - classes)
        let transposed = Tensor.transposed(upper.values, rows: classes)
        self.upper = (0..<hidden).flatMap { transposed[$0 * classes..<($0 + 1) * classes] + padding }
        self.upperBias = upperBias.values + padding
        self.bias = Tensor.transposed(bias.values, rows: hidden)
        self.missing = missingPieceMajor
        products = LinearLayer(weights: pieceMajor, bias: [], outputs: slots * pieces * hidden)
        self.slots = slots
        self.classes = classes
        self.hidden = hidden
        self.pieces = pieces
        self.paddedClasses = paddedClasses
    }
}
