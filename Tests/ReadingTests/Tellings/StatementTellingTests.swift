// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Testing

@Suite("How releases tell what somebody said")
struct StatementTellingTests {
    private static let cases = TellingCase.all(in: "statements.txt")

    @Test("the table is there")
    func hasCases() { #expect(Self.cases.count > 30) }

    @Test("each telling is the statement that it says, with its words and speaker", arguments: cases)
    func readsTelling(telling: TellingCase) throws {
        let reading = try Reader.read(telling.text, title: telling.title, published: TellingCase.published)
        let statements = reading.entries.compactMap { entry -> (Statement, [String])? in
            if case .statement(let statement) = entry.content { (statement, entry.evidence.map(\.quote)) } else { nil }
        }
        try TellingMatch.check(telling, statements, read: reading.statements) { line, statement in
            let expected = try #require(line.wholeMatch(of: /(.*?): (.*)/))
            return FoldedName.agree(
                FoldedName.fold(names: [String(expected.1)]),
                FoldedName.fold(names: [reading.name(statement.0.speaker)]))
                && expected.2.split(separator: " … ").map { FoldedName.fold(String($0)) }
                    == statement.1.map { FoldedName.fold($0) }
                && expected.2.contains("\"") == statement.0.direct
        }
    }
}
