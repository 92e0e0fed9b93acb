// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Pages

/// Makes articles of pages and records alike.
struct ArticleMaker {
    /// An article and the bytes that it was made of.
    struct Result {
        /// The article.
        let article: Article
        /// The page whose fingerprint the article's source carries.
        let page: Page
        /// The id that its record gives it.
        let id: String?
    }

    private let reader: PageReader

    /// Loads the word lists for reading pages.
    init() throws(PageError) {
        reader = try PageReader()
    }

    /// The article that `document` holds.
    func article(of document: InputDocument) throws(PageError) -> Result {
        switch document.content {
        case .page(let page):
            return Result(article: try reader.article(from: page), page: page, id: nil)
        case .record(let line):
            let record = try PageRecord(json: line, location: document.name)
            return Result(article: try reader.article(from: record), page: record.page, id: record.id)
        }
    }
}
