// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTML

/// Finds who wrote an article: JSON-LD, `meta`, what the page marks as an author, and the line under the headline.
struct AuthorFinder {
    let outline: PageOutline
    let metadata: PageMetadata
    let names: AuthorNames
    /// The nodes between the headline and the end of the article, where its own byline stands.
    let home: Range<Int>

    /// The stage of bylines that stand outside the article.
    private static let elsewhere = 5
    /// Elements of one kind that are looked at.
    private static let most = 40
    /// Unicode scalars of a byline.
    private static let longest = 160
    /// Properties of microdata and RDFa.
    private static let authorProperties: Set<String> = [
        "author", "schema:author", "rnews:author", "dc:creator", "dcterms:creator",
    ]

    /// The authors in the order named; empty if nobody is.
    ///
    /// Persons count before the site itself. `bylines` are the lines of the article that name its authors, `names` what
    /// only looks like a name beside its date, `signs` what the text's own first and last words say,
    /// `smallPrint` stands behind it.
    func find(
        bylines: [String], names beside: [String], signs: TextSigns, smallPrint: SmallPrint
    ) -> [String] {
        let lexicon = outline.lexicons.metadata
        let marked = markedAuthors()
        let declared = declaredAuthors()
        let near = marked.named.filter(home.contains).map { namesIn(element: $0) }
        let lines = bylines.map { names.names(in: $0).filter(isPersonLike) }
        let stages: [() -> [[String]]] = [
            { [linkedAuthors(ofTypes: lexicon.articleTypes)] },
            { [marked.properties, marked.relations, declared] },
            { near },
            // Lines and links that nothing marks as an author have to look like one.
            { lines },
            { [authorsByAddress().filter(isPersonLike), linkedAuthors(ofTypes: lexicon.pageTypes)] },
            { marked.named.filter { !home.contains($0) }.map { namesIn(element: $0) } },
            { beside.map { names.names(in: $0).filter(isPersonLike) } },
            { [attributedAuthors()] },
            { signs.bylines.map { names.names(in: $0).filter { !names.isBody($0) } } },
            { [signs.agency.map { names.names(in: $0, isDeclared: true) } ?? []] },
        ]
        var bodies: [String] = []
        for (place, stage) in stages.enumerated() {
            // Where the article's own byline names a body, those of other articles say nothing.
            if place == Self.elsewhere, near.contains(where: { !$0.isEmpty }) { continue }
            for source in stage() {
                let found = unique(source.filter(isNoMonth))
                var persons = found.filter { !names.isBody($0) }
                // Where a body is named already, one word that nothing marks is rather a label.
                if place > 2, !bodies.isEmpty { persons.removeAll { !$0.hasBlank || isLonger($0, than: bodies) } }
                if !persons.isEmpty {
                    // `Ann Bell, AFP`; the site's own letters say nothing.
                    persons = found.filter { persons.contains($0) || names.isAbbreviation($0) && !names.isSite($0) }
                    let others = marked.relations + marked.properties + near.prefix(1).joined() + lines.joined()
                    return completed(
                        persons, lines: lines + [unique(declared)],
                        others: others + namesInWordsAbout(persons), signs: signs.bylines)
                }
                if bodies.isEmpty { bodies = found }
            }
        }
        guard bodies.allSatisfy({ names.isSite($0) || names.isAddress($0) }) else { return bodies }
        let unnamed = marked.named.filter(home.contains).compactMap {
            names.unnamedAuthor(in: outline.tree.text(of: $0))
        }
        if let first = unnamed.first, bodies.isEmpty { return [first] }
        return names(in: smallPrint, isNamed: !bodies.isEmpty) ?? bodies
    }

    /// The source that a text names and the person who owns the page, which say more than that a site names itself; what
    /// its `meta` or a credit says where the site names nobody at all.
    private func names(in smallPrint: SmallPrint, isNamed: Bool) -> [String]? {
        let sources = smallPrint.source().map { names.names(in: $0, isDeclared: true) } ?? []
        if !sources.isEmpty { return sources }
        if let owner = smallPrint.owner(), names.mayBeOwner(owner) { return [owner] }
        return isNamed ? nil : smallPrint.body(in: metadata).map { [$0] }
    }

    /// Whether a name begins with one of others: `Ann Bell Categories`.
    private func isLonger(_ name: String, than others: [String]) -> Bool {
        others.contains { PhraseLexicon.tightKey(name).hasPrefix(PhraseLexicon.tightKey($0)) }
    }

    /// The authors with what else the page says of them: who wrote with them, and their names where an account or a
    /// title stands for them.
    private func completed(
        _ persons: [String], lines: [[String]], others: [String], signs: [String]
    ) -> [String] {
        let keys = Set(persons.map(PhraseLexicon.key))
        if let all = lines.first(where: { $0.count > persons.count && keys.isSubset(of: $0.map(PhraseLexicon.key)) }),
            all.allSatisfy({ keys.contains(PhraseLexicon.key($0)) || names.isPlainPerson($0) })
        {
            return all
        }
        // `Ann Bell` who signs as Ann C. Bell.
        if let person = persons.first, persons.count == 1,
            let sign = signs.first(where: { $0.words.count == 3 && [$0.words[0], $0.words[2]] == person.words })
        {
            return [sign]
        }
        return persons.map { person in
            others.first { $0.hasBlank && Self.isShort(person, for: $0) && !names.isBody($0) } ?? person
        }
    }

    /// The full names of those of whom one word is known, from the words about them near the article.
    private func namesInWordsAbout(_ persons: [String]) -> [String] {
        guard persons.contains(where: { !$0.hasBlank }) else { return [] }
        let tree = outline.tree
        return tree.nodes.indices.lazy
            .filter { outline.marks[$0].contains(.bio) && tree.nodes[$0].end - $0 < Self.most }
            .prefix(Self.most).compactMap { TextSigns.name(openingOf: tree.text(of: $0)) }
    }

    /// Whether one name stands for a full one: `ann_bell` or `Ann` for Ann Bell; or has more before it than a name.
    private static func isShort(_ name: String, for full: String) -> Bool {
        guard !name.hasBlank else { return name.hasSuffix(" " + full) }
        func plain(_ text: String) -> String { text.folding(options: .diacriticInsensitive, locale: nil) }
        let words = PhraseLexicon.key(plain(full)).words
        let key = PhraseLexicon.key(plain(name))
        // A third word may be a label behind the name.
        guard words.count == 2 else { return false }
        return words.first.map(String.init) == key || words.joined() == key.filter { $0 != " " }
    }

    private func linkedAuthors(ofTypes types: [String]) -> [String] {
        let items = metadata.linkedData.items(ofTypes: types)
        return items.lazy.map { $0.authors.flatMap { names.names(in: $0, isDeclared: true) } }
            .first { !$0.isEmpty } ?? []
    }

    private func declaredAuthors() -> [String] {
        let lexicon = outline.lexicons.metadata
        var sources: [[String]] = lexicon.authorNames.map { name in
            (metadata.values[name] ?? []).filter { !$0.contains("://") }
                .flatMap { names.names(in: $0, isDeclared: true) }
        }
        // Cards of this kind carry label and value apart.
        for number in ["1", "2"] {
            guard let label = metadata.values["twitter:label" + number]?.first.map(PhraseLexicon.key),
                lexicon.authorLabels.contains(label), let value = metadata.values["twitter:data" + number]?.first
            else { continue }
            sources.append(names.names(in: value, isDeclared: true))
        }
        return sources.first { $0.contains { !names.isBody($0) } } ?? sources.first { !$0.isEmpty } ?? []
    }

    private func isNoMonth(_ name: String) -> Bool { outline.lexicons.dates.month(name.lowercased()) == nil }

    private func isPersonLike(_ name: String) -> Bool {
        guard let first = name.first else { return false }
        return first.isLetter && !(first.isCased && first.isLowercase)
    }

    /// Whom a licence of the page asks to be named.
    private func attributedAuthors() -> [String] {
        let tree = outline.tree
        for index in tree.nodes.indices where !tree.nodes[index].attributes.isEmpty {
            let says = [AttributeName.property, .rel].contains { attribute in
                tree.attribute(attribute, of: index)?.lowercased().words.contains {
                    $0 == "cc:attributionname" || $0 == "cc:attributionurl"
                } == true
            }
            guard says else { continue }
            let found = names.names(in: tree.text(of: index)).filter { $0.hasBlank && !names.isBody($0) }
            if !found.isEmpty { return found }
        }
        return []
    }

    /// Links to a person's page near the article.
    private func authorsByAddress() -> [String] {
        let tree = outline.tree
        let paths = outline.lexicons.metadata.authorPaths
        var found: [String] = []
        for index in tree.nodes.indices where tree.nodes[index].tag == .a && outline.exclusions[index] < .hard {
            guard let address = tree.attribute(.href, of: index)?.lowercased() else { continue }
            let parts = address.utf8.split(separator: 0x2F)
            guard parts.count >= 2,
                parts.dropLast().contains(where: { paths.contains(String(Substring($0))) })
            else { continue }
            guard !isElsewhere(index), tree.nodes[index].end - index < 12 else { continue }
            let linked = names.names(in: tree.text(of: index))
            // One word may be any label, unless the address has it too.
            let last = parts.last.map { PhraseLexicon.tightKey(String(Substring($0))) } ?? ""
            found += linked.filter { $0.hasBlank || last.hasPrefix(PhraseLexicon.tightKey($0)) }
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

    /// What elements say by `itemprop`, by `rel` and by their names.
    private func markedAuthors() -> (properties: [String], relations: [String], named: [Int]) {
        let tree = outline.tree
        var byProperty: [String] = []
        var byRelation: [Int] = []
        var byName: [Int] = []
        var index = 0
        while index < tree.nodes.count {
            let node = tree.nodes[index]
            guard node.tag != nil, node.tag?.isInvisible != true else {
                index = node.tag == nil ? index + 1 : node.end
                continue
            }
            let isOther =
                !outline.marks[index].isDisjoint(with: [.comments, .related]) && outline.exclusions[index] > .none
            if isOther, !outline.marks[index].contains(.byline) || outline.marks[index].contains(.comments) {
                index = node.end
                continue
            }
            let isShort = node.end - index < 40
            if byProperty.count < Self.most, saysAuthor(index), let text = nameText(of: index, isShort: isShort) {
                byProperty.append(text)
                index = node.end
            } else if isShort, byRelation.count < Self.most, isAuthorLink(index) {
                byRelation.append(index)
                index = node.end
            } else if isShort, byName.count < Self.most, isBylineElement(index),
                outline.exclusions[index] < .hard, length(of: index) < Self.longest
            {
                byName.append(index)
                byRelation += tree.descendants(of: index).filter(isAuthorLink)
                index = node.end
            } else {
                index += 1
            }
        }
        let properties = unique(byProperty.flatMap { names.names(in: $0, isDeclared: true) })
        return (properties.count <= 8 ? properties : [], relatedAuthors(byRelation), byName)
    }

    /// The first links to an author that stand together; a list of other articles has its own.
    private func relatedAuthors(_ links: [Int]) -> [String] {
        let tree = outline.tree
        let links = links.filter { !names.names(in: tree.text(of: $0), isDeclared: true).isEmpty }
        guard let first = links.first else { return [] }
        var group = tree.nodes[first].parent
        while group > 0, links.count > 1 {
            let parent = tree.nodes[group].parent
            guard parent >= 0, length(of: parent) < Self.longest else { break }
            group = parent
        }
        let together = links.filter { group >= 0 && tree.contains(group, $0) }
        return unique(together.flatMap { namesIn(element: $0, isDeclared: true) })
    }

    private func isAuthorLink(_ index: Int) -> Bool {
        outline.tree.attribute(.rel, of: index)?.lowercased().words.contains("author") == true
    }

    private func isBylineElement(_ index: Int) -> Bool {
        if outline.marks[index].contains(.byline) { return true }
        if outline.tree.nodes[index].attributes.isEmpty { return false }
        let test =
            outline.tree.attribute(.dataTestid, of: index) ?? outline.tree.attribute(.dataComponent, of: index)
        return test.map { outline.lexicons.marks.marks(of: $0).contains(.byline) } ?? false
    }

    /// The links of a byline name its authors; without links its text does.
    private func namesIn(element index: Int, isDeclared: Bool = false) -> [String] {
        let tree = outline.tree
        let text = tree.text(of: index)
        guard text.scalarCount < Self.longest else { return [] }
        let links = tree.descendants(of: index).filter { tree.nodes[$0].tag == .a }
        let subjects = links.filter(isSubject)
        let own = subjects.count > 1 ? links.filter { !subjects.contains($0) } : links
        let linked = unique(own.flatMap { names.names(in: tree.text(of: $0), isDeclared: true) })
        return linked.isEmpty && own.count == links.count ? names.names(in: text, isDeclared: isDeclared) : linked
    }

    /// Whether a link leads to what the article is about: a tag or a category.
    private func isSubject(_ index: Int) -> Bool {
        outline.tree.attribute(.rel, of: index)?.lowercased().words.contains { $0 == "tag" || $0 == "category" } == true
    }

    /// Unicode scalars of the runs of an element.
    private func length(of index: Int) -> Int { outline.runs.length(outline.runs.range(in: index, of: outline.tree)) }

    /// Whether a property of the element, by microdata or RDFa, is that of an author.
    private func saysAuthor(_ index: Int) -> Bool {
        if outline.tree.nodes[index].attributes.isEmpty { return false }
        return says(.itemprop, index) || says(.property, index)
    }

    private func says(_ attribute: AttributeName, _ index: Int) -> Bool {
        outline.tree.attribute(attribute, of: index)?.lowercased().words
            .contains { Self.authorProperties.contains(String($0)) } ?? false
    }

    /// What an author's element says: the name in it, which may stand beside a picture, or all of a short one.
    private func nameText(of index: Int, isShort: Bool) -> String? {
        let tree = outline.tree
        guard tree.nodes[index].end - index < 4 * Self.most else { return nil }
        let inner = tree.descendants(of: index).first {
            tree.attribute(.itemprop, of: $0)?.lowercased() == "name"
        }
        guard let inner else { return isShort ? tree.text(of: index) : nil }
        return tree.attribute(.content, of: inner) ?? tree.text(of: inner)
    }

    private func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert(PhraseLexicon.key($0)).inserted }
    }
}
