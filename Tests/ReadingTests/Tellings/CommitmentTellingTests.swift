// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Testing

@Suite("How releases tell what somebody means to do")
struct CommitmentTellingTests {
    private static let cases = TellingCase.all(in: "commitments.txt")

    @Test("the table is there")
    func hasCases() { #expect(Self.cases.count > 40) }

    @Test("each telling is the commitment that it says, with its force", arguments: cases)
    func readsTelling(telling: TellingCase) throws {
        let reading = try Reader.read(telling.text, title: telling.title, published: TellingCase.published)
        try TellingMatch.check(telling, reading.commitmentValues, read: reading.commitments) { line, commitment in
            let expected = try #require(
                line.wholeMatch(of: /(\w+) by (.*?): (.*?)(?: \(until (.*?)\))?(?: \(target ([\d.]+) (.*?)\))?/))
            let by = reading.foldedNames(commitment.by)
            return commitment.force.rawValue == expected.1
                && TellingMatch.names(expected.2).contains { one in by.contains { FoldedName.agree(one, $0) } }
                && FoldedName.fold(commitment.what).contains(FoldedName.fold(String(expected.3)))
                && (expected.4.map { $0 == commitment.deadline?.value.description ?? "" } ?? true)
                && (expected.5.map { Double($0) == commitment.target?.value } ?? true)
                && (expected.6.map { $0 == commitment.target?.unit ?? "" } ?? true)
        }
    }
}
