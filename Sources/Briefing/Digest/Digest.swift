// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Ledger

/// What has come into a ledger since a day: new, told again with other values, newly in conflict, and due soon.
package struct Digest: Sendable {
    /// An entry, or a conflict, that the digest tells of.
    package struct Item: Hashable, Sendable {
        /// The lasting id.
        package let id: String
        /// When, as far as it is known.
        package let day: String
        /// The kind, such as `meeting` or `due`.
        package let kind: String
        /// What.
        package let text: String
        /// The words that say it, each with the name of its source.
        package let quotes: [Quote]
    }

    /// Words of a source.
    package struct Quote: Hashable, Sendable {
        /// The words.
        package let text: String
        /// Where they stand.
        package let source: SourceReference
    }

    /// A part under a heading.
    package struct Section: Hashable, Sendable {
        /// What it is, for links and feeds.
        package let id: String
        /// The heading.
        package let title: String
        /// What it tells, in order.
        package let items: [Item]
    }

    /// The first day that counts, as `YYYY-MM-DD`.
    package let since: String
    /// The last day.
    package let day: String
    /// Its parts.
    package let sections: [Section]

    /// More than that is no digest.
    private static let limit = 500

    let words: Words

    /// What pages of the days from `since` to `day` brought.
    package init(_ ledger: Ledger, since: String, on day: String, in words: Words) throws {
        self.since = since
        self.day = day
        self.words = words
        let rows = try ledger.entryRecords(
            RecordQuery(asOf: day, seenSince: since, latestFirst: true, limit: Self.limit))
        var new: [Item] = []
        var past: [Item] = []
        var changed: [Item] = []
        for row in rows.reversed() {
            let record = try ledger.record(row.id, asOf: day)
            let fact = Fact(record)
            let fresh = fact.proofs.filter { Self.firstDay($0.source) >= since }
            guard let item = Self.item(fact, fresh, words) else { continue }
            if (row.firstSeen ?? "") < since {
                if Self.isChanged(record, since) { changed.append(item) }
            } else if Self.isPast(fact) {
                past.append(item)
            } else {
                new.append(item)
            }
        }
        let conflicts = try ledger.disagreements(limit: 5000)
            .compactMap { try Self.item($0, since: since, on: day, words) }
        let due = try ledger.due(DueQuery(today: day)).filter { [.due, .overdue].contains($0.reason) }
            .compactMap { try Self.item($0, ledger, words) }
        sections = [("new", new), ("past", past), ("changed", changed), ("conflicts", conflicts), ("due", due)]
            .map { Section(id: $0, title: words("digest.\($0)"), items: $1) }
    }

    /// Whether it was over long before the first page told of it: what a speech looks back on is not news.
    private static func isPast(_ fact: Fact) -> Bool {
        guard let told = fact.row.firstSeen, let date = fact.date else { return false }
        return DaySpan(date).last < monthBefore(told)
    }

    /// The same day of the month before; days compare as text, so that it need not exist.
    private static func monthBefore(_ day: String) -> String {
        let parts = day.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return day }
        let (year, month) = parts[1] > 1 ? (parts[0], parts[1] - 1) : (parts[0] - 1, 12)
        return [(year, 4), (month, 2), (parts[2], 2)].map { number, width in
            String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
        }.joined(separator: "-")
    }

    private static func firstDay(_ source: SourceReference) -> String {
        source.published.map { DaySpan($0).first } ?? ""
    }

    /// Whether a field has a value that no page before the day gave.
    private static func isChanged(_ record: Record, _ since: String) -> Bool {
        let byField = Dictionary(grouping: record.values) { $0.field }
        return byField.values.contains { values in
            values.count > 1 && values.contains { ($0.firstSeen ?? "") >= since }
                && values.contains { ($0.firstSeen ?? since) < since }
        }
    }

    private static func item(_ fact: Fact, _ proofs: [Proof], _ words: Words) -> Item? {
        guard !proofs.isEmpty else { return nil }
        return Item(
            id: fact.row.id, day: fact.dateText(words), kind: fact.kindTitle(words),
            text: MarkupText.oneLine(fact.headline(words)),
            quotes: proofs.prefix(2).map { Quote(text: $0.evidence.quote, source: $0.source) })
    }

    /// A disagreement is as new as the first page of its later side.
    private static func item(_ disagreement: Disagreement, since: String, on day: String, _ words: Words)
        throws -> Item?
    {
        let days = disagreement.sides.map { side in side.sources.map(firstDay).filter { !$0.isEmpty }.min() ?? "" }
        guard let latest = days.max(), latest >= since, latest <= day else { return nil }
        let quotes = disagreement.sides.compactMap { side -> Quote? in
            guard let source = side.sources.first, let proof = side.evidence.first else { return nil }
            return Quote(text: proof.quote, source: source)
        }
        return Item(
            id: disagreement.id, day: latest, kind: words.capital("conflict", disagreement.kind.rawValue),
            text: "\(words.title(disagreement.subject)): \(MarkupText.oneLine(disagreement.shown(words)))",
            quotes: quotes)
    }

    private static func item(_ due: DueItem, _ ledger: Ledger, _ words: Words) throws -> Item? {
        let proofs = Fact(try ledger.record(due.entry.id)).proofs
        return Item(
            id: due.entry.id, day: due.day ?? "", kind: words.capital("reason", due.reason.rawValue),
            text: words.title(due.entry),
            quotes: proofs.prefix(1).map { Quote(text: $0.evidence.quote, source: $0.source) })
    }
}
