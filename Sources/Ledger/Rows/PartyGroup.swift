// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB

/// Parties of one kind that go by one name, gathered over all sources.
///
/// This is a list by name: it does not claim that two pages mean the same party.
struct PartyGroup {
    let kind: Party.Kind
    let name: String
    private(set) var ids: [String] = []
    private(set) var sources: [String] = []
    private(set) var mentions = 0
    private(set) var identifiers: [String: String] = [:]
    private(set) var aliases: [String] = []
    private(set) var offices: [String] = []

    fileprivate init(_ row: Row, _ filter: LedgerFilter, in database: Database) throws {
        kind = try row.word("kind")
        name = try row.value("name")
        let members: SQLRequest<Row> = """
            SELECT party.item, item.id, party.identifiers, source.id AS source_id,
                (SELECT count(*) FROM mention WHERE mention.party = party.item) AS mentions
            FROM party_name JOIN party ON party.item = party_name.party JOIN item ON item.number = party.item
                JOIN source ON source.number = item.source
            WHERE party_name.position = 0 AND party_name.name = \(name) AND party.kind = \(kind.rawValue)
                AND \(LedgerFilter.all([filter.sourceCondition, filter.periodCondition()]))
            ORDER BY source.first_day NULLS LAST, source.id, party.item
            """
        for member in try members.fetchAll(database) { try add(member, in: database) }
    }

    private mutating func add(_ member: Row, in database: Database) throws {
        let number: Int64 = try member.value("item")
        ids.append(try member.value("id"))
        let source: String = try member.value("source_id")
        if sources.last != source { sources.append(source) }
        mentions += try member.value("mentions") as Int
        let known = try CompactJSON.value([String: String].self, from: member.value("identifiers"))
        identifiers.merge(known) { earlier, _ in earlier }

        let names = "SELECT name FROM party_name WHERE party = ? AND position > 0 ORDER BY position"
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
    /// The names under which parties of these kinds are known, in the order of the folded name.
    func partyGroups(_ kinds: [Party.Kind], _ filter: LedgerFilter) throws(LedgerError) -> [PartyGroup] {
        let conditions = LedgerFilter.all([
            "party.kind IN \(kinds.map(\.rawValue))", filter.kindCondition("party.kind"),
            filter.partyCondition("SELECT party.item"), filter.sourceCondition, filter.periodCondition(),
        ])
        let request: SQLRequest<Row> = """
            SELECT party.kind, name.name
            FROM party JOIN party_name AS name ON name.party = party.item AND name.position = 0
                JOIN item ON item.number = party.item JOIN source ON source.number = item.source
            WHERE \(conditions)
            GROUP BY party.kind, name.name
            ORDER BY name.folded, name.name, party.kind
            \(filter.page)
            """
        return try read { database in
            try request.fetchAll(database).map { try PartyGroup($0, filter, in: database) }
        }
    }
}
