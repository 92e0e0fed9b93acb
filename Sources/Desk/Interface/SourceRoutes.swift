// SPDX-License-Identifier: Apache-2.0

import Hummingbird
import Ledger

extension InterfaceRoutes {
    /// The pages and what was read in them.
    static let sourceRoutes: [InterfaceRoute] = [
        .get("sources", InterfaceRoute.longPaging.union(["party", "language", "source", "since", "until"])) { call in
            let (limit, offset, after) = try call.longPage()
            let filter = LedgerFilter(
                party: try call.text("party"), kind: try call.text("language"), since: try call.date("since"),
                until: try call.date("until"), source: try call.text("source"), limit: limit + 1, offset: offset,
                after: after)
            let rows = try await call.workplace.ask { try $0.sources(filter) }
            return try call.answer(page: rows, limit: limit, offset: offset, after: \.id)
        },
        .get("sources/{id}") { call in
            let id = try call.context.part("id")
            guard let source = try await call.workplace.ask({ try $0.source(id) }) else {
                throw DeskError(.notFound, id)
            }
            return try call.answer(source)
        },
        .get("sources/{id}/reading") { call in
            let id = try call.context.part("id")
            guard let reading = try await call.workplace.ask({ try $0.reading(ofSource: id) }) else {
                throw DeskError(.notFound, id)
            }
            return try call.answer(reading)
        },
    ]
}
