// SPDX-License-Identifier: Apache-2.0

/// Cuts a text into the same tokens as the published pipeline that the rules come from.
package struct Tokenizer: Sendable {
    private var rules: TokenizerRules
    private var splitter: ChunkSplitter
    private var sequences = ExceptionSequences()
    private let norms: Norms
    private var workspaces = TokenizerWorkspaces()

    /// Reads `rules`, the decoded `tokenizer` file of a pipeline.
    ///
    /// `lexemeNorms` is the table `lexeme_norm` of the pipeline's `vocab/lookups.bin`; `baseNorms` are the norms
    /// that all pipelines share.
    init(
        rules file: MessagePackValue, lexemeNorms: [UInt64: String], identifier: StringIdentifier,
        baseNorms: [String: String]
    ) throws(TokenizerError) {
        rules = try TokenizerRules(file)
        splitter = ChunkSplitter(rules: rules)
        norms = Norms(lexemeNorms: lexemeNorms, baseNorms: baseNorms, identifier: identifier)
        search(for: rules.exceptions.keys)
    }

    /// Looks for exceptions in finished documents, where the affixes would split them.
    private mutating func search(for exceptions: some Sequence<Spelling>) {
        var matcher = PatternMatcher()
        for exception in exceptions {
            let text = exception.string.utf8.span
            let needsSearch =
                !rules.usesFasterHeuristics || text.holds(0x20) || splitter.isSplit(text, using: &matcher)
            guard needsSearch else { continue }
            sequences.insert(Self.textsWithoutExceptions(text, splitter: splitter, matcher: &matcher))
        }
    }

    /// The same tokenizer, but that these words stay one token each.
    func adding(specialCases words: [String]) -> Tokenizer {
        var tokenizer = self
        for word in words { tokenizer.rules.keepWhole(word) }
        tokenizer.splitter = ChunkSplitter(rules: tokenizer.rules)
        tokenizer.search(for: words.map { Spelling($0) })
        // What was cut before was cut by other rules.
        tokenizer.workspaces = TokenizerWorkspaces()
        return tokenizer
    }

    /// Reads the pipeline's files `tokenizer` and `vocab/lookups.bin`.
    ///
    /// `symbols` are the fixed string numbers and `baseNorms` the norms that all pipelines share.
    package init(
        tokenizerFile: [UInt8], lookupsFile: [UInt8], symbols: [String: UInt64], baseNorms: [String: String]
    ) throws(TokenizerError) {
        let norms: [UInt64: String]
        do {
            norms = try Lookups(MessagePackReader.value(of: lookupsFile[...])).strings("lexeme_norm")
        } catch {
            throw .unreadable(file: "vocab/lookups.bin", reason: "\(error)")
        }
        let rules: MessagePackValue
        do {
            rules = try MessagePackReader.value(of: tokenizerFile[...])
        } catch {
            throw .unreadable(file: "tokenizer", reason: "\(error)")
        }
        try self.init(
            rules: rules, lexemeNorms: norms, identifier: StringIdentifier(symbols: symbols), baseNorms: baseNorms)
    }

    /// The tokens of `text` in order; with their trailing spaces they make up the text.
    package func tokens(of text: String) -> [Token] {
        var text = text
        text.makeContiguousUTF8()
        return workspaces.withWorkspace { workspace in
            var tokens: [Token] = []
            var words: [Int?] = []
            tokens.reserveCapacity(text.utf8.count / 4)
            words.reserveCapacity(text.utf8.count / 4)
            let bytes = text.utf8.span
            var scanner = ChunkScanner()
            var scalarOffset = 0
            while let chunk = scanner.next(in: bytes) {
                let pieces = pieces(of: bytes.extracting(chunk.utf8Range), in: &workspace)
                append(pieces, at: chunk.utf8Range.lowerBound, scalarOffset: &scalarOffset, to: &tokens)
                for piece in pieces { words.append(piece.word) }
                if chunk.hasTrailingSpace {
                    tokens[tokens.count - 1].hasTrailingSpace = true
                    scalarOffset += 1
                }
            }
            return withExceptions(tokens, at: sequences.places(in: words), of: bytes)
        }
    }

    private func pieces(of chunk: Span<UInt8>, in workspace: inout TokenizerWorkspace) -> [ChunkPiece] {
        let spelling = Spelling(chunk.string)
        if let known = workspace.pieces(of: spelling) { return known }
        let pieces = splitter.pieces(of: chunk, usesExceptions: true, using: &workspace.matcher).map { annotated($0) }
        workspace.remember(pieces, of: spelling)
        return pieces
    }

    private func annotated(_ piece: TokenizerRules.Piece) -> ChunkPiece {
        ChunkPiece(
            text: piece.text, lower: piece.text.lowercased(), norm: piece.norm ?? norms.norm(of: piece.text),
            scalarCount: piece.text.unicodeScalars.count, word: sequences.word(piece.text))
    }

    private func append(
        _ pieces: [ChunkPiece], at utf8Start: Int, scalarOffset: inout Int, to tokens: inout [Token]
    ) {
        var utf8Offset = utf8Start
        for piece in pieces {
            let utf8End = utf8Offset + piece.text.utf8.count
            let scalarEnd = scalarOffset + piece.scalarCount
            tokens.append(
                Token(
                    text: piece.text, lower: piece.lower, utf8Range: utf8Offset..<utf8End,
                    scalarRange: scalarOffset..<scalarEnd, hasTrailingSpace: false, norm: piece.norm))
            utf8Offset = utf8End
            scalarOffset = scalarEnd
        }
    }

    /// Puts the pieces of exceptions in the place of those tokens that together are one.
    private func withExceptions(_ tokens: [Token], at places: [Range<Int>], of text: Span<UInt8>) -> [Token] {
        guard !places.isEmpty else { return tokens }
        var result: [Token] = []
        result.reserveCapacity(tokens.count)
        var next = 0
        for place in places {
            let first = tokens[place.lowerBound]
            let last = tokens[place.upperBound - 1]
            let whole = text.extracting(first.utf8Range.lowerBound..<last.utf8Range.upperBound)
            guard whole.count <= rules.longestException, let pieces = rules.exceptions[Spelling(whole.string)]
            else { continue }
            result += tokens[next..<place.lowerBound]
            var scalarOffset = first.scalarRange.lowerBound
            append(
                pieces.map { annotated($0) }, at: first.utf8Range.lowerBound, scalarOffset: &scalarOffset, to: &result)
            result[result.count - 1].hasTrailingSpace = last.hasTrailingSpace
            next = place.upperBound
        }
        result += tokens[next...]
        return result
    }

    /// The tokens' texts that `text` is cut into when no exception counts.
    private static func textsWithoutExceptions(
        _ text: Span<UInt8>, splitter: ChunkSplitter, matcher: inout PatternMatcher
    ) -> [String] {
        var texts: [String] = []
        var scanner = ChunkScanner()
        while let chunk = scanner.next(in: text) {
            let pieces = splitter.pieces(
                of: text.extracting(chunk.utf8Range), usesExceptions: false, using: &matcher)
            texts += pieces.map(\.text)
        }
        return texts
    }
}
