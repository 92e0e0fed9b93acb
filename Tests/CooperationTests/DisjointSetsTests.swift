// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Testing

@Suite("Disjoint sets")
struct DisjointSetsTests {
    @Test("sets come in the order of their least members, each in order")
    func order() {
        var sets = DisjointSets(count: 6)
        sets.join(5, 1)
        sets.join(4, 2)
        sets.join(1, 4)
        #expect(sets.sets == [[0], [1, 2, 4, 5], [3]])
        #expect([1, 2, 4, 5].allSatisfy { sets.root(of: $0) == 1 })
    }

    @Test("joining what is joined changes nothing")
    func again() {
        var sets = DisjointSets(count: 3)
        sets.join(0, 2)
        sets.join(2, 0)
        sets.join(2, 2)
        #expect(sets.sets == [[0, 2], [1]])
    }

    @Test("no numbers are no sets")
    func empty() {
        #expect(DisjointSets(count: 0).sets.isEmpty)
    }
}
