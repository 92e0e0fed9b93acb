// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Hashing

/// Makes articles of pages: HTML, and text captured from a browser.
public struct PageReader: Sendable {
    /// Whether a page without the text of an article is read for what else it says.
    private let takesTextless: Bool
    /// Whether sources get the fingerprint of their page as their id.
    private let takesFingerprints: Bool

    /// Makes a reader; one can serve any number of pages, also at once.
    ///
    /// With `takesTextless` a page in which no text is found gives an article without one, else an error. Without
    /// `takesFingerprints` the ids of sources stay empty, which is for those who print articles and keep nothing.
    public init(takesTextless: Bool = false, takesFingerprints: Bool = true) {
        self.takesTextless = takesTextless
        self.takesFingerprints = takesFingerprints
    }

    /// Decodes a page, finds its article and labels every part of it.
    ///
    /// Whether the page is HTML or plain text is told from its bytes; content type and location are hints. For a text
    /// capture the canonical text is the capture itself with its line ends normalised. The same page always gives the
    /// same article. Throws a `PageError` for what cannot be read.
    public func article(from page: Page) throws(PageError) -> Article {
        let lexicons = try Lexicons.shared.get()
        if page.bytes.isEmpty { throw PageError(.empty, location: page.location) }
        if page.bytes.count > PageLimits.bytes {
            throw PageError(.tooLarge(bytes: page.bytes.count, limit: PageLimits.bytes), location: page.location)
        }
        if let kind = BinarySniffer.kind(of: page.bytes) {
            throw PageError(.binary(kind: kind), location: page.location)
        }
        let text: [UInt8]
        do throws(PageError) {
            text = try PageDecoder(encodings: lexicons.encodings).decode(page.bytes, contentType: page.contentType).utf8
        } catch {
            throw PageError(error.problem, location: page.location)
        }
        if WhiteSpace.isBlank(utf8: text) { throw PageError(.empty, location: page.location) }
        let id = !takesFingerprints ? "" : "sha256:\(SHA256Digest(of: page.bytes))"
        if MarkupSniffer.isMarkup(text, contentType: page.contentType, location: page.location) {
            return try HTMLArticleReader(lexicons: lexicons, takesTextless: takesTextless).article(
                from: text, page: page, id: id)
        }
        return try CaptureReader(lexicons: lexicons)
            .article(from: String(decoding: text, as: UTF8.self), page: page, id: id)
    }
}
