// SPDX-License-Identifier: Apache-2.0

import GRDB

/// A party that an entry is about, by itself or by somebody who acts for it.
public struct Participation: Hashable, Sendable, Codable {
    /// Its part, such as `host`; `for` where somebody who holds an office of it has a part.
    public let role: String
    /// The record of the party.
    public let party: NamedItem
    /// The kind of party.
    public let kind: String
}

extension Ledger {
    /// Who has a part in an entry and for whom, by role, those that are spoken of most first.
    public func participations(in id: String) throws(LedgerError) -> [Participation] {
        try read { database in
            let record = try IdLookup(database: database, path: path).record(id)
            return try database.all(
                """
                SELECT DISTINCT canonical_party.role, canonical.id, canonical.heading, canonical.kind, canonical.sources
                FROM canonical_party JOIN canonical ON canonical.number = canonical_party.party
                WHERE canonical_party.entry = ? ORDER BY canonical_party.role, canonical.sources DESC, canonical.id
                """, [record]
            ).map { row in
                Participation(
                    role: try row.value("role"),
                    party: NamedItem(id: try row.value("id"), name: try row.value("heading")),
                    kind: try row.value("kind"))
            }
        }
    }
}
