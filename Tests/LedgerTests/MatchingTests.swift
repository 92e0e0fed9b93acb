// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Ledger
import Testing

@Suite("Bringing pages together without a ledger")
struct MatchingTests {
    private let knowledge: IdentityKnowledge
    private let thresholds = IdentityThresholds()

    init() throws { knowledge = try IdentityKnowledge() }

    /// The items of a story's page, which is called `key`.
    private func items(
        _ round: MatchRound, _ key: String, _ story: Story, records: [String: [String: String]] = [:]
    ) throws -> [MatchItem] {
        let reading = String(decoding: try JSONEncoder().encode(story.page.reading), as: UTF8.self)
        let placed = String(decoding: try JSONEncoder().encode(records), as: UTF8.self)
        let page = try JSONDecoder().decode(
            MatchPage.self, from: Data(#"{"key":"\#(key)","reading":\#(reading),"records":\#(placed)}"#.utf8))
        return try MatchItems(of: round, knowledge: knowledge, thresholds: thresholds).items(of: page)
    }

    private func pairs(_ items: [MatchItem]) throws -> [MatchPair] {
        struct Node: Encodable {
            let node: String
            let profile: String
        }
        let nodes = try JSONEncoder().encode(["nodes": items.map { Node(node: $0.node, profile: $0.profile) }])
        let block = try JSONDecoder().decode(MatchBlock.self, from: nodes)
        return try MatchPairs(knowledge: knowledge, thresholds: thresholds).pairs(in: block)
    }

    private func records(
        _ round: MatchRound, _ ties: [(String, String, Double)], apart: [[String]] = []
    ) throws -> [[String]] {
        let ties = ties.map { #"{"left":"\#($0.0)","right":"\#($0.1)","score":\#($0.2)}"# }.joined(separator: ",")
        let apart = String(decoding: try JSONEncoder().encode(apart), as: UTF8.self)
        let component = try JSONDecoder().decode(
            MatchComponent.self, from: Data(#"{"ties":[\#(ties)],"apart":\#(apart)}"#.utf8))
        return MatchRecords(of: round, thresholds: thresholds).records(of: component)
    }

    private func page(_ day: String, _ name: String) -> Story {
        Story(day, "Paper\(day.suffix(2))", "\(name), Mayor of Sejin, met guests in Sejin.")
            .party("p1", .person, name, titles: [("Mayor", "p2")])
            .party("p2", .city, "Sejin", geonames: "11")
            .meeting("e1", ["p1", "p2"], "\(name), Mayor of Sejin, met guests", on: day, at: "p2")
    }

    private let sejin = ["p2": ["record": "a#p2", "kind": "city"]]

    @Test("a round takes out its own items, each under the keys that it shares with what may be the same")
    func rounds() throws {
        let one = try items(.persons, "a", page("2024-03-01", "Han Doyun"), records: sejin)
        let other = try items(.persons, "b", page("2024-03-01", "한도윤"), records: sejin)
        #expect(one.map(\.id) == ["a#p1"])
        #expect(one.map(\.name) == ["Han Doyun"])
        #expect(!Set(one.flatMap(\.keys)).isDisjoint(with: other.flatMap(\.keys)))
        #expect(try items(.bodies, "a", page("2024-03-01", "Han Doyun")).map(\.id) == ["a#p2"])
        #expect(try items(.entries, "a", page("2024-03-01", "Han Doyun")).map(\.kind) == ["engagement"])
    }

    @Test("parties that nothing tells apart are one node; those whose name proves little stay two")
    func nodes() throws {
        let cities = try ["a", "b"].flatMap { try items(.bodies, $0, page("2024-03-01", "Han Doyun")) }
        #expect(Set(cities.map(\.node)).count == 1)
        let officials = Story("2024-03-01", "Paper", "Some officials came.").party("p1", .group, "officials")
        let groups = try ["a", "b"].flatMap { try items(.bodies, $0, officials) }
        #expect(Set(groups.map(\.node)).count == 2)
    }

    @Test("an office of the same record supports what two spellings suggest")
    func offices() throws {
        let pair = try pairs(
            items(.persons, "a", page("2024-03-01", "Han Doyun"), records: sejin)
                + items(.persons, "b", page("2024-03-02", "한도윤"), records: sejin))
        #expect(pair.count == 1)
        #expect(pair[0].score >= thresholds.merge)
        #expect(pair[0].reasons.contains("both are mayor of the same body"))
    }

    @Test("two reports of one meeting are compared by the records of those who took part")
    func entries() throws {
        let records = sejin.merging(["p1": ["record": "a#p1", "kind": "person"]]) { first, _ in first }
        let one = try items(.entries, "a", page("2024-03-01", "Han Doyun"), records: records)
        let other = try items(.entries, "b", page("2024-03-01", "Han Do-yun"), records: records)
        let pair = try #require(try pairs(one + other).first)
        #expect(pair.score >= thresholds.merge)
        #expect(try pairs(one + one).isEmpty, "two entries of one page are two")
    }

    @Test("the surest pairs are joined first, and what stands on one page only where it is all but certain")
    func apart() throws {
        let ties = [("a", "b", 0.88), ("b", "c", 0.95)]
        #expect(try records(.persons, ties) == [["a", "b", "c"]])
        #expect(try records(.persons, ties, apart: [["a", "c"]]) == [["b", "c"]])
        #expect(try records(.persons, [("a", "b", 0.91)], apart: [["a", "b"]]) == [["a", "b"]])
        #expect(try records(.entries, [("a", "b", 0.99)], apart: [["a", "b"]]).isEmpty)
    }

    @Test("where most pairs of two groups are ruled out, one likely pair does not join them")
    func against() throws {
        let inside = [("a", "b", 0.99), ("c", "d", 0.99)]
        let across = [("a", "c", 0.9), ("a", "d", 0.0), ("b", "c", 0.0), ("b", "d", 0.0)]
        #expect(try records(.entries, inside + across) == [["a", "b"], ["c", "d"]])
        #expect(try records(.entries, inside + [across[0]]) == [["a", "b", "c", "d"]])
    }
}
