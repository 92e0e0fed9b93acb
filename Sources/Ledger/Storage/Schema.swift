// SPDX-License-Identifier: Apache-2.0

import GRDB

/// The tables of a ledger and the steps that lead an older one to them.
///
/// A step that has been released is never edited: the next change is a new step at the end.
package enum Schema {
    /// SQLite's `application_id` of every ledger: the letters `ENTE`.
    package static let applicationId = 0x454E_5445

    /// SQLite's `user_version` of a ledger that this program writes: the number of steps.
    package static let version = steps.count

    /// Runs the steps that a ledger lacks.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for (index, step) in steps.enumerated() {
            migrator.registerMigration("\(index + 1)") { database in
                try database.execute(sql: step.tables)
                try step.fill(database)
                try database.execute(sql: "PRAGMA application_id = \(applicationId)")
                try database.execute(sql: "PRAGMA user_version = \(index + 1)")
            }
        }
        return migrator
    }

    /// One step: the tables to make, and what else is to be done to those that are there.
    private struct Step: Sendable {
        let tables: String
        let fill: @Sendable (Database) throws -> Void

        init(_ tables: String, fill: @escaping @Sendable (Database) throws -> Void = { _ in }) {
            self.tables = tables
            self.fill = fill
        }
    }

    private static let steps = [
        Step(firstReadings), Step(retrievals), Step(relationships),
        Step(finding) { try SearchIndex(database: $0).indexAll() },
        // What HTML pages say about themselves, as JSON.
        Step("ALTER TABLE source ADD COLUMN page TEXT"),
        Step(watching),
        // When a page came into the ledger, as an ISO 8601 instant.
        Step("ALTER TABLE source ADD COLUMN added TEXT"),
        // The sentence of the later page that tells of the commitment, as JSON.
        Step("ALTER TABLE follow_up ADD COLUMN sentence TEXT"),
        Step(byHand), Step(inOrder),
        // The country that a city or other place lies in, as ISO 3166-1 alpha-2.
        Step("ALTER TABLE party ADD COLUMN country TEXT"),
        Step(toldDays),
    ]

    /// Long lists are read along an index, from wherever a page of them ended; the one of all entries holds the days by which
    /// they are filtered as well.
    private static let inOrder = """
        DROP INDEX canonical_by_kind;
        DROP INDEX canonical_by_folded;
        CREATE INDEX canonical_entry_by_day ON canonical (COALESCE(first_day, first_seen), id,
            COALESCE(last_day, last_seen), last_seen, first_seen, status) WHERE class = 'entry';
        CREATE INDEX canonical_entry_by_kind ON canonical (kind, COALESCE(first_day, first_seen), id)
            WHERE class = 'entry';
        CREATE INDEX canonical_party_by_name ON canonical (folded, id) WHERE class = 'party';
        CREATE INDEX canonical_party_by_kind ON canonical (kind, folded, id) WHERE class = 'party';
        CREATE INDEX source_by_day ON source (first_day, id, language, last_day);
        CREATE INDEX judgement_proposed ON judgement (score DESC, number)
            WHERE verdict = 'proposed' AND undone_by IS NULL;
        CREATE INDEX disagreement_by_seen ON disagreement (first_seen, id);
        """

    /// What persons said is a handful among millions of rows that the program made.
    private static let byHand = """
        CREATE INDEX judgement_by_hand ON judgement (number) WHERE author IS NOT NULL;
        CREATE INDEX claim_by_hand ON claim (number) WHERE author IS NOT NULL;
        CREATE INDEX follow_up_by_hand ON follow_up (number) WHERE author IS NOT NULL;
        """

    /// What the columns mean is told in Documentation/decisions, in the record about the ledger's schema.
    private static let firstReadings = """
        CREATE TABLE source (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            location TEXT,
            publisher TEXT,
            language TEXT,
            published TEXT,
            published_basis TEXT,
            first_day TEXT,
            last_day TEXT,
            modified TEXT,
            modified_basis TEXT,
            retrieved TEXT,
            record TEXT,
            reading_digest TEXT NOT NULL
        ) STRICT;
        CREATE INDEX source_by_location ON source (location);

        CREATE TABLE snapshot (
            source INTEGER PRIMARY KEY REFERENCES source (number) ON DELETE CASCADE,
            content_type TEXT,
            byte_count INTEGER NOT NULL,
            deflated BLOB NOT NULL
        ) STRICT;

        CREATE TABLE article (
            source INTEGER PRIMARY KEY REFERENCES source (number) ON DELETE CASCADE,
            title TEXT,
            authors TEXT NOT NULL,
            text TEXT NOT NULL
        ) STRICT;

        CREATE TABLE block (
            source INTEGER NOT NULL REFERENCES source (number) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            role TEXT NOT NULL,
            scalar_start INTEGER NOT NULL,
            scalar_end INTEGER NOT NULL,
            byte_start INTEGER NOT NULL,
            byte_end INTEGER NOT NULL,
            PRIMARY KEY (source, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE item (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            source INTEGER NOT NULL REFERENCES source (number) ON DELETE CASCADE,
            kind TEXT NOT NULL,
            short TEXT NOT NULL
        ) STRICT;
        CREATE INDEX item_by_source ON item (source, kind);

        CREATE TABLE party (
            item INTEGER PRIMARY KEY REFERENCES item (number) ON DELETE CASCADE,
            kind TEXT NOT NULL,
            identifiers TEXT NOT NULL
        ) STRICT;
        CREATE INDEX party_by_kind ON party (kind);

        CREATE TABLE party_name (
            party INTEGER NOT NULL REFERENCES party (item) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            name TEXT NOT NULL,
            folded TEXT NOT NULL,
            PRIMARY KEY (party, position)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX party_name_by_name ON party_name (name);

        CREATE TABLE mention (
            party INTEGER NOT NULL REFERENCES party (item) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            scalar_start INTEGER NOT NULL,
            scalar_end INTEGER NOT NULL,
            byte_start INTEGER NOT NULL,
            byte_end INTEGER NOT NULL,
            PRIMARY KEY (party, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE office (
            item INTEGER PRIMARY KEY REFERENCES item (number) ON DELETE CASCADE,
            holder INTEGER NOT NULL REFERENCES party (item) ON DELETE CASCADE,
            title TEXT NOT NULL,
            body INTEGER REFERENCES party (item) ON DELETE CASCADE
        ) STRICT;
        CREATE INDEX office_by_holder ON office (holder);
        CREATE INDEX office_by_body ON office (body);

        CREATE TABLE entry (
            item INTEGER PRIMARY KEY REFERENCES item (number) ON DELETE CASCADE,
            kind TEXT NOT NULL,
            sort TEXT NOT NULL,
            heading TEXT NOT NULL,
            first_day TEXT,
            last_day TEXT,
            confidence REAL NOT NULL,
            content TEXT NOT NULL
        ) STRICT;
        CREATE INDEX entry_by_kind ON entry (kind, first_day);

        CREATE TABLE entry_party (
            entry INTEGER NOT NULL REFERENCES entry (item) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            role TEXT NOT NULL,
            party INTEGER NOT NULL REFERENCES party (item) ON DELETE CASCADE,
            PRIMARY KEY (entry, position)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX entry_party_by_party ON entry_party (party);

        CREATE TABLE conflict (
            item INTEGER PRIMARY KEY REFERENCES item (number) ON DELETE CASCADE,
            kind TEXT NOT NULL,
            odd INTEGER REFERENCES item (number) ON DELETE CASCADE,
            reason TEXT NOT NULL
        ) STRICT;
        CREATE INDEX conflict_by_odd ON conflict (odd);

        CREATE TABLE conflict_side (
            conflict INTEGER NOT NULL REFERENCES conflict (item) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            item INTEGER NOT NULL REFERENCES item (number) ON DELETE CASCADE,
            PRIMARY KEY (conflict, position)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX conflict_side_by_item ON conflict_side (item);

        CREATE TABLE evidence (
            item INTEGER NOT NULL REFERENCES item (number) ON DELETE CASCADE,
            field TEXT NOT NULL,
            position INTEGER NOT NULL,
            scalar_start INTEGER NOT NULL,
            scalar_end INTEGER NOT NULL,
            byte_start INTEGER NOT NULL,
            byte_end INTEGER NOT NULL,
            quote TEXT NOT NULL,
            PRIMARY KEY (item, field, position)
        ) STRICT, WITHOUT ROWID;
        """
}
