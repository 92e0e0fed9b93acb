// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB

/// One party of the world: the record that the parties of several pages became.
struct PartyGroup {
    /// The record's id.
    let id: String
    let kind: Party.Kind
    let name: String
    private(set) var ids: [String] = []
    private(set) var sources: [String] = []
    private var originRows: Set<Int64> = []
    /// How many of the sources are not copies of another.
    var origins: Int { originRows.count }
    private(set) var mentions = 0
    private(set) var identifiers: [String: String] = [:]
    private(set) var aliases: [String] = []
    private(set) var offices: [String] = []

    fileprivate init(_ row: Row, _ filter: LedgerFilter, in database: Database) throws {
        id = try row.value("id")
        kind = try row.word("kind")
        name = try row.value("heading")
        let number: Int64 = try row.value("number")
        let members: SQLRequest<Row> = """
            SELECT party.item, item.id, party.identifiers, source.id AS source_id,
                COALESCE(source.origin, source.number) AS origin,
                (SELECT count(*) FROM mention WHERE mention.party = party.item) AS mentions
            FROM membership JOIN party ON party.item = membership.item JOIN item ON item.number = party.item
                JOIN source ON source.number = item.source
            WHERE membership.canonical = \(number)
                AND \(LedgerFilter.all([filter.sourceCondition, filter.periodCondition()]))
            ORDER BY source.first_day NULLS LAST, source.id, party.item
            """
        for member in try members.fetchAll(database) { try add(member, in: database) }
        // A title says nothing beside the same title with its body.
        let stated = offices.map { $0.lowercased() }
        offices = offices.enumerated().filter { place, office in
            let title = stated[place]
            return !stated.contains { $0.hasPrefix(title + " of ") } && stated.firstIndex(of: title) == place
        }.map(\.element)
    }

    private mutating func add(_ member: Row, in database: Database) throws {
        let number: Int64 = try member.value("item")
        ids.append(try member.value("id"))
        let source: String = try member.value("source_id")
        if sources.last != source { sources.append(source) }
        originRows.insert(try member.value("origin"))
        mentions += try member.value("mentions") as Int
        let known = try CompactJSON.value([String: String].self, from: member.value("identifiers"))
        identifiers.merge(known) { earlier, _ in earlier }

        let names = "SELECT name FROM party_name WHERE party = ? ORDER BY position"
        for alias in try String.fetchAll(database.cachedStatement(sql: names), arguments: [number])
        where alias != name && !aliases.contains(alias) {
            aliases.append(alias)
        }
        let titles = """
            SELECT office.title || COALESCE(' of ' || party_name.name, '')
            FROM office LEFT JOIN party_name ON party_name.party = office.body AND party_name.position = 0
            WHERE office.holder = ? ORDER BY office.item
            """
        for office in try String.fetchAll(database.cachedStatement(sql: titles), arguments: [number])
        where !offices.contains(office) {
            offices.append(office)
        }
    }
}

extension Ledger {
    /// The parties of these kinds, in the order of the folded name.
    func partyGroups(_ kinds: [Party.Kind], _ filter: LedgerFilter) throws(LedgerError) -> [PartyGroup] {
        let conditions = LedgerFilter.all([
            "party.kind IN \(kinds.map(\.rawValue))", filter.kindCondition("party.kind"),
            filter.partyCondition("SELECT party.item"), filter.sourceCondition, filter.periodCondition(),
        ])
        let request: SQLRequest<Row> = """
            SELECT canonical.number, canonical.id, canonical.kind, canonical.heading
            FROM party JOIN item ON item.number = party.item JOIN source ON source.number = item.source
                JOIN membership ON membership.item = party.item
                JOIN canonical ON canonical.number = membership.canonical
            WHERE \(conditions)
            GROUP BY canonical.number
            ORDER BY canonical.folded, canonical.heading, canonical.id
            \(filter.page)
            """
        return try read { database in
            try request.fetchAll(database).map { try PartyGroup($0, filter, in: database) }
        }
    }
}
