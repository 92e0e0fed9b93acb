// SPDX-License-Identifier: Apache-2.0

/// A part of a parsed regular expression.
indirect enum PatternNode: Sendable, Equatable {
    /// One scalar out of a set.
    case scalar(ScalarSet)
    case sequence([PatternNode])
    /// The first alternative that leads to a match wins.
    case choice([PatternNode])
    case loop(PatternNode, least: Int, most: Int?, isLazy: Bool)
    /// `^`: the beginning of the text.
    case start
    /// `$`: the end of the text, or the place before a line feed that ends it.
    case end
    case look(PatternNode, isBehind: Bool, isNegative: Bool)
}

/// How many scalars a part of a pattern can match; without `most` there is no bound.
struct PatternWidth: Equatable {
    var least: Int
    var most: Int?

    static let zero = PatternWidth(least: 0, most: 0)

    fileprivate static func + (left: PatternWidth, right: PatternWidth) -> PatternWidth {
        var most: Int?
        if let leftMost = left.most, let rightMost = right.most { most = leftMost + rightMost }
        return PatternWidth(least: left.least + right.least, most: most)
    }

    fileprivate func union(_ other: PatternWidth) -> PatternWidth {
        var widest: Int?
        if let most, let otherMost = other.most { widest = max(most, otherMost) }
        return PatternWidth(least: min(least, other.least), most: widest)
    }
}

extension PatternNode {
    /// How many scalars the part can match.
    var width: PatternWidth {
        switch self {
        case .scalar: return PatternWidth(least: 1, most: 1)
        case .sequence(let parts): return parts.reduce(.zero) { $0 + $1.width }
        case .choice(let parts):
            guard let first = parts.first else { return .zero }
            return parts.dropFirst().reduce(first.width) { $0.union($1.width) }
        case .loop(let body, let least, let most, _):
            let width = body.width
            var widest: Int?
            if let most, let bodyMost = width.most { widest = most * bodyMost }
            return PatternWidth(least: width.least * least, most: widest)
        case .start, .end, .look: return .zero
        }
    }

    /// A filter for the first scalar of a match (the last one if `backwards`); nothing if a match can be empty.
    func edgeFilter(backwards: Bool) -> ScalarSet? {
        var filter = ScalarSet()
        return addEdge(to: &filter, backwards: backwards) ? nil : filter
    }

    /// A filter for all scalars that a match can hold.
    var contentFilter: ScalarSet {
        var filter = ScalarSet()
        addContent(to: &filter)
        return filter
    }

    /// ASCII scalars that every match holds.
    var requiredASCII: Set<UInt8> {
        switch self {
        case .scalar(let set):
            guard let scalar = set.single, scalar < 0x80 else { return [] }
            return [UInt8(scalar)]
        case .sequence(let parts):
            return parts.reduce(into: []) { $0.formUnion($1.requiredASCII) }
        case .choice(let parts):
            guard let first = parts.first else { return [] }
            return parts.dropFirst().reduce(first.requiredASCII) { $0.intersection($1.requiredASCII) }
        case .loop(let body, let least, _, _): return least > 0 ? body.requiredASCII : []
        case .start, .end, .look: return []
        }
    }

    /// Whether every match begins at the beginning of the text.
    var isAnchoredAtStart: Bool {
        switch self {
        case .start: true
        case .sequence(let parts): parts.first?.isAnchoredAtStart ?? false
        case .choice(let parts): !parts.isEmpty && parts.allSatisfy(\.isAnchoredAtStart)
        default: false
        }
    }

    /// Whether every match ends where `$` holds.
    var isAnchoredAtEnd: Bool {
        switch self {
        case .end: true
        case .sequence(let parts): parts.last?.isAnchoredAtEnd ?? false
        case .choice(let parts): !parts.isEmpty && parts.allSatisfy(\.isAnchoredAtEnd)
        default: false
        }
    }

    /// Adds the scalars at the edge of a match and returns whether the part can match the empty text.
    private func addEdge(to filter: inout ScalarSet, backwards: Bool) -> Bool {
        switch self {
        case .scalar(let set):
            filter.formFilterUnion(set)
            return false
        case .sequence(let parts):
            for part in backwards ? parts.reversed() : parts {
                guard part.addEdge(to: &filter, backwards: backwards) else { return false }
            }
            return true
        case .choice(let parts):
            var canBeEmpty = parts.isEmpty
            for part in parts where part.addEdge(to: &filter, backwards: backwards) { canBeEmpty = true }
            return canBeEmpty
        case .loop(let body, let least, _, _):
            return body.addEdge(to: &filter, backwards: backwards) || least == 0
        case .start, .end, .look:
            return true
        }
    }

    private func addContent(to filter: inout ScalarSet) {
        switch self {
        case .scalar(let set): filter.formFilterUnion(set)
        case .sequence(let parts), .choice(let parts): for part in parts { part.addContent(to: &filter) }
        case .loop(let body, _, _, _): body.addContent(to: &filter)
        case .start, .end, .look: break
        }
    }
}
