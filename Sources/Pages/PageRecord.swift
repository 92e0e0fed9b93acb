// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Hashing

/// One line of NDJSON that carries a page: `{id, title, text, published}`, `{id, html, url}`, or as it was fetched
/// `{id, bytes, contentType, url, retrieved}`.
///
/// `publisher` and `language` are read as well. Other fields are passed over.
public struct PageRecord: Hashable, Sendable, Codable {
    /// The record's own name.
    public var id: String?
    /// The title of a text record.
    public var title: String?
    /// The text of a text record.
    public var text: String?
    /// The day of publication in EDTF, or an instant of which the day counts.
    public var published: String?
    /// The mark-up of an HTML record.
    public var html: String?
    /// The bytes of a page as they were received; base64 in JSON.
    public var bytes: Data?
    /// The value of the HTTP `Content-Type` header that came with `bytes`.
    public var contentType: String?
    /// When `bytes` were fetched, as an ISO 8601 instant.
    public var retrieved: String?
    /// Where the page is from.
    public var url: String?
    /// Who published it.
    public var publisher: String?
    /// The language as a BCP 47 tag.
    public var language: String?

    /// Makes a text record.
    public init(id: String? = nil, title: String? = nil, text: String, published: String? = nil) {
        self.id = id
        self.title = title
        self.text = text
        self.published = published
    }

    /// Decodes a record from the UTF-8 bytes of a JSON object; throws `PageError.Code.invalidRecord`.
    public init(json: [UInt8], location: String? = nil) throws(PageError) {
        do {
            self = try JSONDecoder().decode(PageRecord.self, from: Data(json))
        } catch DecodingError.typeMismatch(_, let context) {
            let field = context.codingPath.map(\.stringValue).joined(separator: ".")
            throw PageError(
                .invalidRecord(reason: field.isEmpty ? "it is no object" : "\(field) has the wrong type"),
                location: location)
        } catch {
            throw PageError(.invalidRecord(reason: "it is not valid JSON"), location: location)
        }
    }

    private enum CodingKeys: String, CodingKey {
        case id, title, text, published, html, bytes, contentType, retrieved, url, publisher, language
    }

    /// Reads the fields; a number as `id` is taken as text.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let number = try? container.decodeIfPresent(Int.self, forKey: .id) {
            id = String(number)
        } else {
            id = try container.decodeIfPresent(String.self, forKey: .id)
        }
        title = try container.decodeIfPresent(String.self, forKey: .title)
        text = try container.decodeIfPresent(String.self, forKey: .text)
        published = try container.decodeIfPresent(String.self, forKey: .published)
        html = try container.decodeIfPresent(String.self, forKey: .html)
        bytes = try container.decodeIfPresent(Data.self, forKey: .bytes)
        contentType = try container.decodeIfPresent(String.self, forKey: .contentType)
        retrieved = try container.decodeIfPresent(String.self, forKey: .retrieved)
        url = try container.decodeIfPresent(String.self, forKey: .url)
        publisher = try container.decodeIfPresent(String.self, forKey: .publisher)
        language = try container.decodeIfPresent(String.self, forKey: .language)
    }

    /// The article of the record.
    ///
    /// Of a text record the canonical text is title, blank line, text, unchanged to the letter; its blocks are the
    /// headline and one paragraph a line. An HTML record is read as a page, by `reader`. Throws a `PageError`.
    public func article(by reader: PageReader = PageReader()) throws(PageError) -> Article {
        let place = url ?? id
        if let page {
            var article = try reader.article(from: page)
            complete(&article)
            return article
        }
        guard let text else {
            throw PageError(.invalidRecord(reason: "it has neither text nor html"), location: place)
        }
        let title = title ?? ""
        let canonical = title + "\n\n" + text
        if WhiteSpace.isBlank(canonical) { throw PageError(.empty, location: place) }
        if canonical.utf8.count > PageLimits.bytes {
            throw PageError(.tooLarge(bytes: canonical.utf8.count, limit: PageLimits.bytes), location: place)
        }
        let id = "sha256:\(SHA256Digest(of: canonical.utf8))"
        var article = Article(
            source: Source(id: id, location: url, language: LanguageGuess.language(of: canonical)),
            title: WhiteSpace.isBlank(title) ? nil : WhiteSpace.folded(title), authors: [], text: canonical,
            blocks: Self.blocks(title: title, text: canonical))
        complete(&article)
        if article.source.published == nil {
            let lexicons = try Lexicons.shared.get()
            let scanner = DateScanner(lexicon: lexicons.dates, dayFirst: article.source.language != "en")
            DateEvidence(scanner: scanner, lexicons: lexicons, latest: nil)
                .fill(&article, published: nil, modified: nil)
        }
        return article
    }

    /// The page of a record that is not text.
    private var page: Page? {
        if let bytes {
            return Page(bytes: Array(bytes), location: url, contentType: contentType, retrieved: retrieved)
        }
        return html.map {
            Page(bytes: Array($0.utf8), location: url, contentType: "text/html; charset=utf-8", retrieved: retrieved)
        }
    }

    private func complete(_ article: inout Article) {
        if let publisher { article.source.publisher = publisher }
        if let language = LanguageGuess.tag(declared: language) { article.source.language = language }
        if let date = published.flatMap(Self.date) {
            article.source.published = DatedValue(value: date, basis: .metadata)
        }
    }

    /// EDTF as it is, or the day of an ISO 8601 instant.
    private static func date(_ text: String) -> PartialDate? {
        PartialDate(text) ?? PartialDate(String(text.prefix(10)))
    }

    private static func blocks(title: String, text: String) -> [Block] {
        let titleEnd = title.utf8.count
        return ParagraphLines.lines(of: text).map { range in
            Block(role: range.end.byte <= titleEnd ? .headline : .body, range: range)
        }
    }
}

/// Cuts text at every kind of line break; the white space around a line belongs to no line.
enum ParagraphLines {
    /// The ranges of the lines that are not blank.
    static func lines(of text: String) -> [TextRange] {
        var lines: [TextRange] = []
        var position = TextPosition.zero
        var current: TextRange?
        for scalar in text.unicodeScalars {
            let next = position + TextPosition(scalar: 1, byte: UTF8.width(scalar))
            if isLineBreak(scalar) {
                if let line = current { lines.append(line) }
                current = nil
            } else if !WhiteSpace.contains(scalar) {
                current = TextRange(start: current?.start ?? position, end: next)
            }
            position = next
        }
        if let line = current { lines.append(line) }
        return lines
    }

    private static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }
}
