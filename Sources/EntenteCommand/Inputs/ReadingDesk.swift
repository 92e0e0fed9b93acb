// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Gazetteer
import Language
import Pages
import Reading

/// Reads documents; what reading needs is loaded at the first one that is worth it.
final class ReadingDesk {
    /// A reading and the page that it was made of.
    struct Result {
        /// What the page says.
        let reading: Reading
        /// The page whose fingerprint the reading's source carries.
        let page: Page
    }

    private let articles: ArticleMaker
    private let model: ModelChoice
    private var reader: ArticleReader?

    /// Prepares to read with `model`.
    init(model: ModelChoice) throws {
        self.model = model
        articles = try ArticleMaker()
    }

    /// What `document` says.
    func reading(of document: InputDocument) throws -> Result {
        let made = try articles.article(of: document)
        let reader = try loadedReader()
        return Result(reading: reader.reading(of: made.article, id: made.id), page: made.page)
    }

    private func loadedReader() throws -> ArticleReader {
        if let reader { return reader }
        let loaded = ArticleReader(
            pipeline: try Pipeline(model: try model.location()), gazetteer: try Gazetteer.standard())
        reader = loaded
        return loaded
    }
}
