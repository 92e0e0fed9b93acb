// SPDX-License-Identifier: Apache-2.0

/// Runs the instructions of a `PatternProgram` over UTF-8, with Python's priorities: the first way that leads to
/// a match wins.
///
/// It tries ways in order and goes back when one fails. After more steps than usual texts need it begins to
/// record which splits it has met where: a state that has failed fails again, so from then on each is tried
/// once, and the time is bounded by (splits × bytes). A matcher serves one search at a time.
package struct PatternMatcher: Sendable {
    private var stack: [State] = []
    private static let largestIdleStack = 10_000
    /// One bit for each split at each byte of the text; empty until the budget is spent.
    private var visited: [UInt64] = []
    private var isRecording = false
    private var splitsTaken = 0
    private var budget = 0
    /// Conditions have a greatest width, so what they do is neither counted nor recorded.
    private var isInsideLook = false

    /// Where to go on: at `position` or, if that fails too, at each scalar before it down to `earliest`.
    private struct State: Sendable {
        var instruction: Int
        var position: Int
        var earliest: Int
    }

    /// Makes a matcher, which any number of searches can use one after the other.
    package init() {}

    /// Prepares for a search in a text of `count` bytes.
    mutating func reset(count: Int) {
        stack.removeAll(keepingCapacity: stack.capacity < Self.largestIdleStack)
        // The record of an unusual text can be large, and matchers are kept.
        if isRecording { visited = [] }
        isRecording = false
        isInsideLook = false
        splitsTaken = 0
        budget = 1_000 + 16 * count
    }

    /// The end of the match that begins at `position` and does not end at `forbiddenEnd`, following the
    /// instructions from `entry`.
    mutating func end(
        of program: PatternProgram, from entry: Int, at position: Int, in text: Span<UInt8>,
        forbiddenEnd: Int? = nil
    ) -> Int? {
        // States of an outer run stay below.
        let bottom = stack.count
        defer { stack.removeLast(stack.count - bottom) }
        var instruction = entry
        var position = position
        while true {
            var fails = false
            switch program.instructions[instruction] {
            case .byte(let byte):
                fails = position == text.count || text[position] != byte
                position += 1
                instruction += 1
            case .set(let number):
                if position < text.count {
                    let (scalar, width) = text.scalar(at: position)
                    fails = !program.sets[number].contains(scalar)
                    position += width
                    instruction += 1
                } else {
                    fails = true
                }
            case .split(let first, let second, let choice):
                if isNew(choice, at: position, choiceCount: program.choiceCount, textCount: text.count) {
                    stack.append(State(instruction: second, position: position, earliest: position))
                    instruction = first
                } else {
                    fails = true
                }
            case .run(let set, let choice):
                let earliest = position
                var last: Int?
                while isNew(choice, at: position, choiceCount: program.choiceCount, textCount: text.count) {
                    last = position
                    guard position < text.count else { break }
                    let (scalar, width) = text.scalar(at: position)
                    guard program.sets[set].contains(scalar) else { break }
                    position += width
                }
                instruction += 1
                if let last {
                    stack.append(State(instruction: instruction, position: last, earliest: earliest))
                }
                // The longest run is the first of the ways just put down.
                fails = true
            case .jump(let target):
                instruction = target
            case .start:
                fails = position != 0
                instruction += 1
            case .end:
                fails = !text.isEnd(position)
                instruction += 1
            case .look(let number):
                let look = program.looks[number]
                fails = holds(look, of: program, entry: instruction + 1, at: position, in: text) == look.isNegative
                instruction = look.next
            case .match:
                if position != forbiddenEnd { return position }
                fails = true
            }
            if fails {
                guard stack.count > bottom, let state = stack.popLast() else { return nil }
                instruction = state.instruction
                position = state.position
                if position > state.earliest, let before = text.position(1, scalarsBefore: position) {
                    stack.append(State(instruction: instruction, position: before, earliest: state.earliest))
                }
            }
        }
    }

    private mutating func holds(
        _ look: PatternLook, of program: PatternProgram, entry: Int, at position: Int, in text: Span<UInt8>
    ) -> Bool {
        guard let place = text.position(look.scalarsBack, scalarsBefore: position) else { return false }
        let isOutermost = !isInsideLook
        isInsideLook = true
        defer { if isOutermost { isInsideLook = false } }
        return end(of: program, from: entry, at: place, in: text) != nil
    }

    /// Whether a split has not yet been recorded at `position`; records it if the budget is spent.
    private mutating func isNew(_ choice: Int, at position: Int, choiceCount: Int, textCount: Int) -> Bool {
        if isInsideLook { return true }
        if !isRecording {
            splitsTaken += 1
            guard splitsTaken > budget else { return true }
            isRecording = true
            visited = Array(repeating: 0, count: (choiceCount * (textCount + 1) + 63) / 64)
        }
        let bit = choice * (textCount + 1) + position
        let mask = UInt64(1) << UInt64(bit & 63)
        defer { visited[bit >> 6] |= mask }
        return visited[bit >> 6] & mask == 0
    }
}
