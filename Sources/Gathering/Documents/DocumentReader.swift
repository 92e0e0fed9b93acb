// SPDX-License-Identifier: Apache-2.0

import Foundation
import Pages

/// Turns press releases that are no web pages into what can be read.
package enum DocumentReader {
    /// What a document was turned into.
    package enum Text: Sendable {
        /// A page, as HTML or text. In text a form feed (U+000C) ends each page of the document.
        case page(Page)
        /// A record with what the document says about itself.
        case record(PageRecord)
    }

    /// The text of `document`, whose location and time of retrieval go over to it.
    ///
    /// Throws where the program that is needed is not installed or cannot read it.
    package static func text(of document: Page, form: DocumentForm) throws(GatheringError) -> Text {
        let location = document.location
        switch form {
        case .pdf:
            let tool = Tool(
                name: "pdftotext", package: "poppler-utils",
                arguments: ["-q", "-enc", "UTF-8", "-eol", "unix", "-", "-"])
            let text = String(decoding: try tool.output(for: document.bytes, location: location), as: UTF8.self)
            return .page(page(Array(PrintedPages(text).cleaned().utf8), "text/plain; charset=utf-8", from: document))
        case .docx:
            let tool = Tool(
                name: "pandoc", package: "pandoc",
                arguments: ["--sandbox", "--from=docx", "--to=html5", "--standalone", "--metadata=pagetitle="])
            let text = try tool.output(for: document.bytes, location: location)
            return .page(page(text, "text/html; charset=utf-8", from: document))
        case .mail:
            let script = Bundle.module.bundleURL.appendingPathComponent("Resources/mail.py").path
            guard FileManager.default.isReadableFile(atPath: script) else {
                throw GatheringError(.missingResource(name: "mail.py"), location: location)
            }
            let tool = Tool(name: "python3", package: "python3", arguments: ["-I", "-S", script])
            let text = try tool.output(for: document.bytes, location: location)
            do throws(PageError) {
                return .record(try PageRecord(json: text, location: location))
            } catch {
                throw GatheringError(
                    .failedTool(name: "python3", reason: "its answer is no record"), location: location)
            }
        }
    }

    private static func page(_ bytes: [UInt8], _ type: String, from document: Page) -> Page {
        Page(bytes: bytes, location: document.location, contentType: type, retrieved: document.retrieved)
    }
}
