// SPDX-License-Identifier: Apache-2.0

/// How far two ways of putting mentions together agree: MUC, B-cubed and CEAF-e, with their mean as CoNLL F1.
///
/// As Pradhan and others (2014) define them, mentions that only one side has included. Scores are kept as sums, so
/// that those of several texts or topics can be added up.
package struct CoreferenceScore: Hashable, Sendable {
    /// One of the three measures.
    package struct Part: Hashable, Sendable {
        /// What of the gold was read, and how much there is.
        package var recall = Share()
        /// What of the reading is in the gold, and how much was read.
        package var precision = Share()

        /// The harmonic mean of both; 1 where there is nothing on either side.
        package var f1: Double {
            guard recall.whole + precision.whole > 0 else { return 1 }
            let sum = recall.value + precision.value
            return sum > 0 ? 2 * recall.value * precision.value / sum : 0
        }
    }

    /// A part of a whole.
    package struct Share: Hashable, Sendable {
        /// The part.
        package var part = 0.0
        /// The whole.
        package var whole = 0.0

        /// The part by the whole; 0 of nothing.
        package var value: Double { whole > 0 ? part / whole : 0 }

        static func + (left: Share, right: Share) -> Share {
            Share(part: left.part + right.part, whole: left.whole + right.whole)
        }
    }

    /// Links between mentions (Vilain and others 1995).
    package var muc = Part()
    /// The company that each mention keeps (Bagga and Baldwin 1998).
    package var bCubed = Part()
    /// Whole chains, each paired with one of the other side (Luo 2005).
    package var ceaf = Part()

    /// Nothing to find and nothing read.
    package init() {}

    /// Compares chains of mentions; no mention stands twice on one side.
    package init<Mention: Hashable>(gold: [[Mention]], read: [[Mention]]) {
        let (wanted, found) = (Chains(gold), Chains(read))
        muc = Part(recall: wanted.links(in: found), precision: found.links(in: wanted))
        bCubed = Part(recall: wanted.company(in: found), precision: found.company(in: wanted))
        let alike = wanted.bestPairing(with: found)
        ceaf = Part(
            recall: Share(part: alike, whole: Double(gold.count)),
            precision: Share(part: alike, whole: Double(read.count)))
    }

    /// The mean of the three F1.
    package var f1: Double { mean(\.f1) }
    /// The mean of the three recalls.
    package var recall: Double { mean(\.recall.value) }
    /// The mean of the three precisions.
    package var precision: Double { mean(\.precision.value) }

    private func mean(_ value: KeyPath<Part, Double>) -> Double {
        (muc[keyPath: value] + bCubed[keyPath: value] + ceaf[keyPath: value]) / 3
    }

    /// Both together.
    package static func + (left: Self, right: Self) -> Self {
        var sum = Self()
        for part in [\Self.muc, \.bCubed, \.ceaf] {
            sum[keyPath: part].recall = left[keyPath: part].recall + right[keyPath: part].recall
            sum[keyPath: part].precision = left[keyPath: part].precision + right[keyPath: part].precision
        }
        return sum
    }
}

/// One side's chains, with the chain of each mention.
private struct Chains<Mention: Hashable> {
    let all: [[Mention]]
    private let number: [Mention: Int]

    init(_ chains: [[Mention]]) {
        all = chains
        number = Dictionary(
            chains.enumerated().flatMap { number, chain in chain.map { ($0, number) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// How many mentions of `chain` stand in each chain here, and how many in none.
    private func parts(of chain: [Mention]) -> (sizes: [Int: Int], missing: Int) {
        var sizes: [Int: Int] = [:]
        var missing = 0
        for mention in chain {
            if let number = number[mention] { sizes[number, default: 0] += 1 } else { missing += 1 }
        }
        return (sizes, missing)
    }

    func links(in other: Self) -> CoreferenceScore.Share {
        all.reduce(CoreferenceScore.Share()) { sum, chain in
            let parts = other.parts(of: chain)
            return sum
                + .init(part: Double(chain.count - parts.sizes.count - parts.missing), whole: Double(chain.count - 1))
        }
    }

    func company(in other: Self) -> CoreferenceScore.Share {
        all.reduce(CoreferenceScore.Share()) { sum, chain in
            // Whole numbers are added, so the order that a dictionary gives them in does not matter.
            let together = other.parts(of: chain).sizes.values.reduce(0) { $0 + $1 * $1 }
            return sum + .init(part: Double(together) / Double(chain.count), whole: Double(chain.count))
        }
    }

    func bestPairing(with other: Self) -> Double {
        Assignment.greatestSum(
            all.map { chain in
                var row = [Double](repeating: 0, count: other.all.count)
                for (number, size) in other.parts(of: chain).sizes {
                    row[number] = 2 * Double(size) / Double(chain.count + other.all[number].count)
                }
                return row
            })
    }
}
