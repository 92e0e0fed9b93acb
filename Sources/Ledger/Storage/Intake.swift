// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB

/// What happens to a page after its reading is stored, inside the same transaction: origin, records, and what follows.
struct Intake {
    let database: Database
    let knowledge: IdentityKnowledge
    private let identification: Identification

    init(database: Database, knowledge: IdentityKnowledge, thresholds: IdentityThresholds) {
        self.init(
            Identification(database: database, knowledge: knowledge, thresholds: thresholds))
    }

    /// Goes on with what `identification` has begun.
    init(_ identification: Identification) {
        database = identification.database
        knowledge = identification.knowledge
        self.identification = identification
    }

    /// Gives a new page its place among the others.
    func place(_ reading: Reading, _ source: Int64) throws {
        var touched = Touched()
        let recounted = try OriginFinder(database: database).place(
            source: source, text: reading.article.text, blocks: reading.article.blocks)
        for record in recounted.sorted() { try identification.memberships.recount(record) }
        try identification.place(source: source, &touched)
        try FollowUpFinder(database: database, knowledge: knowledge).find(inSource: source)
        try finish(touched)
    }

    /// Puts a new reading in the place of the old one; what goes on keeps its record.
    func replace(_ reading: Reading, _ source: Int64) throws {
        let succession = ItemSuccession(database: database, source: source)
        let kept = try succession.kept(for: reading)
        let records = try database.all(
            """
            SELECT DISTINCT membership.canonical FROM item JOIN membership ON membership.item = item.number
            WHERE item.source = ?
            """, [source]
        ).map { try $0.value("canonical") as Int64 }
        let earlier = try values(ofSource: source)
        let proofs = try Dictionary(
            uniqueKeysWithValues: earlier.keys.map { ($0, try database.evidence(of: $0)) })
        try succession.removeRest(keeping: Set(kept.values))
        try SourceStore(database: database).update(reading, of: source)
        var writer = ReadingWriter(database: database, reading: reading, source: source, kept: kept)
        try writer.write()
        try keepEarlier(earlier, proofs, of: source)
        var touched = Touched()
        for record in records {
            let members = try identification.memberships.items(of: record)
            if members.isEmpty {
                try identification.memberships.remove(record, standsNowFor: nil)
            } else {
                try identification.bringUpToDate(record, identification.dependents(of: record), &touched)
            }
        }
        try identification.place(source: source, &touched)
        try FollowUpFinder(database: database, knowledge: knowledge).find(inSource: source)
        try finish(touched)
    }

    /// Brings the conflicts up to date of what a change has reached.
    func finish(_ touched: Touched) throws {
        let store = DisagreementStore(database: database)
        let profiles = identification.profiles
        for record in touched.entries.sorted() {
            let items = try database.all(
                "SELECT item FROM membership WHERE canonical = ? ORDER BY item DESC LIMIT \(Self.memberLimit)", [record]
            )
            try profiles.load(items.map { try $0.value("item") })
            let members = try items.reversed().compactMap { try profiles.profile(of: $0.value("item")) }
            guard Set(members.map(\.source)).count > 1 else {
                try store.replace(of: record, by: [])
                continue
            }
            var names: [Int64: String] = [:]
            for party in Set(members.flatMap(\.kinds.keys)) {
                let row = try database.one("SELECT heading FROM canonical WHERE number = ?", [party])
                names[party] = try row?.value("heading")
            }
            let checks = EntryChecks(knowledge: knowledge, record: record, members: members, names: names)
            try store.replace(of: record, by: checks.findings())
        }
        let checks = PartyChecks(database: database, knowledge: knowledge)
        for record in touched.parties.sorted() {
            try store.replace(of: record, by: checks.findings(about: record))
        }
    }

    private static let memberLimit = 40

    /// What the readings of a source's entries say, by item.
    private func values(ofSource source: Int64) throws -> [Int64: [(field: String, value: String)]] {
        let rows = try database.all(
            "SELECT entry.item, entry.kind, entry.content FROM entry JOIN item ON item.number = entry.item "
                + "WHERE item.source = ?", [source])
        return Dictionary(
            uniqueKeysWithValues: try rows.map { row in
                (try row.value("item"), try Entry.Content(kind: row.word("kind"), json: row.value("content")).values)
            })
    }

    /// Keeps what the old reading said of an entry and the new one does not, so that its history stays.
    private func keepEarlier(
        _ old: [Int64: [(field: String, value: String)]], _ evidence: [Int64: [Evidence]], of source: Int64
    ) throws {
        let new = try values(ofSource: source)
        let store = ClaimStore(database: database)
        for (item, values) in old.sorted(by: { $0.key < $1.key }) {
            guard let now = new[item] else { continue }
            for (field, value) in values where !now.contains(where: { $0 == (field, value) }) {
                try store.keepEarlier(field, value, of: item, evidence: evidence[item] ?? [])
            }
        }
    }
}
