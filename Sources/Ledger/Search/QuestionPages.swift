// SPDX-License-Identifier: Apache-2.0

import GRDB

/// What a question is held against.
extension Ledger {
    /// The pages that hold all of `groups`, of each group any wording; first those that hold a wished word as well.
    package func pages(
        holding groups: [[String]], wishing wished: [String], limit: Int
    ) throws(LedgerError) -> [String] {
        let needed = SearchWords(groups: groups).expression
        let wanted = wished.isEmpty ? nil : SearchWords(groups: [wished]).expression
        return try read { database in
            var pages: [String] = []
            let both = [needed, wanted].compactMap(\.self).joined(separator: " AND ")
            for expression in [both, needed ?? ""] where !expression.isEmpty && pages.count < limit {
                let sql = """
                    SELECT source.id FROM search_page JOIN source ON source.number = search_page.rowid
                    WHERE search_page MATCH ? ORDER BY search_page.rank, source.id LIMIT ?
                    """
                let found = try String.fetchAll(database, sql: sql, arguments: [expression, limit])
                pages += found.filter { !pages.contains($0) }
            }
            return Array(pages.prefix(limit))
        }
    }

    /// Every name under which the ledger knows parties that go by `name`, with `name` itself first.
    ///
    /// Names are compared folded; a party is found by its record where it has one.
    package func names(like name: String) throws(LedgerError) -> [String] {
        let request: SQLRequest<String> = """
            WITH named AS (SELECT party FROM party_name WHERE folded = \(FoldedText(name).value)),
                meant AS (
                    SELECT party FROM named UNION
                    SELECT other.item FROM named JOIN membership ON membership.item = named.party
                        JOIN membership AS other ON other.canonical = membership.canonical)
            SELECT DISTINCT party_name.name FROM meant JOIN party_name ON party_name.party = meant.party
            ORDER BY party_name.name
            """
        return try read { database in [name] + (try request.fetchAll(database)).filter { $0 != name } }
    }

    /// For each of these sources the id of the one that it is a copy of, or its own.
    package func origins(ofSources ids: [String]) throws(LedgerError) -> [String: String] {
        let request: SQLRequest<Row> = """
            SELECT source.id, COALESCE(first.id, source.id) AS origin
            FROM source LEFT JOIN source AS first ON first.number = source.origin WHERE source.id IN \(ids)
            """
        return try read { database in
            var origins: [String: String] = [:]
            for row in try request.fetchAll(database) { origins[try row.value("id")] = try row.value("origin") as String }
            return origins
        }
    }

    /// For each of these items the id of its record, where it belongs to one.
    package func records(ofItems ids: [String]) throws(LedgerError) -> [String: String] {
        let request: SQLRequest<Row> = """
            SELECT item.id, canonical.id AS record FROM item JOIN membership ON membership.item = item.number
                JOIN canonical ON canonical.number = membership.canonical WHERE item.id IN \(ids)
            """
        return try read { database in
            var records: [String: String] = [:]
            for row in try request.fetchAll(database) { records[try row.value("id")] = try row.value("record") as String }
            return records
        }
    }
}
