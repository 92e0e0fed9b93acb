// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Testing

@Suite("How releases tell of agreements")
struct AgreementTellingTests {
    private static let cases = TellingCase.all(in: "agreements.txt")

    @Test("the table is there")
    func hasCases() { #expect(Self.cases.count > 45) }

    @Test("each telling is the agreement that it says, with exactly its parties", arguments: cases)
    func readsTelling(telling: TellingCase) throws {
        let reading = try Reader.read(telling.text, title: telling.title, published: TellingCase.published)
        let agreements = reading.entries.compactMap { entry -> Agreement? in
            if case .agreement(let agreement) = entry.content { agreement } else { nil }
        }
        try TellingMatch.check(telling, agreements, read: reading.agreements) { line, agreement in
            let expected = try #require(
                line.wholeMatch(of: /([\w\-]+):(.*?)(?: @ (.*?))?(?: on ([\d\-\/]+))?(?: by (.*))?/))
            return agreement.type.rawValue == expected.1
                && TellingMatch.agree(TellingMatch.names(expected.2), reading.foldedNames(agreement.parties))
                && (expected.3.map {
                    TellingMatch.agree(
                        TellingMatch.names($0), reading.foldedNames([agreement.place].compactMap(\.self)))
                } ?? true)
                && (expected.4.map { $0 == agreement.date?.value.description ?? "" } ?? true)
                && (expected.5.map {
                    TellingMatch.agree(TellingMatch.names($0), reading.foldedNames(agreement.signatories))
                } ?? true)
        }
    }
}
