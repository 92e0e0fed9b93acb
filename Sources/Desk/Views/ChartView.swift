// SPDX-License-Identifier: Apache-2.0

import Briefing
import Cooperation
import Ledger

/// Values over time as the table that `charts.js` draws as a chart, each value a link to the sentence that states it.
struct ChartView {
    /// Series that count the same in the same unit.
    let series: [FigureSeries]
    let views: EntryViews

    /// The view for the template `chart`.
    func view() -> View {
        let isAlone = series.count == 1
        let title = series.first.map { isAlone ? $0.title : $0.indicator } ?? ""
        return [
            "title": .view(Phrase.view(title)), "unit": .optional(series.first?.unit),
            "series": .list(
                series.map {
                    [
                        "name": isAlone || $0.scope.isEmpty ? .none : .view(Phrase.view($0.scope)),
                        "points": .list($0.points.map(point)),
                    ]
                }),
        ]
    }

    private func point(_ point: FigureSeries.Point) -> View {
        let number = Cell.number(point.value).text
        let sentence = point.fact.proofs(of: "value").first.map { Address.evidence($0.source.id, $0.evidence) }
        return [
            "day": .text(DaySpan(point.date).first), "date": .text(views.date(point.date)),
            "machineDate": .text(point.date.description), "number": .text(number),
            "value": .text(DigitGroups.text(number)), "address": .text(sentence ?? Address.entry(point.fact.row.id)),
        ]
    }
}
