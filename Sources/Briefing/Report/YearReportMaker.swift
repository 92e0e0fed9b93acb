// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Ledger

/// Gathers the rows of a yearly report.
struct YearReportMaker {
    let ledger: Ledger
    /// The city or country that the report is about.
    let mine: Record
    private let year: String
    private let words: Words
    private let fields: ExchangeFields
    /// The ids of the place and of its government.
    private let bodies: [String]
    private var places: [String: Record] = [:]
    private var homes: [String: Set<String>] = [:]
    /// The ties by the id of the partner, the firmest first.
    private var ties: [String: YearReport.Tie] = [:]

    private static let limit = 5000

    init(_ ledger: Ledger, _ mine: Record, year: Int, words: Words) throws {
        self.ledger = ledger
        self.mine = mine
        let digits = String(year)
        self.year = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        self.words = words
        fields = try ExchangeFields()
        bodies = try Governments(ledger).bodies(of: mine)
    }

    /// The rows of the year in the order of their dates.
    mutating func rows() throws -> [YearReport.Row] {
        try gatherTies()
        var seen: Set<String> = []
        var rows: [YearReport.Row] = []
        for kind in [Entry.Kind.engagement, .agreement, .programme] {
            for row in try entries(kind, since: "\(year)-01-01")
            where (row.firstDay ?? row.firstSeen ?? "").hasPrefix(year) && seen.insert(row.id).inserted {
                rows += try self.rows(Fact(try ledger.record(row.id)))
            }
        }
        return rows.sorted { ($0.date, $0.country, $0.city, $0.heading) < ($1.date, $1.country, $1.city, $1.heading) }
    }

    /// The ties at the end of the year, by country and partner.
    var allTies: [YearReport.Tie] {
        ties.values.sorted { ($0.country, $0.city, $0.date) < ($1.country, $1.city, $1.date) }
    }

    /// Partners without a contact for a year at its end.
    func dormant() throws -> [(partner: String, day: String)] {
        try ledger.due(DueQuery(today: "\(year)-12-31", limit: Self.limit)).compactMap { item in
            guard item.reason == .noContact, item.parties.contains(where: { $0.id == mine.row.id }),
                let partner = item.parties.first(where: { $0.id != mine.row.id }),
                Governments.places.contains(try ledger.record(partner.id).row.kind)
            else { return nil }
            return (partner.name, item.day ?? "")
        }
    }

    private func entries(_ kind: Entry.Kind, since: String? = nil) throws -> [RecordRow] {
        try bodies.flatMap { id in
            try ledger.entryRecords(
                RecordQuery(kind: kind.rawValue, party: id, since: since, until: "\(year)-12-31", limit: Self.limit))
        }
    }

    private mutating func gatherTies() throws {
        let forms = [Agreement.Form.sisterCity: "sister", .partnership: "friendship"]
        for row in try entries(.agreement) where row.status != Agreement.Status.ended.rawValue {
            guard row.status != Agreement.Status.planned.rawValue,
                let tie = Agreement.Form(rawValue: row.sort).flatMap({ forms[$0] })
            else { continue }
            let fact = Fact(try ledger.record(row.id))
            guard let proof = fact.proofs.first else { continue }
            for partner in try partners(of: fact) {
                let known = ties[partner.row.id]
                if let known, known.tie == "sister" || tie == "friendship" { continue }
                ties[partner.row.id] = YearReport.Tie(
                    country: Self.country(of: partner), city: Self.city(partner), tie: tie, date: fact.dateText(words),
                    quote: MarkupText.oneLine(proof.evidence.quote), source: Self.location(proof))
            }
        }
    }

    /// A row for each city or country that takes part, or for which somebody does.
    private mutating func rows(_ fact: Fact) throws -> [YearReport.Row] {
        guard let proof = fact.proofs.first else { return [] }
        let isIn = try isHere(fact) || acts(["host"], for: bodies, in: fact)
        let isVisitor = try acts(["visitor"], for: bodies, in: fact)
        return try partners(of: fact).map { partner in
            let isOut = isVisitor || Self.takesPlace(fact, in: partner)
            let direction = fact.kind != .engagement ? "" : isIn ? "in" : isOut ? "out" : ""
            return YearReport.Row(
                country: Self.country(of: partner), city: Self.city(partner), field: fields.field(of: fact),
                date: fact.dateText(words), tie: ties[partner.row.id]?.tie ?? "", direction: direction,
                kind: fact.row.kind, form: fact.row.sort, heading: fact.title(words),
                quote: MarkupText.oneLine(proof.evidence.quote), source: Self.location(proof))
        }
    }

    /// Foreign cities that take part or for which somebody does, else countries, else the place where it was.
    private mutating func partners(of fact: Fact) throws -> [Record] {
        let all = try ledger.participations(in: fact.row.id)
            .filter { Governments.places.contains($0.kind) && !bodies.contains($0.party.id) }
        var seen: Set<String> = []
        var found: [(record: Record, isPlace: Bool)] = []
        for one in all where one.role != "place" && seen.insert(one.party.id).inserted {
            found.append((try record(one.party.id), false))
        }
        for one in all where one.role == "place" && seen.insert(one.party.id).inserted {
            found.append((try record(one.party.id), true))
        }
        let home = Self.country(of: mine)
        let foreign = found.filter { home.isEmpty || Self.country(of: $0.record) != home }
        let acting = foreign.filter { !$0.isPlace }
        let countries = Set(acting.map { Self.country(of: $0.record) })
        let cities = foreign.filter { $0.record.row.kind == Party.Kind.city.rawValue }
        // Who visits a city visits it, where nothing else is said; a venue in a third country is no partner.
        let visited = cities.filter {
            $0.isPlace && (acting.isEmpty || countries.contains(Self.country(of: $0.record)))
        }
        for group in [cities.filter { !$0.isPlace }, visited, acting, foreign] where !group.isEmpty {
            return group.map(\.record)
        }
        return []
    }

    private mutating func record(_ id: String) throws -> Record {
        if let known = places[id] { return known }
        let record = try ledger.record(id)
        places[id] = record
        return record
    }

    private func isHere(_ fact: Fact) -> Bool { Self.takesPlace(fact, in: mine) }

    /// Whether the place of an occasion is the city, or one that carries its name, such as its city hall.
    private static func takesPlace(_ fact: Fact, in city: Record) -> Bool {
        fact.parties("place").contains { place in
            place.id == city.row.id || place.name.hasPrefix("\(city.row.heading) ")
                || place.name.hasSuffix(", \(city.row.heading)")
        }
    }

    /// Whether somebody who holds an office of one of `ids`, or one of them itself, has one of these roles.
    private mutating func acts(_ roles: [String], for ids: [String], in fact: Fact) throws -> Bool {
        for one in fact.participants where roles.contains(one.role) {
            if ids.contains(one.party.id) { return true }
            let known = try homes[one.party.id] ?? Set(ledger.record(one.party.id).tenures.compactMap { $0.body?.id })
            homes[one.party.id] = known
            if !known.isDisjoint(with: ids) { return true }
        }
        return false
    }

    private static func country(of record: Record) -> String {
        record.identifiers["iso3166"].map { String($0.prefix(2)) } ?? ""
    }

    private static func city(_ record: Record) -> String {
        record.row.kind == Party.Kind.country.rawValue && !country(of: record).isEmpty ? "" : record.row.heading
    }

    private static func location(_ proof: Proof) -> String { proof.source.location ?? proof.source.label }
}
