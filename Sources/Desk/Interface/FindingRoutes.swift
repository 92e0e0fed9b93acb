// SPDX-License-Identifier: Apache-2.0

import Hummingbird
import Ledger

extension InterfaceRoutes {
    /// Searching, asking, and where pages cannot all be right.
    static let findingRoutes: [InterfaceRoute] = [
        .get("search", InterfaceRoute.paging.union(["q", "kind", "party", "since", "until"])) { call in
            let words = try call.needed("q")
            let (limit, offset) = try call.page()
            let filter = LedgerFilter(
                party: try call.text("party"), since: try call.date("since"), until: try call.date("until"),
                limit: limit + 1, offset: offset)
            let kinds = try call.word("kind", SearchedKind.self).map { [$0.rawValue] } ?? []
            let hits = try await call.workplace.ask { try $0.search(words, kinds: kinds, filter) }
            return try call.answer(page: hits, limit: limit, offset: offset)
        },
        .get("conflicts", ["kind", "about", "resolved", "limit"]) { call in
            let kind = try call.word("kind", DisagreementKind.self)
            let about = try call.text("about")
            let resolved = try call.flag("resolved")
            let limit = try call.page().limit
            let rows = try await call.workplace.ask {
                try $0.disagreements(kind: kind, of: about, resolvedToo: resolved, limit: limit + 1)
            }
            return try call.answer(page: rows, limit: limit, offset: 0)
        },
    ]

    /// What can be searched for.
    private enum SearchedKind: String, CaseIterable {
        case agreement, commitment, engagement, figure, institution, programme, relation, statement, party
    }
}
