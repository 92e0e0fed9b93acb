// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// What the networks say about the rows of a batch before anything is decoded.
struct EncodedBatch {
    /// The number of each row's tag.
    fileprivate(set) var tags: [Int32]
    /// The rows narrowed for the parser and for the entity recognizer.
    fileprivate(set) var parserRows: [Float]
    fileprivate(set) var entityRows: [Float]
    /// The rows as encoded, for tests that compare layers; empty unless asked for.
    fileprivate(set) var sharedVectors: [Float] = []
    fileprivate(set) var entityVectors: [Float] = []
}

/// What a pipeline keeps from one batch to the next: caches and memory that is used again.
///
/// Nothing in it changes a result.
struct Workspace: Sendable {
    private static let mostLexemes = 50_000

    var lexicon = Lexicon()
    var lemmas: [LemmaKey: String] = [:]
    var parserMemory: [Float] = []
    var recognizerMemory: [Float] = []
    private var sharedRows = EmbeddingCache()
    private var entityRows = EmbeddingCache()
    private var space = EncodingSpace()

    /// A word whose lemma was looked for.
    struct LemmaKey: Hashable {
        let lexeme: Int32
        let pos: String
        let morph: String
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
    ///
    /// `lexemes` holds the lexeme of each row, negative for empty rows.
    mutating func encode(
        _ lexemes: [(lexeme: Int32, spaceFollows: Bool)], networks: Networks, keepsVectors: Bool
    ) -> EncodedBatch {
        let margin = TokenEncoder.margin
        let stretch = 4 * MatrixProduct.block - 2 * margin
        let padded = TransitionScorer.padded(lexemes.count)
        let parser = networks.parser.model.narrowing
        let recognizer = networks.entityRecognizer.model.narrowing
        var result = EncodedBatch(
            tags: [Int32](repeating: 0, count: lexemes.count),
            parserRows: [Float](repeating: 0, count: padded * parser.outputs),
            entityRows: [Float](repeating: 0, count: padded * recognizer.outputs))
        for start in stride(from: 0, to: lexemes.count, by: stretch) {
            let count = min(stretch, lexemes.count - start)
            let inner = MatrixProduct.padded(count)
            let whole = MatrixProduct.padded(count + 2 * margin)
            let tokens = (start - margin..<start - margin + whole).map { row in
                lexemes.indices.contains(row) ? lexemes[row] : (-1, false)
            }
            networks.shared.encode(tokens, lexicon: lexicon, cache: &sharedRows, space: &space)
            space.withRows(from: margin, width: networks.shared.width) { rows in
                networks.tagger.tag(rows, count: inner) { row, tag in
                    if row < count { result.tags[start + row] = Int32(tag) }
                }
                Self.narrow(parser, rows, count: count, into: &result.parserRows, at: start)
                guard keepsVectors else { return }
                result.sharedVectors += UnsafeBufferPointer(start: rows, count: count * networks.shared.width)
            }
            networks.entityRecognizer.encoder.encode(
                tokens, lexicon: lexicon, cache: &entityRows, space: &space)
            space.withRows(from: margin, width: networks.entityRecognizer.encoder.width) { rows in
                Self.narrow(recognizer, rows, count: count, into: &result.entityRows, at: start)
                guard keepsVectors else { return }
                result.entityVectors += UnsafeBufferPointer(
                    start: rows, count: count * networks.entityRecognizer.encoder.width)
            }
        }
        return result
    }

    private static func narrow(
        _ layer: LinearLayer, _ rows: UnsafePointer<Float>, count: Int, into result: inout [Float], at start: Int
    ) {
        let padded = MatrixProduct.padded(count)
        var narrowed = [Float](repeating: 0, count: padded * layer.outputs)
        narrowed.withUnsafeMutableBufferPointer { narrowed in
            guard let narrowed = narrowed.baseAddress else { return }
            layer.apply(rows, count: padded, into: narrowed)
        }
        result.replaceSubrange(
            start * layer.outputs..<(start + count) * layer.outputs, with: narrowed[0..<count * layer.outputs])
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
