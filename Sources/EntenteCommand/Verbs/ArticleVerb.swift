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
              ndjson    one line a page: "file", "title", "authors", "date", "text" (the clean text;
                        empty where a page has none, which is told of as well)

            EXAMPLES
              entente article page.html
              entente article --format ndjson pages/ > articles.ndjson
              entente article --format markdown https://example.org/news/1
            """)

    /// How an article is printed.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, markdown, json, ndjson
    }

    @OptionGroup var inputs: InputOptions

    @Option(help: "How to print it: text, markdown, json or ndjson.")
    var format: Format = .text

    @OptionGroup var web: WebOptions
    @OptionGroup var jobs: JobOptions

    func run() throws {
        let output = StandardOutput()
        let format = format
        // A program that reads lines finds one for each page.
        let reader = PageReader(takesTextless: format == .ndjson, takesFingerprints: format == .json)
        Heaps.share(among: jobs.count)
        var isFirst = true
        try InputBatch(inputs, web: WebVisitor(web.manner, hosts: web.hosts)).forEach(
            jobs: jobs.count, writingTo: output
        ) { document in
            let made = try MadeArticle(document, reader: reader)
            let clean = CleanArticle(made.article)
            let text =
                switch format {
                case .text: DisplayText.printable(clean.text)
                case .markdown: DisplayText.printable(clean.markdown)
                case .json: try JSONText.indented(ArticleRecord(made)) + "\n"
                case .ndjson: clean.ndjson(file: document.name) + "\n"
                }
            return Printed(
                text: text,
                fault: format == .ndjson && clean.isTextless ? PageError(.noText, location: document.name) : nil)
        } _: { printed in
            if !isFirst, format == .text || format == .markdown { try output.write("\n") }
            isFirst = false
            try output.write(printed.text)
            if let fault = printed.fault { throw fault }
        }
    }
}

/// What is printed of a page.
private struct Printed: Sendable {
    let text: String
    /// What is wrong with it although something is printed.
    let fault: PageError?
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

    init(_ made: MadeArticle) {
        id = made.id
        source = made.article.source
        article = Members(
            title: made.article.title, authors: made.article.authors, text: made.article.text,
            blocks: made.article.blocks)
    }
}
