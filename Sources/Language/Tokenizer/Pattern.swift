// SPDX-License-Identifier: Apache-2.0

/// A compiled regular expression with Python's meaning, and what is known beforehand about its matches.
///
/// What is known serves to skip places: results are those of trying every alternative at every place.
package struct Pattern: Sendable {
    private let program: PatternProgram
    private let alternatives: [Alternative]
    /// For each ASCII scalar, the alternatives that can begin with it, in order.
    private let alternativesByASCII: [[Int]]
    /// The alternatives that can match the empty text, in order.
    private let alternativesOfNothing: [Int]
    private let firstFilter: ScalarSet?
    private let lastFilter: ScalarSet?
    private let requiredASCII: [UInt8]
    private let isAnchoredAtStart: Bool
    private let isAnchoredAtEnd: Bool

    /// One of the alternatives that the whole expression consists of.
    private struct Alternative: Sendable {
        var entry: Int
        var first: ScalarSet?
        var last: ScalarSet?
        var content: ScalarSet
        var width: PatternWidth
    }

    /// Compiles `expression`.
    package init(_ expression: String) throws(PatternError) {
        let tree = try PatternParser.parse(expression)
        var nodes = [tree]
        if case .choice(let parts) = tree { nodes = parts }
        var program = PatternProgram()
        var alternatives: [Alternative] = []
        for node in nodes {
            alternatives.append(
                Alternative(
                    entry: try program.append(node),
                    first: node.edgeFilter(backwards: false), last: node.edgeFilter(backwards: true),
                    content: node.contentFilter, width: node.width))
        }
        self.program = program
        self.alternatives = alternatives
        alternativesByASCII = (UInt8(0)..<0x80).map { byte in
            alternatives.indices.filter { alternatives[$0].first?.containsASCII(byte) ?? true }
        }
        alternativesOfNothing = alternatives.indices.filter { alternatives[$0].first == nil }
        firstFilter = tree.edgeFilter(backwards: false)
        lastFilter = tree.edgeFilter(backwards: true)
        requiredASCII = tree.requiredASCII.sorted()
        isAnchoredAtStart = tree.isAnchoredAtStart
        isAnchoredAtEnd = tree.isAnchoredAtEnd
    }

    /// Whether the expression matches at the beginning of `text`, as `re.match` says.
    package func matchesStart(of text: Span<UInt8>, using matcher: inout PatternMatcher) -> Bool {
        guard holdsRequired(text) else { return false }
        matcher.reset(count: text.count)
        return match(at: 0, in: text, using: &matcher) != nil
    }

    /// The leftmost match, as `re.search` finds it.
    package func firstMatch(in text: Span<UInt8>, using matcher: inout PatternMatcher) -> Range<Int>? {
        guard holdsRequired(text), canEnd(text) else { return nil }
        matcher.reset(count: text.count)
        if isAnchoredAtStart {
            guard let end = match(at: 0, in: text, using: &matcher) else { return nil }
            return 0..<end
        }
        return nextMatch(in: text, from: firstPlace(in: text), emptyMatchAllowed: true, using: &matcher)
    }

    /// All matches that do not overlap, from left to right, as `re.finditer` finds them.
    package func matches(in text: Span<UInt8>, using matcher: inout PatternMatcher) -> [Range<Int>] {
        guard holdsRequired(text) else { return [] }
        matcher.reset(count: text.count)
        var matches: [Range<Int>] = []
        var place = 0
        var emptyMatchAllowed = true
        while let match = nextMatch(
            in: text, from: place, emptyMatchAllowed: emptyMatchAllowed, using: &matcher)
        {
            matches.append(match)
            // States on the way to a match have been met but have not failed.
            matcher.reset(count: text.count - match.upperBound)
            place = match.upperBound
            emptyMatchAllowed = !match.isEmpty
        }
        return matches
    }

    private func nextMatch(
        in text: Span<UInt8>, from start: Int, emptyMatchAllowed: Bool, using matcher: inout PatternMatcher
    ) -> Range<Int>? {
        var place = start
        while true {
            let forbiddenEnd = place == start && !emptyMatchAllowed ? place : nil
            if let end = match(at: place, in: text, forbiddenEnd: forbiddenEnd, using: &matcher) {
                return place..<end
            }
            guard place < text.count else { return nil }
            place += text.scalar(at: place).width
        }
    }

    /// The end of the match at `place` of the first alternative that has one.
    private func match(
        at place: Int, in text: Span<UInt8>, forbiddenEnd: Int? = nil, using matcher: inout PatternMatcher
    ) -> Int? {
        var candidates = alternativesOfNothing
        if place < text.count {
            let (scalar, _) = text.scalar(at: place)
            if let firstFilter, !firstFilter.contains(scalar) { return nil }
            candidates = scalar < 0x80 ? alternativesByASCII[Int(scalar)] : alternatives(beginningWith: scalar)
        }
        for index in candidates {
            let entry = alternatives[index].entry
            if let end = matcher.end(of: program, from: entry, at: place, in: text, forbiddenEnd: forbiddenEnd) {
                return end
            }
        }
        return nil
    }

    private func alternatives(beginningWith scalar: UInt32) -> [Int] {
        alternatives.indices.filter { alternatives[$0].first?.contains(scalar) ?? true }
    }

    private func holdsRequired(_ text: Span<UInt8>) -> Bool {
        for byte in requiredASCII where !text.holds(byte) { return false }
        return true
    }

    /// Whether the last scalar lets an expression that ends in `$` match.
    private func canEnd(_ text: Span<UInt8>) -> Bool {
        guard isAnchoredAtEnd, let lastFilter else { return true }
        guard let place = text.position(1, scalarsBefore: text.count) else { return false }
        return text[place] == 10 || lastFilter.contains(text.scalar(at: place).value)
    }

    /// Where a search has to begin: of an expression that ends in `$`, matches cannot begin earlier than the
    /// widest of them, nor, without a widest, than the last run of scalars that they can consist of.
    private func firstPlace(in text: Span<UInt8>) -> Int {
        guard isAnchoredAtEnd, let lastPlace = text.position(1, scalarsBefore: text.count) else { return 0 }
        let endsInLineFeed = text[lastPlace] == 10
        let last = text.scalar(at: lastPlace).value
        var earliest = text.count
        for alternative in alternatives {
            if !endsInLineFeed, let filter = alternative.last, !filter.contains(last) { continue }
            var place = text.count
            var scalarsLeft = alternative.width.most.map { $0 + (endsInLineFeed ? 1 : 0) } ?? Int.max
            while scalarsLeft > 0, let before = text.position(1, scalarsBefore: place) {
                let mayHold = alternative.content.contains(text.scalar(at: before).value)
                guard mayHold || (endsInLineFeed && place == text.count) else { break }
                place = before
                scalarsLeft -= 1
            }
            earliest = min(earliest, place)
        }
        return earliest
    }
}
