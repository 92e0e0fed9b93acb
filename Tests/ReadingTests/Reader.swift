// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Gazetteer
import Language
import Reading

/// The one reader that all tests of reading share: the medium model and the standard gazetteer, loaded once.
enum Reader {
    /// Why tests of reading cannot run; they fail then, so that no machine passes them unnoticed.
    struct Unavailable: Error, CustomStringConvertible {
        let reason: String
        var description: String { "the reader cannot be loaded: \(reason); run `make model` and `make gazetteer`" }
    }

    private static let pipeline: Result<Pipeline, Unavailable> = load {
        try Pipeline(model: ModelFolder.defaultLocation())
    }

    private static let shared: Result<ArticleReader, Unavailable> = load {
        try ArticleReader(pipeline: pipeline.get(), gazetteer: Gazetteer.standard())
    }

    private static func load<Value>(_ value: () throws -> Value) -> Result<Value, Unavailable> {
        do { return .success(try value()) } catch { return .failure(Unavailable(reason: "\(error)")) }
    }

    /// What an article says to a reader whose frames these files change, by name.
    static func reading(of article: Article, frames: [String: String]) throws -> Reading {
        let folder = try FrameFiles(frames)
        return try ArticleReader(pipeline: pipeline.get(), gazetteer: Gazetteer.standard(), frames: folder.url)
            .reading(of: article)
    }

    /// What an article says.
    static func reading(of article: Article, id: String? = nil) throws -> Reading {
        try shared.get().reading(of: article, id: id)
    }

    /// What an article says, with what stood behind it.
    static func traced(_ article: Article) throws -> (reading: Reading, trace: ReadingTrace) {
        try shared.get().tracedReading(of: article)
    }

    /// What texts speak of, wider than one thing.
    static func concepts(
        of documents: [StoryCoreference.Document], identities: StoryCoreference
    ) throws -> StoryConcepts {
        try shared.get().concepts(of: documents, identities: identities)
    }

    /// What the sentences of an article tell, by type.
    static func codedEvents(of article: Article) throws -> [ReadEvent] { try shared.get().codedEvents(of: article) }

    /// Every event of an article.
    static func events(of article: Article) throws -> [ReadEvent] { try shared.get().events(of: article) }

    /// What a page of these parts says; paragraphs are parted by blank lines.
    static func read(
        _ body: String, title: String? = nil, caption: String? = nil, published: String? = nil
    ) throws -> Reading {
        try reading(of: article(body, title: title, caption: caption, published: published))
    }

    /// A page of these parts: the title, the paragraphs, and a picture's caption at the end.
    static func article(
        _ body: String, title: String? = nil, caption: String? = nil, published: String? = nil
    ) -> Article {
        var builder = ArticleText()
        if let title { builder.append(title, as: .headline) }
        for paragraph in body.split(separator: "\n\n") { builder.append(String(paragraph), as: .body) }
        if let caption { builder.append(caption, as: .caption) }
        let date = published.flatMap { PartialDate($0) }.map { DatedValue(value: $0, basis: .metadata) }
        return Article(
            source: Source(id: "sha256:" + String(repeating: "0", count: 64), language: "en", published: date),
            title: title, authors: [], text: builder.text, blocks: builder.blocks)
    }
}

/// A canonical text that grows block by block.
struct ArticleText {
    private(set) var text = ""
    private(set) var blocks: [Block] = []
    private var end = TextPosition.zero

    /// Adds a block after a blank line.
    mutating func append(_ words: String, as role: BlockRole) {
        if !text.isEmpty {
            text += "\n\n"
            end = end + TextPosition(scalar: 2, byte: 2)
        }
        let start = end
        text += words
        end = end + TextPosition(scalar: words.unicodeScalars.count, byte: words.utf8.count)
        blocks.append(Block(role: role, range: TextRange(start: start, end: end)))
    }
}
