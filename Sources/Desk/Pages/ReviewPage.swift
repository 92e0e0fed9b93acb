// SPDX-License-Identifier: Apache-2.0

import Briefing
import Hummingbird
import Ledger

/// What waits for a person: merges, conflicts, suggestions; and who decided what when.
struct ReviewPage {
    let workplace: Workplace

    private static let limit = 50

    func addRoutes(to router: Router<DeskContext>) {
        router.get("review") { request, context in try await review(request, context) }
    }

    private func review(_ request: Request, _ context: DeskContext) async throws -> Response {
        let words = try workplace.words(context.language)
        let views = EntryViews(words)
        let view = try await workplace.ask { ledger -> View in
            let proposals = try ledger.proposals(limit: Self.limit)
            let proofs = try Self.proofs(of: proposals.flatMap { [$0.left.id, $0.right.id] }, in: ledger)
            let conflicts = try ledger.disagreements(limit: Self.limit)
            let followUps = try ledger.followUps().filter { $0.verdict == nil }.prefix(Self.limit)
            let decisions = try ledger.decisions(limit: Self.limit)
            let rows = try followUps.map {
                try RecordView(record: ledger.record($0.commitment.id), views: views).followUp($0)
            }
            return [
                "proposals": Self.list(proposals.map { Self.proposal($0, proofs, views) }),
                "conflicts": Self.list(conflicts.map(views.conflict)), "followUps": Self.list(rows),
                "decisions": Self.list(decisions.map { Self.decision($0, words) }),
                "isEmpty": .flag(proposals.isEmpty && conflicts.isEmpty && followUps.isEmpty),
            ]
        }
        return try workplace.page(
            "review", view, title: words["review.title"], section: .review, for: request, context)
    }

    private static func list(_ items: [View]) -> View.Value {
        items.isEmpty ? .none : .view(["items": .list(items), "count": .text(String(items.count))])
    }

    /// For each of these records the first words that prove it.
    private static func proofs(of ids: [String], in ledger: Ledger) throws -> [String: Proof] {
        let found = zip(ids, try ledger.values(ofRecords: ids)).compactMap { id, values in
            Fact.proofs(values.filter(\.isShown).flatMap(\.claims)).first.map { (id, $0) }
        }
        return Dictionary(found) { first, _ in first }
    }

    private static func proposal(_ judgement: Judgement, _ proofs: [String: Proof], _ views: EntryViews) -> View {
        let sides = [judgement.left, judgement.right].map { item -> View in
            [
                "name": .view(Phrase.view(item.name)), "address": .text(Address.entry(item.id)),
                "proof": proofs[item.id].map { .view(views.proof($0)) } ?? .none,
            ]
        }
        return [
            "sides": .list(sides),
            "number": .text(String(judgement.number)),
            "score": .optional(judgement.score.map { "\(Int(($0 * 100).rounded())) %" }),
            "reasons": .list(judgement.reasons.map { ["text": .text($0)] }),
        ]
    }

    private static func decision(_ decision: Decision, _ words: Words) -> View {
        let undo: String? =
            switch decision.kind {
            case .judgement: "/judgements/\(decision.number)/undo"
            case .resolution: "/resolutions/\(decision.number)/reopen"
            case .correction: "/claims/\(decision.number)/withdraw"
            case .followUp: nil
            }
        return [
            "kindName": .text(words["decision.\(decision.kind.rawValue)"]),
            "subject": .view(Phrase.view(decision.subject.name)), "address": .text(Address.entry(decision.subject.id)),
            "value": .view(
                Phrase.view(decision.kind == .judgement ? words["verdict.\(decision.value)"] : decision.value)),
            "author": .text(decision.author.name), "time": .text(decision.author.time),
            "note": Phrase.value(decision.note), "undoneBy": .optional(decision.undoneBy),
            "undo": decision.undoneBy == nil ? .optional(undo) : .none,
        ]
    }
}
