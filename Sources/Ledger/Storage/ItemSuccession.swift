// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB

/// Finds which items of an earlier reading a new reading of the same page goes on with.
///
/// What stands on the same words is the same thing, whatever its short id: a party with the same main name or the same
/// first mention, an entry of the same kind whose evidence overlaps. Such an item keeps its row, so that all that a
/// person said about it stays.
struct ItemSuccession {
    /// What an item is called inside a reading.
    struct Name: Hashable {
        let kind: LastingId.Kind
        let short: String
    }

    private struct Old {
        let number: Int64
        let sort: String
        let name: String
        let bytes: Range<Int>
    }

    let database: Database
    let source: Int64

    /// The rows that go on, by their name in the new reading.
    func kept(for reading: Reading) throws -> [Name: Int64] {
        var kept: [Name: Int64] = [:]
        var parties = try oldParties()
        for party in reading.parties {
            let name = FoldedText(party.name).value
            let first = party.mentions.first?.bytes
            let match =
                parties.firstIndex { $0.sort == party.kind.rawValue && $0.name == name }
                ?? parties.firstIndex { old in first.map { old.bytes == $0 } ?? false }
            guard let match else { continue }
            kept[Name(kind: .party, short: party.id)] = parties.remove(at: match).number
        }
        var entries = try oldEntries()
        for entry in reading.entries {
            let bytes = entry.evidence.first?.range.bytes ?? 0..<0
            let alike = entries.indices.filter { entries[$0].sort == entry.kind.rawValue }
            let match =
                alike.first { entries[$0].bytes == bytes && entries[$0].name == entry.content.record.heading }
                ?? alike.first { entries[$0].bytes == bytes }
                ?? alike.max { entries[$0].bytes.clamped(to: bytes).count < entries[$1].bytes.clamped(to: bytes).count }
            guard let match, entries[match].bytes.overlaps(bytes) else { continue }
            kept[Name(kind: .entry, short: entry.id)] = entries.remove(at: match).number
        }
        return kept
    }

    private func oldParties() throws -> [Old] {
        let sql = """
            SELECT item.number, party.kind, party_name.folded, mention.byte_start, mention.byte_end
            FROM item JOIN party ON party.item = item.number
                JOIN party_name ON party_name.party = item.number AND party_name.position = 0
                LEFT JOIN mention ON mention.party = item.number AND mention.position = 0
            WHERE item.source = ? ORDER BY item.position, item.number
            """
        return try database.all(sql, [source]).map { row in
            let start: Int? = try row.value("byte_start")
            let end: Int? = try row.value("byte_end")
            return Old(
                number: try row.value("number"), sort: try row.value("kind"), name: try row.value("folded"),
                bytes: (start ?? -1)..<max(start ?? -1, end ?? -1))
        }
    }

    private func oldEntries() throws -> [Old] {
        let sql = """
            SELECT item.number, entry.kind, entry.heading, evidence.byte_start, evidence.byte_end
            FROM item JOIN entry ON entry.item = item.number
                JOIN evidence ON evidence.item = item.number AND evidence.field = '' AND evidence.position = 0
            WHERE item.source = ? ORDER BY item.position, item.number
            """
        return try database.all(sql, [source]).map { row in
            let start: Int = try row.value("byte_start")
            return Old(
                number: try row.value("number"), sort: try row.value("kind"), name: try row.value("heading"),
                bytes: start..<max(start, try row.value("byte_end")))
        }
    }

    /// Takes the old reading away but for the rows that go on, and for those that a person has spoken about.
    func removeRest(keeping kept: Set<Int64>) throws {
        let items = try database.all("SELECT number, kind FROM item WHERE source = ?", [source])
        for row in items {
            let number: Int64 = try row.value("number")
            let isSpokenOf =
                try database.one(
                    """
                    SELECT 1 FROM judgement WHERE (left_item = ? OR right_item = ?) AND author IS NOT NULL
                    UNION ALL SELECT 1 FROM claim WHERE item = ? AND author IS NOT NULL
                    UNION ALL SELECT 1 FROM follow_up WHERE (commitment = ? OR evidence = ?) AND author IS NOT NULL
                    UNION ALL SELECT 1 FROM note JOIN item ON item.id = note.subject WHERE item.number = ?
                    UNION ALL SELECT 1 FROM private_note JOIN item ON item.id = private_note.subject
                        WHERE item.number = ?
                    UNION ALL SELECT 1 FROM attachment JOIN item ON item.id = attachment.subject WHERE item.number = ?
                    LIMIT 1
                    """, [number, number, number, number, number, number, number, number]) != nil
            guard kept.contains(number) || isSpokenOf else {
                try database.run("DELETE FROM item WHERE number = ?", [number])
                continue
            }
            for table in ["party", "entry", "office", "conflict", "evidence"] {
                try database.run("DELETE FROM \(table) WHERE item = ?", [number])
            }
            try database.run(
                "UPDATE item SET retired = ?, position = 0 WHERE number = ?", [!kept.contains(number), number])
        }
    }
}
