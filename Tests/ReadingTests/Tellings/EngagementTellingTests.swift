// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Testing

@Suite("How releases tell of meetings, visits, calls, ceremonies and conferences")
struct EngagementTellingTests {
    private static let cases = TellingCase.all(in: "engagements.txt")
    private static let releases = TellingCase.all(in: "releases.txt")

    @Test("the table is there")
    func hasCases() { #expect(Self.cases.count > 130) }

    @Test("each telling is the occasion that it says", arguments: cases)
    func readsTelling(telling: TellingCase) throws { try check(telling) }

    @Test("the releases are there")
    func hasReleases() { #expect(Self.releases.count >= 20) }

    @Test("each release is read for its occasions, each once", arguments: releases)
    func readsRelease(release: TellingCase) throws { try check(release) }

    private func check(_ telling: TellingCase) throws {
        let reading = try Reader.read(telling.text, title: telling.title, published: TellingCase.published)
        try TellingMatch.check(telling, reading.engagementValues, read: reading.engagements) { line, engagement in
            try #require(ExpectedOccasion(line)).agrees(with: engagement, in: reading)
        }
    }

    /// One line of a table: `meeting: Anna Berg; Carl Lund @ Turku on 2025-06-09`; `visit (planned): …` is still to come.
    private struct ExpectedOccasion {
        let type: String
        let isPlanned: Bool
        let participants: [Set<String>]
        let place: Set<String>?
        let date: String?

        init?(_ line: Substring) {
            guard
                let match = line.wholeMatch(
                    of: /(\w+)( \(planned\))?:(.*?)(?: @ (.*?))?(?: on ([\d\-\/]+))?/)
            else { return nil }
            type = Self.family(String(match.1))
            isPlanned = match.2 != nil
            participants = TellingMatch.names(match.3)
            place = match.4.map { FoldedName.fold(names: [String($0)]) }
            date = match.5.map(String.init)
        }

        func agrees(with engagement: Engagement, in reading: Reading) -> Bool {
            let names = reading.foldedNames(engagement.participants.map(\.party))
            let others = names.count { name in !participants.contains { FoldedName.agree($0, name) } }
            return Self.family(engagement.type.rawValue) == type && others <= 1
                && (!isPlanned || engagement.status == .planned)
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
