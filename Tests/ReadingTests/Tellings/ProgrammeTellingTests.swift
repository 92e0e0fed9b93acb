// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Testing

@Suite("How releases tell of the projects that cooperation consists of")
struct ProgrammeTellingTests {
    private static let cases = TellingCase.all(in: "programmes.txt")

    @Test("the table is there")
    func hasCases() { #expect(Self.cases.count > 30) }

    @Test("each telling is the programme that it says, with its parties", arguments: cases)
    func readsTelling(telling: TellingCase) throws {
        let reading = try Reader.read(telling.text, title: telling.title, published: TellingCase.published)
        let programmes = reading.entries.compactMap { entry -> Programme? in
            if case .programme(let programme) = entry.content { programme } else { nil }
        }
        try TellingMatch.check(telling, programmes, read: reading.programmes) { line, programme in
            let expected = try #require(line.wholeMatch(of: /(.*?)(?:: (.*))?/))
            return FoldedName.fold(programme.name ?? programme.description ?? "")
                .contains(FoldedName.fold(String(expected.1)))
                && (expected.2.map {
                    TellingMatch.agree(TellingMatch.names($0), reading.foldedNames(programme.parties))
                } ?? true)
        }
    }
}
