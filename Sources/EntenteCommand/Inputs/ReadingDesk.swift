// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Gazetteer
import Language
import Ledger
import Reading

/// Reads documents; what reading needs is loaded at the first one that is worth it.
final class ReadingDesk: Sendable {
    /// A reading and what it was made of.
    struct Result: Sendable {
        /// What the page says; nothing where its language cannot be read.
        let reading: Reading
        /// The bytes whose fingerprint the reading's source carries, as they came.
        let snapshot: Snapshot
        /// Why nothing was read, to be said on standard error.
        var remark: String?
    }

    private let reader: Loaded<ArticleReader>
    private let signs: Loaded<CooperationSigns>?

    /// Prepares to read with `model`, and with the frames as the files of the folder `frames` change them.
    ///
    /// With `skipsUnlikely`, pages without a sign of cooperation keep their article and get no entries.
    init(model: ModelChoice, frames: URL? = nil, skipsUnlikely: Bool = false) {
        signs = skipsUnlikely ? Loaded { try CooperationSigns() } : nil
        reader = Loaded {
            try ArticleReader(
                pipeline: try Pipeline(model: try model.location()), gazetteer: try Gazetteer.standard(),
                frames: frames)
        }
    }

    /// Loads what reading needs.
    func load() throws { _ = try reader.get() }

    /// What `document` says.
    ///
    /// The language models are English. What they would make of another language is guesswork, so such a page keeps
    /// its article and gets no entries, and the remark says so.
    func reading(of document: InputDocument) throws -> Result {
        let made = try MadeArticle(document)
        let (reading, remark) = try reading(of: made.article, called: document.name, id: made.id)
        return Result(reading: reading, snapshot: made.snapshot, remark: remark)
    }

    /// What `article` says, and why nothing was read; messages call it `name`.
    func reading(of article: Article, called name: String, id: String?) throws -> (reading: Reading, remark: String?) {
        if let language = article.source.language, !Self.isRead(language) {
            return (
                Reading(id: id, article: article),
                "\(name): nothing was read, since the page is in \(Self.name(of: language)); only English is read so far"
            )
        }
        if let signs, try !signs.get().areIn(article) {
            return (
                Reading(id: id, article: article), "\(name): nothing was read, since it shows no sign of cooperation"
            )
        }
        return (try reader.get().reading(of: article, id: id), nil)
    }

    private static func isRead(_ language: String) -> Bool {
        language.lowercased().split(separator: "-").first == "en"
    }

    private static func name(of language: String) -> String {
        Locale(identifier: "en").localizedString(forIdentifier: language) ?? language
    }
}
