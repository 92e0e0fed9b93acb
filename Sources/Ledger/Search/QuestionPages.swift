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

    /// Every name under which the ledger knows the party that goes by `name`, with `name` itself first.
    ///
    /// Names are compared folded. Part of a person's name counts where it is part of one person's alone.
    package func names(like name: String) throws(LedgerError) -> [String] {
        let words = SearchWords(groups: [[name]]).expression
        return try read { database in
            let whole: SQLRequest<Int64> = "SELECT party FROM party_name WHERE folded = \(FoldedText(name).value)"
            var meant = try whole.fetchAll(database)
            if meant.isEmpty, let words {
                let part: SQLRequest<Row> = """
                    SELECT party.item, COALESCE(membership.canonical, -party.item) AS record
                    FROM search_entry JOIN party ON party.item = search_entry.rowid
                        LEFT JOIN membership ON membership.item = party.item
                    WHERE search_entry MATCH \(words) AND party.kind = 'person' LIMIT 200
                    """
                let rows = try part.fetchAll(database)
                guard Set(try rows.map { try $0.value("record") as Int64 }).count == 1 else { return [name] }
                meant = try rows.map { try $0.value("item") }
            }
            let names: SQLRequest<String> = """
                SELECT DISTINCT party_name.name FROM party_name WHERE party_name.party IN \(meant)
                    OR party_name.party IN (
                        SELECT other.item FROM membership JOIN membership AS other USING (canonical)
                        WHERE membership.item IN \(meant))
                ORDER BY party_name.name
                """
            return [name] + (try names.fetchAll(database)).filter { $0 != name }
        }
    }

    /// For each of these sources the id of the one that it is a copy of, or its own.
    package func origins(ofSources ids: [String]) throws(LedgerError) -> [String: String] {
        let request: SQLRequest<Row> = """
            SELECT source.id, COALESCE(first.id, source.id) AS origin
            FROM source LEFT JOIN source AS first ON first.number = source.origin WHERE source.id IN \(ids)
            """
        return try read { database in
            var origins: [String: String] = [:]
            for row in try request.fetchAll(database) {
                origins[try row.value("id")] = try row.value("origin") as String
            }
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
            for row in try request.fetchAll(database) {
                records[try row.value("id")] = try row.value("record") as String
            }
            return records
        }
    }

    /// For each of these persons the names of those whose office the ledger knows them to hold or to have held.
    package func bodies(ofPersons ids: [String]) throws(LedgerError) -> [String: [String]] {
        let request: SQLRequest<Row> = """
            SELECT DISTINCT item.id, body.heading FROM item JOIN membership ON membership.item = item.number
                JOIN tenure ON tenure.holder = membership.canonical AND tenure.standing <> 'former'
                JOIN canonical AS body ON body.number = tenure.body
            WHERE item.id IN \(ids) ORDER BY item.id, body.heading
            """
        return try read { database in
            var bodies: [String: [String]] = [:]
            for row in try request.fetchAll(database) {
                bodies[try row.value("id"), default: []].append(try row.value("heading"))
            }
            return bodies
        }
    }
}
