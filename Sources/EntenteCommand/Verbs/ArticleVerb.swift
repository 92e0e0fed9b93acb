// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Cooperation
import Pages

/// `entente article`: the article of a page without what stands around it.
struct ArticleVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "article",
        abstract: "Print the article of a page without navigation, share buttons and other furniture.",
        discussion: """
            FORMATS
              text      the clean text
              markdown  the same with a heading, quotes and captions marked
              json      one object a page: "source" and "article" with its canonical text and the role of each block
              ndjson    one line a page: "file", "title", "authors", "date", "text" (the clean text)

            EXAMPLES
              entente article page.html
              entente article --format ndjson pages/ > articles.ndjson
              curl -s https://example.org/news/1 | entente article --format markdown -
            """)

    /// How an article is printed.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, markdown, json, ndjson
    }

    @OptionGroup var inputs: InputOptions

    @Option(help: "How to print it: text, markdown, json or ndjson.")
    var format: Format = .text

    func run() throws {
        let output = StandardOutput()
        let pages = try ArticleMaker()
        var isFirst = true
        try InputBatch(inputs).forEach(writingTo: output) { document in
            let made = try pages.article(of: document)
            if !isFirst, format == .text || format == .markdown { try output.write("\n") }
            isFirst = false
            try output.writeLine(try rendered(made.article, id: made.id, file: document.name))
        }
    }

    private func rendered(_ article: Article, id: String?, file: String) throws -> String {
        switch format {
        case .text: DisplayText.printable(article.plainText)
        case .markdown: DisplayText.printable(article.markdown)
        case .json: try JSONText.indented(ArticleRecord(article, id: id))
        case .ndjson: try JSONText.line(ArticleLine(article, file: file))
        }
    }
}

/// An article as `--format ndjson` prints it.
private struct ArticleLine: Encodable {
    let file: String
    let title: String?
    let authors: [String]
    let date: String?
    let text: String

    init(_ article: Article, file: String) {
        self.file = file
        title = article.title
        authors = article.authors
        date = article.source.published?.value.description
        text = article.plainText
    }
}

/// An article as `--format json` prints it: the same members as a reading has.
private struct ArticleRecord: Encodable {
    struct Members: Encodable {
        let title: String?
        let authors: [String]
        let text: String
        let blocks: [Block]
    }

    let id: String?
    let source: Source
    let article: Members

    init(_ article: Article, id: String?) {
        self.id = id
        source = article.source
        self.article = Members(
            title: article.title, authors: article.authors, text: article.text, blocks: article.blocks)
    }
}
