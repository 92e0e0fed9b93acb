// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Ledger

extension BriefBuilder {
    private static let disagreementLimit = 20

    /// What must not be mixed up: pages that contradict each other, and two things of one name.
    mutating func confusions() throws -> Brief.Section {
        var lines: [Brief.Line] = []
        var seen: Set<String> = []
        for id in scope.sides.map(\.row.id) + told.map(\.row.id) where lines.count < Self.disagreementLimit {
            for disagreement in try scope.ledger.disagreements(of: id)
            where disagreement.sides.allSatisfy({ side in side.sources.contains { known($0) } })
                && seen.insert(disagreement.id).inserted
            {
                if let line = try line(disagreement) { lines.append(line) }
            }
        }
        lines += try twins(told)
        lines += try namesakeLines()
        return Brief.Section(
            id: "conflicts", title: "Do not confuse", groups: [.init(title: "", lines: lines)],
            absence: "No contradiction was found.")
    }

    private func known(_ source: SourceReference) -> Bool {
        source.published.map { DaySpan($0).first <= scope.day } ?? true
    }

    private mutating func line(_ disagreement: Disagreement) throws -> Brief.Line? {
        var marks: [Brief.Mark] = []
        for side in disagreement.sides {
            for (source, words) in zip(side.sources, side.evidence) where known(source) {
                if let mark = try citations.cite(source.id, words, origin: nil) {
                    marks.append(mark)
                    break
                }
            }
        }
        guard !marks.isEmpty else { return nil }
        let about = [disagreement.subject.name, disagreement.other?.name].compactMap(\.self).joined(separator: "; ")
        return Brief.Line(
            label: disagreement.kind.rawValue, text: MarkupText.oneLine(disagreement.reason),
            detail: MarkupText.oneLine(about),
            marks: marks)
    }

    /// Occasions and agreements that share a heading and are not one.
    private mutating func twins(_ facts: [Fact]) throws -> [Brief.Line] {
        let named = facts.filter { [.engagement, .agreement].contains($0.kind) && $0.date != nil }
        let groups = Dictionary(grouping: named) { "\($0.row.kind)\n\($0.row.heading.lowercased())" }
        return try groups.keys.sorted().compactMap { key in
            var ids: Set<String> = []
            let group = (groups[key] ?? []).filter { ids.insert($0.row.id).inserted }
            guard Set(group.map(\.dateText)).count > 1, group[0].row.heading.contains(" ") else { return nil }
            var marks: [Brief.Mark] = []
            for fact in group {
                guard let proof = fact.proofs.first else { continue }
                if let mark = try citations.cite(proof.source.id, proof.evidence, origin: nil) { marks.append(mark) }
            }
            guard marks.count == group.count else { return nil }
            return Brief.Line(
                label: "same name", text: "\(group.count) entries are called “\(group[0].row.heading)”",
                detail: group.map(\.dateText).sorted().joined(separator: "; "), marks: marks)
        }
    }

    /// Other parties that go by the name of a side.
    private mutating func namesakeLines() throws -> [Brief.Line] {
        try scope.namesakes.compactMap { row in
            let record = try scope.ledger.record(row.id, asOf: scope.day)
            let claims = record.values.filter { ["name", "alias"].contains($0.field) }
            let office = record.values.first { $0.field == "office" }?.value
            for name in claims {
                let marks = try citations.cite(name: name.value, name.claims)
                guard !marks.isEmpty else { continue }
                return Brief.Line(
                    label: "same name", text: "another \(row.kind) is called \(name.value)",
                    detail: [office, row.countText, "id \(row.id)"].compactMap(\.self).joined(separator: "; "),
                    marks: marks)
            }
            return nil
        }
    }
}
