// SPDX-License-Identifier: Apache-2.0

import GRDB

/// Who does something, and from where.
package struct Performer: Hashable, Sendable {
    /// The name of the account; `-` for nobody that is known.
    package let name: String
    /// The network address, or `command`.
    package let address: String

    /// Names somebody.
    package init(_ name: String, at address: String) {
        self.name = name
        self.address = address
    }
}

extension Accounts {
    /// Adds a line to the log, which nothing changes or takes away.
    package func log(_ performer: Performer, _ what: String, outcome: String = "ok") throws(AccessError) {
        try write { try note(performer, what, outcome: outcome, in: $0) }
    }

    /// Adds a line in a transaction that is open.
    func note(_ performer: Performer, _ what: String, outcome: String = "ok", in database: Database) throws {
        try database.execute(
            sql: "INSERT INTO audit (time, who, what, outcome, address) VALUES (?, ?, ?, ?, ?)",
            arguments: [
                timestamp, performer.name, String(what.prefix(500)), outcome, String(performer.address.prefix(100)),
            ])
    }

    /// The latest lines of the log, the latest first; `before` is the number of a line to go on behind.
    package func log(limit: Int = 100, before number: Int64? = nil) throws(AccessError) -> [AuditRow] {
        try read { database in
            let sql = "SELECT * FROM audit WHERE (? IS NULL OR number < ?) ORDER BY number DESC LIMIT ?"
            return try Row.fetchAll(database, sql: sql, arguments: [number, number, max(0, limit)]).map { row in
                AuditRow(
                    number: try row.value("number"), time: try row.value("time"), who: try row.value("who"),
                    what: try row.value("what"), outcome: try row.value("outcome"), address: try row.value("address"))
            }
        }
    }
}
