// SPDX-License-Identifier: Apache-2.0

import GRDB

/// Keeps the index for search in step with the readings; to be used inside their transaction.
struct SearchIndex {
    let database: Database

    /// Indexes everything that the ledger holds anew.
    func indexAll() throws {
        for table in ["search_entry", "search_page", "search_run"] {
            try database.execute(sql: "DELETE FROM \(table)")
        }
        for source in try Int64.fetchAll(database, sql: "SELECT number FROM source ORDER BY number") {
            try index(source, isNew: true)
        }
        try SearchFolding(database: database).keep()
    }

    /// Indexes what the page in the row `source` says; unless it is new, in the place of what was indexed before.
    func index(_ source: Int64, isNew: Bool) throws {
        try indexPage(source, isNew: isNew)
        let entries = """
            SELECT item.number, entry.heading || ' '
                || COALESCE((SELECT group_concat(quote, ' ') FROM evidence
                    WHERE evidence.item = item.number AND evidence.field = ''), '') || ' '
                || COALESCE((SELECT group_concat(party_name.name, ' ') FROM entry_party
                    JOIN party_name ON party_name.party = entry_party.party AND party_name.position = 0
                    WHERE entry_party.entry = item.number), '') AS words
            FROM entry JOIN item ON item.number = entry.item WHERE item.source = ?
            """
        let parties = """
            SELECT item.number, group_concat(party_name.name, ' ') AS words
            FROM item JOIN party_name ON party_name.party = item.number WHERE item.source = ? GROUP BY item.number
            """
        for sql in [entries, parties] {
            for row in try Row.fetchAll(database.cachedStatement(sql: sql), arguments: [source]) {
                try put(try row.value("words"), of: try row.value("number"), isNew: isNew)
            }
        }
    }

    /// How many entries and parties have no row in the index.
    func missing() throws -> Int {
        try Int.fetchOne(
            database,
            sql: """
                SELECT count(*) FROM item WHERE item.kind IN ('entry', 'party')
                    AND NOT EXISTS (SELECT 1 FROM search_entry WHERE search_entry.rowid = item.number)
                """) ?? 0
    }

    private func indexPage(_ source: Int64, isNew: Bool) throws {
        let sql = "SELECT COALESCE(title, '') || ' ' || text AS words FROM article WHERE source = ?"
        guard let row = try Row.fetchOne(database.cachedStatement(sql: sql), arguments: [source]) else { return }
        let words: String = try row.value("words")
        if !isNew { try run("DELETE FROM search_page WHERE rowid = ?", [source]) }
        try run("INSERT INTO search_page (rowid, words) VALUES (?, ?)", [source, FoldedText(words).value])
    }

    private func put(_ words: String, of item: Int64, isNew: Bool) throws {
        let folded = FoldedText(words).value
        if !isNew {
            try run("DELETE FROM search_entry WHERE rowid = ?", [item])
            try run("DELETE FROM search_run WHERE rowid = ?", [item])
        }
        try run("INSERT INTO search_entry (rowid, words) VALUES (?, ?)", [item, folded])
        let runs = UnspacedRuns(folded).longEnough
        guard !runs.isEmpty else { return }
        try run("INSERT INTO search_run (rowid, runs) VALUES (?, ?)", [item, runs.joined(separator: " ")])
    }

    private func run(_ sql: String, _ arguments: [any DatabaseValueConvertible]) throws {
        try database.cachedStatement(sql: sql).execute(arguments: StatementArguments(arguments))
    }
}
