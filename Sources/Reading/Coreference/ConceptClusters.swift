// SPDX-License-Identifier: Apache-2.0

/// Chains of mentions that are joined by how alike the vectors of their words are.
struct ConceptClusters {
    /// Chains that were joined.
    struct Cluster {
        /// Their numbers, the first to be there first.
        private(set) var chains: [Int]
        private(set) var mentions = 0
        /// The sum of the mentions' vectors; empty where none has one.
        private(set) var sum: [Float] = []

        init(chain: Int) { chains = [chain] }

        mutating func add(_ vector: [Float]) {
            mentions += 1
            sum = ConceptClusters.sum(sum, vector)
        }

        mutating func take(_ other: Self) {
            chains += other.chains
            mentions += other.mentions
            sum = ConceptClusters.sum(sum, other.sum)
        }
    }

    private var clusters: [Cluster]
    /// For each cluster its direction, and its cosine with each other.
    private var directions: [[Float]]
    private var cosines: [[Float]]

    init(_ clusters: [Cluster]) {
        self.clusters = clusters
        let directions = clusters.map { Self.unit($0.sum) }
        self.directions = directions
        cosines = directions.map { one in directions.map { Self.product(one, $0) } }
    }

    /// For each chain the first chain of its cluster.
    var joined: [Int: Int] {
        var joined: [Int: Int] = [:]
        for cluster in clusters {
            for chain in cluster.chains { joined[chain] = cluster.chains[0] }
        }
        return joined
    }

    /// Joins the two clusters that are most alike, as long as their cosine is at least `least`.
    mutating func joinAlike(least: Float) {
        while true {
            var best: (one: Int, other: Int, cosine: Float)?
            for one in clusters.indices {
                for other in one + 1..<clusters.count where cosines[one][other] > best?.cosine ?? -.infinity {
                    best = (one, other, cosines[one][other])
                }
            }
            guard let best, best.cosine >= least else { return }
            join(best.other, into: best.one)
        }
    }

    /// Gives each cluster with less than `share` of all mentions to the one most like it, the smallest first; of several,
    /// to the largest.
    mutating func absorb(below share: Double) {
        let all = clusters.reduce(0) { $0 + $1.mentions }
        while clusters.count > 1,
            let smallest = clusters.indices.min(by: { clusters[$0].mentions < clusters[$1].mentions }),
            Double(clusters[smallest].mentions) < share * Double(all),
            let nearest = clusters.indices.filter({ $0 != smallest }).max(by: {
                (cosines[smallest][$0], clusters[$0].mentions) < (cosines[smallest][$1], clusters[$1].mentions)
            })
        {
            join(max(smallest, nearest), into: min(smallest, nearest))
        }
    }

    private mutating func join(_ other: Int, into one: Int) {
        clusters[one].take(clusters.remove(at: other))
        directions.remove(at: other)
        cosines.remove(at: other)
        for number in cosines.indices { cosines[number].remove(at: other) }
        directions[one] = Self.unit(clusters[one].sum)
        for number in cosines.indices {
            cosines[one][number] = Self.product(directions[one], directions[number])
            cosines[number][one] = cosines[one][number]
        }
    }

    // MARK: Vectors

    /// The sum of two vectors, of which either may be empty.
    static func sum(_ one: [Float], _ other: [Float]) -> [Float] {
        one.isEmpty ? other : other.isEmpty ? one : zip(one, other).map { $0 + $1 }
    }

    /// The vector of length one in the same direction; empty where there is none.
    static func unit(_ vector: [Float]) -> [Float] {
        let length = product(vector, vector).squareRoot()
        return length > 0 ? vector.map { $0 / length } : []
    }

    private static func product(_ one: [Float], _ other: [Float]) -> Float {
        var product: Float = 0
        for place in 0..<min(one.count, other.count) { product += one[place] * other[place] }
        return product
    }
}
