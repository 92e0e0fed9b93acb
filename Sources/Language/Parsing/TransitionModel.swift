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
    fileprivate let products: LinearLayer
    fileprivate let hidden: Int
    fileprivate let pieces: Int
    /// What stands in for a missing token, slot after slot.
    fileprivate let missing: [Float]
    fileprivate let bias: [Float]
    /// `hidden` rows of `paddedClasses` numbers.
    fileprivate let upper: [Float]
    fileprivate let upperBias: [Float]
    fileprivate let paddedClasses: Int

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

/// Scores the states of documents whose narrowed tokens stand in one array of rows.
///
/// The products of a token with all slots take much memory, so they are made for a block of tokens when one is first
/// looked at, and the oldest blocks are forgotten.
struct TransitionScorer: Sendable {
    private static let blockRows = 2 * MatrixProduct.unit
    private static let mostBlocks = 16

    private let model: TransitionModel
    /// The narrowed tokens; the rows are filled up to whole blocks.
    private let rows: [Float]
    private var blockPlaces: [Int32]
    private var blocksInPlaces: [Int] = []
    private var oldestPlace = 0
    private var blocks: [Float] = []
    private var sums: [Float]
    /// The score of every move of the state that was scored last; behind them some noughts.
    private(set) var scores: [Float]

    /// The number of rows to make room for where `count` are needed.
    static func padded(_ count: Int) -> Int { (count + blockRows - 1) / blockRows * blockRows }

    /// Takes narrowed tokens, `padded` to whole blocks.
    init(_ model: TransitionModel, rows: [Float]) {
        self.model = model
        self.rows = rows
        blockPlaces = [Int32](repeating: -1, count: rows.count / model.narrowing.outputs / Self.blockRows)
        sums = [Float](repeating: 0, count: model.pieces * model.hidden)
        scores = [Float](repeating: 0, count: model.paddedClasses)
    }

    /// Scores the state that looks at the tokens in these rows; a negative row is a missing token.
    mutating func score(_ context: SIMD8<Int32>) {
        for slot in 0..<model.slots {
            let row = Int(context[slot])
            if row >= 0, blockPlaces[row / Self.blockRows] < 0 { load(row / Self.blockRows) }
            add(slot: slot, row: row)
        }
        Self.finish(model, sums: &sums, scores: &scores)
    }

    private var slotWidth: Int { model.pieces * model.hidden }

    private mutating func add(slot: Int, row: Int) {
        let width = slotWidth
        if row >= 0 {
            let place = Int(blockPlaces[row / Self.blockRows])
            let start = ((place * Self.blockRows + row % Self.blockRows) * model.slots + slot) * width
            Self.add(blocks, from: start, count: width, to: &sums, isFirst: slot == 0)
        } else {
            Self.add(model.missing, from: slot * width, count: width, to: &sums, isFirst: slot == 0)
        }
    }

    private static func add(_ source: [Float], from start: Int, count: Int, to sums: inout [Float], isFirst: Bool) {
        sums.withUnsafeMutableBufferPointer { sums in
            source.withUnsafeBufferPointer { source in
                guard let sums = sums.baseAddress, let source = source.baseAddress else { return }
                if isFirst {
                    sums.update(from: source + start, count: count)
                } else {
                    VectorKernels.add(source + start, to: sums, count: count)
                }
            }
        }
    }

    private static func finish(_ model: TransitionModel, sums: inout [Float], scores: inout [Float]) {
        sums.withUnsafeMutableBufferPointer { sums in
            scores.withUnsafeMutableBufferPointer { scores in
                model.bias.withUnsafeBufferPointer { bias in
                    model.upper.withUnsafeBufferPointer { upper in
                        model.upperBias.withUnsafeBufferPointer { upperBias in
                            guard let sums = sums.baseAddress, let scores = scores.baseAddress,
                                let bias = bias.baseAddress, let upper = upper.baseAddress,
                                let upperBias = upperBias.baseAddress
                            else { return }
                            VectorKernels.add(bias, to: sums, count: model.pieces * model.hidden)
                            VectorKernels.maxout(sums, count: model.pieces, outputs: model.hidden, into: sums)
                            VectorKernels.multiply(
                                sums, count: model.hidden, weights: upper, bias: upperBias,
                                outputs: model.paddedClasses, into: scores)
                        }
                    }
                }
            }
        }
    }

    /// Computes the products of a block, in the place of the oldest one if there is no other.
    private mutating func load(_ block: Int) {
        let outputs = model.slots * slotWidth
        let place: Int
        if blocksInPlaces.count < Self.mostBlocks {
            place = blocksInPlaces.count
            blocksInPlaces.append(block)
            blocks += [Float](repeating: 0, count: Self.blockRows * outputs)
        } else {
            place = oldestPlace
            oldestPlace = (oldestPlace + 1) % Self.mostBlocks
            blockPlaces[blocksInPlaces[place]] = -1
            blocksInPlaces[place] = block
        }
        blockPlaces[block] = Int32(place)
        Self.fill(&blocks, from: place * Self.blockRows * outputs, model, rows, block: block)
    }

    private static func fill(
        _ blocks: inout [Float], from start: Int, _ model: TransitionModel, _ rows: [Float], block: Int
    ) {
        blocks.withUnsafeMutableBufferPointer { blocks in
            rows.withUnsafeBufferPointer { rows in
                guard let blocks = blocks.baseAddress, let rows = rows.baseAddress else { return }
                model.products.apply(
                    rows + block * blockRows * model.products.inputs, count: blockRows, into: blocks + start)
            }
        }
    }
}
