// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB

extension Ledger {
    /// For each of these records its numbers in public registers, by register.
    package func identifiers(ofRecords ids: [String]) throws(LedgerError) -> [String: [String: String]] {
        let request: SQLRequest<Row> = """
            SELECT canonical.id, register, value FROM canonical_identifier
                JOIN canonical ON canonical.number = canonical_identifier.canonical
            WHERE canonical.id IN \(ids) ORDER BY uses, value DESC
            """
        return try read { database in
            var found: [String: [String: String]] = [:]
            for row in try request.fetchAll(database) {
                found[try row.value("id"), default: [:]][try row.value("register")] = try row.value("value") as String
            }
            return found
        }
    }

    /// The ids of the sources that speak of any of these records.
    package func sources(ofRecords ids: [String]) throws(LedgerError) -> [String] {
        let request: SQLRequest<String> = """
            SELECT DISTINCT source.id FROM canonical
                JOIN canonical_source ON canonical_source.canonical = canonical.number
                JOIN source ON source.number = canonical_source.source
            WHERE canonical.id IN \(ids) ORDER BY source.number DESC LIMIT 1000
            """
        return try read { try request.fetchAll($0) }
    }

    /// The id of the one source whose fingerprint begins with `digits`; `nil` where none or several do.
    package func sourceId(beginning digits: String) throws(LedgerError) -> String? {
        guard digits.utf8.count >= 8, digits.allSatisfy(\.isHexDigit) else { return nil }
        let first = "sha256:\(digits.lowercased())"
        let request: SQLRequest<String> = """
            SELECT id FROM source WHERE id >= \(first) AND id < \(first + "g") LIMIT 2
            """
        let ids = try read { try request.fetchAll($0) }
        return ids.count == 1 ? ids[0] : nil
    }

    /// The pairs of parties that have most to do with each other, those with the latest dealings first.
    package func busiestPairs(limit: Int = 50) throws(LedgerError) -> [PairSummary] {
        let request: SQLRequest<Row> = """
            SELECT one.id AS one_id, one.heading AS one_name, two.id AS two_id, two.heading AS two_name, pair.day,
                \(sql: Self.lastDaySQL(ofPairBy: "last")), pair.entries
            FROM (SELECT * FROM pair_contact WHERE entries > 1 ORDER BY day DESC LIMIT \(limit * 20)) AS pair
                JOIN canonical AS one ON one.number = pair.low JOIN canonical AS two ON two.number = pair.high
                JOIN canonical AS last ON last.number = pair.entry
            WHERE one.kind IN ('city', 'country') AND two.kind = one.kind
            ORDER BY pair.day DESC, one.id, two.id LIMIT \(limit)
            """
        return try read { database in
            try request.fetchAll(database).map { row in
                PairSummary(
                    left: NamedItem(id: try row.value("one_id"), name: try row.value("one_name")),
                    right: NamedItem(id: try row.value("two_id"), name: try row.value("two_name")),
                    lastContact: DaySpan.text(from: try row.value("day"), to: try row.value("last_day")),
                    entries: try row.value("entries"))
            }
        }
    }
}

/// Two parties and how much they had to do with each other.
package struct PairSummary: Hashable, Sendable {
    /// One party.
    package let left: NamedItem
    /// The other.
    package let right: NamedItem
    /// When they last had to do with each other, in EDTF as precisely as it is known; empty where no page has a day.
    package let lastContact: String
    /// How many entries they share.
    package let entries: Int
}
