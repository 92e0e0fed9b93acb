// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Ledger

extension BriefBuilder {
    private static let figureLimit = 40
    private static let statementLimit = 3
    private static let leastWords = 4
    private static let direct = "direct"
    private static let searched = 60

    /// The ids of the pages about both sides: those that the facts told so far come from, and those that name both.
    private func pages() throws -> Set<String> {
        let named = try scope.sides.map { Set(try scope.ledger.sources(ofRecords: [$0.row.id])) }
        let both = named.dropFirst().reduce(named.first ?? []) { $0.intersection($1) }
        return both.union(told.flatMap { $0.proofs.map(\.source.id) })
    }

    /// Entries of one kind: of a pair those of either side that stand on a page about both.
    private mutating func ownRows(_ kind: Entry.Kind, limit: Int) throws -> [RecordRow] {
        guard scope.isPair else { return try scope.rows(kind, limit: limit) }
        var rows = try scope.rows(kind, limit: limit)
        let pages = try pages()
        for side in scope.sides {
            for row in try scope.rows(kind, of: side, limit: Self.searched)
            where rows.count < limit && !rows.contains(where: { $0.id == row.id }) {
                let fact = Fact(try scope.ledger.record(row.id, asOf: scope.day))
                if fact.proofs.contains(where: { pages.contains($0.source.id) }) { rows.append(row) }
            }
        }
        return rows
    }

    /// Numbers with their day and who gave them; those with three values and more over time as a chart.
    mutating func figures() throws -> Brief.Section {
        let rows = try ownRows(.figure, limit: Self.figureLimit).filter { $0.sort != "rank" }
        let before = told.count
        let lines = try lines(rows) { [words] fact in
            (
                fact.value("asOf") ?? words("line.undated"), fact.headline(words),
                [
                    words.names(["scope"], "line.for", of: fact),
                    fact.value("asOf").map { words("line.as-of", ["day": $0]) } ?? words("line.as-of-unknown"),
                    words.names(fact.parties("saidBy", giving: "value"), "line.said-by"),
                ]
            )
        }
        return section(
            "figures", [.init(title: "", lines: lines)],
            series: FigureSeries.series(of: Array(told[before...])).map(\.brief))
    }

    /// What each side said last; of a pair on pages about both.
    mutating func statements() throws -> Brief.Section {
        var groups: [Brief.Section.Group] = []
        let pages = scope.isPair ? try pages() : []
        for side in scope.sides {
            var rows: [RecordRow] = []
            for row in try scope.rows(.statement, of: side, limit: Self.searched) where rows.count < Self.statementLimit
            {
                let fact = Fact(try scope.ledger.record(row.id, asOf: scope.day))
                // Of a few reported words, as a headline has them, nobody can tell what was said.
                let isSaid = row.sort == Self.direct || row.heading.split(separator: " ").count >= Self.leastWords
                let isSpeech = isSaid && fact.participants.contains { $0.role == "speaker" }
                if isSpeech, !scope.isPair || fact.proofs.contains(where: { pages.contains($0.source.id) }) {
                    rows.append(row)
                }
            }
            let lines = try lines(rows) { [words] fact in (fact.row.firstSeen ?? "", fact.headline(words), []) }
            if lines.isEmpty { gap(words("gap.no-statement"), about: side.row.heading) }
            groups.append(.init(title: scope.isPair ? side.row.heading : "", lines: lines))
        }
        return section("statements", groups)
    }
}
