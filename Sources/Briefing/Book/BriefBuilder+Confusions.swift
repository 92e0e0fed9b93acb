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
        return section("conflicts", [.init(title: "", lines: lines)])
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
        let text = disagreement.shown(words, counting: known)
        let about = [disagreement.subject, disagreement.other].compactMap(\.self).map(title).joined(separator: "; ")
        return Brief.Line(
            label: words.capital("conflict", disagreement.kind.rawValue), text: MarkupText.oneLine(text),
            detail: DigitGroups.text(MarkupText.oneLine(about)), marks: marks)
    }

    /// What the brief calls an entry that it told of; an agreement without a name goes by its form.
    private func title(_ item: NamedItem) -> String {
        told.first { $0.row.id == item.id }?.title(words) ?? words.title(item)
    }

    /// Occasions and agreements that share a heading and, by their dates, cannot be one.
    private mutating func twins(_ facts: [Fact]) throws -> [Brief.Line] {
        let named = facts.filter { [.engagement, .agreement].contains($0.kind) && $0.date != nil }
        let groups = Dictionary(grouping: named) { "\($0.row.kind)\n\($0.row.heading.lowercased())" }
        return try groups.keys.sorted().compactMap { key in
            var ids: Set<String> = []
            let group = (groups[key] ?? []).filter { ids.insert($0.row.id).inserted }
            guard group.count > 1, group.areApart, group[0].row.heading.contains(" ") else { return nil }
            var marks: [Brief.Mark] = []
            for fact in group {
                guard let proof = fact.proofs.first else { continue }
                if let mark = try citations.cite(proof.source.id, proof.evidence, origin: nil) { marks.append(mark) }
            }
            guard marks.count == group.count else { return nil }
            return Brief.Line(
                label: words("line.same-name"),
                text: words.count("count.entries", group.count, ["name": group[0].title(words)]),
                detail: group.map { $0.dateText(words) }.sorted().joined(separator: "; "), marks: marks)
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
                let kind = words.term("kind", row.kind)
                let detail = [office, words.counted(row.sources, row.origins), words("line.id", ["id": row.id])]
                return Brief.Line(
                    label: words("line.same-name"),
                    text: words("line.namesake", ["kind": kind, "name": name.value]).capitalisedFirst,
                    detail: detail.compactMap(\.self).joined(separator: "; "), marks: marks)
            }
            return nil
        }
    }
}

extension [Fact] {
    /// Whether no two of the dates overlap.
    fileprivate var areApart: Bool {
        let spans = compactMap { $0.date.map { DaySpan($0) } }.sorted { $0.first < $1.first }
        return zip(spans, spans.dropFirst()).allSatisfy { $0.last < $1.first }
    }
}

extension Disagreement {
    /// The values of the sides and how many pages give each; only pages that are `counting` count.
    func shown(_ words: Words, counting: (SourceReference) -> Bool = { _ in true }) -> String {
        let values = sides.map { side in
            let pages = Set(side.sources.filter(counting).map(\.id)).count
            return words(
                "line.value",
                ["value": DigitGroups.text(side.value), "sources": words.counted(pages, min(pages, side.origins))])
        }
        return values.dropFirst().reduce(values.first ?? "") { words("line.or", ["left": $0, "right": $1]) }
    }
}
