// SPDX-License-Identifier: Apache-2.0

extension Schema {
    /// The third step: what is searched, and what a person adds beside the entries.
    ///
    /// The index holds folded texts (see `FoldedText`); what is shown comes from the other tables. `search_entry` has a
    /// row an entry and a party, `search_page` a row a page, and `search_run` the runs of scripts that put no space
    /// between words, cut into threes.
    static let finding = """
        CREATE VIRTUAL TABLE search_entry USING fts5(words, tokenize = "unicode61 remove_diacritics 0");
        CREATE VIRTUAL TABLE search_page USING fts5(words, tokenize = "unicode61 remove_diacritics 0");
        CREATE VIRTUAL TABLE search_run USING fts5(runs, tokenize = "trigram");
        CREATE INDEX party_name_by_folded ON party_name (folded);
        CREATE INDEX canonical_name_by_folded ON canonical_name (folded);
        CREATE TRIGGER item_not_searched AFTER DELETE ON item BEGIN
            DELETE FROM search_entry WHERE rowid = old.number;
            DELETE FROM search_run WHERE rowid = old.number;
        END;
        CREATE TRIGGER article_not_searched AFTER DELETE ON article BEGIN
            DELETE FROM search_page WHERE rowid = old.source;
        END;

        CREATE TABLE note (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            subject TEXT NOT NULL,
            text TEXT NOT NULL,
            author TEXT NOT NULL,
            made_at TEXT NOT NULL
        ) STRICT;
        CREATE INDEX note_by_subject ON note (subject);

        CREATE TABLE private_note (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            subject TEXT NOT NULL,
            text TEXT NOT NULL,
            author TEXT NOT NULL,
            made_at TEXT NOT NULL
        ) STRICT;
        CREATE INDEX private_note_by_subject ON private_note (subject);

        CREATE TABLE attachment (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            subject TEXT NOT NULL,
            kind TEXT NOT NULL,
            caption TEXT NOT NULL,
            file_name TEXT,
            digest TEXT NOT NULL,
            byte_count INTEGER NOT NULL,
            deflated BLOB NOT NULL,
            author TEXT NOT NULL,
            made_at TEXT NOT NULL
        ) STRICT;
        CREATE INDEX attachment_by_subject ON attachment (subject);
        """
}
