// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Ledger

/// Words of a source that prove a value.
package struct Proof: Hashable, Sendable {
    /// Where they stand.
    package let source: SourceReference
    /// The words and their range.
    package let evidence: Evidence
}

/// One entry of the world as every format shows it: shown values, parties in their roles, and what proves them.
package struct Fact: Hashable, Sendable {
    /// What a list shows of it.
    package let row: RecordRow
    /// Who takes part, by role and then as the ledger ranks them.
    package let participants: [EntryRecordRow.Participant]
    /// What proves it, the earliest page first.
    package let proofs: [Proof]
    /// How many pages speak of it.
    package let sources: Int
    /// How many of them are not copies of another.
    package let origins: Int
    private let values: [ClaimedValue]
    private let parts: [ClaimedValue]

    /// Gathers what is shown of a record; of a record as known on a day the pages until then count.
    package init(_ record: Record) { self.init(record.row, record.values) }

    /// Gathers what is shown of the record that `row` is of, whose values are `claimed`.
    init(_ row: RecordRow, _ claimed: [ClaimedValue]) {
        self.row = row
        let claims = claimed.flatMap(\.claims)
        sources = Set(claims.compactMap { $0.source?.id }).count
        origins = Set(claims.compactMap(\.origin)).count
        let shown = claimed.filter(\.isShown)
        values = shown.filter { $0.party == nil }
        parts = shown.filter { $0.party != nil }
        participants = parts.compactMap { value in
            value.party.map { EntryRecordRow.Participant(role: value.field, party: $0) }
        }
        proofs = Self.proofs(shown.flatMap(\.claims))
    }

    /// The facts of records in a list, with what their latest pages say.
    static func of(_ rows: [RecordRow], in ledger: Ledger, asOf day: String?) throws(LedgerError) -> [Fact] {
        zip(rows, try ledger.values(ofRecords: rows.map(\.id), asOf: day)).map { Fact($0, $1) }
    }

    /// The evidence of claims, each once, the earliest page first.
    package static func proofs(_ claims: [Claim]) -> [Proof] {
        var seen: Set<Proof> = []
        let found = claims.flatMap { claim -> [Proof] in
            claim.source.map { source in claim.evidence.map { Proof(source: source, evidence: $0) } } ?? []
        }
        // What has no day of publication comes last.
        func key(_ proof: Proof) -> (String, String, TextPosition) {
            (
                proof.source.published.map { DaySpan($0).first } ?? "9999", proof.source.id,
                proof.evidence.range.start
            )
        }
        return found.filter { seen.insert($0).inserted }.sorted { key($0) < key($1) }
    }

    /// The kind; `nil` for a word that this program does not know.
    package var kind: Entry.Kind? { Entry.Kind(rawValue: row.kind) }

    /// The shown value of a field; of a field with many values the first.
    package func value(_ field: String) -> String? { values.first { $0.field == field }?.value }

    /// How many pages, and how many origins, give the shown value of a field.
    func support(of field: String) -> (sources: Int, origins: Int)? {
        values.first { $0.field == field }.map { ($0.sources, $0.origins) }
    }

    /// What the very pages say that give the shown value of `field`, the earliest page first.
    ///
    /// A page that gives another number proves what is counted, not this number.
    package func proofs(of field: String) -> [Proof] {
        let items = Set(values.filter { $0.field == field }.flatMap(\.claims).map(\.item))
        return Self.proofs((values + parts).flatMap(\.claims).filter { items.contains($0.item) })
    }

    /// All shown values of a field.
    package func values(_ field: String) -> [String] { values.filter { $0.field == field }.map(\.value) }

    /// The names of the fields that have a value, in alphabetical order.
    package var fields: [String] { Set(values.map(\.field)).sorted() }

    /// Those who take part in any of these roles, each once.
    package func parties(_ roles: String...) -> [NamedItem] {
        var seen: Set<String> = []
        return roles.flatMap { role in participants.filter { $0.role == role }.map(\.party) }
            .filter { seen.insert($0.id).inserted }
    }

    /// Those in a role by the very pages that give the shown value of `field`: who gave another value did not give this one.
    package func parties(_ role: String, giving field: String) -> [NamedItem] {
        let items = Set(values.filter { $0.field == field }.flatMap(\.claims).map(\.item))
        return parts.filter { $0.field == role && $0.claims.contains { items.contains($0.item) } }.compactMap(\.party)
    }

    /// Its date as stated: of the occasion, of the deadline, or the day that a figure is good for.
    package var date: PartialDate? {
        ["date", "deadline", "asOf"].lazy.compactMap { value($0) }.first.flatMap { PartialDate($0) }
    }

    /// The number of a figure, or the lower bound of a range.
    package var number: Double? {
        value("value").flatMap { text in
            text.split(separator: " ").lazy.compactMap { Double($0) }.first
        }
    }
}

extension PartialDate.Moment {
    /// The moment as ISO 8601 has it, with the parts that are known.
    package var text: String {
        let parts = [(year, 4), (month ?? 0, 2), (day ?? 0, 2)].prefix(day != nil ? 3 : month != nil ? 2 : 1)
        return parts.map { number, width in
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }.joined(separator: "-")
    }
}

extension PartialDate {
    /// The first day as `YYYY-MM-DD`, where it is known to the day.
    package var firstDay: String? { start.day == nil ? nil : start.text }
    /// The last day as `YYYY-MM-DD`, where it is known to the day.
    package var lastDay: String? {
        guard let end else { return firstDay }
        return end.day == nil ? nil : end.text
    }
}
