// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Gathers the links of an XML feed while it is gone through.
final class FeedCollector: XMLHandler {
    /// Why the document ends early, if it does.
    var fault: GatheringError?

    private var base: WebAddress?
    private var form: Feed.Form?
    private var isOther = false
    private var title: String?
    private var pages = LinkList()
    private var lists = LinkList()
    private var vocabularies = Vocabularies()
    /// The elements that are open, outermost first.
    private var open: [String] = []
    private var item = Item()
    private var captured = ""
    private static let capturedLimit = 1 << 14

    /// One entry while it is read.
    private struct Item {
        var link: String?
        var permanentLink: String?
        var about: String?
        var title: String?
        var dates: [Date] = []
    }

    init(base: WebAddress?) {
        self.base = base
    }

    /// What was found; `nil` where the document is no feed.
    var feed: Feed? {
        guard let form, !isOther else { return nil }
        return Feed(form: form, title: title, pages: pages.links, lists: lists.links, fault: fault)
    }

    func begin(_ name: XMLName, _ attributes: [(name: XMLName, value: String)]) {
        vocabularies.note(attributes)
        let element = vocabularies.name(of: name)
        if open.isEmpty { beginDocument(element, attributes) }
        open.append(element)
        captured = ""
        switch element {
        case "item", "entry", "url", "sitemap":
            item = Item()
            item.about = value("about", attributes)
        case "link" where form == .atom && open.dropLast().last == "entry":
            let relation = value("rel", attributes) ?? "alternate"
            if relation == "alternate", item.link == nil { item.link = value("href", attributes) }
        case "guid":
            if value("ispermalink", attributes)?.lowercased() == "false" { open[open.count - 1] = "guid-opaque" }
        case "outline":
            guard form == .opml, let address = value("xmlurl", attributes) else { return }
            let title = value("title", attributes) ?? value("text", attributes)
            lists.add(address, title: title, date: nil, base: base)
        default: break
        }
    }

    func text(_ text: String) {
        if captured.utf8.count + text.utf8.count <= Self.capturedLimit { captured += text }
    }

    func end(_ name: XMLName) {
        guard let element = open.popLast() else { return }
        let text = captured.trimming { $0.properties.isWhitespace }
        captured = ""
        if ["item", "entry", "url", "sitemap"].contains(element) { return endItem(element) }
        guard !text.isEmpty else { return }
        switch (open.last ?? "", element) {
        case ("item", "link"), ("url", "loc"), ("sitemap", "loc"): item.link = item.link ?? text
        case ("item", "guid"): item.permanentLink = item.permanentLink ?? text
        case ("item", "title"), ("entry", "title"), ("news", "title"): item.title = item.title ?? Self.folded(text)
        case ("channel", "title"), ("feed", "title"), ("head", "title"): title = title ?? Self.folded(text)
        case ("item", "pubdate"), ("item", "date"), ("item", "updated"), ("entry", "published"), ("entry", "updated"),
            ("url", "lastmod"), ("sitemap", "lastmod"), ("news", "publication_date"):
            if let date = FeedDate.date(text) { item.dates.append(date) }
        default: break
        }
    }

    private func beginDocument(_ element: String, _ attributes: [(name: XMLName, value: String)]) {
        switch element {
        case "rss": form = .rss
        case "rdf": form = .rdf
        case "feed": form = .atom
        case "urlset": form = .sitemap
        case "sitemapindex": form = .sitemapIndex
        case "opml": form = .opml
        default: isOther = true
        }
        if let place = attributes.first(where: { $0.name.prefix == "xml" && $0.name.local == "base" })?.value,
            let named = try? WebAddress(place, relativeTo: base)
        {
            base = named
        }
    }

    private func endItem(_ element: String) {
        let isWhole = item.permanentLink.map { WebAddress.isMeant(by: $0) } ?? false
        guard let link = item.link ?? (isWhole ? item.permanentLink : nil) ?? item.about else { return }
        let date = item.dates.max()
        if element == "sitemap" {
            lists.add(link, title: item.title, date: date, base: base)
        } else {
            pages.add(link, title: item.title, date: date, base: base)
        }
    }

    private func value(_ name: String, _ attributes: [(name: XMLName, value: String)]) -> String? {
        attributes.first { $0.name.local == name && $0.name.prefix != "xml" }?.value
    }

    private static func folded(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

/// Links in the order in which they were met, each once.
struct LinkList {
    private(set) var links: [Feed.Link] = []
    private var known: Set<String> = []

    /// Adds a link, unless it is known, cannot be fetched, or there are enough.
    mutating func add(_ text: String, title: String?, date: Date?, base: WebAddress?) {
        guard links.count < Feed.linkLimit, let address = try? WebAddress(text, relativeTo: base),
            known.insert(address.text).inserted
        else { return }
        links.append(Feed.Link(address: address, title: title, date: date))
    }
}
