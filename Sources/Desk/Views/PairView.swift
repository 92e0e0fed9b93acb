// SPDX-License-Identifier: Apache-2.0

import Briefing
import Cooperation
import Ledger

/// Makes the view of a relationship for the template `pair`.
struct PairView {
    let relationship: Relationship
    let views: EntryViews
    let today: String
    /// Where everything is listed, where this page lists the latest alone.
    let whole: String?

    private var words: Words { views.words }

    /// Both names.
    var title: String {
        words.text(
            "pair.title",
            ["left": relationship.sides[0].row.heading, "right": relationship.sides[1].row.heading])
    }

    /// The whole view; `outlines` is the address of what lies under the map.
    func view(outlines: String?, places: [PlaceFinder.Found]) -> View {
        let board = CommitmentBoard(facts: relationship.facts(.commitment), views: views, today: today)
        let figures = relationship.facts(.figure).filter { $0.row.sort != "rank" || $0.number != nil }
        let charts = FigureSeries.comparable(FigureSeries.series(of: figures, least: 2))
        let agreements = relationship.facts(.agreement)
        let statements = relationship.facts(.statement)
        let timeline = relationship.facts.filter { $0.kind?.isOccasion ?? false }
        return [
            "left": .view(side(0)), "right": .view(side(1)), "summary": .text(summary),
            "briefAddress": .text(
                "/briefs/pair/\(QueryFields.encoded(id(0)))/\(QueryFields.encoded(id(1)))"),
            "isEmpty": .flag(relationship.facts.isEmpty), "isCut": .flag(relationship.isCut),
            "whole": whole.map { address -> View.Value in
                .view([
                    "address": .text(address), "text": .text(words.counted("pair.whole", total)),
                ])
            } ?? .none,
            "signals": section(relationship.signals.map(views.signal)),
            "timeline": section(
                years(timeline), count: relationship.counts.filter(\.key.isOccasion).values.reduce(0, +)),
            "agreements": section(agreements.map(views.view), count: relationship.counts[.agreement]),
            "commitments": section(board.columns, count: relationship.counts[.commitment]),
            "figures": section(figures.map(views.view), count: relationship.counts[.figure]),
            "charts": section(charts.map { ChartView(series: $0, views: views).view() }),
            "people": section(relationship.sides.map(people).filter { $0["hasHolders"] != nil }),
            "places": section(places.map(place)),
            "outlines": .optional(places.contains { $0.point != nil } ? outlines : nil),
            "statements": section(statements.map(statement), count: relationship.counts[.statement]),
        ]
    }

    /// Nothing where there is nothing to list, so that a template can leave the heading away.
    private func section(_ items: [View], count: Int? = nil) -> View.Value {
        items.isEmpty ? .none : .view(["items": .list(items), "count": .text(String(count ?? items.count))])
    }

    private func id(_ index: Int) -> String { relationship.sides[index].row.id }

    private func side(_ index: Int) -> View {
        let row = relationship.sides[index].row
        return ["name": .view(Phrase.view(row.heading)), "address": .text(Address.party(row.id))]
    }

    private var total: Int { relationship.counts.values.reduce(0, +) }

    private var summary: String {
        let years = relationship.days.map { [String($0.lowerBound.prefix(4)), String($0.upperBound.prefix(4))] } ?? []
        let span = years.first == years.last ? years.first : years.joined(separator: "–")
        let last = relationship.lastContact.map { words.text("pair.last_contact", ["date": views.day($0)]) }
        return [words.counted("count.entries", total), span, last].compactMap(\.self)
            .joined(separator: " · ")
    }

    private func years(_ facts: [Fact]) -> [View] {
        let groups = Dictionary(grouping: facts) { String($0.day.prefix(4)) }
        return groups.keys.sorted(by: >).map { year in
            [
                "year": .text(year.isEmpty ? words["date.unknown"] : year),
                "entries": .list((groups[year] ?? []).map(views.view)),
            ]
        }
    }

    private func people(_ side: Relationship.Side) -> View {
        var seen: Set<String> = []
        let holders = side.holders.filter { seen.insert($0.person.id + $0.title).inserted }.map { holder -> View in
            let days = holder.firstSeen.map { views.words.text("pair.seen", ["date": views.day($0)]) }
            let span =
                holder.firstSeen == holder.lastSeen
                ? days
                : holder.firstSeen.flatMap { first in
                    holder.lastSeen.map {
                        words.text("pair.seen_span", ["first": views.day(first), "last": views.day($0)])
                    }
                }
            return [
                "name": .view(Phrase.view(holder.person.name)), "address": .text(Address.party(holder.person.id)),
                "title": .view(Phrase.view(holder.title)), "seen": .optional(span),
                "standing": .optional(holder.standing == "holder" ? nil : words.term(holder.standing)),
            ]
        }
        var view: View = ["side": .view(Phrase.view(side.row.heading)), "holders": .list(holders)]
        if !holders.isEmpty { view["hasHolders"] = true }
        return view
    }

    private func place(_ found: PlaceFinder.Found) -> View {
        [
            "name": .view(Phrase.view(found.place.name)), "address": .text(Address.party(found.place.id)),
            "uses": found.uses == 0 ? .none : .text(words.counted("count.entries", found.uses)),
            "point": found.point.map { point -> View.Value in
                .view(["latitude": .text("\(point.latitude)"), "longitude": .text("\(point.longitude)")])
            } ?? .none,
        ]
    }

    private func statement(_ fact: Fact) -> View {
        var view = views.view(fact)
        view["speakers"] = .list(
            fact.parties("speaker").map {
                ["name": .view(Phrase.view($0.name)), "address": .text(Address.party($0.id))]
            })
        view["isDirect"] = .flag(fact.row.sort == "direct")
        return view
    }
}
