// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Ledger

/// A year of a city or country with its partners: visits in and out, agreements by type, programmes, dormant ties.
package struct YearReport: Sendable {
    /// One row in the shape of local-government exchange statistics.
    package struct Row: Hashable, Sendable {
        /// The country of the partner, where it is known.
        package let country: String
        /// The partner.
        package let city: String
        /// What it was about: the kind of occasion, agreement or programme.
        package let field: String
        /// When, as stated.
        package let date: String
        /// Whether it is a `sister` tie, a `friendship`, or neither.
        package let tie: String
        /// Whether the partner came (`in`), was visited (`out`), or neither.
        package let direction: String
        /// What.
        package let heading: String
        /// The words that prove it.
        package let quote: String
        /// Where they stand.
        package let source: String
    }

    /// Whom it is about.
    package let subject: String
    /// The year.
    package let year: Int
    /// Occasions, agreements and programmes of the year, in the order of their dates.
    package let rows: [Row]
    /// Ties that have had no contact for a year at its end: the partner and the last day.
    package let dormant: [(partner: String, day: String)]

    private static let limit = 5000

    /// Gathers the year of the party called `name`.
    package init(_ ledger: Ledger, about name: String, year: Int) throws {
        guard let id = try ledger.partyIds(named: name).first else { throw BriefingError(.unknownParty, name) }
        let mine = try ledger.record(id)
        let digits = String(year)
        let prefix = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        subject = mine.row.heading
        self.year = year
        var rows: [Row] = []
        for kind in [Entry.Kind.engagement, .agreement, .programme] {
            let found = try ledger.entryRecords(
                RecordQuery(
                    kind: kind.rawValue, party: id, since: "\(prefix)-01-01", until: "\(prefix)-12-31",
                    limit: Self.limit))
            for row in found where (row.firstDay ?? row.firstSeen ?? "").hasPrefix(prefix) {
                rows += try Self.rows(Fact(try ledger.record(row.id)), mine, ledger)
            }
        }
        self.rows = rows.sorted { ($0.date, $0.city, $0.heading) < ($1.date, $1.city, $1.heading) }
        dormant = try ledger.due(DueQuery(today: "\(prefix)-12-31", limit: Self.limit)).compactMap { item in
            guard item.reason == .noContact, item.parties.contains(where: { $0.id == id }),
                let partner = item.parties.first(where: { $0.id != id }),
                [Party.Kind.city, .country].map(\.rawValue).contains(try ledger.record(partner.id).row.kind)
            else { return nil }
            return (partner.name, item.day ?? "")
        }
    }

    /// A row for each city or country that takes part, or for which somebody does.
    private static func rows(_ fact: Fact, _ mine: Record, _ ledger: Ledger) throws -> [Row] {
        guard let proof = fact.proofs.first else { return [] }
        let partners = try partners(of: fact, mine, ledger)
        let isHost = fact.parties("host").contains { $0.id == mine.row.id }
        let isVisitor = fact.parties("visitor").contains { $0.id == mine.row.id }
        let isHere = fact.parties("place").contains { $0.id == mine.row.id }
        let tie =
            fact.kind != .agreement
            ? ""
            : fact.row.sort == Agreement.Form.sisterCity.rawValue
                ? "sister" : fact.row.sort == Agreement.Form.partnership.rawValue ? "friendship" : ""
        return partners.map { partner in
            let isThere = fact.parties("place").contains { $0.id == partner.row.id }
            let direction =
                fact.kind != .engagement ? "" : isHost || isHere ? "in" : isVisitor || isThere ? "out" : ""
            return Row(
                country: country(of: partner), city: partner.row.heading, field: "\(fact.row.kind): \(fact.row.sort)",
                date: fact.dateText, tie: tie, direction: direction, heading: MarkupText.oneLine(fact.row.heading),
                quote: MarkupText.oneLine(proof.evidence.quote), source: proof.source.location ?? proof.source.label)
        }
    }

    private static func partners(of fact: Fact, _ mine: Record, _ ledger: Ledger) throws -> [Record] {
        var seen: Set<String> = [mine.row.id]
        let named = try fact.participants.filter { seen.insert($0.party.id).inserted }
            .map { try ledger.record($0.party.id) }
        let places = named.filter { [Party.Kind.city, .country].map(\.rawValue).contains($0.row.kind) }
        let cities = places.filter { $0.row.kind == Party.Kind.city.rawValue }
        return cities.isEmpty ? places : cities
    }

    private static func country(of record: Record) -> String {
        record.identifiers["iso3166"].map { String($0.prefix(2)) } ?? ""
    }

    /// How many rows there are of each kind, in the order of the kinds.
    package var counts: [(field: String, count: Int)] {
        let headings = Dictionary(grouping: rows) { $0.field }
        return headings.keys.sorted().map { field in
            (field, Set((headings[field] ?? []).map { "\($0.date)\n\($0.heading)" }).count)
        }
    }
}
