// SPDX-License-Identifier: Apache-2.0

/// Confidence intervals by drawing texts again and again, with a fixed seed: the same tallies, the same interval.
package enum Bootstrap {
    /// How often texts are drawn.
    static let rounds = 1000
    /// Where the drawing begins.
    static let seed: UInt64 = 7

    /// The interval that holds 95 % of the F1 values of as many texts drawn with replacement; `nil` for one text.
    package static func interval(of tallies: [Tally]) -> ClosedRange<Double>? { interval(of: [tallies]) }

    /// The interval of the mean of the classes' F1 values, where every class has one tally a text.
    static func interval(of classes: [[Tally]]) -> ClosedRange<Double>? {
        interval(drawing: classes.first?.count ?? 0) { drawn in
            let sum = classes.map { tallies in drawn.reduce(Tally()) { $0 + tallies[$1] }.f1 }.reduce(0, +)
            return sum / Double(classes.count)
        }
    }

    /// The interval of the CoNLL F1 of as many texts or topics drawn with replacement; `nil` for one.
    static func interval(of scores: [CoreferenceScore]) -> ClosedRange<Double>? {
        interval(drawing: scores.count) { drawn in drawn.reduce(CoreferenceScore()) { $0 + scores[$1] }.f1 }
    }

    private static func interval(drawing count: Int, _ value: ([Int]) -> Double) -> ClosedRange<Double>? {
        guard count > 1 else { return nil }
        var numbers = SplitMix(state: seed)
        let values = (0..<rounds).map { _ in
            value((0..<count).map { _ in Int.random(in: 0..<count, using: &numbers) })
        }.sorted()
        return values[rounds * 25 / 1000]...values[rounds * 975 / 1000 - 1]
    }
}

/// Steele, Lea and Flood's SplitMix64: small, and the same numbers on every machine.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
