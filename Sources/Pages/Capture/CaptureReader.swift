// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Reads text that was captured from a page: its lines, with the page's furniture among them.
///
/// The canonical text is the capture's own with its line ends normalised, so nothing of it is lost.
struct CaptureReader {
    let lexicons: Lexicons

    /// Throws `.noText` where nothing but furniture is found.
    func article(from source: String, page: Page, id: String) throws(PageError) -> Article {
        let text = CaptureLines.normalised(source)
        let language = LanguageGuess.language(of: text)
        let scanner = DateScanner(lexicon: lexicons.dates, dayFirst: language != "en")
        let rules = LineRules(phrases: lexicons.phrases, scanner: scanner)
        let classifier = CaptureClassifier(rules: rules, events: lexicons.metadata.eventLabels)
        let blocks = classifier.blocks(of: CaptureLines.lines(of: text, isDate: rules.isDateLine), in: text)
        guard blocks.contains(where: { $0.role.isRead }) else { throw PageError(.noText, location: page.location) }
        var article = Article(
            source: Source(id: id, location: page.location, language: language, retrieved: page.retrieved),
            title: blocks.first { $0.role == .headline }.flatMap { text.text(at: $0.range) }.map(WhiteSpace.folded),
            authors: [], text: text, blocks: blocks)
        let notices = blocks.filter { $0.role == .copyright }.compactMap { text.text(at: $0.range) }
        article.source.publisher =
            notices.lazy.compactMap { CopyrightNotice.owner(in: $0, phrases: lexicons.phrases) }.first
        let names = AuthorNames(
            lexicons: lexicons, siteNames: [article.source.publisher].compactMap { $0 })
        article.authors =
            blocks.lazy.filter { $0.role == .byline }.compactMap { text.text(at: $0.range) }
            .map { line in names.names(in: line) }.first { !$0.isEmpty } ?? []
        let latest = page.retrieved.flatMap { PartialDate(String($0.prefix(10))) }
        DateEvidence(scanner: scanner, lexicons: lexicons, latest: latest)
            .fill(&article, published: nil, modified: nil)
        return article
    }
}
