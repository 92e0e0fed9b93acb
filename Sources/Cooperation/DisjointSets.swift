// SPDX-License-Identifier: Apache-2.0

/// Numbers that are joined to sets, each called by its least member.
package struct DisjointSets: Sendable {
    private var parent: [Int]

    /// The numbers below `count`, each a set of its own.
    package init(count: Int) { parent = Array(0..<count) }

    /// The least member of the set that `number` is in.
    package func root(of number: Int) -> Int {
        var current = number
        while parent[current] != current { current = parent[current] }
        return current
    }

    /// Makes one set of two.
    package mutating func join(_ one: Int, _ other: Int) {
        let (mine, theirs) = (root(of: one), root(of: other))
        parent[max(mine, theirs)] = min(mine, theirs)
        parent[one] = min(mine, theirs)
        parent[other] = min(mine, theirs)
    }

    /// The sets in the order of their least members, each in order.
    package var sets: [[Int]] {
        var members: [Int: [Int]] = [:]
        for number in parent.indices { members[root(of: number), default: []].append(number) }
        return parent.indices.compactMap { members[$0] }
    }
}
