// SPDX-License-Identifier: Apache-2.0

import CNetworkKernels

/// The network that scores moves from the tokens that a state looks at; shared, since copying its parts for each state
/// would cost as much as scoring.
final class TransitionModel: Sendable {
    private static let pieces = 2
    /// What `hidden` and the classes are filled up to a multiple of.
    private static let unit = 16

    let build: NetworkBuild
    /// How many tokens a state looks at.
    let slots: Int
    /// How many moves are scored.
    let classes: Int
    /// Narrows an encoded token; its outputs are the inputs of the transition model.
    let narrowing: LinearLayer
    /// Multiplies a narrowed token with all slots at once, two pieces of `hidden` numbers a slot.
    let products: LinearLayer
    let hidden: Int
    /// The numbers of a slot among the products.
    var slotWidth: Int { Self.pieces * hidden }
    /// What stands in for a missing token, slot after slot.
    let missing: FloatBuffer
    let bias: FloatBuffer
    /// `hidden` rows of `paddedClasses` numbers.
    let upper: FloatBuffer
    let upperBias: FloatBuffer
    let paddedClasses: Int

    /// Reads the layers from `file`, which scores `classes` moves of states that look at `slots` tokens.
    init(_ file: NetworkFile, width: Int, slots: Int, classes: Int, build: NetworkBuild) throws(ModelError) {
        let linear = try file.layers(named: "linear", count: 2...2)
        let lower = try file.layer(named: "precomputable_affine")
        let weights = try file.tensor(lower, "W", shape: [slots, 0, Self.pieces, 0])
        let (hidden, pieces, inputs) = (weights.shape[1], Self.pieces, weights.shape[3])
        guard hidden.isMultiple(of: Self.unit), hidden <= Int(NETWORK_MOST_HIDDEN) else {
            throw .unsupported(path: file.path, setting: "hidden_width", value: "\(hidden)")
        }
        let bias = try file.tensor(lower, "b", shape: [hidden, pieces])
        let missing = try file.tensor(lower, "pad", shape: [1, slots, hidden, pieces])
        // The walk through the file meets the output layer before the narrowing one.
        let upper = try file.tensor(linear[0], "W", shape: [classes, hidden])
        let upperBias = try file.tensor(linear[0], "b", shape: [classes])
        narrowing = try LinearLayer(file, linear[1], inputs: width, outputs: inputs, build: build)
        guard narrowing.stride == inputs else {
            throw .unsupported(path: file.path, setting: "token_vector_width", value: "\(inputs)")
        }
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
        let paddedClasses = (classes + Self.unit - 1) / Self.unit * Self.unit
        let padding = [Float](repeating: 0, count: paddedClasses - classes)
        let transposed = Tensor.transposed(upper.values, rows: classes)
        self.upper = FloatBuffer(
            (0..<hidden).flatMap { transposed[$0 * classes..<($0 + 1) * classes] + padding })
        self.upperBias = FloatBuffer(upperBias.values + padding)
        self.bias = FloatBuffer(Tensor.transposed(bias.values, rows: hidden))
        self.missing = FloatBuffer(missingPieceMajor)
        products = LinearLayer(
            weights: pieceMajor, bias: [], outputs: slots * pieces * hidden, build: build)
        self.build = build
        self.slots = slots
        self.classes = classes
        self.hidden = hidden
        self.paddedClasses = paddedClasses
    }

    /// Narrows `count` encoded tokens into `result` from row `start` on.
    func narrow(_ rows: UnsafePointer<Float>, count: Int, into result: inout FloatBuffer, at start: Int) {
        result.withUnsafeMutablePointer { narrowing.apply(rows, count: count, into: $0 + start * narrowing.stride) }
    }

    /// Scores a state from the products of the tokens that it looks at.
    func score(_ products: UnsafePointer<UnsafePointer<Float>?>, into scores: UnsafeMutablePointer<Float>) {
        bias.withUnsafePointer { bias in
            upper.withUnsafePointer { upper in
                upperBias.withUnsafePointer { upperBias in
                    network_score(
                        build.rawValue, products, slots, bias, hidden, upper, upperBias, paddedClasses, scores)
                }
            }
        }
    }
}
