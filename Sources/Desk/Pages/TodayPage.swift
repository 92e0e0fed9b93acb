// SPDX-License-Identifier: Apache-2.0

import Hummingbird

/// What is new, due, in conflict and gone quiet.
struct TodayPage {
    let workplace: Workplace

    func addRoutes(to router: Router<DeskContext>) {
        router.get("/") { request, context in
            let words = try workplace.words(context.language)
            return try workplace.page(
                "today", [:], title: words["today.title"], section: .today, for: request, context)
        }
    }
}
