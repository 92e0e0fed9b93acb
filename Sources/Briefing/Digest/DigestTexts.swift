// SPDX-License-Identifier: Apache-2.0

import Ledger

extension Digest {
    /// The words above it.
    private var title: String { words("digest.title", ["since": since, "day": day]) }

    /// The digest as Markdown.
    package var markdown: String {
        var text = "# \(title)\n"
        for section in sections {
            text += "\n## \(section.title)\n\n"
            if section.items.isEmpty { text += "\(words("absence.digest"))\n" }
            for item in section.items {
                text += "- **\(MarkupText.markdown(item.day))** \(MarkupText.markdown(item.kind)): "
                text += MarkupText.markdown(item.text) + "\n"
                for quote in item.quotes {
                    let link = SafeLink.web(quote.source.location).map { " <\($0)>" } ?? ""
                    text +=
                        "    - “\(MarkupText.markdown(quote.text))” (\(MarkupText.markdown(quote.source.label)))\(link)\n"
                }
            }
        }
        return text
    }

    /// The digest as a page that needs nothing from elsewhere.
    package var html: String {
        get throws {
            let parts = sections.map { section in
                let items = section.items.map { item in
                    """
                    <li><span class="label">\(HTMLPage.label(item.day)) </span><div>\(HTMLPage.words(item.text))\
                    <span class="detail">\(MarkupText.escaped(item.kind))</span>\(item.quotes.map(Self.html).joined())</div></li>
                    """
                }
                let list =
                    items.isEmpty
                    ? "<p class=\"absence\">\(words("absence.digest"))</p>"
                    : "<ul class=\"lines\">\n\(items.joined(separator: "\n"))\n</ul>"
                return """
                    <section aria-labelledby="\(section.id)"><h2 id="\(section.id)">\(section.title)</h2>
                    \(list)
                    </section>
                    """
            }
            return try HTMLPage.text(
                title: title, words: words,
                body: """
                    <header><h1>\(MarkupText.escaped(title))</h1></header>
                    <main id="main">
                    \(parts.joined(separator: "\n"))
                    </main>
                    """)
        }
    }

    private static func html(_ quote: Quote) -> String {
        let label = HTMLPage.words(quote.source.label)
        let link = SafeLink.web(quote.source.location).map {
            "<a href=\"\(MarkupText.escaped($0))\" rel=\"noreferrer\">\(label)</a>"
        }
        return "<span class=\"detail\">“\(HTMLPage.words(quote.text))” (\(link ?? label))</span>"
    }

    /// The digest as an Atom feed.
    package var atom: String {
        let items = sections.flatMap { section in
            section.items.map { item in
                let day = item.day.count == 10 && item.day <= self.day ? item.day : self.day
                let quotes = item.quotes.map { "“\($0.text)” (\($0.source.label))" }.joined(separator: "\n")
                return FeedItem(
                    id: "urn:entente:digest:\(section.id):\(item.id)", title: "\(section.title): \(item.text)",
                    text: quotes, link: item.quotes.lazy.compactMap { SafeLink.web($0.source.location) }.first,
                    day: day, kind: item.kind)
            }
        }
        return AtomText.feed(id: "urn:entente:digest", title: title, updated: day, items)
    }
}
