// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Gathering
import Hashing
import Ledger
import Pages

/// An article and what it was made of.
struct MadeArticle {
    /// The article.
    let article: Article
    /// The bytes whose fingerprint the article's source carries, as they came.
    let snapshot: Snapshot
    /// The id that its record gives it.
    let id: String?

    /// Makes the article that `document` holds; pages are read by `reader`.
    init(_ document: InputDocument, reader: PageReader = PageReader()) throws {
        switch document.content {
        case .page(let page):
            article = try Self.article(of: page, reader)
            snapshot = Snapshot(bytes: page.bytes, contentType: page.contentType, retrieval: document.retrieval)
            id = nil
        case .record(let line):
            let record = try PageRecord(json: line, location: document.name)
            do {
                article = try record.article(by: reader)
            } catch {
                // The record's line says more to its owner than its URL or id.
                throw PageError(error.problem, location: document.name)
            }
            snapshot = Snapshot(bytes: record.bytes.map { Array($0) } ?? Array((record.html ?? article.text).utf8))
            id = record.id
        }
    }

    /// The article of a page, or of a document that is turned into one; its fingerprint is that of what came.
    static func article(of page: Page, _ reader: PageReader = PageReader()) throws -> Article {
        guard let form = DocumentForm(page) else { return try reader.article(from: page) }
        var article =
            switch try DocumentReader.text(of: page, form: form) {
            case .page(let text): try reader.article(from: text)
            case .record(let record): try record.article()
            }
        article.source.id = "sha256:\(SHA256Digest(of: page.bytes))"
        article.source.location = page.location
        article.source.retrieved = page.retrieved
        return article
    }
}
