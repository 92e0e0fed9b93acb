// SPDX-License-Identifier: Apache-2.0

import GRDB

/// The tables of a file of accounts and the steps that lead an older one to them.
///
/// A step that has been released is never edited: the next change is a new step at the end.
enum AccountsSchema {
    /// SQLite's `application_id` of every file of accounts: the letters `ENTA`.
    static let applicationId = 0x454E_5441

    /// SQLite's `user_version` of a file that this program writes: the number of steps.
    static let version = steps.count

    /// Runs the steps that a file lacks.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for (index, step) in steps.enumerated() {
            migrator.registerMigration("\(index + 1)") { database in
                try database.execute(sql: step)
                try database.execute(sql: "PRAGMA application_id = \(applicationId)")
                try database.execute(sql: "PRAGMA user_version = \(index + 1)")
            }
        }
        return migrator
    }

    private static let steps = [
        """
        CREATE TABLE account (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            key TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            role TEXT NOT NULL,
            password TEXT NOT NULL,
            made_at TEXT NOT NULL,
            signed_in_at TEXT
        ) STRICT;

        CREATE TABLE session (
            digest TEXT PRIMARY KEY,
            account INTEGER NOT NULL REFERENCES account (number) ON DELETE CASCADE,
            made INTEGER NOT NULL,
            seen INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX session_by_account ON session (account);

        CREATE TABLE token (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            digest TEXT NOT NULL UNIQUE,
            account INTEGER NOT NULL REFERENCES account (number) ON DELETE CASCADE,
            label TEXT NOT NULL,
            role TEXT NOT NULL,
            made_at TEXT NOT NULL,
            expires_at TEXT,
            used_at TEXT
        ) STRICT;

        CREATE TABLE audit (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            time TEXT NOT NULL,
            who TEXT NOT NULL,
            what TEXT NOT NULL,
            outcome TEXT NOT NULL,
            address TEXT NOT NULL
        ) STRICT;
        CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
            BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;
        CREATE TRIGGER audit_is_never_cut BEFORE DELETE ON audit
            BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;
        """
    ]
}
