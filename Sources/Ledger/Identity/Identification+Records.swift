// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB

extension Identification {
    /// Makes two records one; the one that more pages speak of goes on.
    func unify(_ left: Int64, _ right: Int64, _ touched: inout Touched) throws {
        guard left != right else { return }
        let sizes = try database.all("SELECT number, sources FROM canonical WHERE number IN (?, ?)", [left, right])
            .map { (number: try $0.value("number") as Int64, sources: try $0.value("sources") as Int) }
            .sorted { ($0.sources, $1.number) > ($1.sources, $0.number) }
        guard sizes.count == 2 else { return }
        let (kept, gone) = (sizes[0].number, sizes[1].number)
        let first = try memberships.first(of: gone)
        let dependents = try self.dependents(of: gone)
        // A place that was once read as something else is a place.
        try database.run(
            """
            UPDATE canonical SET kind = (SELECT kind FROM canonical WHERE number = ?)
            WHERE number = ? AND (SELECT kind FROM canonical WHERE number = ?) IN ('city', 'country')
            """, [gone, kept, gone])
        try database.run("UPDATE membership SET canonical = ? WHERE canonical = ?", [kept, gone])
        cache.clear()
        try memberships.remove(gone, standsNowFor: first)
        touched.parties.remove(gone)
        touched.entries.remove(gone)
        try bringUpToDate(kept, dependents, &touched)
    }

    /// Splits a record into the parts that positive judgements still hold together.
    func split(_ record: Int64, _ touched: inout Touched) throws {
        let parts = try judgements.parts(of: try memberships.items(of: record))
        guard parts.count > 1 else { return }
        let dependents = try self.dependents(of: record)
        cache.clear()
        for part in parts.dropFirst() {
            guard
                let row = try database.one(
                    "SELECT class, kind, sort, heading FROM canonical WHERE number = ?", [record]),
                let kind = MembershipStore.Class(rawValue: try row.value("class"))
            else { continue }
            let fresh = try memberships.found(
                on: part[0], kind, kind: try row.value("kind"), sort: try row.value("sort"),
                heading: try row.value("heading"))
            for item in part {
                try database.run("UPDATE membership SET canonical = ? WHERE item = ?", [fresh, item])
            }
            try bringUpToDate(fresh, Dependents(), &touched)
        }
        try blocks.remove(record)
        try bringUpToDate(record, dependents, &touched)
    }

    /// Parts two items of one record: the one on which fewer others hang leaves.
    func part(
        _ left: Int64, _ right: Int64, of record: Int64, by author: Author, _ touched: inout Touched
    ) throws {
        let mine = try judgements.positives(of: left)
        let theirs = try judgements.positives(of: right)
        for number in mine.count < theirs.count ? mine : theirs { try judgements.close(number, by: author) }
        try split(record, &touched)
    }

    /// Compares a record with those that share a key with it and joins what is sure; returns how many were joined.
    func reconcile(_ record: Int64, _ touched: inout Touched) throws -> Int {
        guard let profile = try parties.profile(ofRecord: record) else { return 0 }
        try parties.show(record)
        var count = 0
        for other in try partyCandidates(of: profile) where other != record {
            guard try database.one("SELECT 1 FROM canonical WHERE number = ?", [record]) != nil,
                try join(other, to: record, &touched)
            else { continue }
            count += 1
        }
        return count
    }

    /// Records whose rows name another record.
    struct Dependents {
        var holders: [Int64] = []
        var entries: [Int64] = []
    }

    func dependents(of record: Int64) throws -> Dependents {
        Dependents(
            holders: try database.all("SELECT DISTINCT holder FROM tenure WHERE body = ?", [record])
                .map { try $0.value("holder") },
            entries: try database.all("SELECT DISTINCT entry FROM canonical_party WHERE party = ?", [record])
                .map { try $0.value("entry") })
    }

    /// Counts a record anew, and what names it.
    func bringUpToDate(_ record: Int64, _ dependents: Dependents, _ touched: inout Touched) throws {
        guard let row = try database.one("SELECT class FROM canonical WHERE number = ?", [record]) else { return }
        try memberships.recount(record)
        if try row.value("class") as String == MembershipStore.Class.entry.rawValue {
            try entries.refresh(record)
            touched.entries.insert(record)
        } else {
            try parties.recount(record)
            try parties.show(record)
            touched.parties.insert(record)
        }
        for holder in dependents.holders where holder != record {
            try parties.recount(holder)
            touched.parties.insert(holder)
        }
        for entry in dependents.entries {
            try entries.refresh(entry)
            touched.entries.insert(entry)
        }
    }
}
