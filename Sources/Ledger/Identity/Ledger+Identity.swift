// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB

extension Ledger {
    /// How likely two items or records are one, and why; `nil` where nothing speaks for it.
    public func compare(_ left: String, _ right: String) throws(LedgerError) -> Assessment? {
        let knowledge = try knowledge()
        return try read { database in
            let ids = IdLookup(database: database, path: path)
            let mine = try ids.item(left)
            let theirs = try ids.item(right)
            let profiles = EntryProfiles(database: database, knowledge: knowledge)
            if let one = try profiles.profile(of: mine), let other = try profiles.profile(of: theirs) {
                return EntryComparison(knowledge: knowledge, left: one, right: other).assessment()
            }
            let parties = PartyStore(database: database, knowledge: knowledge)
            guard let one = try parties.item(mine), let other = try parties.item(theirs) else { return nil }
            return PartyComparison(
                knowledge: knowledge, left: try parties.profile(ofItem: one), right: try parties.profile(ofItem: other)
            ).assessment()
        }
    }

    /// Keeps a person's word on whether two things are one, and makes or splits records accordingly.
    ///
    /// Takes ids of records or of their items. Two things of which one is a party and the other an entry cannot be
    /// judged. Returns the number by which the judgement is undone.
    public func judge(
        _ left: String, _ right: String, _ verdict: Judgement.Verdict, by author: Author, note: String? = nil
    ) throws(LedgerError) -> Int64 {
        try changeRecords { identification, touched in
            let ids = IdLookup(database: identification.database, path: path)
            let mine = try ids.item(left)
            let theirs = try ids.item(right)
            guard mine != theirs, verdict != .proposed, try ids.areOfOneClass(mine, theirs) else {
                throw LedgerError(.unsuitedJudgement, path: path, detail: "\(left) and \(right)")
            }
            let judgements = identification.judgements
            try judgements.closeProposals(mine, theirs, by: author)
            let number = try judgements.add(mine, theirs, verdict, nil, by: author, note: note)
            guard let one = try identification.memberships.record(ofItem: mine),
                let other = try identification.memberships.record(ofItem: theirs)
            else { return number }
            switch verdict {
            case .positive: try identification.unify(one, other, &touched)
            case .negative where one == other: try identification.part(mine, theirs, of: one, by: author, &touched)
            default: break
            }
            return number
        }
    }

    /// Takes a judgement back; what hung together by it alone falls apart, and is not joined again by the program.
    ///
    /// A proposal that the judgement had answered waits again.
    public func undo(judgement number: Int64, by author: Author) throws(LedgerError) {
        try changeRecords { identification, touched in
            let judgements = identification.judgements
            guard let row = try judgements.open(number) else {
                throw LedgerError(.unknownId, path: path, detail: "judgement \(number)")
            }
            let left: Int64 = try row.value("left_item")
            let right: Int64 = try row.value("right_item")
            try judgements.close(number, by: author)
            try judgements.reopenProposals(closedWith: row)
            guard try row.value("verdict") as String == Judgement.Verdict.positive.rawValue else { return }
            _ = try judgements.add(left, right, .unsure, nil, by: author)
            if let record = try identification.memberships.record(ofItem: left) {
                try identification.split(record, &touched)
            }
        }
    }

    /// Compares every record anew, such as after a list of aliases has grown; returns how many were joined.
    ///
    /// Takes time in proportion to the ledger; each record is a transaction of its own.
    public func reconcile() throws(LedgerError) -> Int {
        let records = try read { database in
            try Int64.fetchAll(database, sql: "SELECT number FROM canonical WHERE class = 'party' ORDER BY number")
        }
        var joined = 0
        for record in records {
            joined += try changeRecords { identification, touched in
                try identification.reconcile(record, &touched)
            }
        }
        return joined
    }

    /// Merges that wait for a person, the likeliest first; those behind the one with the number `last`.
    public func proposals(
        limit: Int = 100, offset: Int = 0, after last: Int64? = nil
    ) throws(LedgerError) -> [Judgement] {
        try read { database in
            let score = try last.map { number -> DatabaseValue in
                guard let row = try database.one("SELECT score FROM judgement WHERE number = ?", [number]) else {
                    throw LedgerError(.unknownId, path: path, detail: "judgement \(number)")
                }
                return row["score"]
            }
            let behind = "AND judgement.score <= ? AND (judgement.score < ? OR judgement.number > ?)"
            return try JudgementStore(database: database).judgements(
                where: """
                    judgement.verdict = 'proposed' AND judgement.undone_by IS NULL
                        AND mine.canonical <> other.canonical
                        \(score == nil ? "" : behind)
                    """,
                order: "judgement.score DESC, judgement.number LIMIT \(max(0, limit)) OFFSET \(max(0, offset))",
                StatementArguments(score.map { [$0, $0, last?.databaseValue ?? .null] } ?? []))
        }
    }

    /// The proposal with this number; `nil` where none waits.
    public func proposal(_ number: Int64) throws(LedgerError) -> Judgement? {
        try read { database in
            try JudgementStore(database: database).judgements(
                where: """
                    judgement.number = ? AND judgement.verdict = 'proposed' AND judgement.undone_by IS NULL
                        AND mine.canonical <> other.canonical
                    """, order: "judgement.number", [number]
            ).first
        }
    }

    /// Every judgement about a record, the oldest first.
    public func judgements(of id: String) throws(LedgerError) -> [Judgement] {
        try read { database in
            let record = try IdLookup(database: database, path: path).record(id)
            return try JudgementStore(database: database).judgements(
                where: """
                    judgement.number IN (
                        SELECT judgement.number FROM membership
                            JOIN judgement ON judgement.left_item = membership.item WHERE membership.canonical = ?
                        UNION SELECT judgement.number FROM membership
                            JOIN judgement ON judgement.right_item = membership.item WHERE membership.canonical = ?)
                    """, order: "judgement.number", [record, record])
        }
    }

    /// Runs a change of records and brings up to date what follows from it, in one transaction.
    func changeRecords<Answer>(
        _ change: (Identification, inout Touched) throws -> Answer
    ) throws(LedgerError) -> Answer {
        let knowledge = try knowledge()
        return try write { database in
            var touched = Touched()
            let identification = Identification(database: database, knowledge: knowledge, thresholds: thresholds)
            let answer = try change(identification, &touched)
            try Intake(identification).finish(touched)
            return answer
        }
    }
}
