// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Gazetteer
import Language
import Reading

/// Reads documents; what reading needs is loaded at the first one that is worth it.
final class ReadingDesk {
    /// A reading and what it was made of.
    struct Result {
        /// What the page says.
        let reading: Reading
        /// The bytes whose fingerprint the reading's source carries.
        let bytes: [UInt8]
    }

    private let model: ModelChoice
    private var reader: ArticleReader?

    /// Prepares to read with `model`.
    init(model: ModelChoice) {
        self.model = model
    }

    /// What `document` says.
    func reading(of document: InputDocument) throws -> Result {
        let made = try MadeArticle(document)
        let reader = try loadedReader()
        return Result(reading: reader.reading(of: made.article, id: made.id), bytes: made.bytes)
    }

    private func loadedReader() throws -> ArticleReader {
        if let reader { return reader }
        let loaded = try ArticleReader(
            pipeline: try Pipeline(model: try model.location()), gazetteer: try Gazetteer.standard())
        reader = loaded
        return loaded
    }
}
