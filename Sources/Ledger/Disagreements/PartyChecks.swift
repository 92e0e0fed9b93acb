// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB

/// Finds on what pages disagree about a party: who held its offices, and how a name is spelt.
struct PartyChecks {
    let database: Database
    let knowledge: IdentityKnowledge

    private struct Holder {
        let record: Int64
        let name: String
        let title: String
        let body: String
        let first: String
        let last: String
    }

    /// What pages disagree about where a record has an office.
    func findings(about record: Int64) throws -> [Finding] {
        let tenures = try database.all(
            """
            SELECT DISTINCT tenure.title, tenure.body, canonical.heading FROM tenure
                JOIN canonical ON canonical.number = tenure.body
            WHERE tenure.holder = ? AND tenure.standing <> 'former'
            """, [record])
        var findings: [Finding] = []
        for row in tenures {
            let title: String = try row.value("title")
            guard knowledge.isUnique(title, of: try row.value("heading")) else { continue }
            findings += try holders(of: title, body: row.value("body"), about: record)
        }
        return try findings + spellings(of: record)
    }

    private func holders(of title: String, body: Int64, about record: Int64) throws -> [Finding] {
        // "Chairwoman Lam" on other pages is of the same body, unless she had the office in two.
        let sql = """
            SELECT tenure.holder, canonical.heading, body.heading AS body,
                min(tenure.first_day, COALESCE(plain.first_day, tenure.first_day)) AS first_day,
                max(tenure.last_day, COALESCE(plain.last_day, tenure.last_day)) AS last_day
            FROM tenure JOIN canonical ON canonical.number = tenure.holder
                JOIN canonical AS body ON body.number = tenure.body
                LEFT JOIN tenure AS plain ON plain.holder = tenure.holder AND plain.title = tenure.title
                    AND plain.standing = tenure.standing AND plain.body = 0 AND NOT EXISTS (
                        SELECT 1 FROM tenure AS other WHERE other.holder = tenure.holder
                            AND other.title = tenure.title AND other.body NOT IN (0, tenure.body))
            WHERE tenure.body = ? AND tenure.title = ? AND tenure.standing IN ('holder', 'acting')
                AND tenure.first_day IS NOT NULL AND canonical.kind = 'person'
            ORDER BY 4, tenure.holder LIMIT 64
            """
        let holders = try database.all(sql, [body, title]).map {
            Holder(
                record: try $0.value("holder"), name: try $0.value("heading"), title: title, body: try $0.value("body"),
                first: try $0.value("first_day"), last: try $0.value("last_day"))
        }
        guard let mine = holders.first(where: { $0.record == record }) else { return [] }
        return try holders.filter { $0.record != record }.compactMap { try finding(mine, $0, body: body) }
    }

    /// Two holders whose times overlap; one day of both may be the day on which the office changed hands.
    private func finding(_ mine: Holder, _ theirs: Holder, body: Int64) throws -> Finding? {
        let begins = max(mine.first, theirs.first)
        let ends = min(mine.last, theirs.last)
        guard begins <= ends, !isShortForm(mine.name, theirs.name) else { return nil }
        let sides = try [mine, theirs].map { holder in
            Finding.Side(
                value: holder.name,
                items: try items(of: holder.record, title: holder.title, body: body, from: begins, to: ends))
        }
        guard sides.allSatisfy({ !$0.items.isEmpty }) else { return nil }
        let days = begins == ends ? "on \(begins)" : "between \(begins) and \(ends)"
        let (first, second) = mine.record < theirs.record ? (sides[0], sides[1]) : (sides[1], sides[0])
        return Finding(
            kind: .officeHolder, subject: min(mine.record, theirs.record), other: max(mine.record, theirs.record),
            field: "office",
            reason: "\(first.value) and \(second.value) are both called \(mine.title) of \(mine.body) \(days).",
            sides: [first, second])
    }

    /// Whether one name has only words of the other: "Mayor Park" of one page may be the Park Won-soon of the next.
    private func isShortForm(_ one: String, _ other: String) -> Bool {
        guard let one = knowledge.personName(one), let other = knowledge.personName(other) else { return false }
        let (mine, theirs) = (Set(one.tokens), Set(other.tokens))
        return mine.isSubset(of: theirs) || theirs.isSubset(of: mine)
    }

    /// The items that name somebody as holder; where none lies in the common time, those next to it.
    private func items(of record: Int64, title: String, body: Int64, from first: String, to last: String) throws
        -> [Int64]
    {
        let sql = """
            SELECT item.number, office.title, source.seen FROM membership
                JOIN item ON item.number = membership.item JOIN office ON office.holder = item.number
                JOIN source ON source.number = item.source
                JOIN membership AS bodies ON bodies.item = office.body
            WHERE membership.canonical = ? AND bodies.canonical = ? ORDER BY membership.item DESC LIMIT 200
            """
        let all = try database.all(sql, [record, body]).filter {
            knowledge.office(try $0.value("title")).title == title
        }
        .map { (item: try $0.value("number") as Int64, seen: try $0.value("seen") as String? ?? "") }
        let common = all.filter { first <= $0.seen && $0.seen <= last }
        return (common.isEmpty ? all : common).map(\.item)
    }

    /// Two spellings of one person's name that differ by a letter, and not as languages and alphabets do.
    private func spellings(of record: Int64) throws -> [Finding] {
        guard let row = try database.one("SELECT kind FROM canonical WHERE number = ?", [record]),
            try row.value("kind") as String == Party.Kind.person.rawValue
        else { return [] }
        let names = try database.all(
            "SELECT name FROM canonical_name WHERE canonical = ? ORDER BY uses DESC, name LIMIT 24", [record]
        ).compactMap { knowledge.personName(try $0.value("name")) }.filter { $0.tokens.count > 1 }
        for (index, one) in names.enumerated() {
            for other in names.dropFirst(index + 1) where areMisspelt(one, other) {
                let sides = try [one, other].map {
                    Finding.Side(value: $0.written, items: try items(of: record, named: $0))
                }
                guard sides.allSatisfy({ !$0.items.isEmpty }) else { continue }
                return [
                    Finding(
                        kind: .spelling, subject: record, field: "name",
                        reason: "\(one.written) is also spelt \(other.written).", sides: sides)
                ]
            }
        }
        return []
    }

    private func areMisspelt(_ one: PartyName, _ other: PartyName) -> Bool {
        guard one.tokens.count == other.tokens.count, one.joined != other.joined else { return false }
        if let korean = one.korean, let theirs = other.korean, korean.isCompatible(with: theirs) { return false }
        let plain = (one.sorted.map(NameTokens.withoutPairs), other.sorted.map(NameTokens.withoutPairs))
        guard plain.0 != plain.1 else { return false }
        let different = zip(one.tokens, other.tokens).filter { $0 != $1 }
        guard different.count == 1 else { return false }
        return EditDistance.between(different[0].0, different[0].1, atMost: 2) != nil
    }

    private func items(of record: Int64, named name: PartyName) throws -> [Int64] {
        let sql = """
            SELECT DISTINCT membership.item, party_name.name FROM membership
                JOIN party_name ON party_name.party = membership.item
            WHERE membership.canonical = ? ORDER BY membership.item LIMIT 2000
            """
        return try database.all(sql, [record]).filter {
            knowledge.personName(try $0.value("name"))?.tokens == name.tokens
        }.map { try $0.value("item") }
    }
}
