// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// A piece of a chunk with what tokens and the search for exceptions need to know about it.
struct ChunkPiece: Sendable {
    var text: String
    var lower: String
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

    /// The pieces of `chunk`, if it has been met and is remembered.
    func pieces(of chunk: Spelling) -> [ChunkPiece]? { cache[chunk] }

    /// Remembers the pieces of `chunk` unless it is too long to be met often.
    mutating func remember(_ pieces: [ChunkPiece], of chunk: Spelling) {
        guard chunk.string.utf8.count <= Self.longestChunk else { return }
        if cache.count == Self.mostChunks { cache.removeAll(keepingCapacity: true) }
        cache[chunk] = pieces
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
