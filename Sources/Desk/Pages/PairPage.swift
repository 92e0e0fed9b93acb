// SPDX-License-Identifier: Apache-2.0

import Briefing
import Cooperation
import Hummingbird
import Ledger

/// What two parties share: `/pairs` to choose them, `/pairs/A/B` by names or ids.
struct PairPage {
    let workplace: Workplace

    func addRoutes(to router: Router<DeskContext>) {
        router.get("pairs") { request, context in try await choice(request, context) }
        router.get("pairs/:left/:right") { request, context in try await pair(request, context) }
    }

    private func choice(_ request: Request, _ context: DeskContext) async throws -> Response {
        let fields = QueryFields(request.uri.query)
        if let left = fields["left"], let right = fields["right"] {
            return workplace.seeOther(Address.pair(left, right))
        }
        let words = try workplace.words(context.language)
        let views = EntryViews(words)
        let busiest = try await workplace.ask { try $0.busiestPairs() }
        let names = Set(busiest.flatMap { [$0.left.name, $0.right.name] }).sorted()
        let pairs = busiest.map { pair -> View in
            [
                "address": .text(Address.pair(pair.left.id, pair.right.id)),
                "left": .view(Phrase.view(pair.left.name)), "right": .view(Phrase.view(pair.right.name)),
                "last": .optional(pair.lastContact.isEmpty ? nil : views.day(pair.lastContact)),
            ]
        }
        return try workplace.page(
            "pairs",
            [
                "pairs": .list(pairs), "hasPairs": .flag(!pairs.isEmpty), "left": .text(fields["left"] ?? ""),
                "right": .text(fields["right"] ?? ""), "names": .list(names.map { ["name": .text($0)] }),
            ],
            title: words["pairs.title"], section: .pairs, for: request, context)
    }

    private func pair(_ request: Request, _ context: DeskContext) async throws -> Response {
        let left = try context.part("left")
        let right = try context.part("right")
        let fields = QueryFields(request.uri.query)
        let filter = try PairFilter(fields)
        let isWhole = fields["show"] == "all" || filter.filter.kind != nil
        let words = try workplace.words(context.language)
        let today = workplace.today
        let workplace = workplace
        let (view, title) = try await workplace.ask { ledger in
            let relationship = try Relationship(
                ledger, left, right, filter.filter, extent: isWhole ? .whole : .latest, today: today)
            let view = PairView(
                relationship: relationship, views: EntryViews(words), today: today,
                whole: relationship.isShort ? "?" + fields.setting("show", to: "all").text : nil)
            let places = try PlaceFinder(ledger: ledger, gazetteer: workplace.gazetteer).spots(relationship)
            let outlines = workplace.files.has(.map) ? workplace.files.address(of: PageLibrary.outlines) : nil
            return (view.view(outlines: outlines, places: places), view.title)
        }
        // Only what this page needs: libraries weigh more than all of it.
        let libraries = [("charts", PageLibrary.charts), ("outlines", .map)].filter { view.has($0.0) }.map(\.1)
        return try workplace.page(
            "pair", view.merging(["filter": .view(filter.view(words))]), title: title, section: .pairs,
            with: libraries.filter(workplace.files.has), for: request, context)
    }
}
