// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Testing

@Suite("How releases tell of meetings, visits, calls, ceremonies and conferences")
struct EngagementTellingTests {
    private static let cases = TellingCase.all(in: "engagements.txt")

    @Test("the table is there")
    func hasCases() { #expect(Self.cases.count > 130) }

    @Test("each telling is the occasion that it says", arguments: cases)
    func readsTelling(telling: TellingCase) throws {
        let reading = try Reader.read(telling.text, published: TellingCase.published)
        var left = reading.engagementValues
        for line in telling.expected {
            let expected = try #require(ExpectedOccasion(line))
            let match = left.firstIndex { expected.agrees(with: $0, in: reading) }
            #expect(match != nil, "\(line) is not among \(reading.engagements)")
            if let match { left.remove(at: match) }
        }
        #expect(left.isEmpty, "more is read than expected: \(reading.engagements)")
    }

    /// One line of the table: `meeting: Anna Berg; Carl Lund @ Turku on 2025-06-09`.
    private struct ExpectedOccasion {
        let type: String
        let participants: [Set<String>]
        let place: Set<String>?
        let date: String?

        init?(_ line: String) {
            guard let match = line.wholeMatch(of: /(\w+):(.*?)(?: @ (.*?))?(?: on ([\d\-\/]+))?/) else { return nil }
            type = Self.family(String(match.1))
            participants = match.2.split(separator: ";").map { FoldedName.fold(names: [String($0)]) }
                .filter { !$0.isEmpty }
            place = match.3.map { FoldedName.fold(names: [String($0)]) }
            date = match.4.map(String.init)
        }

        func agrees(with engagement: Engagement, in reading: Reading) -> Bool {
            let names = engagement.participants.map { FoldedName.fold(names: [reading.name($0.party)]) }
            let others = names.count { name in !participants.contains { FoldedName.agree($0, name) } }
            return Self.family(engagement.type.rawValue) == type && others <= 1
                && participants.allSatisfy { expected in names.contains { FoldedName.agree(expected, $0) } }
                && (place.map { FoldedName.agree($0, FoldedName.fold(names: [reading.name(engagement.place)])) } ?? true)
                && (date.map { $0 == engagement.date?.value.description } ?? true)
        }

        /// Types that are one kind of occasion under several words.
        private static func family(_ type: String) -> String {
            switch type {
            case "call", "summit", "forum": "meeting"
            case "celebration", "opening": "ceremony"
            default: type
            }
        }
    }
}
