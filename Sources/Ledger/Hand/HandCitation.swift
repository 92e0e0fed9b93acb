// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import GRDB

/// The words of a page that a person took an entry from.
public struct HandCitation: Hashable, Sendable {
    /// The id of the source.
    public let source: String
    /// Where the words begin and end in the canonical text, in Unicode scalars.
    public let scalars: Range<Int>

    /// Names words of a source.
    public init(source: String, scalars: Range<Int>) {
        self.source = source
        self.scalars = scalars
    }

    /// The citation as it stands in the location of the page that was typed in; RFC 5147 has `char=120,180`.
    var text: String { "of=\(source)&char=\(scalars.lowerBound),\(scalars.upperBound)" }

    /// Reads the location of a page that was typed in; `nil` where it cites nothing.
    init?(location: String) {
        guard let parts = location.range(of: "?of=", options: .backwards).map({ location[$0.upperBound...] }),
            let mark = parts.range(of: "&char=")
        else { return nil }
        let ends = parts[mark.upperBound...].split(separator: ",").compactMap { Int($0) }
        guard ends.count == 2, ends[0] >= 0, ends[0] <= ends[1] else { return nil }
        source = String(parts[..<mark.lowerBound])
        scalars = ends[0]..<ends[1]
    }
}

/// An entry that a page of the ledger states, or that a person took from it.
package struct SourceEntry: Hashable, Sendable {
    /// The short id in the page's reading; for one that a person took from it, of their own page.
    package let short: String
    /// Its record.
    package let row: RecordRow
    /// Who takes part, by role and name.
    package let participants: [EntryRecordRow.Participant]
    /// What a person cites of the page; `nil` for what the reader found.
    package let citation: HandCitation?
    /// Who typed it in.
    package let author: String?
}

extension Ledger {
    /// The entries that the reader found in a source, in the order of the text.
    package func entries(ofSource id: String) throws(LedgerError) -> [SourceEntry] {
        let request: SQLRequest<Row> = """
            SELECT item.short, canonical.* FROM source JOIN item ON item.source = source.number
                JOIN membership ON membership.item = item.number
                JOIN canonical ON canonical.number = membership.canonical
            WHERE source.id = \(id) AND item.kind = 'entry' AND NOT item.retired ORDER BY item.position, item.number
            """
        return try read { database in
            try request.fetchAll(database).map { row in
                SourceEntry(
                    short: try row.value("short"), row: try RecordRow(row),
                    participants: try database.participants(ofRecord: row.value("number")), citation: nil, author: nil)
            }
        }
    }

    /// The entries that persons took from a source by hand, in the order of the text.
    package func handEntries(citing id: String) throws(LedgerError) -> [SourceEntry] {
        let request: SQLRequest<Row> = """
            SELECT source.location, source.publisher, item.short, canonical.*
            FROM source JOIN item ON item.source = source.number JOIN membership ON membership.item = item.number
                JOIN canonical ON canonical.number = membership.canonical
            WHERE source.location >= 'hand:' AND source.location < 'hand;' AND instr(source.location, \(id)) > 0
                AND item.kind = 'entry' AND NOT item.retired
            ORDER BY +source.number -- not along the table, but after the few pages that were typed in
            """
        return try read { database in
            try request.fetchAll(database).compactMap { row -> SourceEntry? in
                guard let citation = HandCitation(location: try row.value("location")), citation.source == id else {
                    return nil
                }
                return SourceEntry(
                    short: try row.value("short"), row: try RecordRow(row),
                    participants: try database.participants(ofRecord: row.value("number")), citation: citation,
                    author: try row.value("publisher"))
            }.sorted { $0.citation?.scalars.lowerBound ?? 0 < $1.citation?.scalars.lowerBound ?? 0 }
        }
    }
}
