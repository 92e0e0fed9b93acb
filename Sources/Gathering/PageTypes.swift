// SPDX-License-Identifier: Apache-2.0

/// The media types that may hold an article.
package enum PageTypes {
    private static let pages: Set = ["text/html", "application/xhtml+xml", "text/plain"]

    /// Whether a `Content-Type` value names a page, or a document that is turned into one; none at all may.
    package static func mayHoldArticle(_ contentType: String?) -> Bool {
        guard let contentType else { return true }
        let type = contentType.prefix { $0 != ";" }.lowercased().trimming { $0.value <= 0x20 }
        return type.isEmpty || pages.contains(type) || DocumentForm.allCases.contains { $0.mediaType == type }
    }
}
