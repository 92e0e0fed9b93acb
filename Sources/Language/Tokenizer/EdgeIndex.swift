// SPDX-License-Identifier: Apache-2.0

/// Which alternatives of a pattern can begin, or end, with a scalar.
struct EdgeIndex: Sendable {
    /// For each ASCII scalar the alternatives, in order.
    private let byASCII: [[Int]]
    /// The filter of each alternative; without one it can match the empty text.
    private let filters: [ScalarSet?]
    /// Everything that one of the filters lets through; nothing if an alternative has none.
    private let union: ScalarSet?
    /// The alternatives that can match the empty text, in order.
    let ofNothing: [Int]

    /// Indexes `nodes` by the first scalars of their matches, or by the last ones if `backwards`.
    init(_ nodes: [PatternNode], backwards: Bool) {
        let filters = nodes.map { $0.edgeFilter(backwards: backwards) }
        self.filters = filters
        ofNothing = filters.indices.filter { filters[$0] == nil }
        byASCII = (UInt8(0)..<0x80).map { byte in
            filters.indices.filter { filters[$0]?.containsASCII(byte) ?? true }
        }
        var union: ScalarSet? = ScalarSet()
        for filter in filters {
            if let filter { union?.formFilterUnion(filter) } else { union = nil }
        }
        self.union = union
    }

    /// The alternatives to try where `scalar` stands, in order.
    func alternatives(_ scalar: UInt32) -> [Int] {
        if scalar < 0x80 { return byASCII[Int(scalar)] }
        if let union, !union.contains(scalar) { return [] }
        return filters.indices.filter { filters[$0]?.contains(scalar) ?? true }
    }
}
