// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Ledger

extension BriefBuilder {
    private static let holderLimit = 6
    private static let nameLimit = 12

    /// Who the parties are and who holds which office, since when.
    mutating func who() throws -> Brief.Section {
        var groups: [Brief.Section.Group] = []
        for side in scope.sides {
            let claims = side.values.filter { $0.field == "name" }.flatMap(\.claims)
            let marks = try citations.cite(name: side.row.heading, claims)
            let isPerson = side.row.kind == Party.Kind.person.rawValue
            var lines: [Brief.Line] = []
            if !marks.isEmpty {
                lines.append(
                    Brief.Line(
                        label: words.capital("kind", side.row.kind), text: side.row.heading,
                        detail: (registers(of: side) + seen(claims)).joined(separator: "; "), marks: marks))
            }
            lines += isPerson ? try offices(of: side) : try officeHolders(of: side)
            groups.append(.init(title: scope.isPair ? side.row.heading : "", lines: lines))
        }
        return section("who", groups)
    }

    private func registers(of side: Record) -> [String] {
        side.identifiers.sorted { $0.key < $1.key }.map { "\(words.term("register", $0.key)) \($0.value)" }
    }

    /// From when to when pages name it, and how many do, as known on the day.
    private func seen(_ claims: [Claim]) -> [String] {
        let first = claims.compactMap(\.firstSeen).min()
        let last = claims.compactMap(\.lastSeen).filter { $0 <= scope.day }.max()
        let span = first.map { words("line.seen", ["first": $0, "last": last ?? $0]) }
        let count = words.counted(
            Set(claims.compactMap { $0.source?.id }).count, Set(claims.compactMap(\.origin)).count)
        return [span, count].compactMap(\.self)
    }

    /// The offices that a person was seen in.
    private mutating func offices(of person: Record) throws -> [Brief.Line] {
        let lines = try Self.offices(of: person).compactMap { office in
            try line(office, label: words("line.office"), text: office[0].value.capitalisedFirst)
        }
        if lines.isEmpty { gap(words("gap.no-office"), about: person.row.heading) }
        return lines
    }

    /// Who was seen in an office of a body, or of the government of a place: by rank, of one rank those seen last first.
    private mutating func officeHolders(of side: Record) throws -> [Brief.Line] {
        var found: [(rank: Int, last: String, person: Record, line: Brief.Line)] = []
        var seen: Set<String> = []
        for id in try governments.bodies(of: side) {
            let body = id == side.row.id ? side.row.heading : try scope.ledger.record(id).row.heading
            for holder in try scope.ledger.holders(of: id, asOf: scope.day)
            where seen.insert(holder.person.id).inserted && found.count < 2 * Self.holderLimit {
                let person = try scope.ledger.record(holder.person.id, asOf: scope.day)
                guard let office = Self.office(of: person, titled: holder.title, of: body),
                    let line = try line(office, label: office[0].value.capitalisedFirst, text: person.row.heading)
                else { continue }
                let rank = governments.rank(of: holder.title)
                found.append((rank, office.compactMap(\.lastSeen).max() ?? "", person, line))
            }
        }
        if found.isEmpty { gap(words("gap.no-holder"), about: side.row.heading) }
        found.sort { ($0.rank, $1.last, $0.person.row.id) < ($1.rank, $0.last, $1.person.row.id) }
        found = Array(found.prefix(Self.holderLimit))
        holders += found.map(\.person)
        return found.map(\.line)
    }

    /// The offices of a person, each as pages write it, the fullest way first.
    ///
    /// Pages differ in capitals, and one that has told whose office it is leaves that out afterwards.
    private static func offices(of person: Record) -> [[ClaimedValue]] {
        let offices = person.values.filter { $0.field == "office" }
        var owners: [String] = []
        var writings: [String: [ClaimedValue]] = [:]
        let names = Set(offices.map { $0.value.lowercased() })
        for office in offices {
            let name = office.value.lowercased()
            let fuller = names.filter { $0.hasPrefix("\(name) of ") }
            let owner = fuller.count == 1 ? fuller.first ?? name : name
            if writings[owner] == nil { owners.append(owner) }
            writings[owner, default: []].append(office)
        }
        return owners.map { owner in
            let all = writings[owner] ?? []
            return all.filter { $0.value.lowercased() == owner } + all.filter { $0.value.lowercased() != owner }
        }
    }

    /// The office as pages write it: with the body at its end, else with the title at its beginning.
    private static func office(of person: Record, titled title: String, of body: String) -> [ClaimedValue]? {
        let offices = offices(of: person)
        func isTitled(_ office: [ClaimedValue]) -> Bool { office[0].value.lowercased().hasPrefix(title.lowercased()) }
        let mine = offices.filter { $0[0].value.hasSuffix(" \(body)") }
        return mine.first(where: isTitled) ?? mine.first ?? offices.first(where: isTitled)
    }

    /// A page names a holder on its day; the first such day is the latest on which the office can have begun.
    ///
    /// It cites the first page that names the holder and one that has the office in full.
    private mutating func line(_ office: [ClaimedValue], label: String, text: String) throws -> Brief.Line? {
        let claims = office.flatMap(\.claims).sorted { ($0.firstSeen ?? "9999") < ($1.firstSeen ?? "9999") }
        var marks = try citations.cite(claims, limit: 1)
        for mark in try citations.cite(office[0].claims) where marks.count < 2 && !marks.contains(mark) {
            marks.append(mark)
        }
        guard !marks.isEmpty else { return nil }
        let first = office.compactMap(\.firstSeen).min()
        let last = office.compactMap(\.lastSeen).max()
        let since = first.map { words("line.since", ["day": $0]) } ?? words("line.since-unknown")
        let until = last == first ? nil : last.map { words("line.last", ["day": $0]) }
        let sources = Set(claims.compactMap { $0.source?.id }).count
        let detail = [since, until, words.counted(sources, Set(claims.compactMap(\.origin)).count)].compactMap(\.self)
        return Brief.Line(label: label, text: text, detail: detail.joined(separator: "; "), marks: marks)
    }

    /// How the parties, and the holders of their offices, are written, in all scripts.
    mutating func spellings() throws -> Brief.Section {
        var groups: [Brief.Section.Group] = []
        for side in scope.sides {
            let lines = try spellings(of: side)
            groups.append(.init(title: scope.isPair || !holders.isEmpty ? side.row.heading : "", lines: lines))
        }
        for person in holders {
            let lines = try spellings(of: person)
            if lines.count > 1 { groups.append(.init(title: person.row.heading, lines: lines)) }
        }
        return section("names", groups)
    }

    /// A name in capitals, as datelines have it, is no other spelling, nor is a part of another name but the shown one.
    private mutating func spellings(of record: Record) throws -> [Brief.Line] {
        var lines: [Brief.Line] = []
        var seen: Set<String> = []
        let all = record.values.filter { ["name", "alias"].contains($0.field) }
        let parts = all.map { Self.parts(of: $0.value) }
        let claimed = zip(all, parts).filter { name, words in
            name.value == record.row.heading || !parts.contains { $0.isStrictSuperset(of: words) }
        }.map(\.0)
        for name in claimed.sorted(by: { ($1.sources, $0.value) < ($0.sources, $1.value) })
        where lines.count < Self.nameLimit && seen.insert(name.value.lowercased()).inserted {
            let marks = try citations.cite(name: name.value, name.claims)
            guard !marks.isEmpty else { continue }
            lines.append(Brief.Line(text: name.value, detail: words.counted(name.sources, name.origins), marks: marks))
        }
        return lines
    }

    private static func parts(of name: String) -> Set<String> {
        Set(name.lowercased().split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
