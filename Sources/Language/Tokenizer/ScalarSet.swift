// SPDX-License-Identifier: Apache-2.0

/// A set of Unicode scalars, as a character class of a regular expression describes it.
///
/// ASCII is a map of 128 bits; everything above is sorted ranges and, for `\w` and the like, properties that
/// are looked up when a scalar is tested.
struct ScalarSet: Sendable, Equatable {
    private var asciiLow: UInt64 = 0
    private var asciiHigh: UInt64 = 0
    /// Above ASCII, sorted, neither overlapping nor touching.
    private var ranges: [ClosedRange<UInt32>] = []
    /// Above ASCII, besides `ranges`.
    private var categories: ScalarCategories = []
    /// Whether `ranges` and `categories` say what is not in the set.
    private var excludesBeyondASCII = false

    private static let beyondASCII: ClosedRange<UInt32> = 0x80...0x10ffff

    /// The empty set.
    init() {}

    /// The set of everything that a class lists, or of everything else if `isNegated`.
    init(ranges: [ClosedRange<UInt32>], categories: ScalarCategories = [], isNegated: Bool = false) {
        for scalar in UInt32(0)..<0x80 {
            let isListed = ranges.contains { $0.contains(scalar) } || categories.holds(scalar)
            if isListed != isNegated { insertASCII(scalar) }
        }
        self.ranges = Self.joined(
            ranges.filter { $0.upperBound >= 0x80 }.map { max($0.lowerBound, 0x80)...$0.upperBound })
        self.categories = categories
        excludesBeyondASCII = isNegated
    }

    /// The set of one scalar.
    init(_ scalar: UInt32) { self.init(ranges: [scalar...scalar]) }

    /// Every scalar except the line feed.
    static let anyButLineFeed = ScalarSet(ranges: [10...10], isNegated: true)

    /// Whether `scalar` is in the set.
    func contains(_ scalar: UInt32) -> Bool {
        scalar < 0x80 ? containsASCII(UInt8(truncatingIfNeeded: scalar)) : containsBeyondASCII(scalar)
    }

    /// Whether the ASCII scalar `byte` is in the set.
    func containsASCII(_ byte: UInt8) -> Bool {
        (byte < 64 ? asciiLow >> UInt64(byte) : asciiHigh >> UInt64(byte & 63)) & 1 == 1
    }

    /// The only scalar of the set, if it has one.
    var single: UInt32? {
        guard categories.isEmpty, !excludesBeyondASCII else { return nil }
        let asciiCount = asciiLow.nonzeroBitCount + asciiHigh.nonzeroBitCount
        if asciiCount == 1, ranges.isEmpty {
            return UInt32(asciiLow != 0 ? asciiLow.trailingZeroBitCount : 64 + asciiHigh.trailingZeroBitCount)
        }
        guard asciiCount == 0, ranges.count == 1, ranges[0].count == 1 else { return nil }
        return ranges[0].lowerBound
    }

    /// Adds `other`; above ASCII the result may hold more than both, never less, so that it serves as a filter.
    mutating func formFilterUnion(_ other: ScalarSet) {
        asciiLow |= other.asciiLow
        asciiHigh |= other.asciiHigh
        if isCoarse || other.isCoarse {
            ranges = [Self.beyondASCII]
            categories = []
            excludesBeyondASCII = false
        } else {
            ranges = Self.joined(ranges + other.ranges)
        }
    }

    private var isCoarse: Bool { excludesBeyondASCII || !categories.isEmpty }

    private mutating func insertASCII(_ scalar: UInt32) {
        if scalar < 64 { asciiLow |= 1 << UInt64(scalar) } else { asciiHigh |= 1 << UInt64(scalar & 63) }
    }

    private func containsBeyondASCII(_ scalar: UInt32) -> Bool {
        let isListed = isInRanges(scalar) || categories.holds(scalar)
        return isListed != excludesBeyondASCII
    }

    private func isInRanges(_ scalar: UInt32) -> Bool {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < scalar { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].lowerBound <= scalar
    }

    private static func joined(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
        var joined: [ClosedRange<UInt32>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = joined.last, range.lowerBound <= last.upperBound + 1 {
                joined[joined.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                joined.append(range)
            }
        }
        return joined
    }
}
