// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Gazetteer
import Language
import Ledger
import Reading

/// Reads documents; what reading needs is loaded at the first one that is worth it.
final class ReadingDesk {
    /// A reading and what it was made of.
    struct Result {
        /// What the page says; nothing where its language cannot be read.
        let reading: Reading
        /// The bytes whose fingerprint the reading's source carries, as they came.
        let snapshot: Snapshot
    }

    private let model: ModelChoice
    private let frames: URL?
    private var reader: ArticleReader?

    /// Prepares to read with `model`, and with the frames as the files of the folder `frames` change them.
    init(model: ModelChoice, frames: URL? = nil) {
        self.model = model
        self.frames = frames
    }

    /// What `document` says.
    ///
    /// The language models are English. What they would make of another language is guesswork, so such a page keeps
    /// its article and gets no entries, and a line on standard error says so.
    func reading(of document: InputDocument) throws -> Result {
        let made = try MadeArticle(document)
        if let language = made.article.source.language, !Self.isRead(language) {
            Diagnostics.report(
                "\(document.name): nothing was read, since the page is in \(Self.name(of: language)); "
                    + "only English is read so far")
            return Result(reading: Reading(id: made.id, article: made.article), snapshot: made.snapshot)
        }
        let reader = try loadedReader()
        return Result(reading: reader.reading(of: made.article, id: made.id), snapshot: made.snapshot)
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
            pipeline: try Pipeline(model: try model.location()), gazetteer: try Gazetteer.standard(), frames: frames)
        reader = loaded
        return loaded
    }
}
