// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB

/// Keeps what lists need of an entry's record: shown values, parties, pairs and keys.
struct EntryStore {
    let database: Database
    let knowledge: IdentityKnowledge
    let profiles: EntryProfiles

    private static let pairLimit = 10
    /// How many words the name of a city at the beginning of its council's may have.
    private static let longestPlace = 4
    /// Of something that thousands of pages repeat the latest tell enough, and the rest would cost time.
    private static let memberLimit = 60

    /// Works a record out anew from its members.
    func refresh(_ record: Int64) throws {
        let items = try database.all(
            """
            SELECT membership.item FROM membership JOIN item ON item.number = membership.item
            WHERE membership.canonical = ? AND NOT item.retired ORDER BY membership.item DESC
            LIMIT \(Self.memberLimit)
            """, [record])
        try profiles.load(items.map { try $0.value("item") })
        let members = try items.reversed().compactMap { try profiles.profile(of: $0.value("item")) }
        guard let first = members.first else { return }
        try show(record, first)
        try keepParties(of: record, members)
        let blocks = BlockIndex(database: database)
        try blocks.remove(record)
        try blocks.put(record, under: Set(members.prefix(Self.pairLimit).flatMap(knowledge.keys(of:))).sorted())
    }

    private func show(_ record: Int64, _ first: EntryProfile) throws {
        let shown = ShownEntry(
            try ClaimReader(database: database).shown(ofRecord: record), kind: first.kind, content: first.content,
            sort: first.sort, heading: first.heading)
        try database.run(
            """
            UPDATE canonical SET sort = ?, heading = ?, folded = ?, first_day = ?, last_day = ?, status = ?
            WHERE number = ?
            """,
            [
                shown.sort, shown.heading, FoldedText(shown.heading).value, shown.days?.first, shown.days?.last,
                shown.status, record,
            ])
    }

    private func keepParties(of record: Int64, _ members: [EntryProfile]) throws {
        var pairs = try Set(
            database.all("SELECT low, high FROM pair_entry WHERE entry = ?", [record]).map { row in
                Pair(low: try row.value("low"), high: try row.value("high"))
            })
        if members.count < Self.memberLimit {
            try database.run("DELETE FROM canonical_party WHERE entry = ?", [record])
        }
        try database.run("DELETE FROM pair_entry WHERE entry = ?", [record])
        let days = try database.one(
            """
            SELECT COALESCE(first_day, first_seen) AS day, \(Self.contactDay) AS contact_day
            FROM canonical WHERE number = ?
            """, [record])
        let day: String? = try days?.value("day")
        let contactDay: String = try days?.value("contact_day") ?? ""
        var roles: [Int64: Set<String>] = [:]
        var belongsTo: [Int64: Set<Int64>] = [:]
        for member in members {
            for (role, records) in member.parties { for party in records { roles[party, default: []].insert(role) } }
            for (party, bodies) in member.sides { belongsTo[party, default: []].formUnion(bodies) }
        }
        for body in Set(roles.keys).union(belongsTo.values.joined()) {
            guard let city = try city(ofBody: body) else { continue }
            for party in belongsTo.keys where belongsTo[party]?.contains(body) == true {
                belongsTo[party]?.insert(city)
            }
            belongsTo[body, default: []].insert(city)
        }
        for party in roles.keys { belongsTo[party, default: []].formUnion(try country(of: party)) }
        for bodies in belongsTo.values {
            for body in bodies { belongsTo[body, default: []].formUnion(try country(of: body)) }
        }
        for bodies in belongsTo.values { for body in bodies where roles[body] == nil { roles[body] = ["for"] } }
        for (party, names) in roles.sorted(by: { $0.key < $1.key }) {
            for role in names.sorted() {
                try database.run(
                    "INSERT OR IGNORE INTO canonical_party (party, entry, role, day) VALUES (?, ?, ?, ?)",
                    [party, record, role, day])
            }
        }
        // Who goes somewhere is in touch with that place; where two others meet is only where they meet.
        let idle: Set<String> =
            members.contains { $0.sort == "visit" } ? ["witness", "saidBy"] : ["witness", "saidBy", "place"]
        let active = roles.filter { !$0.value.isSubset(of: idle) }.keys.sorted().prefix(Self.pairLimit)
        let named = try placesNamed(in: members).subtracting(roles.keys)
        for place in named { belongsTo[place, default: []].formUnion(try country(of: place)) }
        let paired = (active + named.sorted().prefix(Self.pairLimit)).sorted()
        for low in paired {
            for high in paired
            where low < high && belongsTo[low]?.contains(high) != true && belongsTo[high]?.contains(low) != true {
                try database.run(
                    "INSERT OR IGNORE INTO pair_entry (low, high, day, entry) VALUES (?, ?, ?, ?)",
                    [low, high, contactDay, record])
                pairs.insert(Pair(low: low, high: high))
            }
        }
        for pair in pairs { try keepContact(of: pair) }
    }

    /// The day on which those who take part had to do with each other: the day of an occasion, and where something is told
    /// of a later day, such as the deadline of a promise, the day on which it is told.
    private static let contactDay = """
        IIF(kind IN ('engagement', 'agreement'), COALESCE(first_day, first_seen),
            min(COALESCE(first_day, first_seen), COALESCE(first_seen, first_day)))
        """

    /// Cities and countries that the words of proof name, such as the one that a pledge is to help.
    private func placesNamed(in members: [EntryProfile]) throws -> Set<Int64> {
        let sql = """
            SELECT DISTINCT canonical.number FROM evidence
                JOIN item ON item.source = ? AND item.kind = 'party'
                JOIN mention ON mention.party = item.number AND mention.scalar_start >= evidence.scalar_start
                    AND mention.scalar_end <= evidence.scalar_end
                JOIN membership ON membership.item = item.number
                JOIN canonical ON canonical.number = membership.canonical
            WHERE evidence.item = ? AND canonical.kind IN ('city', 'country')
            """
        var places: Set<Int64> = []
        for member in members.suffix(Self.pairLimit) {
            for row in try database.all(sql, [member.source, member.item]) { places.insert(try row.value("number")) }
            places.formUnion(try placesWritten(in: member))
        }
        return places
    }

    /// Cities and countries of the page whose name is part of another in the words of proof, as in `Busan City Council`,
    /// or with which the name of a body begins that takes part.
    private func placesWritten(in member: EntryProfile) throws -> Set<Int64> {
        let quotes = try database.all("SELECT quote FROM evidence WHERE item = ? AND field = ''", [member.item])
        let bodies = try database.all(
            """
            SELECT party_name.folded, party.kind FROM entry_party JOIN party ON party.item = entry_party.party
                JOIN party_name ON party_name.party = party.item
            WHERE entry_party.entry = ? AND entry_party.role <> 'place'
                AND party.kind IN ('organisation', 'government', 'group')
            """, [member.item]
        ).map { row in
            let name: [String] = SearchWords.tokens(try row.value("folded"))
            return (name: name, acts: actsForItsPlace(name, kind: try row.value("kind")))
        }
        let words = try quotes.map { row in
            let words: [String] = SearchWords.tokens(FoldedText(try row.value("quote")).value)
            return bodies.filter { !$0.acts }.reduce(words) { words, body in words.replacing(body.name, with: []) }
        }
        let sql = """
            SELECT canonical.number, party_name.folded FROM item
                JOIN party_name ON party_name.party = item.number
                JOIN membership ON membership.item = item.number
                JOIN canonical ON canonical.number = membership.canonical
            WHERE item.source = ? AND item.kind = 'party' AND canonical.kind IN ('city', 'country')
            """
        var places: Set<Int64> = []
        for row in try database.all(sql, [member.source]) {
            let name = SearchWords.tokens(try row.value("folded"))
            guard !name.isEmpty else { continue }
            if words.contains(where: { $0.contains(name) })
                || bodies.contains(where: { $0.acts && $0.name.starts(with: name) })
            {
                places.insert(try row.value("number"))
            }
        }
        return places
    }

    private struct Pair: Hashable {
        let low: Int64
        let high: Int64
    }

    /// Keeps the last thing that two parties did together.
    private func keepContact(of pair: Pair) throws {
        try database.run("DELETE FROM pair_contact WHERE low = ? AND high = ?", [pair.low, pair.high])
        try database.run(
            """
            INSERT INTO pair_contact (low, high, day, entry, entries)
            SELECT low, high, day, entry, (SELECT count(*) FROM (
                SELECT 1 FROM pair_entry WHERE low = ? AND high = ? LIMIT 9))
            FROM pair_entry WHERE low = ? AND high = ? ORDER BY day DESC, entry DESC LIMIT 1
            """, [pair.low, pair.high, pair.low, pair.high])
    }

    /// Whether a body acts for the place in whose name its own begins: `Busan Metropolitan Council` does, and
    /// `Victoria University` does not.
    private func actsForItsPlace(_ words: [some StringProtocol], kind: String) -> Bool {
        kind != Party.Kind.organisation.rawValue || words.contains { knowledge.matching.bodies.contains(String($0)) }
    }

    /// The city or country with whose name that of a body begins: `Busan Metropolitan Council` acts for Busan.
    private func city(ofBody record: Int64) throws -> Int64? {
        let sql = """
            SELECT membership.canonical FROM party_name JOIN party ON party.item = party_name.party
                JOIN membership ON membership.item = party.item
            WHERE party_name.folded = ? AND party.kind IN ('city', 'country') LIMIT 1
            """
        let rows = try database.all(
            "SELECT folded, kind FROM canonical WHERE number = ? AND kind IN ('organisation', 'government')", [record])
        guard let row = rows.first else { return nil }
        let words = (try row.value("folded") as String).split(separator: " ")
        guard actsForItsPlace(words, kind: try row.value("kind")) else { return nil }
        for count in stride(from: min(Self.longestPlace, words.count - 1), to: 0, by: -1) {
            let row = try database.one(sql, [words.prefix(count).joined(separator: " ")])
            if let city: Int64 = try row?.value("canonical") { return city }
        }
        return nil
    }

    /// The country that a place's or body's ISO 3166 code names.
    private func country(of record: Int64) throws -> Set<Int64> {
        let sql = """
            SELECT country.canonical FROM canonical_identifier AS code
                JOIN canonical_identifier AS country ON country.register = 'iso3166'
                    AND country.value = substr(code.value, 1, 2)
            WHERE code.canonical = ? AND code.register = 'iso3166' AND length(code.value) > 2 LIMIT 2
            """
        return Set(try database.all(sql, [record]).map { try $0.value("canonical") })
    }
}
