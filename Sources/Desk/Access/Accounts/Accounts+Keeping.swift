// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Hashing

extension Accounts {
    /// Every account by name.
    package func all() throws(AccessError) -> [Account] {
        try read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM account ORDER BY key").map { try Account($0) }
        }
    }

    /// Whether anybody has an account.
    package func isEmpty() throws(AccessError) -> Bool {
        try read { try Int.fetchOne($0, sql: "SELECT 1 FROM account LIMIT 1") == nil }
    }

    /// Makes an account; throws `ACCESS-006` where there is one of this name.
    package func add(_ name: String, _ role: Role, password: String, by performer: Performer) throws(AccessError) {
        let name = try Account.checked(name)
        let hash = try hash(of: password)
        try write { database in
            let key = Account.key(of: name)
            guard try Row.fetchOne(database, sql: "SELECT 1 FROM account WHERE key = ?", arguments: [key]) == nil else {
                throw AccessError(.nameTaken, name)
            }
            try database.execute(
                sql: "INSERT INTO account (key, name, role, password, made_at) VALUES (?, ?, ?, ?, ?)",
                arguments: [key, name, role.rawValue, hash.text, timestamp])
            try note(performer, "account added: \(name) (\(role.rawValue))", in: database)
        }
    }

    /// Takes an account away with its sessions and tokens; what the person said stays in the ledger.
    package func remove(_ name: String, by performer: Performer) throws(AccessError) {
        try write { database in
            let (number, role) = try known(name, in: database)
            if role == .admin { try keepAdmin(besides: number, name, in: database) }
            try database.execute(sql: "DELETE FROM account WHERE number = ?", arguments: [number])
            try note(performer, "account removed: \(name)", in: database)
        }
    }

    /// Gives an account another role and ends its sessions; its tokens go by the new role at once.
    package func change(_ name: String, to role: Role, by performer: Performer) throws(AccessError) {
        try write { database in
            let (number, old) = try known(name, in: database)
            if old == .admin, role < .admin { try keepAdmin(besides: number, name, in: database) }
            try database.execute(
                sql: "UPDATE account SET role = ? WHERE number = ?", arguments: [role.rawValue, number])
            try database.execute(sql: "DELETE FROM session WHERE account = ?", arguments: [number])
            try note(performer, "account changed: \(name) (\(role.rawValue))", in: database)
        }
    }

    /// Gives an account another password and ends all its sessions.
    package func change(_ name: String, password: String, by performer: Performer) throws(AccessError) {
        let hash = try hash(of: password)
        try write { database in
            let (number, _) = try known(name, in: database)
            try database.execute(
                sql: "UPDATE account SET password = ? WHERE number = ?", arguments: [hash.text, number])
            try database.execute(sql: "DELETE FROM session WHERE account = ?", arguments: [number])
            try note(performer, "password changed: \(name)", in: database)
        }
    }

    /// The number and role of an account; throws `ACCESS-009` where there is none of this name.
    func known(_ name: String, in database: Database) throws -> (number: Int64, role: Role) {
        let sql = "SELECT number, role FROM account WHERE key = ?"
        guard let row = try Row.fetchOne(database, sql: sql, arguments: [Account.key(of: name)]) else {
            throw AccessError(.unknown, name)
        }
        return (try row.value("number"), try row.role("role"))
    }

    private func keepAdmin(besides number: Int64, _ name: String, in database: Database) throws {
        let sql = "SELECT 1 FROM account WHERE role = 'admin' AND number <> ? LIMIT 1"
        guard try Row.fetchOne(database, sql: sql, arguments: [number]) != nil else {
            throw AccessError(.lastAdmin, name)
        }
    }

    private func hash(of password: String) throws(AccessError) -> PasswordHash {
        let length = password.unicodeScalars.count
        guard (10...1000).contains(length) else { throw AccessError(.unsuitedPassword, "-") }
        guard let hash = hashing.sync(execute: { PasswordHash(of: password, cost: cost) }) else {
            throw AccessError(.noMemory, path)
        }
        return hash
    }
}

extension Account {
    init(_ row: Row) throws {
        name = try row.value("name")
        role = try row.role("role")
        madeAt = try row.value("made_at")
        signedInAt = try row.value("signed_in_at")
    }
}
