// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Pages

/// An article and what it was made of.
struct MadeArticle {
    /// The article.
    let article: Article
    /// The bytes whose fingerprint the article's source carries.
    let bytes: [UInt8]
    /// The id that its record gives it.
    let id: String?

    /// Makes the article that `document` holds.
    init(_ document: InputDocument) throws {
        switch document.content {
        case .page(let page):
            article = try PageReader().article(from: page)
            bytes = page.bytes
            id = nil
        case .record(let line):
            let record = try PageRecord(json: line, location: document.name)
            do {
                article = try record.article()
            } catch {
                // The record's line says more to its owner than its URL or id.
                throw PageError(error.problem, location: document.name)
            }
            bytes = record.bytes.map(Array.init) ?? Array((record.html ?? article.text).utf8)
            id = record.id
        }
    }
}
