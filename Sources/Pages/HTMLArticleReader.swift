// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Reads the article out of an HTML page.
struct HTMLArticleReader {
    let lexicons: Lexicons
    /// Whether a page without the text of an article is read for what else it says.
    let takesTextless: Bool

    /// Reads mark-up in UTF-8.
    ///
    /// Throws `.noText` unless such pages are taken, or what was too much for the parser.
    func article(from source: [UInt8], page: Page, id: String) throws(PageError) -> Article {
        let tree = try HTMLTree(page: source, location: page.location)
        let metadata = PageMetadata(of: tree)
        let declaredLanguage = LanguageGuess.tag(declared: metadata.language)
        let scanner = DateScanner(lexicon: lexicons.dates, dayFirst: declaredLanguage.map(Self.isDayFirst) ?? true)
        let rules = LineRules(phrases: lexicons.phrases, scanner: scanner)
        let full = PageOutline(of: tree, lexicons: lexicons)
        let evidence = BodyEvidence(linkedData: metadata.linkedData, types: lexicons.metadata.articleTypes)
        let (outline, containers) = search(full)
        let names = SiteNames(metadata: metadata, location: page.location, lexicon: lexicons.metadata)
        let found = TitleFinder(outline: outline, metadata: metadata, siteNames: names.all, containers: containers)
            .find()
        let classifier = BlockClassifier(
            outline: outline, containers: containers, title: found.title, heading: found.heading, rules: rules,
            evidence: evidence)
        let drafts = classifier.drafts()
        guard takesTextless || drafts.contains(where: { $0.role.isRead && $0.role != .headline }) else {
            throw PageError(.noText, location: page.location)
        }
        let (text, blocks) = ArticleBuilder.build(drafts)
        let nearby = NearbyLines(outline: full, containers: containers, heading: found.heading).lines()
        let whole = nearby.filter { !$0.isOpening }
        let search = BylineSearch(rules: rules, lexicon: lexicons.metadata)
        let bylines =
            drafts.filter { $0.role == .byline }.map(\.text) + search.bylines(in: whole)
            + search.labelledBylines(in: full.runs.runs.lazy.filter { full.exclusions[$0.holder] < .hard })
        let smallPrint = SmallPrint(outline: full, containers: containers, lexicon: lexicons.metadata)
        let authors = AuthorFinder(
            outline: full, metadata: metadata,
            names: AuthorNames(lexicons: lexicons, siteNames: names.all + names.others),
            home: Self.home(of: containers, heading: found.heading, in: tree)
        ).find(
            bylines: bylines + classifier.rows.authors + smallPrint.credits(),
            names: search.namesBesideDates(in: nearby.filter(\.isBesideHeading).map(\.text)),
            signs: signs(of: drafts), smallPrint: smallPrint)
        var article = Article(
            source: Source(id: id, location: page.location ?? metadata.canonicalURL, retrieved: page.retrieved),
            title: found.title, authors: authors, text: text, blocks: blocks)
        article.source.publisher = names.publisher
        let words = drafts.filter(\.role.isRead).map(\.text).joined(separator: "\n")
        article.source.language = LanguageGuess.language(declared: declaredLanguage, of: words)
        let latest = page.retrieved.flatMap { PartialDate(String($0.prefix(10))) }
        let dates = DateFinder(
            outline: full, metadata: metadata, location: page.location, latest: latest, rules: rules)
        DateEvidence(scanner: scanner, lexicons: lexicons, latest: latest)
            .fill(&article, published: dates.published(lines: nearby), modified: dates.modified())
        var facts = PageFactsFinder(metadata: metadata, location: page.location, lexicon: lexicons.metadata).facts()
        facts.publishedZone = dates.zone(ofPublished: article.source.published?.value)
        facts.modifiedZone = dates.zone(ofModified: article.source.modified?.value)
        article.source.page = facts.isEmpty ? nil : facts
        return article
    }

    /// Who signs the text at its end or owns it, and the agency that its dateline names.
    private func signs(of drafts: [Draft]) -> TextSigns {
        let texts = drafts.filter { $0.role == .body || $0.role == .quote }.map(\.text)
        let closing = texts.last.flatMap { TextSigns.byline(closing: $0, signOffs: lexicons.metadata.signOffs) }
        let owner = drafts.lazy.filter { $0.role == .copyright }
            .compactMap { TextSigns.owner(in: $0.text, phrases: lexicons.phrases) }.first
        return TextSigns(
            bylines: [closing, owner].compactMap { $0 }, agency: texts.first.flatMap(TextSigns.agency(openingOf:)))
    }

    /// The nodes from a little before headline and text to a little behind the text.
    private static func home(of containers: [Int], heading: Int?, in tree: HTMLTree) -> Range<Int> {
        let first = min(containers.first ?? 0, heading ?? .max)
        let last = containers.last.map { tree.nodes[$0].end } ?? tree.nodes.count
        return max(0, first - margin)..<max(last + margin, first)
    }

    /// Nodes around the article in which a byline may stand.
    private static let margin = 60

    /// The outline to read with and the containers: without the softer exclusions, or by lines instead of paragraphs,
    /// where there is too little otherwise.
    private func search(_ outline: PageOutline) -> (PageOutline, [Int]) {
        let containers = ContainerSearch(outline: outline).containers()
        let weight = weight(of: containers, in: outline)
        if weight >= 200 { return (outline, containers) }
        let bare = outline.withoutSoftExclusions()
        let more = ContainerSearch(outline: bare).containers()
        let bareWeight = self.weight(of: more, in: bare)
        if bareWeight >= 200, bareWeight > 2 * weight { return (bare, more) }
        return (outline, ContainerSearch(outline: outline, measure: .lines).containers())
    }

    private func weight(of containers: [Int], in outline: PageOutline) -> Int {
        containers.reduce(0) { $0 + outline.kept.weight(outline.kept.range(in: $1, of: outline.tree)) }
    }

    private static func isDayFirst(_ language: String) -> Bool {
        language != "en-US" && language != "en"
    }
}
