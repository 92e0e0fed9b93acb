// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Testing

@Suite("How releases tell what one party is to another")
struct RelationTellingTests {
    private static let cases = TellingCase.all(in: "relations.txt")

    @Test("the table is there")
    func hasCases() { #expect(Self.cases.count > 25) }

    @Test("each telling is the relation that it says, in its direction", arguments: cases)
    func readsTelling(telling: TellingCase) throws {
        let reading = try Reader.read(telling.text, title: telling.title, published: TellingCase.published)
        #expect(reading.relations == telling.expected)
    }

    @Test("one relation told twice is one, with the rank that either gives")
    func mergesTellings() throws {
        let reading = try Reader.read(
            "Peru is Finland's trading partner. Peru is Finland's fourth-largest trading partner in Latin America.",
            published: TellingCase.published)
        #expect(reading.relations == ["trading-partner: Peru > Finland (rank 4) (in Latin America)"])
        #expect(reading.entries.filter { $0.kind == .relation }.map(\.evidence.count) == [2])
    }
}
