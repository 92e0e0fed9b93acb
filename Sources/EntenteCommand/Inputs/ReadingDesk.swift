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
        /// What the page says; nothing where its language cannot be read.
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
    ///
    /// The language models are English. What they would make of another language is guesswork, so such a page keeps
    /// its article and gets no entries, and a line on standard error says so.
    func reading(of document: InputDocument) throws -> Result {
        let made = try MadeArticle(document)
        return Result(reading: try reading(of: made.article, called: document.name, id: made.id), bytes: made.bytes)
    }

    /// What `article` says; messages call it `name`.
    func reading(of article: Article, called name: String, id: String?) throws -> Reading {
        if let language = article.source.language, !Self.isRead(language) {
            Diagnostics.report(
                "\(name): nothing was read, since the page is in \(Self.name(of: language)); "
                    + "only English is read so far")
            return Reading(id: id, article: article)
        }
        return try loadedReader().reading(of: article, id: id)
    }

    private static func isRead(_ language: String) -> Bool {
        language.lowercased().split(separator: "-").first == "en"
    }

    private static func name(of language: String) -> String {
        Locale(identifier: "en").localizedString(forIdentifier: language) ?? language
    }

    private func loadedReader() throws -> ArticleReader {
        if let reader { return reader }
        let loaded = try ArticleReader(
            pipeline: try Pipeline(model: try model.location()), gazetteer: try Gazetteer.standard())
        reader = loaded
        return loaded
    }
}
