// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Testing

@Suite("How releases tell of bodies and houses that serve cooperation")
struct InstitutionTellingTests {
    private static let cases = TellingCase.all(in: "institutions.txt")

    @Test("the table is there")
    func hasCases() { #expect(Self.cases.count > 30) }

    @Test("each telling is the institution that it says, with its state, owners and place", arguments: cases)
    func readsTelling(telling: TellingCase) throws {
        let reading = try Reader.read(telling.text, title: telling.title, published: TellingCase.published)
        let institutions = reading.entries.compactMap { entry -> Institution? in
            if case .institution(let institution) = entry.content { institution } else { nil }
        }
        try TellingMatch.check(telling, institutions, read: reading.institutions) { line, institution in
            let expected = try #require(line.wholeMatch(of: /(\w+) (.*?)(?: of ([^@]*?))?(?: @ (.*))?/))
            return institution.state.rawValue == expected.1
                && FoldedName.fold(institution.name).contains(FoldedName.fold(String(expected.2)))
                && (expected.3.map {
                    TellingMatch.agree(TellingMatch.names($0), reading.foldedNames(institution.of))
                } ?? true)
                && (expected.4.map {
                    TellingMatch.agree(
                        TellingMatch.names($0), reading.foldedNames([institution.place].compactMap(\.self)))
                } ?? true)
        }
    }
}
