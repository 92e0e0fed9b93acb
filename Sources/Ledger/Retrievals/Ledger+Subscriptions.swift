// SPDX-License-Identifier: Apache-2.0

import GRDB

extension Ledger {
    /// The feeds that are followed, in the order in which they were first.
    public func subscriptions() throws(LedgerError) -> [Subscription] {
        try read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM subscription ORDER BY number").map(Subscription.init)
        }
    }

    /// Follows a feed from now on; `false` where it was followed already.
    public func subscribe(_ subscription: Subscription) throws(LedgerError) -> Bool {
        try write { database in
            try database.execute(
                sql: "INSERT INTO subscription (location, since) VALUES (?, ?) ON CONFLICT DO NOTHING",
                arguments: [subscription.location, subscription.since])
            return database.changesCount > 0
        }
    }

    /// Follows a feed no longer; `false` where it was not followed.
    ///
    /// Pages that came from it stay; those that wait do not.
    public func unsubscribe(from location: String) throws(LedgerError) -> Bool {
        try write { database in
            try database.execute(
                sql: "DELETE FROM followed_link WHERE via = ? AND state = 'waiting'", arguments: [location])
            try database.execute(sql: "DELETE FROM subscription WHERE location = ?", arguments: [location])
            return database.changesCount > 0
        }
    }

    /// Keeps what came of reading a feed; a feed that is followed no longer stays so.
    public func note(_ subscription: Subscription) throws(LedgerError) {
        try write { database in
            try database.execute(
                sql: """
                    UPDATE subscription SET form = ?, title = ?, checked = ?, entity_tag = ?, last_modified = ?, fault = ?
                    WHERE location = ?
                    """,
                arguments: [
                    subscription.form, subscription.title, subscription.checked, subscription.entityTag,
                    subscription.lastModified, subscription.fault, subscription.location,
                ])
        }
    }
}

extension Subscription {
    fileprivate init(_ row: Row) throws {
        self.init(location: try row.value("location"), since: try row.value("since"))
        form = try row.value("form")
        title = try row.value("title")
        checked = try row.value("checked")
        entityTag = try row.value("entity_tag")
        lastModified = try row.value("last_modified")
        fault = try row.value("fault")
    }
}
