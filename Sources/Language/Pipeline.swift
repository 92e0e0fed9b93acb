// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A published English pipeline: from a text to its tokens, parts of speech, base forms, dependencies, sentences and
/// entities, the same that spaCy gives with the same model.
///
/// A pipeline takes tens of megabytes and is made once. It may be used from several threads at a time; each call runs
/// on the thread that makes it.
public struct Pipeline: Sendable {
    /// How many rows go through the networks at once, unless one document has more.
    private static let batchRows = 960

    /// The published model that the files were checked against; `nil` if they were not checked.
    public let model: PinnedModel?
    private var tokenizer: Tokenizer
    private let networks: Networks
    private let ruler: AttributeRuler
    private let lemmatizer: Lemmatizer
    private let factory: LexemeFactory
    private let vectors: WordVectors?
    private let workspaces = WorkspacePool()

    /// Loads the pipeline from the folder of a published model; takes some tenths of a second.
    ///
    /// Throws if a file is missing, damaged or, unless `verification` is `none`, not the published one.
    public init(model url: URL, verification: ModelFolder.Verification = .pinned) throws(ModelError) {
        try self.init(model: url, verification: verification, build: .best)
    }

    /// Loads the pipeline as the public initializer does, with a build of the kernels that this processor can run.
    package init(
        model url: URL, verification: ModelFolder.Verification = .pinned, build: NetworkBuild
    ) throws(ModelError) {
        let folder = try ModelFolder(url, verification: verification)
        let symbols = try LanguageResource.decoded([String: UInt64].self, "symbols.json")
        let identifier = StringIdentifier(symbols: symbols)
        do {
            tokenizer = try Tokenizer(
                tokenizerFile: folder.bytes(of: "tokenizer"), lookupsFile: folder.bytes(of: "vocab/lookups.bin"),
                symbols: symbols, baseNorms: LanguageResource.decoded([String: String].self, "base_norms.json"))
        } catch let error as TokenizerError {
            throw .malformed(path: "tokenizer", reason: "\(error)")
        } catch let error as ModelError {
            throw error
        } catch {
            throw .malformed(path: "tokenizer", reason: "\(error)")
        }
        vectors = try WordVectors(folder)
        networks = try Networks(folder, vectors: vectors, build: build)
        ruler = try AttributeRuler(folder)
        lemmatizer = try Lemmatizer(folder, identifier: identifier)
        factory = LexemeFactory(identifier: identifier, vectorRows: vectors?.rows, ruleWords: ruler.words)
        model = folder.pinned
    }

    /// The same pipeline, which keeps each of these words one token, such as `Amb.` with its full stop.
    ///
    /// The published rules end a sentence behind an abbreviation that they do not know. As spaCy's
    /// `Tokenizer.add_special_case` does; words that the published rules know already stay as they are.
    public func adding(specialCases words: [String]) -> Pipeline {
        var pipeline = self
        pipeline.tokenizer = tokenizer.adding(specialCases: words)
        return pipeline
    }

    /// Reads one text, of any length.
    public func callAsFunction(_ text: String) -> Doc { docs([text])[0] }

    /// Reads texts one by one; the same as for each alone, but faster.
    public func docs(_ texts: [String]) -> [Doc] {
        workspaces.withWorkspace { workspace in
            var docs: [Doc] = []
            docs.reserveCapacity(texts.count)
            var batch = Batch()
            for text in texts {
                batch.append(text, tokens: tokenizer.tokens(of: text))
                if batch.rowCount >= Self.batchRows {
                    docs += annotate(&batch, &workspace)
                    batch = Batch()
                }
            }
            return docs + annotate(&batch, &workspace)
        }
    }

    /// Completes tokens that were made elsewhere, as the reference's are in tests.
    package func doc(_ text: String, tokens: [Token]) -> Doc {
        workspaces.withWorkspace { workspace in
            var batch = Batch()
            batch.append(text, tokens: tokens)
            return annotate(&batch, &workspace)[0]
        }
    }

    /// The model's vector of a word as it is written, in whatever context; `nil` where the model has none.
    package func wordVector(of word: String) -> [Float]? {
        vectors.flatMap { vectors in
            vectors.rows[factory.identifier(word)].map { vectors[$0] }
        }
    }

    /// The encoded tokens of a text, `width` numbers a token: what tagger and parser see, and what the entity
    /// recognizer sees.
    package func vectors(_ text: String, tokens: [Token]) -> (shared: [Float], entities: [Float], width: Int) {
        workspaces.withWorkspace { workspace in
            let rows = tokens.map {
                RowToken(
                    lexeme: workspace.lexicon.number(of: $0, factory: factory), spaceFollows: $0.hasTrailingSpace)
            }
            let encoded = workspace.encode(rows, networks: networks, keepsVectors: true)
            return (encoded.sharedVectors, encoded.entityVectors, networks.shared.width)
        }
    }

    /// Reads the documents of a batch, whose tokens are taken out of it.
    private func annotate(_ batch: inout Batch, _ workspace: inout Workspace) -> [Doc] {
        var lexemes = [RowToken](repeating: RowToken(), count: batch.rowCount)
        for (document, rows) in zip(batch.documents, batch.rows) {
            for (token, row) in zip(document.tokens, rows) {
                lexemes[row] = RowToken(
                    lexeme: workspace.lexicon.number(of: token, factory: factory),
                    spaceFollows: token.hasTrailingSpace)
            }
        }
        let encoded = workspace.encode(lexemes, networks: networks, keepsVectors: false)
        var parser = TransitionScorer(
            networks.parser.model, rows: encoded.parserRows, count: batch.rowCount, memory: &workspace.parserMemory)
        var recognizer = TransitionScorer(
            networks.entityRecognizer.model, rows: encoded.entityRows, count: batch.rowCount,
            memory: &workspace.recognizerMemory)
        defer {
            workspace.parserMemory = parser.memory
            workspace.recognizerMemory = recognizer.memory
        }
        return batch.documents.indices.map { number in
            let rows = batch.rows[number]
            var doc = Doc(
                text: batch.documents[number].text, tokens: batch.takeTokens(of: number), entities: [], sentences: [])
            let words = lexemes[rows].map { workspace.lexicon.lexemes[Int($0.lexeme)].ruleWord }
            let isSpace = words.map(\.isSpace)
            let tree = networks.parser.parse(rows: rows, isSpace: isSpace, scorer: &parser)
            for (token, row) in rows.enumerated() {
                doc.tokens[token].tag = networks.tagger.labels[Int(encoded.tags[row])]
                doc.tokens[token].dep = networks.parser.labels.names[tree.labels[token]]
                doc.tokens[token].head = tree.heads[token]
                doc.tokens[token].isSentenceStart = tree.startsSentence[token]
            }
            doc.sentences = tree.sentences
            doc.entities = networks.entityRecognizer.entities(
                rows: rows, isSpace: isSpace, startsSentence: tree.startsSentence, scorer: &recognizer)
            for entity in doc.entities {
                for token in entity.tokens {
                    doc.tokens[token].entityPosition = token == entity.tokens.lowerBound ? .begin : .inside
                    doc.tokens[token].entityLabel = entity.label
                }
            }
            ruler.apply(to: &doc.tokens, ruleWords: words)
            for (token, row) in rows.enumerated() where doc.tokens[token].lemma.isEmpty {
                doc.tokens[token].lemma = lemma(of: doc.tokens[token], lexeme: lexemes[row].lexeme, &workspace)
            }
            return doc
        }
    }

    private func lemma(of token: Token, lexeme: Int32, _ workspace: inout Workspace) -> String {
        let key = Workspace.LemmaKey(lexeme: lexeme, pos: token.pos, morph: token.morph)
        if let known = workspace.lemmas[key] { return known }
        let lemma = lemmatizer.lemma(text: token.text, pos: token.pos, morph: token.morph)
        workspace.lemmas[key] = lemma
        return lemma
    }
}
