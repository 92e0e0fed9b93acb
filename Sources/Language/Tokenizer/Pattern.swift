// SPDX-License-Identifier: Apache-2.0

/// A compiled regular expression with Python's meaning, and what is known beforehand about its matches.
///
/// What is known serves to skip places: results are those of trying every alternative at every place.
package struct Pattern: Sendable {
    private let program: PatternProgram
    /// The alternatives that the whole expression consists of, in order.
    private let alternatives: [Alternative]
    /// By what matches can begin with, and what they can end with.
    private let beginnings: EdgeIndex
    private let endings: EdgeIndex
    private let requiredASCII: [UInt8]
    private let isAnchoredAtStart: Bool
    private let isAnchoredAtEnd: Bool

    private struct Alternative: Sendable {
        var entry: Int
        var width: PatternWidth
        var content: ScalarSet
    }

    /// Compiles `expression`.
    package init(_ expression: String) throws(PatternError) {
        let tree = try PatternParser.parse(expression)
        var nodes = [tree]
        if case .choice(let parts) = tree { nodes = parts }
        var program = PatternProgram()
        var alternatives: [Alternative] = []
        for node in nodes {
            let entry = try program.append(node)
            alternatives.append(Alternative(entry: entry, width: node.width, content: node.contentFilter))
        }
        self.program = program
        self.alternatives = alternatives
        beginnings = EdgeIndex(nodes, backwards: false)
        endings = EdgeIndex(nodes, backwards: true)
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
        guard holdsRequired(text), let place = firstPlace(in: text) else { return nil }
        matcher.reset(count: text.count)
        if isAnchoredAtStart {
            guard let end = match(at: 0, in: text, using: &matcher) else { return nil }
            return 0..<end
        }
        return nextMatch(in: text, from: place, emptyMatchAllowed: true, using: &matcher)
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
        let candidates =
            place < text.count ? beginnings.alternatives(text.scalar(at: place).value) : beginnings.ofNothing
        for index in candidates {
            let entry = alternatives[index].entry
            if let end = matcher.end(of: program, from: entry, at: place, in: text, forbiddenEnd: forbiddenEnd) {
                return end
            }
        }
        return nil
    }

    private func holdsRequired(_ text: Span<UInt8>) -> Bool {
        for byte in requiredASCII where !text.holds(byte) { return false }
        return true
    }

    /// Where a search has to begin, if anywhere.
    ///
    /// Matches of an expression that ends in `$` cannot begin earlier than the widest of them, nor, without a
    /// widest, than the last run of scalars that they can consist of.
    private func firstPlace(in text: Span<UInt8>) -> Int? {
        guard isAnchoredAtEnd, let lastPlace = text.position(1, scalarsBefore: text.count) else { return 0 }
        // Before a line feed at the end `$` holds too; such texts are too rare to think about.
        guard text[lastPlace] != 10 else { return 0 }
        var earliest: Int?
        for index in endings.alternatives(text.scalar(at: lastPlace).value) {
            var place = text.count
            var scalarsLeft = alternatives[index].width.most ?? Int.max
            while scalarsLeft > 0, let before = text.position(1, scalarsBefore: place),
                alternatives[index].content.contains(text.scalar(at: before).value)
            {
                place = before
                scalarsLeft -= 1
            }
            earliest = min(earliest ?? place, place)
        }
        return earliest
    }
}
