// SPDX-License-Identifier: Apache-2.0

/// Finds who wrote an article: JSON-LD, `meta`, what the page marks as an author, and the line under the headline.
struct AuthorFinder {
    let outline: PageOutline
    let metadata: PageMetadata
    let sites: SiteNames
    let names: AuthorNames

    /// Elements of one kind that are looked at.
    private static let most = 40

    /// The authors in the order named; empty if nobody is.
    ///
    /// Persons count before the site itself.
    ///
    /// `bylines` are the lines of the article that name its authors.
    func find(bylines: [String]) -> [String] {
        let lexicon = outline.lexicons.metadata
        var sources: [[String]] = metadata.linkedData.items(ofTypes: lexicon.articleTypes).map {
            $0.authors.flatMap(names.names)
        }
        sources += lexicon.authorNames.map { name in
            (metadata.values[name] ?? []).filter { !$0.contains("://") }.flatMap(names.names)
        }
        sources += markedAuthors()
        // Lines and links that nothing marks as an author have to look like one.
        sources += (bylines.map(names.names) + [linkedAuthors()]).map { $0.filter(isPersonLike) }
        var site: [String] = []
        for source in sources {
            let found = unique(source)
            let persons = found.filter { !names.isSite($0) }
            if !persons.isEmpty { return persons }
            if site.isEmpty { site = found }
        }
        return site
    }

    private func isPersonLike(_ name: String) -> Bool {
        guard let first = name.first, !(first.isCased && first.isLowercase), first.isLetter else { return false }
        let words = name.lowercased().split(separator: " ")
        return !words.contains { outline.lexicons.dates.month(String($0)) != nil && words.count == 1 }
    }

    /// Links to a person's page near the article.
    private func linkedAuthors() -> [String] {
        let tree = outline.tree
        var found: [String] = []
        for index in tree.nodes.indices where tree.nodes[index].tag == .a && outline.exclusions[index] < .hard {
            guard let address = tree.attribute("href", of: index)?.lowercased() else { continue }
            let parts = address.split(separator: "/")
            guard parts.count >= 2,
                parts.dropLast().contains(where: { outline.lexicons.metadata.authorPaths.contains(String($0)) })
            else { continue }
            guard !isElsewhere(index), tree.nodes[index].end - index < 12 else { continue }
            found += names.names(in: tree.text(of: index))
            if found.count >= 1 { break }
        }
        return found
    }

    private func isElsewhere(_ index: Int) -> Bool {
        var current = index
        while current >= 0 {
            if !outline.marks[current].isDisjoint(with: [.comments, .related, .aside]) { return true }
            current = outline.tree.nodes[current].parent
        }
        return false
    }

    /// What elements say by `itemprop`, by `rel` and by their names, in this order.
    private func markedAuthors() -> [[String]] {
        let tree = outline.tree
        var byProperty: [String] = []
        var byRelation: [String] = []
        var byName: [[String]] = []
        var index = 0
        while index < tree.nodes.count {
            let node = tree.nodes[index]
            guard node.tag != nil, node.tag?.isInvisible != true else {
                index = node.tag == nil ? index + 1 : node.end
                continue
            }
            let isOther =
                !outline.marks[index].isDisjoint(with: [.comments, .related]) && outline.exclusions[index] > .none
            if isOther {
                index = node.end
                continue
            }
            let isShort = node.end - index < 40
            if isShort, byProperty.count < Self.most, tree.attribute("itemprop", of: index)?.lowercased() == "author" {
                byProperty.append(nameText(of: index))
                index = node.end
            } else if isShort, byRelation.count < Self.most, isAuthorLink(index) {
                byRelation.append(tree.text(of: index))
                index = node.end
            } else if isShort, byName.count < Self.most, isBylineElement(index),
                outline.exclusions[index] < .hard
            {
                byName.append(namesIn(element: index))
                index = node.end
            } else {
                index += 1
            }
        }
        let properties = unique(byProperty.flatMap(names.names))
        let relations = unique(byRelation.flatMap(names.names))
        return [properties.count <= 8 ? properties : [], relations.count <= 6 ? relations : []] + byName
    }

    private func isAuthorLink(_ index: Int) -> Bool {
        outline.tree.attribute("rel", of: index)?.lowercased().split(separator: " ").contains("author") == true
    }

    private func isBylineElement(_ index: Int) -> Bool {
        if outline.marks[index].contains(.byline) { return true }
        let test =
            outline.tree.attribute("data-testid", of: index) ?? outline.tree.attribute("data-component", of: index)
        return test.map { outline.lexicons.marks.marks(of: $0).contains(.byline) } ?? false
    }

    /// The links of a byline name its authors; without links its text does.
    private func namesIn(element index: Int) -> [String] {
        let tree = outline.tree
        let text = tree.text(of: index)
        guard text.unicodeScalars.count < 160 else { return [] }
        let links = tree.descendants(of: index).filter { tree.nodes[$0].tag == .a }
        let linked = unique(links.flatMap { names.names(in: tree.text(of: $0)) })
        return linked.isEmpty ? names.names(in: text) : linked
    }

    private func nameText(of index: Int) -> String {
        let tree = outline.tree
        let inner = tree.descendants(of: index).first {
            tree.attribute("itemprop", of: $0)?.lowercased() == "name"
        }
        guard let inner else { return tree.text(of: index) }
        return tree.attribute("content", of: inner) ?? tree.text(of: inner)
    }

    private func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert(PhraseLexicon.key($0)).inserted }
    }
}
