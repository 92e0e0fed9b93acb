// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Hashing

extension Accounts {
    private static let use = "token"

    /// Makes a token for programs; it is shown this once, since only its hash is kept.
    ///
    /// `lasting` is the number of days that it holds; `nil` for until it is taken back.
    package func makeToken(
        for name: String, label: String, role: Role, lasting days: Int?, by performer: Performer
    ) throws(AccessError) -> SecretToken {
        let token = SecretToken()
        let end = days.map { now().addingTimeInterval(Double($0) * 86_400).formatted(.iso8601) }
        try write { database in
            let account = try known(name, in: database)
            try database.execute(
                sql: """
                    INSERT INTO token (digest, account, label, role, made_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    token.digest(for: Self.use).description, account.number, label,
                    min(role, account.role).rawValue, timestamp, end,
                ])
            let number = database.lastInsertedRowID
            try note(performer, "token made: \(number) for \(name) (\(min(role, account.role).rawValue))", in: database)
        }
        return token
    }

    /// Every token, by number.
    package func tokens() throws(AccessError) -> [AccessToken] {
        try read { database in
            let sql = """
                SELECT token.*, account.name FROM token JOIN account ON account.number = token.account
                ORDER BY token.number
                """
            return try Row.fetchAll(database, sql: sql).map { row in
                AccessToken(
                    number: try row.value("number"), account: try row.value("name"), label: try row.value("label"),
                    role: try row.role("role"), madeAt: try row.value("made_at"),
                    expiresAt: try row.value("expires_at"), usedAt: try row.value("used_at"))
            }
        }
    }

    /// Takes a token back; throws `ACCESS-009` where there is none with this number.
    package func removeToken(_ number: Int64, by performer: Performer) throws(AccessError) {
        try write { database in
            try database.execute(sql: "DELETE FROM token WHERE number = ?", arguments: [number])
            guard database.changesCount > 0 else { throw AccessError(.unknown, String(number)) }
            try note(performer, "token removed: \(number)", in: database)
        }
    }

    /// In whose name a token speaks; `nil` where it is unknown or over.
    package func bearer(of token: SecretToken) throws(AccessError) -> SignedIn? {
        let digest = token.digest(for: Self.use).description
        let time = timestamp
        let found = try read { database in
            try Row.fetchOne(
                database.cachedStatement(
                    sql: """
                        SELECT account.name, account.role AS most, token.role, token.used_at FROM token
                            JOIN account ON account.number = token.account
                        WHERE token.digest = ? AND (token.expires_at IS NULL OR token.expires_at > ?)
                        """),
                arguments: [digest, time]
            ).map { row in
                let bearer = SignedIn(
                    name: try row.value("name"), role: min(try row.role("most"), try row.role("role")))
                return (bearer, try row.value("used_at") as String?)
            }
        }
        guard let (bearer, used) = found else { return nil }
        // To the hour: enough to see that it is in use, and no write for each request.
        if used?.prefix(13) != time.prefix(13) {
            try write { database in
                try database.execute(sql: "UPDATE token SET used_at = ? WHERE digest = ?", arguments: [time, digest])
            }
        }
        return bearer
    }
}
