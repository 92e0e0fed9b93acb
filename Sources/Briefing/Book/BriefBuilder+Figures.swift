// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Ledger

extension BriefBuilder {
    private static let figureLimit = 40
    private static let statementLimit = 3
    private static let searched = 60

    /// The ids of the pages that the facts told so far come from.
    private var pages: Set<String> { Set(told.flatMap { $0.proofs.map(\.source.id) }) }

    /// Entries of one kind: of a pair those of either side that stand on a page about both.
    private mutating func ownRows(_ kind: Entry.Kind, limit: Int) throws -> [RecordRow] {
        guard scope.isPair else { return try scope.rows(kind, limit: limit) }
        var rows = try scope.rows(kind, limit: limit)
        let pages = pages
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
        let lines = try lines(rows) { fact in
            let unit = fact.value("unit") ?? ""
            let counted = (fact.value("indicator") ?? "").lowercased().contains(unit.lowercased()) ? "" : unit
            return (
                fact.value("indicator") ?? fact.row.heading,
                [DigitGroups.text(fact.value("value") ?? ""), counted].filter { !$0.isEmpty }.joined(separator: " "),
                [
                    fact.names(["scope"], "for"), fact.value("asOf").map { "as of \($0)" } ?? "as of: not stated",
                    fact.names(["saidBy"], "said by"),
                ]
            )
        }
        return Brief.Section(
            id: "figures", title: "Figures", groups: [.init(title: "", lines: lines)],
            series: FigureSeries.series(of: Array(told[before...])).map(\.brief), absence: "No figure is stated.")
    }

    /// What each side said last; of a pair on pages about both.
    mutating func statements() throws -> Brief.Section {
        var groups: [Brief.Section.Group] = []
        let pages = pages
        for side in scope.sides {
            var rows: [RecordRow] = []
            for row in try scope.rows(.statement, of: side, limit: Self.searched) where rows.count < Self.statementLimit
            {
                let fact = Fact(try scope.ledger.record(row.id, asOf: scope.day))
                let isSpeech = fact.participants.contains { $0.role == "speaker" }
                if isSpeech, !scope.isPair || fact.proofs.contains(where: { pages.contains($0.source.id) }) {
                    rows.append(row)
                }
            }
            let lines = try lines(rows) { fact in
                let speaker = fact.parties("speaker").map(\.name).joined(separator: ", ")
                return (fact.row.firstSeen ?? "", "\(speaker): “\(fact.value("text") ?? fact.row.heading)”", [])
            }
            if lines.isEmpty { gap("nothing that they said is reported", about: side.row.heading) }
            groups.append(.init(title: scope.isPair ? side.row.heading : "", lines: lines))
        }
        return Brief.Section(
            id: "statements", title: scope.isPair ? "What each side said last" : "What was said last", groups: groups,
            absence: "Nothing that they said is reported.")
    }
}
