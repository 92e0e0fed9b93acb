// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Testing

@Suite("How releases tell of offices")
struct OfficeTellingTests {
    private static let cases = TellingCase.all(in: "offices.txt")

    @Test("the table is there")
    func hasCases() { #expect(Self.cases.count > 35) }

    @Test("each office is read with its holder and whose it is, and no other", arguments: cases)
    func readsOffices(telling: TellingCase) throws {
        let reading = try Reader.read(telling.text, title: telling.title, published: TellingCase.published)
        #expect(reading.offices.sorted() == telling.expected.sorted())
    }
}
