// SPDX-License-Identifier: Apache-2.0

import HTML

/// Finds the title of an article without the site's name.
struct TitleFinder {
    let outline: PageOutline
    let metadata: PageMetadata
    let containers: [Int]
    private let logos: Set<Int>
    private let siteNames: [(key: String, tight: String)]

    init(outline: PageOutline, metadata: PageMetadata, siteNames: [String], containers: [Int]) {
        self.outline = outline
        self.metadata = metadata
        self.containers = containers
        let logos = SiteLogo.headings(in: outline.tree)
        self.logos = Set(logos)
        self.siteNames = (siteNames + logos.map(outline.tree.text)).map { name in
            (PhraseLexicon.key(name), PhraseLexicon.tightKey(name))
        }
    }

    private struct Candidate {
        var text: String
        var index: Int
        var rank: Int
    }

    /// The title, and the element of the page that shows it, where one does.
    func find() -> (title: String?, heading: Int?) {
        let declared = declaredTitles()
        let headings = candidates()
        // A heading that the page's own metadata repeats is the title as readers see it.
        for heading in headings {
            if declared.contains(where: { Self.agrees(heading.text, with: $0) }) {
                return (heading.text, heading.index)
            }
            // A line over the title inside the same heading is not part of it.
            if let short = declared.map(withoutSite).first(where: { Self.ends(heading.text, in: $0) }) {
                return (short, heading.index)
            }
        }
        if let line = lineThatOpens(declared) { return (line.text, line.holder) }
        let cleaned = declared.map(withoutSite).filter { !isSite($0) }
        if let main = mainHeading(headings) { return (main.text, main.index) }
        // The element `title` alone often names a part of the site.
        if metadata.first(of: outline.lexicons.metadata.titleNames) == nil, let over = headingOverText(headings) {
            return (over.text, over.index)
        }
        if let best = cleaned.first { return (best, nil) }
        if let heading = headings.first { return (heading.text, heading.index) }
        return (declared.first, nil)
    }

    private func declaredTitles() -> [String] {
        let lexicon = outline.lexicons.metadata
        let linked = metadata.linkedData.items(ofTypes: lexicon.articleTypes)
            .compactMap { $0.texts["headline"] ?? $0.texts["name"] }
        let meta = lexicon.titleNames.compactMap { metadata.values[$0]?.first }
        return (linked + meta + [metadata.title].compactMap { $0 })
            .map { CharacterReferences.decoded(in: WhiteSpace.folded($0)) }
            .filter { !$0.isEmpty }
    }

    /// A line of the page, no heading, with which a declared title begins before a separator and the site's parts.
    private func lineThatOpens(_ declared: [String]) -> Run? {
        let separators = outline.lexicons.metadata.titleSeparators
        return outline.runs.runs.first { run in
            guard (10...200).contains(run.length), run.linkDensity < 0.5, outline.exclusions[run.holder] < .hard else {
                return false
            }
            return declared.contains { title in
                title.hasPrefix(run.text) && separators.contains { title.dropFirst(run.text.count).hasPrefix($0) }
            }
        }
    }

    /// The last heading over the first paragraph of the text.
    private func headingOverText(_ headings: [Candidate]) -> Candidate? {
        guard let container = containers.first else { return nil }
        let runs = outline.runs.runs
        let opening = outline.kept.range(in: container, of: outline.tree).first {
            runs[$0].weight > 0 && outline.tree.nodes[runs[$0].block].tag?.headingLevel == nil
        }
        guard let opening else { return nil }
        return headings.filter { heading in
            let range = outline.runs.range(in: heading.index, of: outline.tree)
            return heading.rank < 5 && range.upperBound <= opening && opening - range.upperBound < 12
        }.min { ($0.rank, -$0.index) < ($1.rank, -$1.index) }
    }

    /// The only first-level heading of the page, or the last one over the text.
    private func mainHeading(_ headings: [Candidate]) -> Candidate? {
        let tree = outline.tree
        let first = headings.filter { tree.nodes[$0.index].tag == .h1 && $0.rank < 5 }
        if first.count == 1 { return first[0] }
        guard let container = containers.first else { return nil }
        let opening = outline.kept.range(in: container, of: tree).first { outline.runs.runs[$0].weight > 0 }
        let start = opening.map { outline.runs.runs[$0].start } ?? container
        return first.filter { $0.index < start }.max { $0.index < $1.index }
    }

    /// The headings that may be the title, the likeliest first.
    private func candidates() -> [Candidate] {
        let tree = outline.tree
        var found: [Candidate] = []
        for index in tree.nodes.indices {
            let rank: Int
            switch tree.nodes[index].tag {
            case .h1: rank = isMarked(index) ? 0 : 1
            case .h2, .h3: rank = isMarked(index) ? 2 : 4
            case .div, .p, .span, .header: if isMarked(index) { rank = 3 } else { continue }
            default: continue
            }
            guard !logos.contains(index), outline.exclusions[index] < .hard, found.count < 100,
                tree.nodes[index].end - index < 60
            else {
                continue
            }
            let text = headingText(of: index)
            guard (3...300).contains(text.scalarCount), !isSite(text) else { continue }
            found.append(
                Candidate(text: text, index: index, rank: outline.exclusions[index] == .none ? rank : rank + 5))
        }
        return found.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element)
    }

    private func isMarked(_ index: Int) -> Bool { outline.marks[index].contains(.headline) || isHeadline(index) }

    private func isHeadline(_ index: Int) -> Bool {
        outline.tree.attribute(.itemprop, of: index)?.lowercased() == "headline"
    }

    /// The text of a heading without the line over the title, the date or the byline that templates put inside.
    private func headingText(of index: Int) -> String {
        let tree = outline.tree
        var whole = tree.text(of: index)
        let parts = tree.descendants(of: index).filter {
            !outline.marks[$0].isEmpty || tree.nodes[$0].tag == .small || isHeadline($0)
        }
        if let title = parts.last(where: { outline.marks[$0].contains(.headline) || isHeadline($0) }).map(tree.text),
            title.scalarCount >= 10, !title.hasSuffix(":"),
            title.scalarCount * 3 > whole.scalarCount
        {
            whole = title
        }
        for part in parts
        where !outline.marks[part].isDisjoint(with: [.tags, .date, .byline]) || tree.nodes[part].tag == .small {
            let over = tree.text(of: part)
            guard !over.isEmpty, whole.hasPrefix(over) else { continue }
            let rest = whole.dropFirst(over.count).drop { !$0.isLetter && !$0.isNumber && !"\"„“«‘'".contains($0) }
            if rest.scalarCount >= 10 { return String(rest) }
        }
        return whole
    }

    /// Whether a heading is the declared title or the greater part of it beside the site's name.
    private static func agrees(_ heading: String, with declared: String) -> Bool {
        let heading = PhraseLexicon.key(heading)
        let declared = PhraseLexicon.key(declared)
        if heading == declared { return !heading.isEmpty }
        guard heading.scalarCount >= 8 else { return false }
        return declared.hasPrefix(heading) || declared.hasSuffix(heading)
    }

    /// Whether the declared title is the end of a heading that begins with a line of its own.
    private static func ends(_ heading: String, in declared: String) -> Bool {
        let heading = PhraseLexicon.tightKey(heading)
        let declared = PhraseLexicon.tightKey(declared)
        return declared.scalarCount >= 12 && declared != heading && heading.hasSuffix(declared)
    }

    private func isSite(_ text: String) -> Bool {
        let key = PhraseLexicon.key(text)
        return siteNames.contains { $0.key == key }
    }

    /// Cuts the site's name off either end.
    func withoutSite(_ title: String) -> String {
        var title = title
        for separator in outline.lexicons.metadata.titleSeparators {
            while let range = title.lastPlace(of: separator) {
                let head = String(title[..<range.lowerBound])
                let tail = String(title[range.upperBound...])
                if isSiteLike(tail), !WhiteSpace.isBlank(head) {
                    title = head
                } else if let first = title.firstPlace(of: separator), isSite(String(title[..<first.lowerBound])) {
                    title = String(title[first.upperBound...])
                } else {
                    break
                }
            }
        }
        return WhiteSpace.folded(title)
    }

    private func isSiteLike(_ part: String) -> Bool {
        if isSite(part) { return true }
        let key = PhraseLexicon.tightKey(part)
        if key.isEmpty { return true }
        return siteNames.contains { site in
            let name = site.tight
            return name.count >= 3 && (key.holds(name) || (key.count >= 4 && name.holds(key)))
        }
    }
}
