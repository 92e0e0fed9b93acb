// SPDX-License-Identifier: Apache-2.0

/// Pairs what gold wants with what was read, each at most once.
struct Pairing {
    /// A possible pair: its worth and the two numbers.
    struct Candidate {
        let worth: Double
        let gold: Int
        let read: Int
    }

    /// The pairs by number: what of the gold, and what of the reading.
    private(set) var pairs: [(gold: Int, read: Int)] = []
    private var byGold: [Int: Int] = [:]
    private var byRead: [Int: Int] = [:]

    /// Takes the worthiest pair first; of two alike the first in the gold, or the last where `lastFirst` is set.
    init(_ candidates: [Candidate], lastFirst: Bool = false) {
        let sorted = candidates.sorted {
            if $0.worth != $1.worth { return $0.worth > $1.worth }
            return lastFirst ? ($0.gold, $0.read) > ($1.gold, $1.read) : ($0.gold, $0.read) < ($1.gold, $1.read)
        }
        for candidate in sorted where byGold[candidate.gold] == nil && byRead[candidate.read] == nil {
            byGold[candidate.gold] = candidate.read
            byRead[candidate.read] = candidate.gold
            pairs.append((candidate.gold, candidate.read))
        }
    }

    /// Pairs runs that share a scalar, those that share most first.
    init(gold: [Span], read: [Span]) {
        self.init(
            gold.indices.flatMap { wanted in
                read.indices.compactMap { found in
                    let shared = gold[wanted].shared(with: read[found])
                    return shared > 0 ? Candidate(worth: Double(shared), gold: wanted, read: found) : nil
                }
            })
    }

    /// Pairs runs that share a scalar: those that share most first, of them those that are most alike in length.
    init(alike gold: [Span], read: [Span]) {
        self.init(
            gold.indices.flatMap { wanted in
                read.indices.compactMap { found in
                    let (left, right) = (gold[wanted], read[found])
                    let shared = left.shared(with: right)
                    let difference = abs((left.end - left.start) - (right.end - right.start))
                    // Lengths only decide between pairs that share as much.
                    let worth = Double(shared) - Double(min(difference, 999_999)) / 1_000_000
                    return shared > 0 ? Candidate(worth: worth, gold: wanted, read: found) : nil
                }
            })
    }

    /// What was read for a piece of gold.
    func read(for gold: Int) -> Int? { byGold[gold] }
    /// What of the gold something read stands for.
    func gold(for read: Int) -> Int? { byRead[read] }
}
