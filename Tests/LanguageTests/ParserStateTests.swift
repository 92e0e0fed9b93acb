// SPDX-License-Identifier: Apache-2.0

import Language
import Testing

@Suite("The parser's state")
struct ParserStateTests {
    @Test("an empty document is done at once; one token needs a shift and a reduce")
    func smallest() {
        #expect(ParserState(count: 0).isFinal)
        var state = ParserState(count: 1)
        #expect(state.canShift && !state.canReduce && !state.canConnect && !state.canBreak)
        state.shift()
        #expect(state.canReduce && !state.canShift)
        state.reduce()
        #expect(state.isFinal)
    }

    @Test("the network looks at the buffer, the stack and their newest children")
    func context() {
        var state = ParserState(count: 4)
        #expect(state.context == SIMD8(0, 1, -1, -1, -1, -1, -1, -1))
        state.shift()
        state.connectLeft(label: 1)
        #expect(state.context == SIMD8(1, 2, -1, -1, -1, 0, -1, -1))
        state.shift()
        state.connectRight(label: 2)
        #expect(state.context == SIMD8(3, -1, 2, 1, -1, -1, -1, -1))
        state.reduce()
        #expect(state.context == SIMD8(3, -1, 1, -1, -1, -1, 0, 2))
    }

    @Test("a token without a head goes back to the buffer and may not be shifted again until an arc reaches out of it")
    func returning() {
        var state = ParserState(count: 3)
        state.shift()
        state.shift()
        state.reduce()
        #expect(state.context[0] == 1)
        #expect(!state.canShift)
        state.connectLeft(label: 1)
        #expect(state.heads == [1, -1, -1])
        #expect(state.canShift)
    }

    @Test("a new arc replaces the older one")
    func replacing() {
        var state = ParserState(count: 3)
        state.shift()
        state.connectRight(label: 1)
        #expect(state.heads == [-1, 0, -1])
        state.connectLeft(label: 2)
        #expect(state.heads == [-1, 2, -1])
        #expect(state.context == SIMD8(2, -1, 0, -1, -1, 1, -1, -1))
    }

    @Test("arcs and shifts do not cross a marked sentence start")
    func sentenceStarts() {
        var state = ParserState(count: 3)
        #expect(state.canBreak)
        state.shift()
        state.breakSentence()
        #expect(!state.canBreak)
        state.connectRight(label: 1)
        #expect(!state.canConnect && !state.canShift && state.canReduce)
    }
}
