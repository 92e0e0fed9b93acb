// SPDX-License-Identifier: Apache-2.0

/// Finds who wrote an article: JSON-LD, `meta`, what the page marks as an author, and the line under the headline.
struct AuthorFinder {
    let outline: PageOutline
    let metadata: PageMetadata
    let names: AuthorNames

    /// The authors in the order named; empty if nobody is.
    ///
    /// `bylines` are the byline blocks of the article.
    func find(bylines: [String]) -> [String] {
        let lexicon = outline.lexicons.metadata
        for item in metadata.linkedData.items(ofTypes: lexicon.articleTypes) {
            let found = unique(item.authors.flatMap(names.names))
            if !found.isEmpty { return found }
        }
        for name in lexicon.authorNames {
            let found = unique((metadata.values[name] ?? []).filter { !$0.contains("://") }.flatMap(names.names))
            if !found.isEmpty { return found }
        }
        let marked = markedAuthors()
        if !marked.isEmpty { return marked }
        for byline in bylines {
            let found = names.names(in: byline)
            if !found.isEmpty { return found }
        }
        return []
    }

    private func markedAuthors() -> [String] {
        let tree = outline.tree
        var byProperty: [String] = []
        var byRelation: [String] = []
        var byName: [String] = []
        var index = 0
        while index < tree.nodes.count {
            let node = tree.nodes[index]
            guard node.tag != nil, node.tag?.isInvisible != true else {
                index = node.tag == nil ? index + 1 : node.end
                continue
            }
            if outline.marks[index].contains(.comments) {
                index = node.end
                continue
            }
            if tree.attribute("itemprop", of: index)?.lowercased() == "author" {
                byProperty.append(nameText(of: index))
                index = node.end
            } else if tree.attribute("rel", of: index)?.lowercased().split(separator: " ").contains("author") == true {
                byRelation.append(tree.text(of: index))
                index = node.end
            } else if outline.marks[index].contains(.byline), outline.exclusions[index] < .hard,
                outline.runs.length(outline.runs.range(in: index, of: tree)) < 120
            {
                byName.append(tree.text(of: index))
                index = node.end
            } else {
                index += 1
            }
        }
        for list in [byProperty, byRelation] {
            let found = unique(list.flatMap(names.names))
            if !found.isEmpty, found.count <= 6 { return found }
        }
        for text in byName {
            let found = names.names(in: text)
            if !found.isEmpty { return found }
        }
        return []
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
