// SPDX-License-Identifier: Apache-2.0

import Evaluation
import Testing

@Suite("Counting what is right")
struct TallyTests {
    @Test("precision is of what was read, recall of the gold, F1 is between the two")
    func shares() {
        let tally = Tally(gold: 8, read: 5, right: 4)
        #expect(tally.precision == 0.8)
        #expect(tally.recall == 0.5)
        #expect(abs(tally.f1 - 8.0 / 13.0) < 1e-12)
    }

    @Test("where there is nothing to find, finding nothing is perfect and finding something is not")
    func nothingToFind() {
        #expect(Tally().f1 == 1)
        #expect(Tally(gold: 0, read: 2, right: 0).f1 == 0)
        #expect(Tally(gold: 2, read: 0, right: 0).precision == 0)
    }

    @Test("the interval holds the F1 of all texts, and is the same every time")
    func interval() throws {
        let tallies = (0..<40).map { Tally(gold: 10, read: 10, right: $0 % 11) }
        let interval = try #require(Bootstrap.interval(of: tallies))
        #expect(interval.contains(tallies.reduce(Tally(), +).f1))
        #expect(interval == Bootstrap.interval(of: tallies))
    }

    @Test("alike texts leave no doubt, and one text says nothing about others")
    func certainty() {
        let alike = [Tally](repeating: Tally(gold: 4, read: 4, right: 3), count: 12)
        #expect(Bootstrap.interval(of: alike) == 0.75...0.75)
        #expect(Bootstrap.interval(of: [alike[0]]) == nil)
    }
}
