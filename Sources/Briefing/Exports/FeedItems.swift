// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Ledger

/// What feeds tell of an entry; both feed formats and the digest's feed are made of it.
package struct FeedItem: Hashable, Sendable {
    /// The lasting id.
    package let id: String
    /// A title.
    package let title: String
    /// What is said, and the words that say it.
    package let text: String
    /// The page.
    package let link: String?
    /// The day on which a page first spoke of it, as `YYYY-MM-DD`.
    package let day: String
    /// The kind of entry.
    package let kind: String

    /// Makes an item from what is shown of an entry; `nil` for one that no dated page speaks of.
    package init?(_ fact: Fact) {
        guard let day = fact.row.firstSeen else { return nil }
        id = "urn:entente:entry:\(fact.row.id)"
        title = "\(fact.row.kind): \(MarkupText.oneLine(fact.row.heading))"
        text = fact.proofs.prefix(3).map { "“\($0.evidence.quote)” (\($0.source.label))" }.joined(separator: "\n")
        link = fact.proofs.lazy.compactMap { SafeLink.web($0.source.location) }.first
        self.day = day
        kind = fact.row.kind
    }

    /// Makes an item.
    package init(id: String, title: String, text: String, link: String?, day: String, kind: String) {
        self.id = id
        self.title = title
        self.text = text
        self.link = link
        self.day = day
        self.kind = kind
    }

    /// The day at midnight, as RFC 3339 has it.
    package var instant: String { "\(day)T00:00:00Z" }

    /// A feed holds no more than readers want to see.
    package static let limit = 200

    /// The latest entries, the latest first.
    package static func latest(of ledger: Ledger) throws -> [FeedItem] {
        let rows = try ledger.entryRecords(RecordQuery(latestFirst: true, limit: limit))
        let items = try rows.compactMap { FeedItem(Fact(try ledger.record($0.id))) }
        return items.sorted { ($0.day, $0.id) > ($1.day, $1.id) }
    }
}

/// Atom (RFC 4287) out of feed items.
package enum AtomText {
    /// A whole feed; `updated` is `YYYY-MM-DD`.
    package static func feed(id: String, title: String, updated: String, _ items: [FeedItem]) -> String {
        func element(_ name: String, _ text: String) -> String { "<\(name)>\(MarkupText.escaped(text))</\(name)>" }
        let entries = items.map { item in
            let link = item.link.map { "<link rel=\"alternate\" href=\"\(MarkupText.escaped($0))\"/>" } ?? ""
            return """
                <entry>\(element("id", item.id))\(element("title", item.title))\(element("updated", item.instant))\
                \(link)<category term="\(MarkupText.escaped(item.kind))"/>\
                <content type="text">\(MarkupText.escaped(item.text))</content></entry>

                """
        }
        return """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom">\(element("id", id))\(element("title", title))\
            \(element("updated", "\(updated)T00:00:00Z"))<author><name>Entente</name></author>
            \(entries.joined())</feed>

            """
    }
}
