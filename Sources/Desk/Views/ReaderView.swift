// SPDX-License-Identifier: Apache-2.0

import Briefing
import Cooperation
import Ledger

/// Makes the view of a source for the template `reader`.
struct ReaderView {
    let source: SourceRow
    let reading: Reading
    let found: [SourceEntry]
    let byHand: [SourceEntry]
    let views: EntryViews

    private struct Item {
        let entry: SourceEntry
        let ranges: [Range<Int>]
        let quote: String
    }

    /// The whole view; `asked` are Unicode scalars of the text that the address points at.
    func view(asked: Range<Int>?) throws -> View {
        let items = self.items
        let highlights = items.enumerated().map { ArticleView.Highlight(number: $0 + 1, ranges: $1.ranges) }
        let article = ArticleView(article: reading.article, highlights: highlights, asked: asked)
        let words = views.words
        return [
            "sourceId": .text(source.id), "address": .text(Address.source(source.id)),
            "enterAddress": .text(Address.source(source.id) + "/enter"),
            "snapshotAddress": .text(Address.source(source.id) + "/snapshot"),
            "articleLanguage": .optional(source.language), "publisher": Phrase.value(source.publisher),
            "authors": .optional(reading.article.authors.joined(separator: ", ")),
            "published": .optional(source.published.map { views.date($0) }),
            "machinePublished": .optional(source.published?.description),
            "link": .optional(SafeLink.web(source.location)), "location": .optional(source.location),
            "retrieved": .optional(source.retrieved), "via": .optional(source.via),
            "blocks": .list(article.views()),
            "entries": .list(items.enumerated().map { view($1, number: $0 + 1) }),
            "hasEntries": .flag(!items.isEmpty), "entryCount": .text(words.counted("count.entries", items.count)),
            "conflicts": reading.conflicts.isEmpty
                ? .none
                : .view([
                    "items": .list(
                        reading.conflicts.map {
                            ["reason": .text($0.reason), "proofs": .list($0.evidence.map(proof))]
                        })
                ]),
        ]
    }

    /// The entries in the order in which their words stand in the text.
    private var items: [Item] {
        let evidence = Dictionary(reading.entries.map { ($0.id, $0.evidence) }) { first, _ in first }
        let read = found.map { entry in
            let mine = evidence[entry.short] ?? []
            return Item(entry: entry, ranges: mine.map(\.range.scalars), quote: mine.first?.quote ?? "")
        }
        let typed = byHand.map { Item(entry: $0, ranges: [$0.citation?.scalars ?? 0..<0], quote: "") }
        return (read + typed).enumerated().sorted {
            ($0.element.ranges.first?.lowerBound ?? 0, $0.offset) < (
                $1.element.ranges.first?.lowerBound ?? 0, $1.offset
            )
        }.map(\.element)
    }

    private func view(_ item: Item, number: Int) -> View {
        views.view(item.entry.row).merging([
            "number": .text(String(number)), "parties": .list(views.participants(item.entry.participants)),
            "wordsAddress": .text("#w\(item.ranges.first?.lowerBound ?? 0)"),
            "author": .optional(item.entry.author),
        ])
    }

    private func proof(_ evidence: Evidence) -> View {
        ["quote": .view(Phrase.view(evidence.quote)), "address": .text("#\(Address.anchor(evidence))")]
    }
}
