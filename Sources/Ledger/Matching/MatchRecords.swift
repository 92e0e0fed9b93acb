// SPDX-License-Identifier: Apache-2.0

/// Nodes that pairs tie together, directly or over others.
package struct MatchComponent: Decodable, Sendable {
    /// A pair that was compared.
    package struct Tie: Decodable, Hashable, Sendable {
        let left: String
        let right: String
        let score: Double
    }

    let ties: [Tie]
    /// Pairs of nodes that stand on one page.
    let apart: [[String]]
}

/// Makes records of the nodes of a component: the surest pairs first, and never against what keeps two apart.
package struct MatchRecords: Sendable {
    let thresholds: IdentityThresholds
    let round: MatchRound

    /// How many of each side are asked whether they speak against a merge, as in a ledger.
    private static let asked = 5
    /// What is left of a score where most speak against it.
    private static let doubt = 0.85

    /// Joins what `round` compared from the score `thresholds.merge` on.
    package init(of round: MatchRound, thresholds: IdentityThresholds) {
        self.round = round
        self.thresholds = thresholds
    }

    /// The nodes of each record with more than one, sorted.
    package func records(of component: MatchComponent) -> [[String]] {
        var groups = Groups(component)
        let ties = component.ties.filter { $0.score >= thresholds.merge }
            .sorted { ($1.score, $0.left, $0.right) < ($0.score, $1.left, $1.right) }
        for tie in ties {
            guard let left = groups.group(of: tie.left), let right = groups.group(of: tie.right), left != right
            else { continue }
            if groups.stand(onOnePage: left, right), tie.score < round.scoreInsideOnePage { continue }
            if groups.speak(against: left, right, asked: Self.asked), tie.score * Self.doubt < thresholds.merge {
                continue
            }
            groups.unite(left, right)
        }
        return groups.all.filter { $0.count > 1 }
    }

    /// Groups of nodes that grow together.
    private struct Groups {
        private var members: [[String]]
        private var groups: [String: Int]
        private let apart: [String: Set<String>]
        private let scores: [Set<String>: Double]

        init(_ component: MatchComponent) {
            let names = Set(component.ties.flatMap { [$0.left, $0.right] }).sorted()
            members = names.map { [$0] }
            groups = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
            var apart: [String: Set<String>] = [:]
            for pair in component.apart where pair.count == 2 {
                apart[pair[0], default: []].insert(pair[1])
                apart[pair[1], default: []].insert(pair[0])
            }
            self.apart = apart
            scores = Dictionary(component.ties.map { ([$0.left, $0.right], $0.score) }, uniquingKeysWith: max)
        }

        var all: [[String]] { members.filter { !$0.isEmpty }.map { $0.sorted() }.sorted { $0[0] < $1[0] } }

        func group(of node: String) -> Int? { groups[node] }

        /// Whether a node of one group stands on a page with a node of the other.
        func stand(onOnePage left: Int, _ right: Int) -> Bool {
            let (few, many) = members[left].count < members[right].count ? (left, right) : (right, left)
            return members[few].contains { node in apart[node]?.contains { groups[$0] == many } ?? false }
        }

        /// Whether most of the pairs of the groups' first nodes that were compared are ruled out.
        func speak(against left: Int, _ right: Int, asked: Int) -> Bool {
            let found = members[left].prefix(asked).flatMap { one in
                members[right].prefix(asked).compactMap { scores[[one, $0]] }
            }
            return found.count { $0 == 0 } * 2 > found.count
        }

        mutating func unite(_ left: Int, _ right: Int) {
            let (few, many) = members[left].count < members[right].count ? (left, right) : (right, left)
            for node in members[few] { groups[node] = many }
            members[many] += members[few]
            members[few] = []
        }
    }
}
