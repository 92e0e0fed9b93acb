// SPDX-License-Identifier: Apache-2.0

/// One step of a compiled regular expression; numbers are places in the program's lists.
enum PatternInstruction: Sendable, Equatable {
    /// The next byte is this ASCII scalar.
    case byte(UInt8)
    /// The next scalar is in the set.
    case set(Int)
    /// Go on at `first`; if that fails, at `second`. `choice` numbers the splits and runs of a
    /// program.
    case split(first: Int, second: Int, choice: Int)
    case jump(Int)
    /// Take as many scalars of the set as there are, then go on; if that fails, after one less.
    case run(set: Int, choice: Int)
    case start
    case end
    /// A condition, whose own instructions follow.
    case look(Int)
    case match
}

/// A condition on what stands before or behind a place.
struct PatternLook: Sendable {
    /// How many scalars before the place the condition begins to match.
    var scalarsBack: Int
    var isNegative: Bool
    /// The instruction to go on with if the condition holds.
    var next: Int
}

/// A regular expression as instructions for `PatternMatcher`.
///
/// Counted loops are written out, so that a state is no more than an instruction and a place in the text.
struct PatternProgram: Sendable {
    private(set) var instructions: [PatternInstruction] = []
    private(set) var sets: [ScalarSet] = []
    private(set) var looks: [PatternLook] = []
    /// How many splits and runs there are.
    private(set) var choiceCount = 0

    private static let largestSize = 20_000

    /// Adds the instructions of `node` and a final `match`; returns where they begin.
    mutating func append(_ node: PatternNode) throws(PatternError) -> Int {
        let entry = instructions.count
        try emit(node)
        try add(.match)
        return entry
    }

    private mutating func emit(_ node: PatternNode) throws(PatternError) {
        switch node {
        case .scalar(let set):
            if let scalar = set.single, scalar < 0x80 {
                try add(.byte(UInt8(scalar)))
            } else {
                sets.append(set)
                try add(.set(sets.count - 1))
            }
        case .sequence(let parts):
            for part in parts { try emit(part) }
        case .choice(let parts):
            try emitChoice(parts)
        case .loop(let body, let least, let most, let isLazy):
            try emitLoop(body, least: least, most: most, isLazy: isLazy)
        case .start: try add(.start)
        case .end: try add(.end)
        case .look(let body, let isBehind, let isNegative):
            let number = looks.count
            looks.append(PatternLook(scalarsBack: isBehind ? body.width.least : 0, isNegative: isNegative, next: 0))
            try add(.look(number))
            _ = try append(body)
            looks[number].next = instructions.count
        }
    }

    private mutating func emitChoice(_ parts: [PatternNode]) throws(PatternError) {
        var exits: [Int] = []
        for (index, part) in parts.enumerated() {
            guard index < parts.count - 1 else {
                try emit(part)
                break
            }
            let split = try addSplit()
            try emit(part)
            exits.append(instructions.count)
            try add(.jump(0))
            setSplit(split, isLazy: false, outside: instructions.count)
        }
        for exit in exits { instructions[exit] = .jump(instructions.count) }
    }

    private mutating func emitLoop(
        _ body: PatternNode, least: Int, most: Int?, isLazy: Bool
    ) throws(PatternError) {
        for _ in 0..<least {
            let before = instructions.count
            try emit(body)
            // Nothing repeated is nothing.
            if instructions.count == before { break }
        }
        if let most {
            var splits: [Int] = []
            for _ in least..<most {
                splits.append(try addSplit())
                try emit(body)
            }
            for split in splits { setSplit(split, isLazy: isLazy, outside: instructions.count) }
        } else if case .scalar(let set) = body, !isLazy {
            sets.append(set)
            try add(.run(set: sets.count - 1, choice: choiceCount))
            choiceCount += 1
        } else {
            let split = try addSplit()
            try emit(body)
            try add(.jump(split))
            setSplit(split, isLazy: isLazy, outside: instructions.count)
        }
    }

    private mutating func add(_ instruction: PatternInstruction) throws(PatternError) {
        guard instructions.count < Self.largestSize else { throw .tooLarge(limit: Self.largestSize) }
        instructions.append(instruction)
    }

    private mutating func addSplit() throws(PatternError) -> Int {
        try add(.split(first: 0, second: 0, choice: 0))
        return instructions.count - 1
    }

    /// Completes a split between what follows it and `outside`; a lazy one prefers `outside`.
    private mutating func setSplit(_ place: Int, isLazy: Bool, outside: Int) {
        let inside = place + 1
        instructions[place] = .split(
            first: isLazy ? outside : inside, second: isLazy ? inside : outside, choice: choiceCount)
        choiceCount += 1
    }
}
