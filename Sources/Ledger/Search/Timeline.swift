// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB

extension Ledger {
    /// The ids of the records of parties that go by a name or an id, those spoken of most first; at most five.
    public func partyIds(named name: String) throws(LedgerError) -> [String] {
        // Pages write the typographic apostrophe, keyboards the plain one.
        let folded = FoldedText(name).value
        let writings = [folded.replacing("'", with: "\u{2019}"), folded.replacing("\u{2019}", with: "'")]
        let request: SQLRequest<String> = """
            SELECT id FROM canonical WHERE class = 'party' AND number IN (
                SELECT number FROM canonical WHERE id = \(name)
                UNION ALL SELECT membership.canonical FROM item JOIN membership ON membership.item = item.number
                    WHERE item.id = \(name)
                UNION ALL SELECT canonical FROM canonical_name WHERE folded IN \(writings))
            ORDER BY sources DESC, id LIMIT 5
            """
        return try read { try request.fetchAll($0) }
    }

    /// What the party that is spoken of most under a name is; `nil` where the ledger knows none.
    public func kindOfParty(named name: String) throws(LedgerError) -> Party.Kind? {
        guard let id = try partyIds(named: name).first else { return nil }
        return try read { database in
            try String.fetchOne(database, sql: "SELECT kind FROM canonical WHERE id = ?", arguments: [id])
        }.flatMap(Party.Kind.init)
    }

    /// What a party, or two parties together, did and were told of, the earliest first; takes names or ids.
    public func timeline(
        of name: String, with partner: String? = nil, _ query: RecordQuery = RecordQuery()
    ) throws(LedgerError) -> [RecordRow] {
        if let partner { return try pair(name, partner, query).reversed() }
        var rows: [RecordRow] = []
        for id in try partyIds(named: name) {
            var own = query
            own.party = id
            for row in try entryRecords(own) where !rows.contains(where: { $0.id == row.id }) { rows.append(row) }
        }
        func day(_ row: RecordRow) -> String { row.firstDay ?? row.firstSeen ?? "" }
        rows.sort { (day($0), $0.id) < (day($1), $1.id) }
        return Array(rows.prefix(query.limit))
    }
}
