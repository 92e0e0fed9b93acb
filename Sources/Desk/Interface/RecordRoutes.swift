// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Hummingbird
import Ledger

extension InterfaceRoutes {
    private static let period: Set<String> = ["kind", "since", "until", "asOf"]

    /// Parties and entries, alone, in pairs and in time.
    static let recordRoutes: [InterfaceRoute] = [
        .get(
            "entries",
            period.union(InterfaceRoute.longPaging).union([
                "type", "party", "partner", "status", "text", "seenSince", "latestFirst",
            ])
        ) { call in
            var query = try call.recordQuery(Entry.Kind.self)
            query.sort = try call.text("type")
            query.party = try call.text("party")
            query.partner = try call.text("partner")
            query.status = try call.text("status")
            query.text = try call.text("text")
            query.seenSince = try call.date("seenSince").map { DaySpan($0).first }
            query.latestFirst = try call.flag("latestFirst")
            return try await call.longList(query) { try $0.entryRecords($1) }
        },
        .get("entries/{id}", ["asOf"]) { call in try await call.record() },
        .get("parties", InterfaceRoute.longPaging.union(["kind", "text"])) { call in
            var query = try call.recordQuery(Party.Kind.self)
            query.text = try call.text("text")
            return try await call.longList(query) { try $0.partyRecords($1) }
        },
        .get("parties/{id}", ["asOf"]) { call in try await call.record() },
        .get("pair", period.union(InterfaceRoute.paging).union(["left", "right"])) { call in
            let left = try call.needed("left")
            let right = try call.needed("right")
            return try await call.list(try call.recordQuery(Entry.Kind.self)) { try $0.pair(left, right, $1) }
        },
        .get("timeline", period.union(["party", "partner", "limit"])) { call in
            let party = try call.needed("party")
            let partner = try call.text("partner")
            let query = try call.recordQuery(Entry.Kind.self)
            let rows = try await call.workplace.ask { try $0.timeline(of: party, with: partner, query) }
            return try call.answer(page: rows, limit: query.limit, offset: 0)
        },
        .get("due", ["today", "ahead", "months", "limit"]) { call in
            let today = try call.date("today").map { DaySpan($0).first } ?? call.workplace.today
            let query = DueQuery(
                today: today, ahead: try call.number("ahead", 0...3660, or: 90),
                months: try call.number("months", 1...1200, or: 12), limit: try call.page().limit)
            let rows = try await call.workplace.ask { try $0.due(query) }
            return try call.answer(page: rows, limit: max(rows.count, query.limit), offset: 0)
        },
    ]
}

extension InterfaceCall {
    /// The query for records that the usual names make.
    func recordQuery<Kind: RawRepresentable & CaseIterable>(
        _: Kind.Type
    ) throws -> RecordQuery where Kind.RawValue == String {
        let (limit, offset) = try page()
        return RecordQuery(
            kind: try word("kind", Kind.self)?.rawValue, since: try date("since").map { DaySpan($0).first },
            until: try date("until").map { DaySpan($0).last }, asOf: try date("asOf").map { DaySpan($0).last },
            limit: limit, offset: offset)
    }

    /// Answers with the page that `query` asks for.
    func list(
        _ query: RecordQuery, _ question: @escaping @Sendable (Ledger, RecordQuery) throws -> [RecordRow]
    ) async throws -> Response {
        var more = query
        more.limit += 1
        let asked = more
        let rows = try await workplace.ask { try question($0, asked) }
        return try answer(page: rows, limit: query.limit, offset: query.offset)
    }

    /// The same for a list that can be as long as the ledger.
    func longList(
        _ query: RecordQuery, _ question: @escaping @Sendable (Ledger, RecordQuery) throws -> [RecordRow]
    ) async throws -> Response {
        var more = query
        more.limit += 1
        more.after = try longPage().after
        let asked = more
        let rows = try await workplace.ask { try question($0, asked) }
        return try answer(page: rows, limit: query.limit, offset: query.offset, after: \.id)
    }

    /// Answers with the record whose id the path names.
    func record() async throws -> Response {
        let id = try context.part("id")
        let day = try date("asOf").map { DaySpan($0).last }
        return try await answer { try $0.record(id, asOf: day) }
    }
}
