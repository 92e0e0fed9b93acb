// SPDX-License-Identifier: Apache-2.0

/// Tells the elements of feeds from those of other vocabularies that stand among them, such as the titles of pictures.
///
/// Many feeds use prefixes that they never declare; those mean what they mostly mean.
struct Vocabularies {
    /// Namespaces whose elements are read, and the prefix that they mostly have.
    private static let readNamespaces = [
        "http://www.w3.org/2005/atom": "atom", "http://purl.org/atom/ns#": "atom",
        "http://purl.org/rss/1.0/": "rss", "http://my.netscape.com/rdf/simple/0.9/": "rss",
        "http://channel.netscape.com/rdf/simple/0.9/": "rss", "http://backend.userland.com/rss2": "rss",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf", "http://purl.org/dc/elements/1.1/": "dc",
        "http://purl.org/dc/terms/": "dc", "http://www.sitemaps.org/schemas/sitemap/0.9": "sitemap",
        "http://www.google.com/schemas/sitemap/0.84": "sitemap",
        "http://www.google.com/schemas/sitemap-news/0.9": "news",
    ]
    private static let usualPrefixes: Set<Substring> = ["atom", "rss", "rdf", "dc", "dcterms", "sitemap", "news"]

    private var declared: [Substring: Bool] = [:]

    /// Remembers the prefixes that an element declares.
    mutating func note(_ attributes: [(name: XMLName, value: String)]) {
        for attribute in attributes where attribute.name.prefix == "xmlns" && declared.count < 100 {
            let isRead = Self.readNamespaces[attribute.value.lowercased()] != nil
            declared[attribute.name.local] = isRead || Self.usualPrefixes.contains(attribute.name.local)
        }
    }

    /// The name by which a feed's element is known; that of another vocabulary keeps its prefix.
    func name(of name: XMLName) -> String {
        if name.prefix.isEmpty { return String(name.local) }
        let isRead = declared[name.prefix] ?? Self.usualPrefixes.contains(name.prefix)
        return isRead ? String(name.local) : "\(name.prefix):\(name.local)"
    }
}
