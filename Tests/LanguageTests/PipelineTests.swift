// SPDX-License-Identifier: Apache-2.0

import Foundation
import Language
import Testing

/// The published pipelines, each loaded once for all tests.
enum LoadedPipeline {
    private static let small = Result { try Pipeline(model: PublishedModel.small.folder()) }
    private static let medium = Result { try Pipeline(model: PublishedModel.medium.folder()) }

    static func get(_ model: PublishedModel) throws -> Pipeline {
        switch model {
        case .small: try small.get()
        case .medium: try medium.get()
        }
    }
}

/// A document of the fixtures: a text of our own making with what spaCy says about it.
struct ReferenceDocument: Decodable, Sendable, CustomTestStringConvertible {
    struct ReferenceToken: Decodable, Hashable {
        let t: String
        let b, e, u, ws: Int
        let norm, tag, pos, morph, lemma, dep: String
        let head, sent: Int
        let iob, ent: String
    }

    let id: String
    let text: String
    let tokens: [ReferenceToken]
    let sents: [[Int]]

    var testDescription: String { id }

    static func all(_ name: String) throws -> [ReferenceDocument] {
        let url = try #require(Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: "ndjson"))
        return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map {
            try JSONDecoder().decode(ReferenceDocument.self, from: Data($0.utf8))
        }
    }
}

extension ReferenceDocument.ReferenceToken {
    /// The fields of one of our tokens.
    init(_ token: Token) {
        self.init(
            t: token.text, b: token.utf8Range.lowerBound, e: token.utf8Range.upperBound,
            u: token.scalarRange.lowerBound, ws: token.hasTrailingSpace ? 1 : 0, norm: token.norm, tag: token.tag,
            pos: token.pos, morph: token.morph, lemma: token.lemma, dep: token.dep, head: token.head,
            sent: token.isSentenceStart ? 1 : 0, iob: token.entityPosition.rawValue, ent: token.entityLabel)
    }
}

@Suite("The whole pipeline")
struct PipelineTests {
    private func expectSame(_ doc: Doc, _ reference: ReferenceDocument) {
        let tokens = doc.tokens.map(ReferenceDocument.ReferenceToken.init)
        guard tokens.count == reference.tokens.count else {
            Issue.record("\(reference.id): \(tokens.count) tokens instead of \(reference.tokens.count)")
            return
        }
        for (token, expected) in zip(tokens, reference.tokens) { #expect(token == expected, "\(reference.id)") }
        #expect(doc.sentences.map { [$0.lowerBound, $0.upperBound] } == reference.sents, "\(reference.id)")
    }

    @Test(
        "gives what spaCy gives, token by token",
        arguments: [
            (PublishedModel.small, "docs"), (PublishedModel.medium, "docs-medium"),
        ])
    func reference(model: PublishedModel, fixtures: String) throws {
        let pipeline = try LoadedPipeline.get(model)
        for reference in try ReferenceDocument.all(fixtures) { expectSame(pipeline(reference.text), reference) }
    }

    @Test("gives the same for documents together, in any order, as for each alone")
    func batches() throws {
        let pipeline = try Pipeline(model: PublishedModel.small.folder())
        let texts = try ReferenceDocument.all("docs").map(\.text)
        let together = pipeline.docs(texts)
        let reversed = pipeline.docs(texts.reversed())
        #expect(Array(reversed.reversed()) == together)
        let fresh = try Pipeline(model: PublishedModel.small.folder())
        for (text, doc) in zip(texts, together) { #expect(fresh(text) == doc) }
    }

    @Test("encodes a token to the same bits whatever was encoded before")
    func sameBits() throws {
        let first = try Pipeline(model: PublishedModel.small.folder())
        let second = try Pipeline(model: PublishedModel.small.folder())
        let docs = try ReferenceDocument.all("docs").map { first($0.text) }
        for doc in docs.reversed() {
            let warm = first.vectors(doc.text, tokens: doc.tokens)
            let cold = second.vectors(doc.text, tokens: doc.tokens)
            #expect(warm.shared == cold.shared)
            #expect(warm.entities == cold.entities)
        }
    }

    @Test("encodes a long document stretch by stretch without a seam")
    func seams() throws {
        let pipeline = try LoadedPipeline.get(.small)
        let sentence = "The mayor of Harlow Bay met a delegation from Port Ellis, and both signed the charter. "
        let tokens = pipeline(String(repeating: sentence, count: 200)).tokens
        let perSentence = tokens.count / 200
        let (vectors, _, width) = pipeline.vectors("", tokens: tokens)
        // Rows whose neighbours are alike are alike to rounding, wherever the stretches meet.
        for sentence in 2..<198 {
            for number in 0..<perSentence * width {
                let reference = vectors[perSentence * width + number]
                #expect(abs(vectors[sentence * perSentence * width + number] - reference) < 1e-4)
            }
        }
    }

    @Test("reads several texts at once on several threads")
    func threads() async throws {
        let pipeline = try LoadedPipeline.get(.small)
        let texts = try ReferenceDocument.all("docs").map(\.text)
        let expected = pipeline.docs(texts)
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<4 { group.addTask { pipeline.docs(texts) == expected } }
            for await same in group { #expect(same) }
        }
    }

    @Test("takes texts of no tokens, of one, and of nothing but white space")
    func smallest() throws {
        let pipeline = try LoadedPipeline.get(.small)
        #expect(pipeline("") == Doc(text: "", tokens: [], entities: [], sentences: []))
        #expect(pipeline.docs([]).isEmpty)
        let one = pipeline("Paris")
        #expect(one.tokens.count == 1)
        #expect(one.sentences == [0..<1])
        let space = pipeline(" \n\t ")
        #expect(space.tokens.allSatisfy { $0.tag == "_SP" && $0.pos == "SPACE" && $0.dep == "dep" })
        #expect(space.entities.isEmpty)
    }

    @Test("takes texts that are longer than spaCy allows, and the tokens make up the text")
    func long() throws {
        let pipeline = try LoadedPipeline.get(.small)
        let text = String(repeating: "Port Ellis and Velden signed a treaty in May 2012.\n", count: 21_000)
        #expect(text.unicodeScalars.count > 1_000_000)
        let doc = pipeline(text)
        var written = ""
        for token in doc.tokens { written += token.text + (token.hasTrailingSpace ? " " : "") }
        #expect(written == text)
        #expect(doc.sentences.count > 15_000)
        #expect(doc.entities.contains { $0.label == "DATE" })
    }

    @Test("entities do not begin with white space, and sentences and entities agree with the tokens")
    func consistency() throws {
        let pipeline = try LoadedPipeline.get(.medium)
        for text in try ReferenceDocument.all("docs").map(\.text) {
            let doc = pipeline(text)
            #expect(doc.sentences.flatMap { $0 } == Array(doc.tokens.indices))
            for entity in doc.entities {
                #expect(doc.tokens[entity.tokens.lowerBound].pos != "SPACE")
                #expect(doc.tokens[entity.tokens.lowerBound].entityPosition == .begin)
                #expect(doc.tokens[entity.tokens].allSatisfy { $0.entityLabel == entity.label })
            }
            for token in doc.tokens { #expect(doc.tokens.indices.contains(token.head)) }
        }
    }

    @Test("a word that is added stays one token, in this pipeline alone", arguments: PublishedModel.allCases)
    func specialCases(model: PublishedModel) throws {
        let pipeline = try LoadedPipeline.get(model)
        let text = "We met Amb. Carl Lund (Amb. of Peru)."
        let words = pipeline.adding(specialCases: ["Amb."])(text).tokens.map(\.text)
        #expect(words == ["We", "met", "Amb.", "Carl", "Lund", "(", "Amb.", "of", "Peru", ")", "."])
        #expect(pipeline(text).tokens.map(\.text).prefix(4) == ["We", "met", "Amb", "."])
    }
}
