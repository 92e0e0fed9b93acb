// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB

extension Ledger {
    /// The kinds of parties that come and go.
    private static let unlasting = [Party.Kind.person, .group].map { "'\($0.rawValue)'" }.joined(separator: ", ")

    /// The last day that the day of a `pair` can mean, where it is the day of `entry`, by which it is told as precisely as it is
    /// known.
    static func lastDaySQL(ofPairBy entry: String) -> String {
        "IIF(\(entry).first_day = pair.day, \(entry).last_day, NULL) AS last_day"
    }

    /// A query for the country that a place lies in, as its pages have it.
    static func countrySQL(_ record: String) -> String {
        """
        SELECT min(party.country) AS country FROM membership JOIN party ON party.item = membership.item
        WHERE membership.canonical = \(record)
        """
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
        // Whether the last dealings of the pair were also those of one side with a part of the other, and are told of them.
        let finer = [("low", "two_code"), ("high", "one_code")].map { side, other in
            """
            silent.\(side) IN (finer.low, finer.high)
                AND silent.\(other) = (\(Self.countrySQL("finer.low + finer.high - silent.\(side)")))
            """
        }
        let sql = """
            SELECT * FROM (
                SELECT pair.day, pair.low, pair.high, pair.entry, entry.id, entry.heading, entry.sources, entry.origins,
                    \(Self.lastDaySQL(ofPairBy: "entry")),
                    \(sides.joined(separator: ", "))
                FROM pair_contact AS pair JOIN canonical AS entry ON entry.number = pair.entry
                    JOIN canonical AS one ON one.number = pair.low JOIN canonical AS two ON two.number = pair.high
                WHERE pair.day < ? AND pair.entries > 1 AND one.kind NOT IN (\(Self.unlasting))
                    AND two.kind NOT IN (\(Self.unlasting)) AND one.folded <> two.folded) AS silent
            WHERE NOT COALESCE(one_code = two_country, FALSE) AND NOT COALESCE(two_code = one_country, FALSE)
                AND NOT EXISTS (
                    SELECT 1 FROM pair_entry AS told
                        JOIN pair_contact AS finer ON finer.low = told.low AND finer.high = told.high
                    WHERE told.entry = silent.entry AND finer.entry = silent.entry AND finer.entries > 1
                        AND (\(finer.joined(separator: " OR "))))
            ORDER BY day, one_id, two_id LIMIT ?
            """
        return try database.all(sql, [long, limit]).map { row in
            DueItem(
                reason: .noContact, entry: NamedItem(id: try row.value("id"), name: try row.value("heading")),
                parties: try ["one", "two"].map { side in
                    NamedItem(id: try row.value("\(side)_id"), name: try row.value("\(side)_name"))
                },
                day: DaySpan.text(from: try row.value("day"), to: try row.value("last_day")), status: nil,
                sources: try row.value("sources"),
                origins: try row.value("origins"))
        }
    }
}
