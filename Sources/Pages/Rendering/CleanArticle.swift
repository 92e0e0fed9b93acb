// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// An article without its furniture, ready to be printed.
public struct CleanArticle: Sendable {
    /// The article that is shown.
    public let article: Article

    /// Shows `article`.
    public init(_ article: Article) { self.article = article }

    /// The day of publication as EDTF; where it is not known, the day of the last change.
    public var date: String? {
        (article.source.published ?? article.source.modified)?.value.description
    }

    /// Whether no text of an article was found in the page.
    public var isTextless: Bool { !article.blocks.contains { $0.role.isRead && $0.role != .headline } }

    /// The article's own text: decks, paragraphs and quotes, one blank line between two.
    ///
    /// Headline, byline, dateline, captions, copyright and furniture are left out.
    public var body: String {
        article.blocks.filter { [.deck, .body, .quote].contains($0.role) }.compactMap(text).joined(separator: "\n\n")
    }

    /// Headline, byline, date and text for people to read.
    public var text: String {
        var parts = [article.title, line].compactMap { $0 }
        parts += shown.compactMap { block in
            text(of: block).map { block.role == .caption ? "[\($0)]" : $0 }
        }
        return parts.joined(separator: "\n\n") + "\n"
    }

    /// The same as Markdown (CommonMark).
    public var markdown: String {
        var parts: [String] = []
        if let title = article.title { parts.append("# \(Markdown.escaped(title))") }
        if let line { parts.append("*\(Markdown.escaped(line))*") }
        for block in shown {
            guard let text = text(of: block) else { continue }
            switch block.role {
            case .deck: parts.append("**\(Markdown.escaped(text))**")
            case .quote: parts.append("> \(Markdown.escaped(text))")
            case .caption: parts.append("*\(Markdown.escaped(text))*")
            default: parts.append(Markdown.escaped(text))
            }
        }
        return parts.joined(separator: "\n\n") + "\n"
    }

    /// One line of JSON, without a line end: `file`, `title`, `author` (all of them, by semicolons), `authors`, `date`,
    /// `text`; what is not known is left out.
    public func ndjson(file: String) -> String {
        ArticleLine(file: file, title: article.title, authors: article.authors, date: date, text: body).json
    }

    private var shown: [Block] {
        article.blocks.filter { [.deck, .body, .quote, .caption].contains($0.role) }
    }

    private var line: String? {
        let parts = [
            article.authors.isEmpty ? nil : article.authors.joined(separator: ", "), article.source.publisher, date,
        ]
        let known = parts.compactMap { $0 }
        return known.isEmpty ? nil : known.joined(separator: " · ")
    }

    private func text(of block: Block) -> String? {
        article.text.text(at: block.range).map(WhiteSpace.folded)
    }
}
