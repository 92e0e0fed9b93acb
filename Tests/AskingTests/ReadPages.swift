// SPDX-License-Identifier: Apache-2.0

import Asking
import Cooperation
import Foundation
import Gazetteer
import Language
import Ledger
import Pages
import Reading
import Testing

/// Somebody to ask about pages that a ledger holds.
final class ReadPages {
    private let folder: TemporaryFolder
    let asker: Asker

    /// Reads `texts` into a ledger of their own.
    init(_ texts: [String]) throws {
        let gazetteer = try Gazetteer.standard()
        let pipeline = try #require(Reader.pipeline)
        folder = try TemporaryFolder()
        let ledger = try Ledger(at: folder.ledger)
        let reader = try ArticleReader(pipeline: pipeline, gazetteer: gazetteer)
        for (number, text) in texts.enumerated() {
            let bytes = Array(text.utf8)
            let article = try PageReader().article(from: Page(bytes: bytes, location: "page-\(number).txt"))
            _ = try ledger.add(Snapshot(bytes: bytes), reading: reader.reading(of: article))
        }
        asker = try Asker(ledger: ledger, pipeline: pipeline, gazetteer: gazetteer)
    }
}
