// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// What the networks say about the rows of a batch before anything is decoded.
struct EncodedBatch {
    /// The number of each row's tag.
    fileprivate(set) var tags: [Int32]
    /// The rows narrowed for the parser and for the entity recognizer.
    fileprivate(set) var parserRows: FloatBuffer
    fileprivate(set) var entityRows: FloatBuffer
    /// The rows as encoded, for tests that compare layers; empty unless asked for.
    fileprivate(set) var sharedVectors: [Float] = []
    fileprivate(set) var entityVectors: [Float] = []
}

/// What a pipeline keeps from one batch to the next: caches and memory that is used again.
///
/// Nothing in it changes a result.
struct Workspace: Sendable {
    private static let mostLexemes = 50_000
    /// The most rows that go through the encoders at once.
    private static let stretch = 960

    var lexicon = Lexicon()
    var lemmas: [LemmaKey: String] = [:]
    var parserMemory = FloatBuffer()
    var recognizerMemory = FloatBuffer()
    private var sharedRows = EmbeddingCache()
    private var entityRows = EmbeddingCache()
    private var space = EncodingSpace()

    /// A word whose lemma was looked for.
    struct LemmaKey: Hashable {
        let lexeme: Int32
        let pos: String
        let morph: String

        /// By the lexeme alone: few have many parts of speech.
        func hash(into hasher: inout Hasher) { hasher.combine(lexeme) }
    }

    /// Forgets the words if there are too many of them.
    mutating func tidy() {
        guard lexicon.lexemes.count > Self.mostLexemes else { return }
        lexicon = Lexicon()
        lemmas = [:]
        sharedRows = EmbeddingCache()
        entityRows = EmbeddingCache()
    }

    /// Runs both token encoders over the rows of a batch, stretch by stretch, and what needs only their results.
    mutating func encode(_ tokens: [RowToken], networks: Networks, keepsVectors: Bool) -> EncodedBatch {
        let reach = TokenEncoder.reach
        let recognizer = networks.entityRecognizer
        var result = EncodedBatch(
            tags: [],
            parserRows: FloatBuffer(count: tokens.count * networks.parser.model.narrowing.stride),
            entityRows: FloatBuffer(count: tokens.count * recognizer.model.narrowing.stride))
        let empty = [RowToken](repeating: RowToken(), count: reach)
        let padded = empty + tokens + empty
        for start in stride(from: 0, to: tokens.count, by: Self.stretch) {
            let count = min(Self.stretch, tokens.count - start)
            let seen = padded[start..<start + count + 2 * reach]
            networks.shared.encode(seen, lexicon: lexicon, cache: &sharedRows, space: &space)
            space.withRows(from: reach, width: networks.shared.width) { rows in
                result.tags += networks.tagger.tags(of: rows, count: count)
                networks.parser.model.narrow(rows, count: count, into: &result.parserRows, at: start)
                guard keepsVectors else { return }
                result.sharedVectors += UnsafeBufferPointer(start: rows, count: count * networks.shared.width)
            }
            recognizer.encoder.encode(seen, lexicon: lexicon, cache: &entityRows, space: &space)
            space.withRows(from: reach, width: recognizer.encoder.width) { rows in
                recognizer.model.narrow(rows, count: count, into: &result.entityRows, at: start)
                guard keepsVectors else { return }
                result.entityVectors += UnsafeBufferPointer(start: rows, count: count * recognizer.encoder.width)
            }
        }
        return result
    }
}

/// The workspaces of a pipeline that no thread is using at the moment.
final class WorkspacePool: Sendable {
    private let idle = Mutex<[Workspace]>([])

    /// Lends a workspace to `body`, a fresh one if all are in use.
    func withWorkspace<Result>(_ body: (inout Workspace) -> Result) -> Result {
        var workspace = idle.withLock { $0.popLast() } ?? Workspace()
        let result = body(&workspace)
        workspace.tidy()
        let kept = workspace
        idle.withLock { $0.append(kept) }
        return result
    }
}
