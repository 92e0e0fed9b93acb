// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// A piece of a chunk with what tokens and the search for exceptions need to know about it.
struct ChunkPiece: Sendable {
    var text: String
    var norm: String
    var scalarCount: Int
    /// The number of the text in `ExceptionSequences`.
    var word: Int?
}

/// What one thread needs while it tokenizes: pieces of chunks met before, and a matcher.
///
/// The cache is bounded and holds only what splitting the chunk again would give.
struct TokenizerWorkspace: Sendable {
    var matcher = PatternMatcher()
    private var cache: [Spelling: [ChunkPiece]] = [:]

    private static let mostChunks = 16_384
    private static let longestChunk = 64

    /// The pieces of the chunk `text`, from `split` where the chunk has not been met.
    mutating func pieces(
        of text: Span<UInt8>, split: (Span<UInt8>, inout PatternMatcher) -> [ChunkPiece]
    ) -> [ChunkPiece] {
        guard text.count <= Self.longestChunk else { return split(text, &matcher) }
        let key = Spelling(text.string)
        if let pieces = cache[key] { return pieces }
        let pieces = split(text, &matcher)
        if cache.count == Self.mostChunks { cache.removeAll(keepingCapacity: true) }
        cache[key] = pieces
        return pieces
    }
}

/// Workspaces that are not in use: each call takes one for itself, so that no lock is held while it works.
final class TokenizerWorkspaces: Sendable {
    private let idle = Mutex<[TokenizerWorkspace]>([])

    /// Runs `body` with a workspace of its own.
    func withWorkspace<Result>(_ body: (inout TokenizerWorkspace) -> Result) -> Result {
        var workspace = idle.withLock { $0.popLast() } ?? TokenizerWorkspace()
        defer { idle.withLock { $0.append(workspace) } }
        return body(&workspace)
    }
}
