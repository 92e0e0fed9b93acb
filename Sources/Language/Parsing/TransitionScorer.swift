// SPDX-License-Identifier: Apache-2.0

/// Scores the states of documents whose narrowed tokens stand in one array of rows.
///
/// The products of a token with all slots take much memory, so they are made for a block of tokens when one is first
/// looked at, and the oldest blocks are forgotten.
struct TransitionScorer: Sendable {
    private static let blockRows = 96
    private static let mostBlocks = 16
    private static let nowhere = -1

    private let model: TransitionModel
    private let rows: FloatBuffer
    private let rowCount: Int
    private var blockPlaces: [Int32]
    private var blocksInPlaces: [Int] = []
    private var oldestPlace = 0
    /// The memory of the blocks, which can be handed on to the next scorer of the same model.
    private(set) var memory: FloatBuffer
    /// The score of every move of the state that was scored last; behind them some noughts.
    private var scores: FloatBuffer

    /// Takes `count` narrowed tokens and the memory of an earlier scorer, whose content is of no account.
    init(_ model: TransitionModel, rows: FloatBuffer, count: Int, memory: inout FloatBuffer) {
        self.model = model
        self.rows = rows
        rowCount = count
        self.memory = FloatBuffer()
        swap(&self.memory, &memory)
        let blockCount = (count + Self.blockRows - 1) / Self.blockRows
        blockPlaces = [Int32](repeating: -1, count: blockCount)
        self.memory.grow(to: min(blockCount, Self.mostBlocks) * Self.blockRows * model.products.stride)
        scores = FloatBuffer(count: model.paddedClasses)
    }

    /// Scores the state that looks at the tokens in these rows; a negative row is a missing token.
    mutating func score(_ context: SIMD8<Int32>) {
        // Loading one block may push out another that is looked at, but not twice: there are more places than slots.
        while let block = missingBlock(context) { load(block) }
        let (model, stride) = (model, model.products.stride)
        var places = SIMD8<Int>(repeating: Self.nowhere)
        for slot in 0..<model.slots where context[slot] >= 0 { places[slot] = place(of: Int(context[slot])) }
        withUnsafeTemporaryAllocation(of: UnsafePointer<Float>?.self, capacity: model.slots) { products in
            guard let base = products.baseAddress else { return }
            memory.withUnsafePointer { memory in
                model.missing.withUnsafePointer { missing in
                    for slot in 0..<model.slots {
                        let start = places[slot] < 0 ? missing : memory + places[slot] * stride
                        (base + slot).initialize(to: start + slot * model.slotWidth)
                    }
                    scores.withUnsafeMutablePointer { model.score(base, into: $0) }
                }
            }
        }
    }

    /// The score of `move`.
    subscript(move: Int) -> Float { scores.withUnsafePointer { $0[move] } }

    /// The first of the moves in `range` with the highest score, and that score.
    func best(in range: Range<Int>) -> (move: Int, score: Float) {
        scores.withUnsafePointer { scores in
            var best = range.lowerBound
            for move in range.dropFirst() where scores[move] > scores[best] { best = move }
            return (best, scores[best])
        }
    }

    private func missingBlock(_ context: SIMD8<Int32>) -> Int? {
        for slot in 0..<model.slots where context[slot] >= 0 {
            let block = Int(context[slot]) / Self.blockRows
            if blockPlaces[block] < 0 { return block }
        }
        return nil
    }

    /// Which of the rows in memory is that of a token whose block is there.
    private func place(of row: Int) -> Int {
        Int(blockPlaces[row / Self.blockRows]) * Self.blockRows + row % Self.blockRows
    }

    /// Computes the products of a block, in the place of the oldest one if there is no other.
    private mutating func load(_ block: Int) {
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
        let first = block * Self.blockRows
        let (layer, count) = (model.products, min(Self.blockRows, rowCount - first))
        rows.withUnsafePointer { rows in
            memory.withUnsafeMutablePointer { memory in
                layer.apply(
                    rows + first * layer.inputs, count: count, into: memory + place * Self.blockRows * layer.stride)
            }
        }
    }
}
