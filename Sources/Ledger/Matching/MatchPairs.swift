// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Nodes under one block key.
package struct MatchBlock: Decodable, Sendable {
    /// A node and what is known of it.
    package struct Node: Decodable, Hashable, Sendable {
        let node: String
        let profile: String
    }

    let nodes: [Node]
}

/// Two nodes that were compared.
package struct MatchPair: Codable, Hashable, Sendable {
    /// The node whose name comes first.
    package let left: String
    /// The other.
    package let right: String
    /// How likely they are one; 0 where that is ruled out.
    package let score: Double
    /// What speaks for it and against it, in words.
    package let reasons: [String]
}

/// Compares the nodes of a block with each other.
package struct MatchPairs: Sendable {
    let knowledge: IdentityKnowledge
    let thresholds: IdentityThresholds

    /// With how many of those that follow it a node of a large block is compared; the ledger looks at so many, too.
    ///
    /// So the work grows with the block, not with its square.
    private static let reach = 48

    /// Compares by the word lists of `knowledge`.
    package init(knowledge: IdentityKnowledge, thresholds: IdentityThresholds) {
        self.knowledge = knowledge
        self.thresholds = thresholds
    }

    /// The pairs of parties that a person should see, and all pairs of entries, since most may speak against one.
    package func pairs(in block: MatchBlock) throws -> [MatchPair] {
        let nodes = block.nodes.sorted { $0.node < $1.node }
        let profiles = try nodes.map { try CompactJSON.value(MatchProfile.self, from: $0.profile) }.map(prepared)
        var pairs: [MatchPair] = []
        for left in nodes.indices {
            for right in nodes.indices[(left + 1)...].prefix(Self.reach) {
                guard let result = compare(profiles[left], profiles[right]) else { continue }
                pairs.append(
                    MatchPair(
                        left: nodes[left].node, right: nodes[right].node, score: result.score, reasons: result.reasons))
            }
        }
        return pairs
    }

    private enum Prepared {
        case party(PartyProfile)
        case entry(EntryProfile)
    }

    private func prepared(_ profile: MatchProfile) throws -> Prepared {
        switch profile {
        case .party(let appearance): .party(knowledge.profile(of: appearance))
        case .entry(let appearance): .entry(try knowledge.profile(of: appearance))
        }
    }

    private func compare(_ left: Prepared, _ right: Prepared) -> (score: Double, reasons: [String])? {
        switch (left, right) {
        case (.party(let mine), .party(let theirs)):
            guard let result = PartyComparison(knowledge: knowledge, left: mine, right: theirs).assessment(),
                result.score >= thresholds.propose
            else { return nil }
            return (result.score, result.reasons)
        case (.entry(let mine), .entry(let theirs)):
            // Two entries of one page are two.
            guard mine.source != theirs.source, mine.kind == theirs.kind else { return nil }
            let result = EntryComparison(knowledge: knowledge, left: mine, right: theirs).assessment()
            return (result?.score ?? 0, result?.reasons ?? [])
        default: return nil
        }
    }
}
