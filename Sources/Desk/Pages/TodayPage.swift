// SPDX-License-Identifier: Apache-2.0

import Briefing
import Hummingbird
import Ledger

/// What is new since the last visit, due, in conflict and gone quiet.
struct TodayPage {
    let workplace: Workplace

    private static let cookie = "seen"
    private static let newLimit = 15
    private static let limit = 12

    func addRoutes(to router: Router<DeskContext>) {
        router.get("/") { request, context in try await today(request, context) }
        router.post("seen") { request, context in
            let form = try await context.form(of: request)
            var response = workplace.seeOther("/")
            let latest = Int64(form["latest"] ?? "") ?? 0
            response.setCookie(
                Cookie(
                    name: Self.cookie, value: String(latest), maxAge: 31_536_000, path: "/", httpOnly: true,
                    sameSite: .lax))
            return response
        }
    }

    /// The number of the latest page that the reader has marked as seen.
    static func seen(in request: Request) -> Int64 { request.cookies[cookie].flatMap { Int64($0.value) } ?? 0 }

    private func today(_ request: Request, _ context: DeskContext) async throws -> Response {
        let words = try workplace.words(context.language)
        let views = EntryViews(words)
        let seen = Self.seen(in: request)
        let today = workplace.today
        let view = try await workplace.ask { ledger -> View in
            let newest = try ledger.newest(after: seen, limit: Self.newLimit)
            let pages = try newest.ids.compactMap { try ledger.source($0) }
            let due = try ledger.due(DueQuery(today: today, limit: Self.limit))
            let conflicts = try ledger.disagreements(limit: Self.limit)
            let soon = due.filter { [.overdue, .due].contains($0.reason) }.sorted { ($0.day ?? "") > ($1.day ?? "") }
            let quiet = due.filter { ![.overdue, .due].contains($0.reason) }
            return [
                "date": .text(views.day(today)), "latest": .text(String(newest.latest)),
                "isVisited": .flag(seen > 0), "pages": .list(pages.map(views.page)),
                "hasPages": .flag(!pages.isEmpty), "due": .list(soon.map(views.signal)),
                "hasDue": .flag(!soon.isEmpty), "quiet": .list(quiet.prefix(Self.limit * 2).map(views.signal)),
                "hasQuiet": .flag(!quiet.isEmpty), "conflicts": .list(conflicts.map(views.conflict)),
                "hasConflicts": .flag(!conflicts.isEmpty),
            ]
        }
        return try workplace.page(
            "today", view, title: words["today.title"], section: .today, for: request, context)
    }
}
