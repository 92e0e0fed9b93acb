// SPDX-License-Identifier: Apache-2.0

/// Scores the states of documents whose narrowed tokens stand in one array of rows.
///
/// The products of a token with all slots take much memory, so they are made for a block of tokens when one is first
/// looked at, and the oldest blocks are forgotten.
struct TransitionScorer: Sendable {
    private static let mostBlockRows = 2 * MatrixProduct.unit
    private static let mostBlocks = 16

    private let model: TransitionModel
    /// The narrowed tokens; the rows are filled up to whole blocks.
    private let rows: [Float]
    private let blockRows: Int
    private var blockPlaces: [Int32]
    private var blocksInPlaces: [Int] = []
    private var oldestPlace = 0
    /// The memory of the blocks, which can be handed on to the next scorer of the same model.
    private(set) var memory: [Float]
    private var sums: [Float]
    /// The score of every move of the state that was scored last; behind them some noughts.
    private(set) var scores: [Float]

    /// The number of rows to make room for where `count` are needed.
    static func padded(_ count: Int) -> Int {
        let rows = blockRows(for: count)
        return (count + rows - 1) / rows * rows
    }

    /// Small blocks for small documents.
    private static func blockRows(for count: Int) -> Int {
        max(MatrixProduct.unit, min(MatrixProduct.padded(count), mostBlockRows))
    }

    /// Takes narrowed tokens, `padded` to whole blocks, and the memory of an earlier scorer, whose content is of no
    /// account.
    init(_ model: TransitionModel, rows: [Float], memory: inout [Float]) {
        self.model = model
        self.rows = rows
        self.memory = []
        swap(&self.memory, &memory)
        let rowCount = rows.count / model.narrowing.outputs
        blockRows = Self.blockRows(for: rowCount)
        let blockCount = rowCount / blockRows
        blockPlaces = [Int32](repeating: -1, count: blockCount)
        let needed = min(blockCount, Self.mostBlocks) * blockRows * model.products.outputs
        if self.memory.count < needed { self.memory = [Float](repeating: 0, count: needed) }
        sums = [Float](repeating: 0, count: model.pieces * model.hidden)
        scores = [Float](repeating: 0, count: model.paddedClasses)
    }

    /// Scores the state that looks at the tokens in these rows; a negative row is a missing token.
    mutating func score(_ context: SIMD8<Int32>) {
        for slot in 0..<model.slots {
            let row = Int(context[slot])
            if row >= 0, blockPlaces[row / blockRows] < 0 { load(row / blockRows) }
            add(slot: slot, row: row)
        }
        Self.finish(model, sums: &sums, scores: &scores)
    }

    private var slotWidth: Int { model.pieces * model.hidden }

    private mutating func add(slot: Int, row: Int) {
        let width = slotWidth
        if row >= 0 {
            let place = Int(blockPlaces[row / blockRows])
            let start = ((place * blockRows + row % blockRows) * model.slots + slot) * width
            Self.add(memory, from: start, count: width, to: &sums, isFirst: slot == 0)
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
        } else {
            place = oldestPlace
            oldestPlace = (oldestPlace + 1) % Self.mostBlocks
            blockPlaces[blocksInPlaces[place]] = -1
            blocksInPlaces[place] = block
        }
        blockPlaces[block] = Int32(place)
        Self.fill(
            &memory, from: place * blockRows * outputs, model, rows, from: block * blockRows, count: blockRows)
    }

    private static func fill(
        _ memory: inout [Float], from place: Int, _ model: TransitionModel, _ rows: [Float], from row: Int, count: Int
    ) {
        memory.withUnsafeMutableBufferPointer { memory in
            rows.withUnsafeBufferPointer { rows in
                guard let memory = memory.baseAddress, let rows = rows.baseAddress else { return }
                model.products.apply(rows + row * model.products.inputs, count: count, into: memory + place)
            }
        }
    }
}
