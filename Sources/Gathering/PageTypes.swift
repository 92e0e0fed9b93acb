// SPDX-License-Identifier: Apache-2.0

/// The media types that may hold an article.
package enum PageTypes {
    /// Whether a `Content-Type` value names a page; none at all may.
    package static func isPage(_ contentType: String?) -> Bool {
        guard let contentType else { return true }
        let type = contentType.prefix { $0 != ";" }.lowercased().trimming { $0.value <= 0x20 }
        return type.isEmpty || ["text/html", "application/xhtml+xml", "text/plain"].contains(type)
    }
}
