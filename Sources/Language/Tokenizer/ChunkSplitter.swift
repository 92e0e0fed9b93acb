// SPDX-License-Identifier: Apache-2.0

/// Splits one chunk into pieces: affixes come off until an exception, an address or a plain word is left.
struct ChunkSplitter: Sendable {
    private let rules: TokenizerRules
    /// A longer address could stand only in a text that spaCy refuses (above a million scalars), and to look for
    /// one takes memory; in UTF-8 bytes.
    private static let longestAddress = 4_000_000

    /// Splits by `rules`.
    init(rules: TokenizerRules) { self.rules = rules }

    /// The pieces of `chunk`, those of exceptions with their norms.
    ///
    /// Without `usesExceptions` only the patterns count.
    func pieces(
        of chunk: Span<UInt8>, usesExceptions: Bool, using matcher: inout PatternMatcher
    ) -> [TokenizerRules.Piece] {
        func exception(_ text: Span<UInt8>) -> [TokenizerRules.Piece]? {
            guard usesExceptions, text.count <= rules.longestException else { return nil }
            return rules.exceptions[Spelling(text.string)]
        }
        if let pieces = exception(chunk) { return pieces }
        var rest = 0..<chunk.count
        var prefixes: [TokenizerRules.Piece] = []
        var suffixes: [TokenizerRules.Piece] = []
        var isChanged = true
        while isChanged, !rest.isEmpty {
            let text = chunk.extracting(rest)
            if rules.token?.matchesStart(of: text, using: &matcher) ?? false { break }
            if exception(text) != nil { break }
            var prefix = rules.prefix?.firstMatch(in: text, using: &matcher)?.count ?? 0
            var suffix = 0
            let leavesException = prefix > 0 && exception(text.extracting(prefix...)) != nil
            if !leavesException {
                suffix = rules.suffix?.firstMatch(in: text.extracting(prefix...), using: &matcher)?.count ?? 0
            }
            // An exception that the suffix alone uncovers may begin with the prefix.
            let uncoversException = suffix > 0 && exception(text.extracting(..<(text.count - suffix))) != nil
            if uncoversException { prefix = 0 }
            if prefix > 0 { prefixes.append(piece(text, 0..<prefix)) }
            if suffix > 0 { suffixes.append(piece(text, text.count - suffix..<text.count)) }
            rest = rest.lowerBound + prefix..<rest.upperBound - suffix
            isChanged = prefix + suffix > 0 && !leavesException && !uncoversException
        }
        var pieces = prefixes
        if !rest.isEmpty {
            let text = chunk.extracting(rest)
            pieces += exception(text) ?? piecesBetweenInfixes(text, using: &matcher)
        }
        pieces += suffixes.reversed()
        return pieces
    }

    /// Whether a rule would take something off `text` or split it.
    func isSplit(_ text: Span<UInt8>, using matcher: inout PatternMatcher) -> Bool {
        if let match = rules.prefix?.firstMatch(in: text, using: &matcher), !match.isEmpty { return true }
        if let match = rules.suffix?.firstMatch(in: text, using: &matcher), !match.isEmpty { return true }
        return !(rules.infix?.matches(in: text, using: &matcher) ?? []).isEmpty
    }

    private func piecesBetweenInfixes(
        _ text: Span<UInt8>, using matcher: inout PatternMatcher
    ) -> [TokenizerRules.Piece] {
        if rules.token?.matchesStart(of: text, using: &matcher) ?? false { return [piece(text, 0..<text.count)] }
        if text.count <= Self.longestAddress, rules.url?.matchesStart(of: text, using: &matcher) ?? false {
            return [piece(text, 0..<text.count)]
        }
        var pieces: [TokenizerRules.Piece] = []
        var end = 0
        for match in rules.infix?.matches(in: text, using: &matcher) ?? [] where match.lowerBound > 0 {
            if match.lowerBound > end { pieces.append(piece(text, end..<match.lowerBound)) }
            if !match.isEmpty { pieces.append(piece(text, match)) }
            end = match.upperBound
        }
        if end < text.count { pieces.append(piece(text, end..<text.count)) }
        return pieces
    }

    private func piece(_ text: Span<UInt8>, _ range: Range<Int>) -> TokenizerRules.Piece {
        TokenizerRules.Piece(text: text.extracting(range).string, norm: nil)
    }
}
