// SPDX-License-Identifier: Apache-2.0

extension Schema {
    /// Where pages were got from and which feeds are followed.
    ///
    /// A retrieval is kept once for each page and URL; `confirmed` is the last time that the URL still gave these
    /// bytes. A followed link is a page that a feed named; `dated` is when the feed said that it last changed.
    static let retrievals = """
        CREATE TABLE retrieval (
            number INTEGER PRIMARY KEY,
            source INTEGER NOT NULL REFERENCES source (number) ON DELETE CASCADE,
            requested TEXT NOT NULL,
            location TEXT NOT NULL,
            instant TEXT NOT NULL,
            confirmed TEXT NOT NULL,
            headers TEXT NOT NULL,
            via TEXT,
            UNIQUE (source, requested)
        ) STRICT;
        CREATE INDEX retrieval_by_requested ON retrieval (requested, confirmed);

        CREATE TABLE subscription (
            number INTEGER PRIMARY KEY,
            location TEXT NOT NULL UNIQUE,
            form TEXT,
            title TEXT,
            since TEXT NOT NULL,
            checked TEXT,
            entity_tag TEXT,
            last_modified TEXT,
            fault TEXT
        ) STRICT;

        CREATE TABLE followed_link (
            number INTEGER PRIMARY KEY,
            location TEXT NOT NULL UNIQUE,
            via TEXT NOT NULL,
            dated TEXT,
            state TEXT NOT NULL,
            attempts INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE INDEX followed_link_by_state ON followed_link (state, via);
        """
}
