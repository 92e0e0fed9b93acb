// SPDX-License-Identifier: Apache-2.0

import HTML

/// What a page's head says about it: `meta` elements, links and JSON-LD, by lower-case name.
struct PageMetadata: Sendable {
    /// The values of `meta` by `name`, `property`, `itemprop` or `http-equiv`, in the order of the page.
    private(set) var values: [String: [String]] = [:]
    /// The canonical URL.
    private(set) var canonicalURL: String?
    /// The language that the root element declares.
    private(set) var language: String?
    /// The contents of `title`.
    private(set) var title: String?
    /// Everything that JSON-LD says.
    private(set) var linkedData = LinkedData(scripts: [])

    init(of tree: HTMLTree) {
        var scripts: [String] = []
        for index in tree.nodes.indices {
            switch tree.nodes[index].tag {
            case .meta?: read(meta: index, of: tree)
            case .link?:
                let relation = tree.attribute(.rel, of: index)?.lowercased()
                if relation == "canonical", canonicalURL == nil { canonicalURL = tree.attribute(.href, of: index) }
            case .html?:
                language = tree.attribute(.lang, of: index) ?? tree.attribute(.xmlLang, of: index)
            case .title?:
                if title == nil { title = WhiteSpace.folded(tree.textContent(of: index)) }
            case .script?:
                if tree.attribute(.type, of: index)?.lowercased().holds("ld+json") == true {
                    scripts.append(tree.textContent(of: index))
                }
            default: break
            }
        }
        linkedData = LinkedData(scripts: scripts)
    }

    /// The first value under the first of the names that has one.
    func first(of names: [String]) -> String? {
        for name in names {
            if let value = values[name]?.first(where: { !WhiteSpace.isBlank($0) }) { return value }
        }
        return nil
    }

    private mutating func read(meta index: Int, of tree: HTMLTree) {
        guard let content = tree.attribute(.content, of: index) else { return }
        let value = WhiteSpace.folded(content)
        guard !value.isEmpty else { return }
        for attribute in [AttributeName.property, .name, .itemprop, .httpEquiv] {
            guard let names = tree.attribute(attribute, of: index)?.lowercased() else { continue }
            if attribute == .itemprop, Self.isOfAnother(index, in: tree) { continue }
            for name in names.utf8.split(whereSeparator: { $0 <= 0x20 }) {
                values[String(Substring(name)), default: []].append(value)
            }
        }
    }

    /// Whether the property is of a work that the article only names.
    private static func isOfAnother(_ index: Int, in tree: HTMLTree) -> Bool {
        var current = tree.nodes[index].parent
        while current >= 0 {
            if let property = tree.attribute(.itemprop, of: current), LinkedData.others.contains(property) {
                return true
            }
            current = tree.nodes[current].parent
        }
        return false
    }
}
