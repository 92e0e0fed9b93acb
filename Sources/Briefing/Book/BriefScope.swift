// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Ledger

/// Whom a brief is about, and what the ledger has of them.
struct BriefScope {
    let ledger: Ledger
    let day: String
    /// The parties: one, or the two sides of a pair.
    let sides: [Record]
    /// Other records that go by the same name as a side.
    let namesakes: [RecordRow]

    /// Looks the names up; throws `BRIEF-001` for one that means nobody.
    init(_ ledger: Ledger, _ names: [String], day: String) throws {
        self.ledger = ledger
        self.day = day
        var sides: [Record] = []
        var namesakes: [RecordRow] = []
        for name in names {
            let ids = try ledger.partyIds(named: name)
            guard let id = ids.first else { throw BriefingError(.unknownParty, name) }
            sides.append(try ledger.record(id, asOf: day))
            namesakes += try ids.dropFirst().map { try ledger.record($0).row }
        }
        self.sides = sides
        self.namesakes = namesakes
    }

    /// Whether it is about what two have with each other.
    var isPair: Bool { sides.count > 1 }

    /// Entries of one kind that the side has, or that both sides have a part in, as known on the day.
    ///
    /// Of a pair, `bindingBoth` asks for those that tie the sides as parties; else a side may be the place alone, as
    /// where one visits the other.
    func rows(
        _ kind: Entry.Kind, since: String? = nil, until: String? = nil, bindingBoth: Bool = false,
        latestFirst: Bool = true, limit: Int
    ) throws -> [RecordRow] {
        let ids = sides.map(\.row.id)
        var query = RecordQuery(kind: kind.rawValue, since: since, until: until, asOf: day, limit: limit)
        var rows = isPair ? try ledger.pair(ids[0], ids[1], query) : []
        if !isPair || !bindingBoth {
            query.party = ids.first
            query.partner = isPair ? ids.last : nil
            query.latestFirst = latestFirst
            let known = Set(rows.map(\.id))
            rows += try ledger.entryRecords(query).filter { !known.contains($0.id) }
        }
        guard isPair else { return rows }
        rows.sort { ($0.day, $0.id) < ($1.day, $1.id) }
        return Array((latestFirst ? rows.reversed() : rows).prefix(limit))
    }

    /// Entries of one kind that one side alone has, the latest first.
    func rows(_ kind: Entry.Kind, of side: Record, limit: Int) throws -> [RecordRow] {
        try ledger.entryRecords(
            RecordQuery(kind: kind.rawValue, party: side.row.id, asOf: day, latestFirst: true, limit: limit))
    }
}

extension RecordRow {
    /// The day that it is sorted by: its own, else the first on which a page spoke of it.
    fileprivate var day: String { firstDay ?? firstSeen ?? "" }
}
