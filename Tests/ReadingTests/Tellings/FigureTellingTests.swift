// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Testing

@Suite("How releases tell of numbers")
struct FigureTellingTests {
    private static let cases = TellingCase.all(in: "figures.txt")

    @Test("the table is there")
    func hasCases() { #expect(Self.cases.count > 25) }

    @Test("each telling is the figure that it says, with what it counts", arguments: cases)
    func readsTelling(telling: TellingCase) throws {
        let reading = try Reader.read(telling.text, title: telling.title, published: TellingCase.published)
        let figures = reading.entries.compactMap { entry -> Figure? in
            if case .figure(let figure) = entry.content { figure } else { nil }
        }
        try TellingMatch.check(telling, figures, read: reading.figures) { line, figure in
            let expected = try #require(line.wholeMatch(of: /(\S+) ([\d.]+)(?: ([^:]*))?: (.*?)(?: \(for ([^)]*)\))?/))
            return Double(expected.2) == figure.value
                && Self.loose(String(expected.1)) == Self.loose(figure.relation.rawValue)
                && (expected.3.map { $0 == figure.unit } ?? true)
                && FoldedName.fold(figure.indicator).contains(FoldedName.fold(String(expected.4)))
                && (expected.5.map {
                    TellingMatch.agree(TellingMatch.names($0), reading.foldedNames([figure.scope].compactMap(\.self)))
                } ?? true)
        }
    }

    /// The relation as it is compared; ">" is written "over" in the table.
    private static func loose(_ relation: String) -> String { ComparedEntry.loose(relation == "over" ? ">" : relation) }
}
