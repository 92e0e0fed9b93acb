// SPDX-License-Identifier: Apache-2.0

extension Schema {
    /// The second step: what many pages say becomes one record of each party and each entry.
    ///
    /// What the tables mean is told in Documentation/ledger.md. Those that begin with `canonical_` hold what could be
    /// counted from the memberships, kept so that a list need not read all pages.
    /// What is told of a later day brings its parties together on the day on which it is told.
    static let toldDays = """
        UPDATE pair_entry SET day = COALESCE((
            SELECT min(COALESCE(first_day, first_seen), COALESCE(first_seen, first_day))
            FROM canonical WHERE number = pair_entry.entry), '')
        WHERE entry IN (SELECT number FROM canonical WHERE kind NOT IN ('engagement', 'agreement'));
        DELETE FROM pair_contact;
        INSERT INTO pair_contact (low, high, day, entry, entries)
        SELECT low, high, day, entry, min(entries, 9) FROM (
            SELECT *, count(*) OVER (PARTITION BY low, high) AS entries,
                row_number() OVER (PARTITION BY low, high ORDER BY day DESC, entry DESC) AS place
            FROM pair_entry)
        WHERE place = 1;
        """

    static let relationships = """
        ALTER TABLE source ADD COLUMN origin INTEGER REFERENCES source (number) ON DELETE SET NULL;
        ALTER TABLE source ADD COLUMN seen TEXT;
        CREATE INDEX source_by_origin ON source (origin);
        ALTER TABLE item ADD COLUMN retired INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE item ADD COLUMN position INTEGER NOT NULL DEFAULT 0;

        CREATE TABLE origin_band (
            band INTEGER NOT NULL,
            source INTEGER NOT NULL REFERENCES source (number) ON DELETE CASCADE,
            PRIMARY KEY (band, source)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX origin_band_by_source ON origin_band (source);

        CREATE TABLE canonical (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            class TEXT NOT NULL,
            kind TEXT NOT NULL,
            sort TEXT NOT NULL,
            heading TEXT NOT NULL,
            folded TEXT NOT NULL,
            first_day TEXT,
            last_day TEXT,
            first_seen TEXT,
            last_seen TEXT,
            status TEXT,
            sources INTEGER NOT NULL,
            origins INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX canonical_by_kind ON canonical (class, kind, first_day);
        CREATE INDEX canonical_by_folded ON canonical (folded);

        CREATE TABLE former_id (
            id TEXT PRIMARY KEY,
            item INTEGER NOT NULL REFERENCES item (number) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE membership (
            item INTEGER PRIMARY KEY REFERENCES item (number) ON DELETE CASCADE,
            canonical INTEGER NOT NULL REFERENCES canonical (number)
        ) STRICT;
        CREATE INDEX membership_by_canonical ON membership (canonical);

        CREATE TABLE judgement (
            number INTEGER PRIMARY KEY,
            left_item INTEGER NOT NULL REFERENCES item (number) ON DELETE CASCADE,
            right_item INTEGER NOT NULL REFERENCES item (number) ON DELETE CASCADE,
            verdict TEXT NOT NULL,
            score REAL,
            reasons TEXT NOT NULL,
            author TEXT,
            made_at TEXT,
            note TEXT,
            undone_by TEXT,
            undone_at TEXT
        ) STRICT;
        CREATE INDEX judgement_by_left ON judgement (left_item);
        CREATE INDEX judgement_by_right ON judgement (right_item);
        CREATE INDEX judgement_open ON judgement (verdict) WHERE verdict <> 'positive' AND undone_by IS NULL;

        CREATE TABLE block_key (
            key INTEGER NOT NULL,
            canonical INTEGER NOT NULL REFERENCES canonical (number) ON DELETE CASCADE,
            PRIMARY KEY (key, canonical)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX block_key_by_canonical ON block_key (canonical);

        CREATE TABLE canonical_source (
            canonical INTEGER NOT NULL REFERENCES canonical (number) ON DELETE CASCADE,
            origin INTEGER NOT NULL,
            source INTEGER NOT NULL,
            items INTEGER NOT NULL,
            PRIMARY KEY (canonical, origin, source)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX canonical_source_by_source ON canonical_source (source);

        CREATE TABLE canonical_name (
            canonical INTEGER NOT NULL REFERENCES canonical (number) ON DELETE CASCADE,
            name TEXT NOT NULL,
            folded TEXT NOT NULL,
            uses INTEGER NOT NULL,
            main_uses INTEGER NOT NULL,
            PRIMARY KEY (canonical, name)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE canonical_identifier (
            canonical INTEGER NOT NULL REFERENCES canonical (number) ON DELETE CASCADE,
            register TEXT NOT NULL,
            value TEXT NOT NULL,
            uses INTEGER NOT NULL,
            PRIMARY KEY (canonical, register, value)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX canonical_identifier_by_value ON canonical_identifier (register, value);

        CREATE TABLE tenure (
            holder INTEGER NOT NULL REFERENCES canonical (number) ON DELETE CASCADE,
            title TEXT NOT NULL,
            standing TEXT NOT NULL,
            body INTEGER NOT NULL,
            first_day TEXT,
            last_day TEXT,
            uses INTEGER NOT NULL,
            PRIMARY KEY (holder, title, standing, body)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX tenure_by_body ON tenure (body, title);

        CREATE TABLE canonical_party (
            party INTEGER NOT NULL REFERENCES canonical (number) ON DELETE CASCADE,
            entry INTEGER NOT NULL REFERENCES canonical (number) ON DELETE CASCADE,
            role TEXT NOT NULL,
            day TEXT,
            PRIMARY KEY (party, entry, role)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX canonical_party_by_entry ON canonical_party (entry);
        CREATE INDEX canonical_party_by_day ON canonical_party (party, day);

        CREATE TABLE pair_entry (
            low INTEGER NOT NULL REFERENCES canonical (number) ON DELETE CASCADE,
            high INTEGER NOT NULL REFERENCES canonical (number) ON DELETE CASCADE,
            day TEXT NOT NULL,
            entry INTEGER NOT NULL REFERENCES canonical (number) ON DELETE CASCADE,
            PRIMARY KEY (low, high, day, entry)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX pair_entry_by_entry ON pair_entry (entry);
        CREATE INDEX pair_entry_by_high ON pair_entry (high);

        CREATE TABLE pair_contact (
            low INTEGER NOT NULL REFERENCES canonical (number) ON DELETE CASCADE,
            high INTEGER NOT NULL REFERENCES canonical (number) ON DELETE CASCADE,
            day TEXT NOT NULL,
            entry INTEGER NOT NULL REFERENCES canonical (number) ON DELETE CASCADE,
            entries INTEGER NOT NULL,
            PRIMARY KEY (low, high)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX pair_contact_by_day ON pair_contact (day);
        CREATE INDEX pair_contact_by_high ON pair_contact (high);
        CREATE INDEX pair_contact_by_entry ON pair_contact (entry);

        CREATE TABLE claim (
            number INTEGER PRIMARY KEY,
            item INTEGER NOT NULL REFERENCES item (number) ON DELETE CASCADE,
            field TEXT NOT NULL,
            value TEXT NOT NULL,
            party INTEGER REFERENCES item (number) ON DELETE CASCADE,
            source INTEGER REFERENCES source (number) ON DELETE CASCADE,
            author TEXT,
            note TEXT,
            evidence TEXT NOT NULL,
            first_seen TEXT,
            last_seen TEXT,
            undone_by TEXT,
            undone_at TEXT
        ) STRICT;
        CREATE INDEX claim_by_item ON claim (item, field);

        CREATE TABLE disagreement (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            kind TEXT NOT NULL,
            subject INTEGER NOT NULL REFERENCES canonical (number) ON DELETE CASCADE,
            other INTEGER REFERENCES canonical (number) ON DELETE CASCADE,
            field TEXT NOT NULL,
            reason TEXT NOT NULL,
            first_seen TEXT
        ) STRICT;
        CREATE INDEX disagreement_by_subject ON disagreement (subject);
        CREATE INDEX disagreement_by_other ON disagreement (other);

        CREATE TABLE disagreement_side (
            disagreement INTEGER NOT NULL REFERENCES disagreement (number) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            item INTEGER NOT NULL REFERENCES item (number) ON DELETE CASCADE,
            value TEXT NOT NULL,
            PRIMARY KEY (disagreement, position, item)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX disagreement_side_by_item ON disagreement_side (item);

        CREATE TABLE resolution (
            number INTEGER PRIMARY KEY,
            conflict TEXT NOT NULL,
            outcome TEXT NOT NULL,
            holds TEXT,
            note TEXT NOT NULL,
            author TEXT NOT NULL,
            made_at TEXT NOT NULL,
            undone_by TEXT,
            undone_at TEXT
        ) STRICT;
        CREATE INDEX resolution_by_conflict ON resolution (conflict);

        CREATE TABLE follow_up (
            number INTEGER PRIMARY KEY,
            commitment INTEGER NOT NULL REFERENCES item (number) ON DELETE CASCADE,
            evidence INTEGER NOT NULL REFERENCES item (number) ON DELETE CASCADE,
            status TEXT NOT NULL,
            score REAL NOT NULL,
            reasons TEXT NOT NULL,
            day TEXT,
            verdict TEXT,
            author TEXT,
            made_at TEXT,
            note TEXT,
            UNIQUE (commitment, evidence)
        ) STRICT;
        CREATE INDEX follow_up_by_evidence ON follow_up (evidence);

        CREATE TABLE setting (
            name TEXT PRIMARY KEY,
            value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        """
}
