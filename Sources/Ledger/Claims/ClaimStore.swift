// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB

/// The rows of what people say, and of what earlier readings said.
struct ClaimStore {
    let database: Database

    /// Keeps a person's claim about an item.
    @discardableResult
    func add(_ field: String, _ value: String, of item: Int64, by author: Author, note: String?) throws -> Int64 {
        try database.run(
            """
            INSERT INTO claim (item, field, value, author, note, evidence, first_seen, last_seen)
            VALUES (?, ?, ?, ?, ?, '[]', ?, ?)
            """, [item, field, value, author.name, note, author.time, author.time])
        return database.lastInsertedRowID
    }

    /// Keeps what an earlier reading of a page said and the new one does not.
    func keepEarlier(_ field: String, _ value: String, of item: Int64, evidence: [Evidence]) throws {
        try database.run(
            """
            INSERT INTO claim (item, field, value, source, evidence, first_seen, last_seen, undone_by)
            SELECT item.number, ?, ?, item.source, ?, source.seen, source.seen, 'reading'
            FROM item JOIN source ON source.number = item.source WHERE item.number = ?
            """, [field, value, try CompactJSON.text(of: evidence), item])
    }
}

extension Ledger {
    /// Every value of every field of a record with what speaks for it; with `asOf` (`YYYY-MM-DD`) as known on that day.
    public func claims(of id: String, asOf day: String? = nil) throws(LedgerError) -> [ClaimedValue] {
        try read { database in
            let record = try IdLookup(database: database, path: path).record(id)
            return ClaimedValue.ranked(try ClaimReader(database: database).claims(ofRecord: record, asOf: day))
        }
    }

    /// Every claim about a record in the order in which it was made, withdrawn ones among them.
    public func history(of id: String) throws(LedgerError) -> [Claim] {
        try read { database in
            let record = try IdLookup(database: database, path: path).record(id)
            let claims = try ClaimReader(database: database).claims(ofRecord: record)
            return claims.enumerated().sorted {
                ($0.element.firstSeen ?? "", $0.offset) < ($1.element.firstSeen ?? "", $1.offset)
            }.map(\.element)
        }
    }

    /// Keeps what a person says about a field of a record or item; it is shown before what pages say.
    public func assert(
        _ field: String, _ value: String, of id: String, by author: Author, note: String? = nil
    ) throws(LedgerError) -> Int64 {
        try changeRecords { identification, touched in
            guard !field.isEmpty, !value.isEmpty, !value.utf8.contains(0) else {
                throw LedgerError(.unsuitedJudgement, path: path, detail: "\(field) \(value)")
            }
            let item = try IdLookup(database: identification.database, path: path).item(id)
            let number = try ClaimStore(database: identification.database).add(
                field, value, of: item, by: author, note: note)
            try identification.refresh(recordOf: item, &touched)
            return number
        }
    }

    /// Takes a person's claim back; it stays in the history.
    public func withdraw(claim number: Int64, by author: Author) throws(LedgerError) {
        try changeRecords { identification, touched in
            let database = identification.database
            let sql = "SELECT item FROM claim WHERE number = ? AND author IS NOT NULL AND undone_by IS NULL"
            guard let row = try database.one(sql, [number]) else {
                throw LedgerError(.unknownId, path: path, detail: "claim \(number)")
            }
            try database.run(
                "UPDATE claim SET undone_by = ?, undone_at = ? WHERE number = ?", [author.name, author.time, number])
            try identification.refresh(recordOf: row.value("item"), &touched)
        }
    }
}

extension Identification {
    /// Brings the shown values of an item's record up to date.
    func refresh(recordOf item: Int64, _ touched: inout Touched) throws {
        guard let record = try memberships.record(ofItem: item),
            let row = try database.one("SELECT class FROM canonical WHERE number = ?", [record])
        else { return }
        if try row.value("class") as String == MembershipStore.Class.entry.rawValue {
            try entries.refresh(record)
            touched.entries.insert(record)
        } else {
            try parties.show(record)
            touched.parties.insert(record)
        }
    }
}
