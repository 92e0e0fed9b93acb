// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Hashing

/// Somebody who is known by a session or token.
package struct SignedIn: Hashable, Sendable {
    /// The name of the account.
    package let name: String
    /// What the person may do now.
    package let role: Role
}

extension Accounts {
    /// How long a session lasts, in seconds.
    package enum SessionLife {
        /// Without a request.
        package static let idle = 12 * 3600
        /// Since signing in.
        package static let whole = 7 * 24 * 3600
    }

    private static let use = "session"

    /// What a password is checked against where there is no account, so that the answer takes as long.
    private static let decoy = PasswordHash(
        text: "$argon2id$v=19$m=65536,t=2,p=1$5AoItMqakUeVJF8LhRyaog$zyNk/BQz+ujb5XF9PgUCDls3SHbmzr1xvEfdQvz3oYw")

    /// Checks a name and a password and begins a session; `nil` where they do not fit.
    ///
    /// It takes as long whether or not there is an account of this name.
    package func signIn(_ name: String, password: String, from address: String) throws(AccessError) -> SecretToken? {
        let account = try read { database in
            try Row.fetchOne(
                database, sql: "SELECT number, name, password FROM account WHERE key = ?",
                arguments: [Account.key(of: name)]
            ).map { row in
                (
                    number: try row.value("number") as Int64, name: try row.value("name") as String,
                    hash: PasswordHash(text: try row.value("password"))
                )
            }
        }
        let hash = account?.hash ?? Self.decoy
        // What is longer than any password that was accepted is not worth the work.
        let isRight = password.utf8.count <= 8000 && hashing.sync { hash.isOf(password) }
        guard let account, isRight else {
            // The name may be a password typed into the wrong field, so it is logged only where it is an account's.
            try log(Performer(account?.name ?? "-", at: address), "sign-in", outcome: "refused")
            return nil
        }
        let token = SecretToken()
        let moment = Int(now().timeIntervalSince1970)
        try write { database in
            try database.execute(
                sql: "DELETE FROM session WHERE seen < ? OR made < ?",
                arguments: [moment - SessionLife.idle, moment - SessionLife.whole])
            try database.execute(
                sql: "INSERT INTO session (digest, account, made, seen) VALUES (?, ?, ?, ?)",
                arguments: [token.digest(for: Self.use).description, account.number, moment, moment])
            try database.execute(
                sql: "UPDATE account SET signed_in_at = ? WHERE number = ?", arguments: [timestamp, account.number])
            try note(Performer(account.name, at: address), "sign-in", in: database)
        }
        return token
    }

    /// Who holds a session; `nil` where it is unknown or over.
    package func holder(ofSession token: SecretToken) throws(AccessError) -> SignedIn? {
        let digest = token.digest(for: Self.use).description
        let moment = Int(now().timeIntervalSince1970)
        let found = try read { database in
            try Row.fetchOne(
                database.cachedStatement(
                    sql: """
                        SELECT account.name, account.role, session.seen FROM session
                            JOIN account ON account.number = session.account
                        WHERE session.digest = ? AND session.seen >= ? AND session.made >= ?
                        """),
                arguments: [digest, moment - SessionLife.idle, moment - SessionLife.whole]
            ).map { row in
                (SignedIn(name: try row.value("name"), role: try row.role("role")), try row.value("seen") as Int)
            }
        }
        guard let (holder, seen) = found else { return nil }
        // Once a minute is enough to tell use from idleness.
        if moment - seen >= 60 {
            try write { database in
                try database.execute(sql: "UPDATE session SET seen = ? WHERE digest = ?", arguments: [moment, digest])
            }
        }
        return holder
    }

    /// Ends a session.
    package func signOut(_ token: SecretToken, _ performer: Performer) throws(AccessError) {
        try write { database in
            try database.execute(
                sql: "DELETE FROM session WHERE digest = ?", arguments: [token.digest(for: Self.use).description])
            if database.changesCount > 0 { try note(performer, "sign-out", in: database) }
        }
    }
}
