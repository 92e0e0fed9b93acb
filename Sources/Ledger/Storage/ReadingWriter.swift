// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB

/// Spreads one checked reading over the tables; to be used inside a transaction.
struct ReadingWriter {
    let database: Database
    let reading: Reading
    /// The row of the source.
    let source: Int64
    /// Items of an earlier reading that go on, by kind and short id of this one.
    let kept: [ItemSuccession.Name: Int64]
    /// The place of the last item in the order of the reading.
    private var position = 0

    init(database: Database, reading: Reading, source: Int64, kept: [ItemSuccession.Name: Int64] = [:]) {
        self.database = database
        self.reading = reading
        self.source = source
        self.kept = kept
    }

    private var sourceId: String { reading.article.source.id }

    /// Stores everything but the row of the source and its bytes.
    mutating func write() throws {
        try writeArticle()
        try writeDates()
        let parties = try writeParties()
        let entries = try writeEntries(parties)
        try writeConflicts(parties.merging(entries) { party, _ in party })
        try SearchIndex(database: database).index(source, isNew: kept.isEmpty)
    }

    private func writeArticle() throws {
        let article = reading.article
        try run(
            "INSERT INTO article (source, title, authors, text) VALUES (?, ?, ?, ?)",
            [source, article.title, try CompactJSON.text(of: article.authors), article.text])
        for (position, block) in article.blocks.enumerated() {
            try run(
                "INSERT INTO block (source, position, role, scalar_start, scalar_end, byte_start, byte_end) "
                    + "VALUES (?, ?, ?, ?, ?, ?, ?)",
                [source, position, block.role.rawValue] + columns(of: block.range))
        }
    }

    private mutating func writeDates() throws {
        let item = try insertItem(id: sourceId, kind: "source", short: "")
        try write(reading.article.source.published?.premises ?? [], of: item, field: "published")
        try write(reading.article.source.modified?.premises ?? [], of: item, field: "modified")
    }

    private mutating func writeParties() throws -> [String: Item] {
        var items: [String: Item] = [:]
        for party in reading.parties {
            let item = try insertItem(.party, short: party.id)
            items[party.id] = item
            try run(
                "INSERT INTO party (item, kind, identifiers, country) VALUES (?, ?, ?, ?)",
                [item.number, party.kind.rawValue, try CompactJSON.text(of: party.identifiers), party.country])
            for (position, name) in ([party.name] + party.aliases).enumerated() {
                try run(
                    "INSERT INTO party_name (party, position, name, folded) VALUES (?, ?, ?, ?)",
                    [item.number, position, name, FoldedText(name).value])
            }
            for (position, mention) in party.mentions.enumerated() {
                try run(
                    "INSERT INTO mention (party, position, scalar_start, scalar_end, byte_start, byte_end) "
                        + "VALUES (?, ?, ?, ?, ?, ?)",
                    [item.number, position] + columns(of: mention))
            }
        }
        for party in reading.parties {
            guard let holder = items[party.id] else { continue }
            for (position, office) in party.offices.enumerated() {
                let item = try insertItem(.office, short: "\(party.id)/\(position + 1)")
                try run(
                    "INSERT INTO office (item, holder, title, body) VALUES (?, ?, ?, ?)",
                    [item.number, holder.number, office.title, office.of.flatMap { items[$0]?.number }])
                try write(office.evidence, of: item)
            }
        }
        return items
    }

    private mutating func writeEntries(_ parties: [String: Item]) throws -> [String: Item] {
        var items: [String: Item] = [:]
        // An entry may be part of one that comes later, so all ids are given first.
        for entry in reading.entries { items[entry.id] = try insertItem(.entry, short: entry.id) }
        for entry in reading.entries {
            guard let item = items[entry.id] else { continue }
            var record = entry.content.record
            var links: [(role: String, party: Item)] = []
            var premises: [(field: String, evidence: [Evidence])] = []
            record.rewriteParties { role, id in
                guard let party = parties[id] else { return id }
                links.append((role, party))
                return party.id
            }
            record.rewriteEntries { _, id in items[id]?.id ?? id }
            record.rewriteDates { field, date in
                premises.append((field, date.premises))
                return DatedValue(value: date.value, basis: date.basis)
            }
            let span = record.date.map { DaySpan($0.value) }
            try run(
                "INSERT INTO entry (item, kind, sort, heading, first_day, last_day, confidence, content) "
                    + "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    item.number, entry.kind.rawValue, record.sort, record.heading, span?.first, span?.last,
                    entry.confidence, try CompactJSON.text(of: record),
                ])
            for (position, link) in links.enumerated() {
                try run(
                    "INSERT INTO entry_party (entry, position, role, party) VALUES (?, ?, ?, ?)",
                    [item.number, position, link.role, link.party.number])
            }
            try write(entry.evidence, of: item)
            for (field, evidence) in premises { try write(evidence, of: item, field: field) }
        }
        return items
    }

    private mutating func writeConflicts(_ items: [String: Item]) throws {
        for (index, conflict) in reading.conflicts.enumerated() {
            let item = try insertItem(.conflict, short: "\(index + 1)")
            try run(
                "INSERT INTO conflict (item, kind, odd, reason) VALUES (?, ?, ?, ?)",
                [item.number, conflict.kind.rawValue, conflict.odd.flatMap { items[$0]?.number }, conflict.reason])
            for (position, id) in conflict.between.enumerated() {
                try run(
                    "INSERT INTO conflict_side (conflict, position, item) VALUES (?, ?, ?)",
                    [item.number, position, items[id]?.number])
            }
            try write(conflict.evidence, of: item)
        }
    }

    /// Stores proof; the field is empty for the proof of the item itself and names a date for its premises.
    private func write(_ evidence: [Evidence], of item: Item, field: String = "") throws {
        for (position, piece) in evidence.enumerated() {
            try run(
                "INSERT INTO evidence "
                    + "(item, field, position, scalar_start, scalar_end, byte_start, byte_end, quote) "
                    + "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [item.number, field, position] + columns(of: piece.range) + [piece.quote])
        }
    }

    private struct Item {
        let number: Int64
        let id: String
    }

    private mutating func insertItem(_ kind: LastingId.Kind, short: String) throws -> Item {
        if let number = kept[ItemSuccession.Name(kind: kind, short: short)] {
            try run(
                "UPDATE item SET short = ?, position = ?, retired = 0 WHERE number = ?",
                [short, nextPosition(), number])
            let id = try String.fetchOne(database, sql: "SELECT id FROM item WHERE number = ?", arguments: [number])
            return Item(number: number, id: id ?? "")
        }
        var id = LastingId.make(source: sourceId, kind: kind, short: short)
        // An item of an earlier reading may go on under the id that this one would have.
        while !kept.isEmpty, try database.one("SELECT 1 FROM item WHERE id = ?", [id]) != nil {
            id = LastingId.make(source: sourceId, kind: kind, short: "\(short)\n\(id)")
        }
        return try insertItem(id: id, kind: kind.rawValue, short: short)
    }

    private mutating func insertItem(id: String, kind: String, short: String) throws -> Item {
        try run(
            "INSERT INTO item (id, source, kind, short, position) VALUES (?, ?, ?, ?, ?)",
            [id, source, kind, short, nextPosition()])
        return Item(number: database.lastInsertedRowID, id: id)
    }

    /// The place of the next item in the order of the reading.
    private mutating func nextPosition() -> Int {
        position += 1
        return position
    }

    private func columns(of range: TextRange) -> [(any DatabaseValueConvertible)?] {
        [range.start.scalar, range.end.scalar, range.start.byte, range.end.byte]
    }

    private func run(_ sql: String, _ arguments: [(any DatabaseValueConvertible)?]) throws {
        try database.cachedStatement(sql: sql).execute(arguments: StatementArguments(arguments))
    }
}
