// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB

/// What a list shows of an entry: the first-ranked value of each field that a row has.
struct ShownEntry {
    let sort: String
    let heading: String
    let days: DaySpan?
    let status: String?

    /// Takes `shown`, the values by field, and the first page's entry for what no field gives.
    init(_ shown: [String: String], kind: Entry.Kind, content: Entry.Content, sort: String, heading: String) {
        self.sort = shown[content.sortField] ?? sort
        self.heading =
            kind == .figure ? Self.figure(shown) : content.headingFields.compactMap { shown[$0] }.first ?? heading
        days = content.dateField.flatMap { shown[$0] }.flatMap { PartialDate($0) }.map { DaySpan($0) }
        status = shown["status"] ?? shown["state"] ?? (kind == .commitment ? "open" : nil)
    }

    /// What is counted and how many, as "nurses from Kumasi: 1,300" or "trading partner in Asia: rank 3"; the unit where the
    /// words before it do not hold it.
    private static func figure(_ shown: [String: String]) -> String {
        let indicator = shown["indicator"] ?? ""
        let unit = shown["unit"].flatMap { indicator.lowercased().contains($0.lowercased()) ? nil : $0 }
        let value = shown["value"].map { DigitGroups.text($0, from: 1_000) }
        let amount = (unit == "rank" ? [unit, value] : [value, unit]).compactMap(\.self).joined(separator: " ")
        return indicator.isEmpty ? amount : "\(indicator): \(amount)"
    }
}

extension Ledger {
    /// The rows of records; in a ledger opened as of a day with the values that were known then.
    func recordRows(_ rows: [Row], _ database: Database) throws -> [RecordRow] {
        try rows.map { row in
            let stored = try RecordRow(row)
            guard asOf != nil, try row.value("class") as String == MembershipStore.Class.entry.rawValue else {
                return stored
            }
            let number: Int64 = try row.value("number")
            let sql = """
                SELECT entry.kind, entry.sort, entry.heading, entry.content FROM membership
                    JOIN item ON item.number = membership.item JOIN entry ON entry.item = item.number
                WHERE membership.canonical = ? AND NOT item.retired ORDER BY item.number LIMIT 1
                """
            guard let first = try database.one(sql, [number]) else { return stored }
            let kind: Entry.Kind = try first.word("kind")
            let shown = ShownEntry(
                try ClaimReader(database: database).shown(ofRecord: number), kind: kind,
                content: try Entry.Content(kind: kind, json: first.value("content")), sort: try first.value("sort"),
                heading: try first.value("heading"))
            return RecordRow(stored, showing: shown)
        }
    }
}
