// SPDX-License-Identifier: Apache-2.0

/// The state of the non-monotonic arc-eager parser: a stack, what is left of the text, and the arcs so far.
package struct ParserState {
    static let none: Int32 = -1

    private var stack: [Int32] = []
    /// Tokens that went back from the stack; they are read before the text goes on.
    private var returned: [Int32] = []
    private var next: Int32 = 0
    private let count: Int32
    /// The head of every token, or `none`.
    package private(set) var heads: [Int32]
    /// The class label of the arc to every token.
    private(set) var labels: [Int]
    // Each token's children on one side form a chain from the newest to the oldest.
    private var newestLeft: [Int32]
    private var newestRight: [Int32]
    private var older: [Int32]
    private var isUnshiftable: [Bool]
    private var startsSentence: [Bool]

    /// Begins a document of `count` tokens.
    package init(count: Int) {
        self.count = Int32(count)
        heads = [Int32](repeating: Self.none, count: count)
        labels = [Int](repeating: 0, count: count)
        newestLeft = heads
        newestRight = heads
        older = heads
        isUnshiftable = [Bool](repeating: false, count: count)
        startsSentence = isUnshiftable
    }

    /// Whether nothing is left to do.
    package var isFinal: Bool { stack.isEmpty && bufferCount == 0 }

    private var bufferCount: Int { Int(count - next) + returned.count }

    private func buffer(_ index: Int) -> Int32 {
        if index < returned.count { return returned[returned.count - 1 - index] }
        let position = next + Int32(index - returned.count)
        return position < count ? position : Self.none
    }

    private func stack(_ index: Int) -> Int32 {
        index < stack.count ? stack[stack.count - 1 - index] : Self.none
    }

    /// The tokens that the network looks at.
    package var context: SIMD8<Int32> {
        let (front, top) = (buffer(0), stack(0))
        return SIMD8(
            front, buffer(1), top, stack(1), stack(2),
            front < 0 ? Self.none : newestLeft[Int(front)],
            top < 0 ? Self.none : newestLeft[Int(top)],
            top < 0 ? Self.none : newestRight[Int(top)])
    }

    // MARK: - Moves

    /// Whether the first token of the buffer may go to the stack.
    package var canShift: Bool {
        if stack.isEmpty { return bufferCount > 0 }
        let front = buffer(0)
        return bufferCount >= 2 && !startsSentence[Int(front)] && !isUnshiftable[Int(front)]
    }

    /// Whether the top of the stack may be dealt with.
    package var canReduce: Bool { !stack.isEmpty }

    /// Whether an arc between the top of the stack and the first token of the buffer may be drawn.
    package var canConnect: Bool { !stack.isEmpty && bufferCount > 0 && !startsSentence[Int(buffer(0))] }

    /// Whether the second token of the buffer may be marked as a sentence's first.
    package var canBreak: Bool {
        guard bufferCount >= 2 else { return false }
        let second = buffer(1)
        return second == buffer(0) + 1 && !startsSentence[Int(second)]
    }

    /// Moves the first token of the buffer to the stack.
    package mutating func shift() {
        if let token = returned.popLast() {
            stack.append(token)
        } else {
            stack.append(next)
            next += 1
        }
    }

    /// Takes the top off the stack if it has a head or is alone, else puts it back before the buffer.
    package mutating func reduce() {
        guard let top = stack.popLast() else { return }
        if heads[Int(top)] < 0, !stack.isEmpty {
            isUnshiftable[Int(top)] = true
            returned.append(top)
        }
    }

    /// Makes the first token of the buffer the head of the top of the stack, and takes that off.
    package mutating func connectLeft(label: Int) {
        let front = buffer(0)
        guard let top = stack.popLast() else { return }
        addArc(from: front, to: top, label: label)
        isUnshiftable[Int(front)] = false
    }

    /// Makes the top of the stack the head of the first token of the buffer, and moves that to the stack.
    package mutating func connectRight(label: Int) {
        addArc(from: stack(0), to: buffer(0), label: label)
        shift()
    }

    /// Marks the second token of the buffer as a sentence's first.
    package mutating func breakSentence() {
        startsSentence[Int(buffer(1))] = true
    }

    private mutating func addArc(from head: Int32, to child: Int32, label: Int) {
        if heads[Int(child)] >= 0 { removeArc(to: child) }
        if head > child {
            older[Int(child)] = newestLeft[Int(head)]
            newestLeft[Int(head)] = child
        } else {
            older[Int(child)] = newestRight[Int(head)]
            newestRight[Int(head)] = child
        }
        heads[Int(child)] = head
        labels[Int(child)] = label
    }

    private mutating func removeArc(to child: Int32) {
        let head = heads[Int(child)]
        let newest = head > child ? newestLeft[Int(head)] : newestRight[Int(head)]
        if newest == child {
            if head > child {
                newestLeft[Int(head)] = older[Int(child)]
            } else {
                newestRight[Int(head)] = older[Int(child)]
            }
        } else {
            var sibling = newest
            while sibling >= 0, older[Int(sibling)] != child { sibling = older[Int(sibling)] }
            if sibling >= 0 { older[Int(sibling)] = older[Int(child)] }
        }
    }
}
