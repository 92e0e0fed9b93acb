// SPDX-License-Identifier: Apache-2.0

import Briefing
import Cooperation
import Foundation
import Ledger
import Testing

@Suite("A relationship")
struct RelationshipTests {
    let story: Story

    init() throws { story = try Story() }

    private func relationship(
        _ filter: Relationship.Filter = .init(), today: String = "2024-03-01"
    ) throws -> Relationship {
        try Relationship(story.ledger, "Sejin", "Hải Lâm", filter, today: today)
    }

    @Test("it holds what two parties share, the latest first, each once and with its proof")
    func facts() throws {
        let whole = try relationship()
        #expect(!whole.facts.isEmpty)
        #expect(whole.facts.map(\.day) == whole.facts.map(\.day).sorted(by: >))
        #expect(Set(whole.facts.map(\.row.id)).count == whole.facts.count)
        #expect(whole.facts.allSatisfy { !$0.proofs.isEmpty })
        #expect(whole.sides.map(\.row.heading).first == "Sejin")
        #expect(!whole.isCut)
    }

    @Test("a filter leaves a part of it, and never adds anything")
    func filters() throws {
        let whole = Set(try relationship().facts.map(\.row.id))
        for kind in Entry.Kind.allCases {
            let part = try relationship(.init(kind: kind)).facts
            #expect(part.allSatisfy { $0.kind == kind })
            #expect(Set(part.map(\.row.id)).isSubset(of: whole))
        }
        let word = try #require(try relationship().facts.first?.row.heading.split(separator: " ").first).lowercased()
        #expect(try !relationship(.init(text: word)).facts.isEmpty)
        #expect(try relationship(.init(text: "zzzz")).facts.isEmpty)
        #expect(try relationship(.init(until: "1900-01-01")).facts.isEmpty)
    }

    @Test("years without contact are a signal")
    func silence() throws {
        let late = try relationship(today: "2099-01-01")
        #expect(late.signals.contains { [.noContact, .noFollowUp].contains($0.reason) })
        #expect(late.lastContact != nil)
    }

    @Test("a name that means nobody is told")
    func unknown() {
        #expect(throws: BriefingError(.unknownParty, "Atlantis")) {
            try Relationship(story.ledger, "Sejin", "Atlantis", today: "2024-03-01")
        }
    }
}
