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
            let names = side.values.filter { $0.field == "name" }.flatMap(\.claims)
            let registers = side.identifiers.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            let seen = [side.row.firstSeen, side.row.lastSeen].compactMap(\.self)
            let span = seen.isEmpty ? "" : "in the ledger from \(seen.joined(separator: " to "))"
            let marks = try citations.cite(name: side.row.heading, names)
            var lines: [Brief.Line] = []
            if !marks.isEmpty {
                lines.append(
                    Brief.Line(
                        label: side.row.kind, text: side.row.heading,
                        detail: (registers + [span, side.row.countText]).filter { !$0.isEmpty }.joined(separator: "; "),
                        marks: marks))
            }
            lines += side.row.kind == Party.Kind.person.rawValue ? try offices(of: side) : try holders(of: side)
            groups.append(.init(title: scope.isPair ? side.row.heading : "", lines: lines))
        }
        return Brief.Section(id: "who", title: "Who they are", groups: groups, absence: "No page names them.")
    }

    /// The offices that a person was seen in.
    private mutating func offices(of person: Record) throws -> [Brief.Line] {
        let lines = try person.values.filter { $0.field == "office" }.compactMap { office in
            try line(office, label: "office", text: office.value)
        }
        if lines.isEmpty { gap("no office stated", about: person.row.heading) }
        return lines
    }

    /// Who was seen in an office of a body.
    private mutating func holders(of body: Record) throws -> [Brief.Line] {
        var lines: [Brief.Line] = []
        var seen: Set<String> = []
        for holder in try scope.ledger.holders(of: body.row.id, asOf: scope.day)
        where seen.insert(holder.person.id).inserted && lines.count < Self.holderLimit {
            let person = try scope.ledger.record(holder.person.id, asOf: scope.day)
            let offices = person.values.filter { value in
                value.field == "office" && value.value.lowercased().hasPrefix(holder.title.lowercased())
            }
            let ending = " of \(body.row.heading)"
            guard let office = offices.first(where: { $0.value.hasSuffix(ending) }) ?? offices.first,
                let line = try line(office, label: office.value, text: person.row.heading)
            else { continue }
            lines.append(line)
        }
        if lines.isEmpty { gap("no holder of an office named", about: body.row.heading) }
        return lines
    }

    /// A page names a holder on its day; the first such day is the latest on which the office can have begun.
    private mutating func line(_ office: ClaimedValue, label: String, text: String) throws -> Brief.Line? {
        let marks = try citations.cite(office.claims)
        guard !marks.isEmpty else { return nil }
        let since = office.firstSeen.map { "so named since \($0)" } ?? "since when is not stated"
        let until = office.lastSeen == office.firstSeen ? nil : office.lastSeen.map { "last on \($0)" }
        let count = office.sources == 1 ? "1 source" : "\(office.sources) sources"
        let detail = [since, until, count].compactMap(\.self).joined(separator: "; ")
        return Brief.Line(label: label, text: text, detail: detail, marks: marks)
    }

    /// How the parties are written, in all scripts.
    mutating func spellings() throws -> Brief.Section {
        var groups: [Brief.Section.Group] = []
        for side in scope.sides {
            var lines: [Brief.Line] = []
            let claimed = side.values.filter { ["name", "alias"].contains($0.field) }
            var seen: Set<String> = []
            for name in claimed.sorted(by: { ($1.sources, $0.value) < ($0.sources, $1.value) })
            where seen.insert(name.value).inserted && lines.count < Self.nameLimit {
                let marks = try citations.cite(name: name.value, name.claims)
                guard !marks.isEmpty else { continue }
                lines.append(
                    Brief.Line(
                        text: name.value, detail: name.sources == 1 ? "1 source" : "\(name.sources) sources",
                        marks: marks))
            }
            groups.append(.init(title: scope.isPair ? side.row.heading : "", lines: lines))
        }
        return Brief.Section(id: "names", title: "How names are written", groups: groups, absence: "No name is stated.")
    }
}
