// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB

extension Ledger {
    /// The kinds of parties that come and go.
    private static let unlasting = [Party.Kind.person, .group].map { "'\($0.rawValue)'" }.joined(separator: ", ")

    /// A query for the country that a place lies in, as its pages have it.
    static func countrySQL(_ record: String) -> String {
        """
        SELECT min(party.country) AS country FROM membership JOIN party ON party.item = membership.item
        WHERE membership.canonical = \(record)
        """
    }

    /// One side of a pair.
    private struct Side: Hashable {
        let item: NamedItem
        /// The code of the country that it is.
        let code: String?
        /// The code of the country that it lies in.
        let country: String?

        init(_ name: String, in row: Row) throws {
            item = NamedItem(id: try row.value("\(name)_id"), name: try row.value("\(name)_name"))
            code = try row.value("\(name)_code")
            country = try row.value("\(name)_country")
        }

        func lies(in other: Side) -> Bool { country.map { $0 == other.code } ?? false }
    }

    /// Pairs of places and bodies that have had dealings more than once, the last of them long ago.
    ///
    /// A city and the country that it lies in are no pair: what one does with the other is no cooperation abroad. Nor are
    /// a city and a country where its last dealings with it were those with one of the country's cities.
    func silentPairs(_ long: String, _ limit: Int, _ database: Database) throws -> [DueItem] {
        let sides = ["one", "two"].map { side in
            """
            \(side).id AS \(side)_id, \(side).heading AS \(side)_name,
            (SELECT value FROM canonical_identifier WHERE canonical = \(side).number AND register = 'iso3166'
                AND \(side).kind = 'country' LIMIT 1) AS \(side)_code,
            (\(Self.countrySQL("\(side).number"))) AS \(side)_country
            """
        }
        let sql = """
            SELECT * FROM (
                SELECT pair.day, entry.id, entry.heading, entry.sources, entry.origins, \(sides.joined(separator: ", "))
                FROM pair_contact AS pair JOIN canonical AS entry ON entry.number = pair.entry
                    JOIN canonical AS one ON one.number = pair.low JOIN canonical AS two ON two.number = pair.high
                WHERE pair.day < ? AND pair.entries > 1 AND one.kind NOT IN (\(Self.unlasting))
                    AND two.kind NOT IN (\(Self.unlasting)) AND one.folded <> two.folded)
            WHERE NOT COALESCE(one_code = two_country, FALSE) AND NOT COALESCE(two_code = one_country, FALSE)
            ORDER BY day, one_id, two_id LIMIT ?
            """
        let pairs = try database.all(sql, [long, limit]).map { row in
            (
                row: row, sides: [try Side("one", in: row), try Side("two", in: row)],
                entry: try row.value("id") as String
            )
        }
        let told = Dictionary(grouping: pairs, by: \.entry).mapValues { $0.map(\.sides) }
        return try pairs.filter { pair in
            !(told[pair.entry] ?? []).contains { other in
                [(0, 1), (1, 0)].contains { mine, theirs in
                    other.contains(pair.sides[mine])
                        && other.contains { $0 != pair.sides[mine] && $0.lies(in: pair.sides[theirs]) }
                }
            }
        }.map { pair in
            DueItem(
                reason: .noContact, entry: NamedItem(id: pair.entry, name: try pair.row.value("heading")),
                parties: pair.sides.map(\.item), day: try pair.row.value("day"), status: nil,
                sources: try pair.row.value("sources"), origins: try pair.row.value("origins"))
        }
    }
}
