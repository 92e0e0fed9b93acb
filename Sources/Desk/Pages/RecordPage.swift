// SPDX-License-Identifier: Apache-2.0

import Briefing
import Cooperation
import Hummingbird
import Ledger

/// Everything about one entry or party: `/entries/ID` and `/parties/ID`.
struct RecordPage {
    let workplace: Workplace

    private static let listed = 100

    func addRoutes(to router: Router<DeskContext>) {
        router.get("entries/:id") { request, context in try await show(request, context) }
        router.get("parties/:id") { request, context in try await show(request, context) }
    }

    private func show(_ request: Request, _ context: DeskContext) async throws -> Response {
        let id = try context.part("id")
        let words = try workplace.words(context.language)
        let (view, title, template) = try await workplace.ask { ledger in
            let record = try ledger.record(id)
            let views = EntryViews(words)
            let isParty = Party.Kind(rawValue: record.row.kind) != nil && Entry.Kind(rawValue: record.row.kind) == nil
            let view = RecordView(record: record, views: views)
            var common = view.view(
                history: try ledger.history(of: id).filter { $0.author != nil },
                judgements: try ledger.judgements(of: id),
                conflicts: try ledger.disagreements(of: id, resolvedToo: true), notes: try ledger.notes(about: id))
            if isParty {
                let rows = try ledger.entryRecords(
                    RecordQuery(party: record.row.id, latestFirst: true, limit: Self.listed))
                let body = try ledger.holders(of: record.row.id)
                common = common.merging(view.party(entries: rows, holders: body))
            } else {
                let followUps = record.row.kind == Entry.Kind.commitment.rawValue ? try ledger.followUps(of: id) : []
                common = common.merging(view.entry(followUps: followUps))
            }
            return (common, views.heading(record.row.heading), isParty ? "party" : "record")
        }
        return try workplace.page(template, view, title: title, for: request, context)
    }
}
